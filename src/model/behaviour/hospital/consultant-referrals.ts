import { detLog } from '../../../kernel/deterministic-math.ts';
import { CATEGORY, type World } from '../../world.ts';
import { clinicianAltruism } from '../altruism.ts';
import { marginalCash, purseOf } from '../purse.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { clinicianSalience } from './clinician-salience.ts';
import { chanceFilled, clinicSlot } from './slots.ts';
import { targetRelief } from './stage-wait.ts';
import { averageOver, trustMean, trustSum } from './trust-mean.ts';

/**
 * Referrals from one consultant to another. One more fills a clinic where the list is short and adds to the queue where it
 * is long; its benefit falls with their number, relative to the clinical norm:
 * `[m(B, u v) (1 - b) - relief b - a .3 u_s ln x] / B`. Source: the terms of a conversion, organisational laws, 2.3.
 */
export const consultantReferrals: Lever = {
  id: 'consultant_referrals',
  label: 'Referrals between consultants',
  meaning: 'referrals of a consultant to another over those of the base year',
  unit: 'provider',
  pace: 'effort',
  review: 'quarter',
  hand: 'clinician',
  basePounds: (world, h) =>
    trustMean(
      h,
      (hs) => clinicSlot(world, hs).price,
      (hs) => firsts(world, hs),
    ),
  size: (world, h) =>
    trustSum(h, (hs) => firsts(world, hs)) * 52 * world.settings.hospital.consultantReferralsPerFirst,
  acts: (world, h) => trustSum(h, (hs) => firsts(world, hs)) > 0,
  payOff(world, h, into) {
    const { settings, will } = world;
    const purse = purseOf(world, h);
    const salience = clinicianSalience(world, h);
    const beyondNorm = detLog(levelOf(world, 'consultant_referrals', h));
    const altruism = clinicianAltruism(world) * settings.visitShareOfBenefit * beyondNorm;
    let weight = 0;
    for (let hs = h * 8; hs < h * 8 + 8; hs++) {
      const here = firsts(world, hs);
      const visit = clinicSlot(world, hs);
      if (here === 0 || visit.price === 0) continue;
      const share = here / visit.price;
      const wait = will.clinicWait[hs]!;
      const filled = chanceFilled(world, wait);
      const cash = marginalCash(world, h, purse, CATEGORY.outpatient, visit.price, visit.variableCost);
      into.altruism -= share * altruism * settings.needDecrement[hs & 7]!;
      into.ownCash += share * salience * cash.own * (1 - filled);
      into.jointCash += share * salience * cash.joint * (1 - filled);
      into.targets -= share * targetRelief(world, hs, wait, visit.price, 'now') * filled;
      weight += here;
    }
    averageOver(weight, into);
  },
};

/** First visits a week at the capacity of clinics. */
function firsts(world: World, hs: number): number {
  const { books, settings } = world;
  return books.outpatientSlots[hs]! / (1 + books.followUpRatio[hs]! * settings.followUpSlotWeight);
}
