import { CATEGORY, PRICE, PRICES, type World } from '../../world.ts';
import { resourceAltruism } from '../altruism.ts';
import { marginalCash, purseOf } from '../purse.ts';
import { effortOfCommissioner, effortOfProvider } from '../relations/joint-work.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { freedBedDay } from './bed-worth.ts';
import { isSeenWhole } from './hospital-year.ts';

/**
 * A provider's effort for joint work with commissioners: it keeps people out of hospital, which under a tariff costs the
 * provider their price, and gets them home earlier:
 * `J/2 [-theta_E Em m(P_em, mc_em) + theta_L Em LOS v_day + theta_E Em a benefit] - cash L x`.
 * Source: organisational laws, 2.3 and L13.
 */
export const jointWorkProvider: Lever = {
  id: 'joint_work_provider',
  label: 'Joint work of the provider',
  meaning: 'effort for early discharge and avoided admissions with commissioners, over that of the base year',
  unit: 'provider',
  pace: 'effort',
  review: 'quarter',
  hand: 'resource',
  basePounds: (world, h) => world.settings.hospital.jointWorkShare * world.will.turnover[h]!,
  size: () => 1,
  acts: isSeenWhole,
  payOff(world, h, into) {
    const { settings, will } = world;
    const { jointWorkShare, effortCashShare } = settings.hospital;
    const { relations, jointWorkQalys } = settings.commissioning;
    const base = jointWorkShare * will.turnover[h]!;
    const purse = purseOf(world, h);
    const price = emergencyPrice(world, h);
    const cash = marginalCash(world, h, purse, CATEGORY.emergency, price, settings.variableCostShare * price);
    const day = freedBedDay(world, h, purse);
    const effect = (0.5 * jointWorkOf(world, h) * will.emergenciesAYear[h]!) / base;
    const avoided = relations.emergencies * effect;
    const days = relations.stays * settings.emergencyStayDays * effect;
    const spent = effortCashShare * levelOf(world, 'joint_work_provider', h);
    into.altruism = avoided * resourceAltruism(world, h) * jointWorkQalys;
    into.ownCash = -avoided * cash.own + days * day.own - purse.lambdaOwn * (1 - purse.phi) * spent;
    into.jointCash = -avoided * cash.joint + days * day.joint - purse.lambdaJoint * purse.phi * spent;
  },
};

/**
 * Joint work of a provider with the commissioners of its patients, `r sqrt(e_c e_h)` by trade; with those from elsewhere
 * it is as on the first day.
 */
function jointWorkOf(world: World, h: number): number {
  const { place, will, settings } = world;
  const H = place.providers.count;
  const own = effortOfProvider(world, h);
  const usual = settings.relationStart * Math.sqrt(settings.commissioning.relations.effortCommissioner * own);
  let joint = usual;
  for (let c = 0; c < place.commissioners.count; c++) {
    const trade = will.trade[c * H + h]!;
    if (trade === 0) continue;
    const here = will.managerial[c * H + h]! * Math.sqrt(effortOfCommissioner(world, c) * own);
    joint += trade * (here - usual);
  }
  return joint;
}

/** Mean price of an emergency, pounds. */
export function emergencyPrice(world: World, h: number): number {
  const short = world.settings.shortStayShare;
  const { pricePence } = world.books;
  return (
    (short * pricePence[h * PRICES + PRICE.emergencyShort]! +
      (1 - short) * pricePence[h * PRICES + PRICE.emergencyLong]!) /
    100
  );
}
