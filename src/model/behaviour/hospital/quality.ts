import { qualitySeen } from '../../institutions/choice.ts';
import { institutionsOfProvider } from '../../institutions/in-force.ts';
import { CATEGORY, type World } from '../../world.ts';
import { clinicianAltruism } from '../altruism.ts';
import { priceForQuality } from '../commissioner/price-bargaining.ts';
import { worthOfEnrolment } from '../enrolment-worth.ts';
import { marginalCash, type Purse, purseOf } from '../purse.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { clinicianSalience } from './clinician-salience.ts';
import { contestabilityOf } from './diversion.ts';
import { isSeenWhole } from './hospital-year.ts';
import { damping } from './slack.ts';
import { clinicSlot, plannedValue, theatreSlot } from './slots.ts';

/**
 * Effort for quality: fewer deaths, and patients who come because others speak well of the place, each worth its margin
 * over what a slot costs in the long run, or who enrol with its system; it costs cash:
 * `[a dQ/dq + (1 - s) choice beta_q I sum V max(0, m - L k)] / (1 + zeta slack) - cash L x`.
 * Source: organisational laws, 2.3 and 5.4 (Brekke, Siciliani and Straume).
 */
export const quality: Lever = {
  id: 'quality',
  label: 'Quality',
  meaning: 'effort for quality of care over that of the base year',
  unit: 'provider',
  pace: 'effort',
  review: 'quarter',
  hand: 'clinician',
  basePounds: (world, h) => world.settings.hospital.quality.baseShare * world.will.turnover[h]!,
  size: () => 1,
  acts: isSeenWhole,
  payOff(world, h, into) {
    const { settings, will } = world;
    const { hospital } = settings;
    const base = hospital.quality.baseShare * will.turnover[h]!;
    const purse = purseOf(world, h);
    const salience = clinicianSalience(world, h);
    const level = levelOf(world, 'quality', h);
    const gain = damping(world, h) / base;
    const spent = hospital.effortCashShare * level;
    const lives = will.deathsAYear[h]! * hospital.quality.fatality * hospital.quality.perLogEffort;
    const drawn = patientsDrawn(world, h, purse);
    const dearer = dearerContract(world, h, purse);
    drawn.own += dearer.own;
    drawn.joint += dearer.joint;
    into.altruism = gain * clinicianAltruism(world) * hospital.qalysPerDeath * lives;
    // Where people choose systems, they come to a better one.
    const people = worthOfEnrolment(world, h, purse);
    const utility = settings.betaQuality * hospital.quality.perLogEffort;
    into.ownCash =
      salience * (gain * (drawn.own + utility * people.own) - purse.lambdaOwn * (1 - purse.phi) * spent);
    into.jointCash =
      salience * (gain * (drawn.joint + utility * people.joint) - purse.lambdaJoint * purse.phi * spent);
  },
};

/** Pounds a year that one more log unit of effort draws by the choice of hospital, own and joint. */
function patientsDrawn(world: World, h: number, purse: Purse): { own: number; joint: number } {
  const { settings, books } = world;
  const { choice } = institutionsOfProvider(world, h);
  const chosen = choice.of === 'none' ? 0 : choice.offeredShare;
  const rivals = contestabilityOf(world, h);
  const response = (going: number): number =>
    going * chosen * settings.betaQuality * qualitySeen(choice) * settings.hospital.quality.perLogEffort;
  const drawn = { own: 0, joint: 0 };
  if (response(rivals.own) === 0) return drawn;
  for (let hs = h * 8; hs < h * 8 + 8; hs++) {
    const visit = clinicSlot(world, hs);
    const firsts = (books.outpatientSlots[hs]! / visit.slots) * 52;
    const operations = books.electiveSlots[hs]! * 52;
    const theatre = theatreSlot(world, hs);
    const outpatient = marginalCash(
      world,
      h,
      purse,
      CATEGORY.outpatient,
      visit.price,
      visit.variableCost + visit.holdingCost,
    );
    const elective = marginalCash(
      world,
      h,
      purse,
      CATEGORY.elective,
      theatre.price,
      theatre.variableCost + theatre.holdingCost,
    );
    drawn.own += firsts * Math.max(0, outpatient.own) + operations * Math.max(0, elective.own);
    drawn.joint += firsts * Math.max(0, outpatient.joint) + operations * Math.max(0, elective.joint);
  }
  // Who comes from another hospital of the body brings it nothing.
  drawn.own *= response(rivals.own);
  drawn.joint *= response(rivals.joint);
  return drawn;
}

/** Pounds a year that one more log unit of effort adds to the income from negotiated prices, own and joint. */
function dearerContract(world: World, h: number, purse: Purse): { own: number; joint: number } {
  if (institutionsOfProvider(world, h).payment.priceFreedom !== 'negotiated') return { own: 0, joint: 0 };
  const perLog = priceForQuality(world, h) * world.settings.hospital.quality.perLogEffort;
  const dearer = (perLog * plannedValue(world, h)) / world.books.priceFactor[h]!;
  // The same patients at another price: there is no cost to set against it.
  return marginalCash(world, h, purse, CATEGORY.elective, dearer, 0);
}
