import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { policyNumbers } from '../../../src/lab/parameters/policy-numbers.ts';
import { registry } from '../../../src/lab/parameters/registry.ts';
import { POLICY_NUMBERS } from '../../../src/model/institutions/policy.ts';
import { SETTINGS } from '../../../src/model/institutions/settings.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';

const NUMBERS = SETTINGS.filter(({ schema }) => schema instanceof z.ZodNumber);
const rows = policyNumbers();

describe('numbers of institutions', () => {
  it('are listed, each with its unit and its source', () => {
    expect(NUMBERS.length).toBeGreaterThan(30);
    expect(NUMBERS.filter(({ schema }) => POLICY_NUMBERS.get(schema) === undefined)).toEqual([]);
    const listed = new Set(rows.map(({ id }) => id));
    expect(NUMBERS.filter(({ path }) => !listed.has(`institution.${path}`))).toEqual([]);
    expect(rows.filter(({ unit, source }) => unit === '' || source === '')).toEqual([]);
  });

  it('are of class policy, with the value in force and the range that the setting allows', () => {
    const row = registry().find(({ id }) => id === 'institution.choice.offeredShare')!;
    expect(row).toMatchObject({ value: 0.49, low: 0, high: 1, unit: 'share', parameterClass: 'policy' });
    expect(row.link).toMatch(/^http:\/\/www\.kingsfund\.org\.uk/);
  });

  it('are listed for a regime where it differs from the one that it varies', () => {
    const of = (id: string) => rows.find((row) => row.id === id);
    expect(of('regime.heft.rollout.threshold')).toMatchObject({ value: 0.4, status: 'assumption' });
    expect(of('regime.heft.rollout.threshold')!.source).toMatch(/How bad must relations be\?/);
    expect(of('regime.heft.budget.savingsShare')).toBeUndefined();
    expect(of('regime.purchaser-provider-split-2010-11.payment.emergencyMarginalRate')).toMatchObject({
      value: 0.3,
      status: 'sourced',
    });
  });

  it('have sources and open questions only for numbers that the regime really has', () => {
    const paths = new Set(NUMBERS.map(({ path }) => path));
    for (const regime of REGIMES) {
      const told = [
        ...Object.keys(regime.sources),
        ...regime.undecided.flatMap(({ settings = [] }) => settings),
      ];
      expect(told.filter((path) => !paths.has(path))).toEqual([]);
      expect(new Set(told).size).toBe(told.length);
    }
  });
});
