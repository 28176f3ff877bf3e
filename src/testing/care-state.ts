import {
  LIFE,
  type People,
  SPECIALTY_SHIFT,
  STAGE,
  STAGE_MASK,
  URGENT_BIT,
} from '../model/population/people.ts';

/** Where a person stands: alive or not, at which stage of which pathway, since when. */
export interface CareState {
  readonly life: number;
  readonly stage: number;
  /** Provider * 8 + specialty. */
  readonly place: number;
  readonly urgent: 0 | 1;
  /** Week in which the clock started + CLOCK_OFFSET; 0 when none runs. */
  readonly clock: number;
}

export function careState(people: People, i: number): CareState {
  return careStateFrom(people.life(i), people.pathway(i), people.provider(i), people.clock(i));
}

export function careStateFrom(life: number, pathway: number, provider: number, clock: number): CareState {
  return {
    life,
    stage: pathway & STAGE_MASK,
    place: provider * 8 + ((pathway >> SPECIALTY_SHIFT) & 7),
    urgent: (pathway & URGENT_BIT) === 0 ? 0 : 1,
    clock,
  };
}

/** Is this person, alive, on a list or in diagnostics? */
export function isOnPathway(state: CareState): boolean {
  return state.life === LIFE.present && state.stage >= STAGE.firstOutpatient;
}
