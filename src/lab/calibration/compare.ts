/** How a row comes to agree with its target. */
export type Standing =
  /** By construction: the target, or what fixes it, is an input. */
  | 'identity'
  /** A parameter was fitted to this target. */
  | 'fitted'
  /** Nothing was fitted to it. */
  | 'emergent';

/** One figure of the model beside the published one. */
export interface Line {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly model: number;
  readonly target: number;
  /** Inclusive bounds within which the row passes; null for a row that is only shown. */
  readonly pass: readonly [low: number, high: number] | null;
  readonly standing: Standing;
  /** How the published figure was counted. */
  readonly countedBy: string;
  readonly source: string;
}

export interface Verdict extends Line {
  readonly differencePct: number;
  readonly mark: 'pass' | 'FAIL' | 'shown';
}

/** Judge every line: a value that is not a number fails. */
export function judge(lines: readonly Line[]): readonly Verdict[] {
  return lines.map((line) => ({
    ...line,
    differencePct: 100 * (line.model / line.target - 1),
    mark: line.pass === null ? 'shown' : within(line.model, line.pass) ? 'pass' : 'FAIL',
  }));
}

/** Bounds of a target give or take a share of it. */
export function giveOrTake(target: number, share: number): [number, number] {
  return [target * (1 - share), target * (1 + share)];
}

/**
 * Relative sampling error of a prevalence among so many simulated people, three standard errors: who is ill in a
 * scaled run is luck, and a right model is beyond them once in 370 runs a condition.
 */
export function samplingShare(prevalence: number, agents: number): number {
  return 3 * Math.sqrt((1 - prevalence) / (prevalence * agents));
}

function within(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high;
}
