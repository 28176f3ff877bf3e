import { logistic } from '../../../kernel/deterministic-math.ts';
import { institutionsOfProvider } from '../../institutions/in-force.ts';
import { CATEGORY, PRICE, PRICES, type World } from '../../world.ts';
import { clinicianAltruism } from '../altruism.ts';
import { paidOfListed } from '../commissioner/package.ts';
import { marginalCash, purseOf } from '../purse.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { clinicianSalience } from './clinician-salience.ts';
import { chanceFilled, clinicSlot, theatreSlot } from './slots.ts';
import { targetRelief } from './stage-wait.ts';
import { averageOver, trustMean, trustSum } from './trust-mean.ts';

/**
 * Follow-up visits over those of the base year. One more is paid like an attendance and takes its part of a clinic slot
 * from a new patient where the list is long: `[m(P_f, v) - w S b] / P_f`, S what a slot of a first visit is worth with
 * all that follows, at least nothing. Beyond a cap follow-ups are not paid. Source: organisational laws, 2.3 and L11.
 */
export const followUpRatio: Lever = {
  id: 'follow_up_ratio',
  label: 'Follow-up visits',
  meaning: 'follow-up visits for each first visit over those of the base year',
  unit: 'provider',
  pace: 'effort',
  review: 'quarter',
  hand: 'clinician',
  basePounds: (world, h) =>
    trustMean(
      h,
      (hs) => followUpPrice(world, hs),
      (hs) => followUps(world, hs),
    ),
  size: (world, h) => trustSum(h, (hs) => followUps(world, hs)) * 52,
  acts: (world, h) => trustSum(h, (hs) => followUps(world, hs)) > 0,
  payOff(world, h, into) {
    const { settings } = world;
    const purse = purseOf(world, h);
    const salience = clinicianSalience(world, h);
    const paid = paidShare(world, h);
    let weight = 0;
    for (let hs = h * 8; hs < h * 8 + 8; hs++) {
      const here = followUps(world, hs);
      const price = followUpPrice(world, hs);
      if (here === 0 || price === 0) continue;
      const cash = marginalCash(
        world,
        h,
        purse,
        CATEGORY.outpatient,
        price * paid,
        settings.variableCostShare * price,
      );
      const slot = firstVisitWorth(world, h, hs, purse, salience);
      const displaced = settings.followUpSlotWeight * chanceFilled(world, world.will.clinicWait[hs]!);
      const share = here / price;
      into.altruism -= share * displaced * slot.altruism;
      into.ownCash += share * (salience * cash.own - displaced * slot.own);
      into.jointCash += share * (salience * cash.joint - displaced * slot.joint);
      into.targets -= share * displaced * slot.targets;
      weight += here;
    }
    averageOver(weight, into);
  },
};

/** Part of the price that is paid for one more follow-up: all below the cap, nothing beyond. */
function paidShare(world: World, h: number): number {
  const cap = institutionsOfProvider(world, h).payment.followUpCap;
  if (cap === 0) return 1;
  const { settings } = world;
  const level = levelOf(world, 'follow_up_ratio', h);
  return logistic((cap - level) / settings.hospital.followUpCapScale);
}

/** A slot used for a first visit, pounds as the clinician feels them, by term; nothing where it would cost more than it brings. */
function firstVisitWorth(
  world: World,
  h: number,
  hs: number,
  purse: ReturnType<typeof purseOf>,
  salience: number,
): { altruism: number; own: number; joint: number; targets: number } {
  const { settings, books, will } = world;
  const visit = clinicSlot(world, hs);
  const theatre = theatreSlot(world, hs);
  const cash = marginalCash(world, h, purse, CATEGORY.outpatient, visit.price, visit.variableCost);
  const operation = marginalCash(world, h, purse, CATEGORY.elective, theatre.price, theatre.variableCost);
  const room =
    books.conversionShare[hs]! * paidOfListed(world, hs) * (1 - chanceFilled(world, will.theatreWait[hs]!));
  const altruism = clinicianAltruism(world) * settings.needDecrement[hs & 7]! * settings.visitShareOfBenefit;
  const own = salience * (cash.own + room * Math.max(0, operation.own));
  const joint = salience * (cash.joint + room * Math.max(0, operation.joint));
  const targets = targetRelief(world, hs, will.clinicWait[hs]!, visit.price, 'now');
  if (altruism + own + joint + targets <= 0) return { altruism: 0, own: 0, joint: 0, targets: 0 };
  const each = 1 / visit.slots;
  return { altruism: altruism * each, own: own * each, joint: joint * each, targets: targets * each };
}

/** Follow-ups a week at the capacity of clinics. */
function followUps(world: World, hs: number): number {
  const { books, settings } = world;
  const ratio = books.followUpRatio[hs]!;
  return (books.outpatientSlots[hs]! / (1 + ratio * settings.followUpSlotWeight)) * ratio;
}

/** Pounds. */
function followUpPrice(world: World, hs: number): number {
  return world.books.pricePence[(hs >> 3) * PRICES + PRICE.followUp + (hs & 7)]! / 100;
}
