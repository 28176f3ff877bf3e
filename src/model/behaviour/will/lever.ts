import type { World } from '../../world.ts';

/**
 * The marginal pay-off of a lever as the organisation that moves it perceives it: what one more unit of the lever, in
 * logarithms, is worth in a year, divided by the lever's own money base, so that every term is a plain number.
 */
export interface PayOff {
  /** Health of patients, as the clinician or the board values it. */
  altruism: number;
  /** The organisation's own cash; inside a body, its internal budget. */
  ownCash: number;
  /** The external cash of the body that the organisation is a member of. */
  jointCash: number;
  /** Relief from targets, less effort. */
  targets: number;
}

/** Columns of a recorded pay-off. */
export const TERMS = ['altruism', 'ownCash', 'jointCash', 'targets'] as const;

/** What a lever is counted by: one level for each provider and specialty, each provider, and so on. */
export type LeverUnit = 'provider-specialty' | 'provider' | 'commissioner' | 'practice' | 'body';

/** Week of a financial year in which plans for it are made: the first review after contracts and allocations are known. */
const PLANNING_WEEK = 12;

/** Whether a lever is decided anew at the review of a week, or keeps its course. */
export function isDecidedIn({ review }: Pick<Lever, 'review'>, week: number): boolean {
  return review === 'quarter' || week % 52 === PLANNING_WEEK;
}

/** Something that an organisation can do more or less of. */
export interface Lever {
  readonly id: string;
  readonly label: string;
  /** What a level means: the lever's own scale at its reference, and how care follows it. */
  readonly meaning: string;
  readonly unit: LeverUnit;
  /** Capacity moves slowly (staff, buildings); effort faster. */
  readonly pace: 'effort' | 'capacity';
  /** How often it is decided: every quarter, or in a plan for the year that is carried out in equal quarterly parts. */
  readonly review: 'quarter' | 'year';
  /** Whose hand is on it: clinicians feel their organisation's purse only in part and keep their own altruism. */
  readonly hand: 'clinician' | 'resource';
  /** The lever's money base: pounds a year of one unit, national scale-free (see `lhe levers`). */
  readonly basePounds: (world: World, unit: number) => number;
  /** Units of the money base that the unit has in a year: the weight of its pay-off in the national anchor. */
  readonly size: (world: World, unit: number) => number;
  /** Whether the unit has this lever now; one that has not stays where it is. */
  readonly acts: (world: World, unit: number) => boolean;
  readonly payOff: (world: World, unit: number, into: PayOff) => void;
  /** Part of the unit for which the lever's pay-off is felt, 0 to 1, where that is not all of it. */
  readonly stake?: (world: World, unit: number) => number;
  /**
   * How much the pay-off falls with one more log unit of the lever by the lever's own effect on what it is perceived
   * from; nothing where that takes longer than until the next decision.
   */
  readonly ownSlope?: (world: World, unit: number) => number;
}
