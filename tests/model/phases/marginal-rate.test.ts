import { describe, expect, it } from 'vitest';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { purchasersOf } from '../../../src/model/organisations/structure.ts';
import { money } from '../../../src/model/phases/money.ts';
import { CATEGORY } from '../../../src/model/world.ts';
import { smallWorld } from '../world.ts';

const LAST_YEAR = 5200;
const PRICE_PENCE = 150_000;

/** What was taken off the price of each week's emergencies in a year of so many a week, pence. */
function takenOff(aWeek: number, set: SettingValues = {}): number[] {
  const world = smallWorld({
    people: 500,
    trusts: 1,
    set: { 'payment.emergencyMarginalRate': 0.3, ...set },
    parameters: { coding_audit_share: 0 },
  });
  const { books, place, structure } = world;
  const at = CATEGORY.emergency * purchasersOf(place, structure) * place.providers.count;
  books.emergencyCountLastYear[0] = LAST_YEAR;
  const off: number[] = [];
  for (world.week = 52; world.week < 104; world.week++) {
    books.emergencyCount[0]! += aWeek;
    books.activityValue[at] = aWeek * PRICE_PENCE;
    const before = books.activitySpendYear[0]!;
    money(world);
    off.push(aWeek * PRICE_PENCE - (books.activitySpendYear[0]! - before));
  }
  return off;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe('a marginal rate for emergencies', () => {
  const tenth = 0.7 * 0.1 * LAST_YEAR * PRICE_PENCE;

  it('leaves a year like the last one alone, in every week of it', () => {
    for (const off of takenOff(100)) expect(off).toBe(0);
    for (const off of takenOff(100, { 'payment.marginalRateBothWays': true })) expect(off).toBe(0);
    for (const off of takenOff(90)) expect(off).toBe(0);
  });

  it('takes its part off the price of those above it, as they come', () => {
    const off = takenOff(110);
    expect(sum(off) / tenth).toBeCloseTo(1, 6);
    for (const week of off) expect(week / (tenth / 52)).toBeCloseTo(1, 6);
    const allowed = takenOff(110, { 'payment.marginalRateAllowance': 0.05 });
    expect(sum(allowed) / tenth).toBeCloseTo(0.5, 6);
  });

  it('pays the same for those that are lacking where it holds both ways', () => {
    expect(sum(takenOff(90, { 'payment.marginalRateBothWays': true })) / -tenth).toBeCloseTo(1, 6);
  });
});
