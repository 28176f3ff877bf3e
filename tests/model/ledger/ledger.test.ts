import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLedger, ledgerSum, transfer } from '../../../src/model/ledger/ledger.ts';

describe('the ledger', () => {
  it('moves what one account loses to another', () => {
    const ledger = createLedger(2, 3);
    transfer(ledger, ledger.accounts.treasury, ledger.accounts.commissioner + 1, 12_345);
    expect(ledger.balance[ledger.accounts.treasury]).toBe(-12_345);
    expect(ledger.balance[ledger.accounts.commissioner + 1]).toBe(12_345);
  });

  it('gives every account a place of its own', () => {
    const { accounts } = createLedger(2, 3);
    const starts = [
      accounts.treasury,
      accounts.elsewhere,
      accounts.suppliers,
      ...[0, 1].map((c) => accounts.commissioner + c),
      ...[0, 1].map((c) => accounts.community + c),
      ...[0, 1].map((c) => accounts.primaryCare + c),
      ...[0, 1].map((c) => accounts.prescribing + c),
      ...[0, 1].map((c) => accounts.otherServices + c),
      ...[0, 1, 2].map((h) => accounts.provider + h),
    ];
    expect(new Set(starts).size).toBe(starts.length);
    expect(Math.max(...starts)).toBe(accounts.count - 1);
  });

  it('sums to zero after any movements, to the penny', () => {
    const movement = fc.record({
      from: fc.nat(15),
      to: fc.nat(15),
      pence: fc.integer({ min: -1e12, max: 1e12 }),
    });
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 60 }), (movements) => {
        const ledger = createLedger(2, 3);
        for (const { from, to, pence } of movements) transfer(ledger, from, to, pence);
        expect(ledgerSum(ledger)).toBe(0);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
