import { logistic } from '../../kernel/deterministic-math.ts';
import type { Payment } from '../institutions/payment.ts';
import type { World } from '../world.ts';
import { emergencyBaseline } from './emergency-baseline.ts';

/**
 * Share of the price of one more emergency that is paid at once: the marginal rate as far as the year is above the
 * baseline, all below it; the rate on either side where it holds both ways. All of it where no year has been counted yet
 * that could be the baseline.
 * @param pairs purchasers and providers, p * H + h, taken together
 */
export function paidForEmergency(world: World, payment: Payment, pairs: readonly number[]): number {
  const { emergencyMarginalRate: rate, marginalRateBothWays } = payment;
  if (rate === 1) return rate;
  const above = chanceOfAbove(world, payment, pairs);
  if (above < 0) return 1;
  return marginalRateBothWays ? rate : 1 - (1 - rate) * above;
}

/** Share of the price of one more emergency that the rate leaves with the purchaser, as far as the year is above the baseline. */
export function retainedForEmergency(world: World, payment: Payment, pairs: readonly number[]): number {
  const { emergencyMarginalRate: rate } = payment;
  if (rate === 1) return 0;
  return (1 - rate) * Math.max(0, chanceOfAbove(world, payment, pairs));
}

/**
 * Emergency admissions this year to which the marginal rate holds, after so many weeks of the year: those above the
 * baseline at the same week, or below nothing as many as are lacking where it holds both ways. Never fewer than there were
 * when the terms changed within the year, as nothing was kept of those. None while all is paid in
 * full: in the first year, and as long as no year has been counted that could be the baseline.
 * @param ph p * H + h
 */
export function emergenciesAtTheRate(world: World, payment: Payment, ph: number, weeks: number): number {
  const { emergencyMarginalRate: rate, marginalRateBothWays } = payment;
  if (rate === 1 || world.week < 52) return 0;
  const baseline = emergencyBaseline(world, payment, ph);
  if (baseline < 0) return 0;
  const beyond = world.books.emergencyCount[ph]! - (baseline * weeks) / 52;
  return marginalRateBothWays ? beyond : Math.max(world.books.emergencyExcessBefore[ph]!, beyond);
}

/** How far the year is above the baseline at its present pace, smoothly, 0 to 1; -1 where there is no baseline yet. */
function chanceOfAbove(world: World, payment: Payment, pairs: readonly number[]): number {
  const { books, week, settings } = world;
  let now = 0;
  let baseline = 0;
  for (const ph of pairs) {
    now += books.emergencyCount[ph]!;
    baseline += Math.max(0, emergencyBaseline(world, payment, ph));
  }
  if (baseline === 0) return -1;
  const over = (now * 52) / ((week % 52) + 1) / baseline - 1;
  return logistic(over / settings.shortfall.scale);
}
