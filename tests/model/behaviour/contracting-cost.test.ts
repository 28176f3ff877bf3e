import { describe, expect, it } from 'vitest';
import { contractingShare, contractingShareBefore } from '../../../src/model/behaviour/contracting-cost.ts';
import { PAYMENT } from '../../../src/model/institutions/payment.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { ledgerSum } from '../../../src/model/ledger/ledger.ts';
import { BT } from '../../../src/model/metrics/tallies.ts';
import { CATEGORY } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

const BLOCKS: SettingValues = {
  'payment.outpatient': 'block',
  'payment.elective': 'block',
  'payment.emergency': 'block',
  'payment.accidentAndEmergency': 'block',
};

describe('what a contract costs each side', () => {
  const { settings } = smallWorld({ people: 1000 });
  const { billing, priceTalks } = settings.contracting;
  const share = (payment: Partial<typeof PAYMENT>, category: number, inside = false) =>
    contractingShare({ settings }, { ...PAYMENT, ...payment }, category as 0, inside);

  it('is billing for every case that has a price, nothing under a block or inside one body', () => {
    expect(share({}, CATEGORY.elective)).toBe(billing);
    expect(share({ elective: 'block' }, CATEGORY.elective)).toBe(0);
    expect(share({ elective: 'block' }, CATEGORY.outpatient)).toBe(billing);
    expect(share({}, CATEGORY.emergency, true)).toBe(0);
  });

  it('is talks, too, where prices of planned care are not fixed', () => {
    for (const priceFreedom of ['local', 'negotiated'] as const) {
      expect(share({ priceFreedom }, CATEGORY.elective)).toBe(billing + priceTalks);
      expect(share({ priceFreedom }, CATEGORY.emergency)).toBe(billing);
      expect(share({ priceFreedom, elective: 'block' }, CATEGORY.elective)).toBe(0);
    }
  });

  it('was billing for all care in the base year', () => {
    for (const category of Object.values(CATEGORY))
      expect(contractingShareBefore({ settings }, category)).toBe(billing);
  });
});

describe('in the accounts', () => {
  it('the institutions of the base year pay nothing beyond it, and what they spend in all is billing of both sides', () => {
    const [dear, usual] = [2, 1].map((times) => {
      const world = smallWorld({
        people: 2000,
        weeks: 60,
        parameters: { contract_billing_share: 0.00097 * times },
      });
      return run(world, 40);
    });
    expect([...dear!.ledger.balance]).toEqual([...usual!.ledger.balance]);
    const cost = usual!.books.bodyYear[BT.contracting]!;
    const value = usual!.books.activityYear.reduce((sum, pence) => sum + pence, 0);
    expect(cost).toBeCloseTo(2 * 0.00097 * value, 3);
    expect(dear!.books.bodyYear[BT.contracting]).toBeCloseTo(2 * cost, 3);
  });

  it('a block saves both sides what billing would have cost, to the penny of each week', () => {
    const [with97, without] = [0.00097, 0].map((share) => {
      const world = smallWorld({
        people: 2000,
        weeks: 20,
        set: { ...BLOCKS, 'planning.organisationsAct': false },
        parameters: { contract_billing_share: share },
      });
      return run(world, 12);
    });
    const saved = (side: 'held' | 'retained'): number =>
      with97!.books[side].reduce((sum, pence, n) => sum + pence - without!.books[side][n]!, 0);
    const value = with97!.books.activityYear.reduce((sum, pence) => sum + pence, 0);
    expect(saved('held')).toBe(saved('retained'));
    // A part of a penny is rounded for each week, kind of care and pair.
    expect(Math.abs(saved('held') - 0.00097 * value)).toBeLessThan(12 * 4 * 2);
    expect(saved('held')).toBeGreaterThan(0);
    expect(ledgerSum(with97!.ledger)).toBe(0);
    expect(with97!.books.bodyYear[BT.contracting]).toBe(0);
  });
});
