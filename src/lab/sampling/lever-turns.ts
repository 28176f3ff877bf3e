/** What a step of a lever was: `turned` has the other sign than the step before, `again` turned right after a turn. */
export interface Turn {
  readonly turned: boolean;
  /** Both steps were above a tenth of the largest. */
  readonly far: boolean;
  /** The sign changed this quarter and the last. */
  readonly again: boolean;
}

const NONE: Turn = { turned: false, far: false, again: false };
/** A step below this is none; what is far, of the largest step. */
const NO_STEP = 1e-9;
const FAR = 0.1;

/** Steps of all units of one lever, quarter by quarter. */
export class LeverTurns {
  /** [unit] the last step that was one; 1 = the quarter before had a turn. */
  private readonly before: Float64Array;
  private readonly turnedBefore: Uint8Array;

  constructor(units: number) {
    this.before = new Float64Array(units);
    this.turnedBefore = new Uint8Array(units);
  }

  /** The next quarter of a unit. @param largest largest step of the lever */
  next(unit: number, step: number, largest: number): Turn {
    const before = this.before[unit]!;
    const turned = Math.abs(step) > NO_STEP && step * before < 0;
    const again = turned && this.turnedBefore[unit] === 1;
    this.turnedBefore[unit] = turned ? 1 : 0;
    if (Math.abs(step) > NO_STEP) this.before[unit] = step;
    if (!turned) return NONE;
    return { turned, again, far: Math.min(Math.abs(step), Math.abs(before)) > FAR * largest };
  }

  /** The unit has not got the lever: whatever comes next is no turn. */
  forget(unit: number): void {
    this.before[unit] = 0;
    this.turnedBefore[unit] = 0;
  }
}
