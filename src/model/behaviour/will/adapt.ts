import { detExp, detLog, detTanh } from '../../../kernel/deterministic-math.ts';
import { QUARTERS } from '../../calendar.ts';
import {
  institutionsOfBody,
  institutionsOfCommissioner,
  institutionsOfPractice,
  institutionsOfProvider,
} from '../../institutions/in-force.ts';
import type { World } from '../../world.ts';
import { isDecidedIn, type Lever, type LeverUnit, type PayOff } from './lever.ts';
import { LEVERS } from './levers.ts';
import { RECORD } from './will.ts';

/** What the law of adaptation knows of one lever: parameter values. */
export interface LeverLaw {
  /** Curvature of the anchor: how much dearer the next step gets. */
  readonly stiffness: number;
  /** Pay-off that leaves the lever at rest at its reference: calibrated nationally, once. */
  readonly d0: number;
  /** Largest step of ln x in a quarter. */
  readonly step: number;
  /** Movement of ln x that was observed in the base years, a year: what the anchor is calibrated on. */
  readonly observedGrowth: number;
  /** Bounds of ln x. */
  readonly low: number;
  readonly high: number;
}

/**
 * The one law by which every organisation moves every lever, each quarter:
 * `ln x <- clip(ln x + step * attention * tanh(MB / scale))`, `MB = D - d0 - k (x/x0 - x0/x)`.
 * Of a lever that matters for a part s of its unit only, `MB = s (D - d0) - k (x/x0 - x0/x)`: the rest is held by the
 * anchor alone. What is planned by the year keeps its course until the next plan. Source: model description, section 6.1.
 *
 * @param attention the lever's share of the organisation's attention times the number of its levers, by unit
 */
export function moveLever(world: World, index: number, attention: (unit: number) => number): void {
  const lever = LEVERS[index]!;
  const law = world.settings.levers[index]!;
  const level = world.will.level[index]!;
  const record = world.will.record[index]!;
  const course = world.will.course[index]!;
  const decides = isDecidedIn(lever, world.week);
  const term: PayOff = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
  for (let unit = 0; unit < level.length; unit++) {
    if (!lever.acts(world, unit) || !hasWill(world, lever.unit, unit)) {
      course[unit] = 0;
      continue;
    }
    const heed = attention(unit);
    const row = unit * RECORD;
    perceive(lever, world, unit, term);
    const x = level[unit]!;
    const anchor = anchorPull(law.stiffness, x);
    const stake = lever.stake?.(world, unit) ?? 1;
    const marginal = stake * (term.altruism + term.ownCash + term.jointCash + term.targets - law.d0) - anchor;
    if (decides) course[unit] = detTanh(marginal / scaleOf(world, lever, law, unit, heed));
    const before = detLog(x);
    const after = Math.max(law.low, Math.min(law.high, before + law.step * heed * course[unit]!));
    level[unit] = detExp(after);
    record[row] = stake * term.altruism;
    record[row + 1] = stake * term.ownCash;
    record[row + 2] = stake * term.jointCash;
    record[row + 3] = stake * term.targets;
    record[row + 4] = stake * law.d0;
    record[row + 5] = anchor;
    record[row + 6] = marginal;
    record[row + 7] = after - before;
  }
}

/** Whether the institutions in force for whoever holds the lever let organisations act. */
function hasWill(world: World, kind: LeverUnit, unit: number): boolean {
  switch (kind) {
    case 'provider-specialty':
      return institutionsOfProvider(world, unit >> 3).planning.organisationsAct;
    case 'provider':
      return institutionsOfProvider(world, unit).planning.organisationsAct;
    case 'commissioner':
      return institutionsOfCommissioner(world, unit).planning.organisationsAct;
    case 'practice':
      return institutionsOfPractice(world, unit).planning.organisationsAct;
    case 'body':
      return institutionsOfBody(world, unit).planning.organisationsAct;
  }
}

/** Pay-off of a lever at the unit's present level. */
export function perceive(lever: Lever, world: World, unit: number, into: PayOff): void {
  into.altruism = 0;
  into.ownCash = 0;
  into.jointCash = 0;
  into.targets = 0;
  lever.payOff(world, unit, into);
}

/** The anchor's pull on a level `x` (over its reference): nothing at 1, growing either way. */
export function anchorPull(stiffness: number, x: number): number {
  return stiffness * (x - 1 / x);
}

/**
 * Scale of the step: so wide that what is decided at once never carries a lever beyond half of the way to where it wants
 * to be, `steps * step * attention * m / scale <= 0.5`, with m the slope of the anchor at the reference, 2 k, and that of
 * the pay-off where the lever's effect is felt before the next decision.
 */
function scaleOf(world: World, lever: Lever, law: LeverLaw, unit: number, attention: number): number {
  const slope = 2 * law.stiffness + Math.max(0, lever.ownSlope?.(world, unit) ?? 0);
  return scaleAt(world.settings.leverScale, law, lever.review, attention, slope);
}

/** The same where nothing but the anchor pulls back. */
export function scaleAtRest(least: number, law: LeverLaw, review: Lever['review']): number {
  return scaleAt(least, law, review, 1, 2 * law.stiffness);
}

function scaleAt(
  least: number,
  law: LeverLaw,
  review: Lever['review'],
  attention: number,
  slope: number,
): number {
  const steps = review === 'year' ? QUARTERS : 1;
  return Math.max(least, 2 * steps * law.step * attention * slope);
}
