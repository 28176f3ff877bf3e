import { logistic } from '../../../kernel/deterministic-math.ts';
import { QUARTER_WEEKS } from '../../calendar.ts';
import { institutionsOfProvider } from '../../institutions/in-force.ts';
import { admissionList, firstList } from '../../population/waiting-lists.ts';
import type { World } from '../../world.ts';

/**
 * Waits of each stage as boards see them at a review: the list over what was served in the quarter, smoothed, and the same
 * projected ahead, `W + H dW/dt` with the change clipped. Source: organisational laws, L4.
 */
export function reviewWaits(world: World): void {
  const { books, will, place } = world;
  for (let hs = 0; hs < place.providers.count * 8; hs++) {
    look(world, hs, firstList(world, hs), books.servedFirst[hs]!, will.clinicWait, will.clinicWaitProjected);
    look(
      world,
      hs,
      admissionList(world, hs),
      books.servedAdmission[hs]!,
      will.theatreWait,
      will.theatreWaitProjected,
    );
  }
}

function look(
  world: World,
  hs: number,
  list: number,
  served: number,
  wait: Float64Array,
  projected: Float64Array,
): void {
  const { horizonWeeks, mostBetterWeeks, mostWorseWeeks, longestWeeks, newsWeight } =
    world.settings.projection;
  const weekly = served / QUARTER_WEEKS;
  const now = weekly > 0 ? Math.min(longestWeeks, list / weekly) : list > 0 ? longestWeeks : 0;
  const before = wait[hs]!;
  // On the first review there is nothing to compare with.
  const seen = before === 0 ? now : before + newsWeight * (now - before);
  const change = before === 0 ? 0 : (horizonWeeks * (seen - before)) / QUARTER_WEEKS;
  wait[hs] = seen;
  projected[hs] = Math.max(0, seen + Math.max(-mostBetterWeeks, Math.min(mostWorseWeeks, change)));
}

/** Whether waits are taken as they are, or as planners project them. */
export type Outlook = 'now' | 'projected';

/** Weeks from referral to treatment of a provider's specialty. */
export function journeyWeeks(world: World, hs: number, outlook: Outlook): number {
  const { will, books, tables } = world;
  const diagnostics = tables.meanDelayWeeks[hs & 7]! * books.diagnosticsPace[hs >> 3]!;
  return outlook === 'now'
    ? will.clinicWait[hs]! + diagnostics + will.theatreWait[hs]!
    : will.clinicWaitProjected[hs]! + diagnostics + will.theatreWaitProjected[hs]!;
}

/**
 * Pounds of relief from targets that one more slot at a stage brings a year of its use: the stage's own wait counts,
 * as far as the whole journey exceeds the target, `pi_w p W_j logistic((R - target) / 2.5)`, p the level of prices, at most a share of the
 * price. A part of the pressure is contract penalties and counts as far as they are certain, over how certain they were
 * where the pressure was set. Source: organisational laws, L6 and 2.4.
 *
 * @param stageWait weeks on the stage's own list, of the same outlook
 */
export function targetRelief(
  world: World,
  hs: number,
  stageWait: number,
  pricePounds: number,
  outlook: Outlook,
): number {
  const { entitlement } = institutionsOfProvider(world, hs >> 3);
  if (entitlement.targetWaitWeeks === 0) return 0;
  const { poundsPerWeek, midpointSlack, mostShareOfPrice, sanctionShare, sanctionCertainty } =
    world.settings.targetPressure;
  const over =
    (journeyWeeks(world, hs, outlook) - entitlement.targetWaitWeeks + midpointSlack) /
    world.settings.targetPressure.scaleWeeks;
  const relief = poundsPerWeek * world.books.priceLevel * stageWait * logistic(over) * world.will.targetForce;
  const sanctions = 1 - sanctionShare + (sanctionShare * entitlement.sanctionCertainty) / sanctionCertainty;
  return entitlement.targetStrength * sanctions * Math.min(relief, mostShareOfPrice * pricePounds);
}
