import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/lab/scenario/load.ts';
import { type ResolvedArm, resolveScenario } from '../../../src/lab/scenario/resolve.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../../../src/model/regimes/purchaser-provider-split.ts';
import { fromWeek } from '../../../src/model/run-input.ts';
import { SMALL_VOCABULARY, VALID } from './small-vocabulary.ts';

const SPLIT = PURCHASER_PROVIDER_SPLIT.institutions;

function resolved(text: string, changes: { weeks?: number } = {}): readonly ResolvedArm[] {
  const loaded = loadScenario(text, 'test.yaml', SMALL_VOCABULARY);
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
  return resolveScenario({ ...loaded.scenario, ...changes }, SMALL_VOCABULARY);
}

describe('the institutions of an arm', () => {
  it('are those of its regime', () => {
    expect(resolved(VALID)[0].input.institutions).toEqual([
      fromWeek(0, SPLIT, 'the run starts under purchaser-provider-split'),
    ]);
  });

  it('are the same whether a preset is named or composed setting by setting', () => {
    const named = resolved(VALID.replace('purchaser-provider-split', 'blocks'));
    const composed = resolved(`${VALID}    set: { payment.elective: block, payment.emergency: block }\n`);
    expect(composed[0].input.institutions[0].institutions).toEqual(
      named[0].input.institutions[0].institutions,
    );
  });

  it('go on through a switch that only sets, and start afresh at one to a regime', () => {
    const text = `${VALID}    set: { choice.of: none }
    switch:
      - { week: 52, set: { budget.salience: hard }, why: a reason }
      - { week: 104, to: blocks, set: { payment.emergency: tariff } }
`;
    const [first, second, third] = resolved(text)[0].input.institutions;
    expect(first.institutions).toEqual({ ...SPLIT, choice: { ...SPLIT.choice, of: 'none' } });
    const hard = { ...first.institutions, budget: { ...SPLIT.budget, salience: 'hard' as const } };
    expect(second).toEqual(fromWeek(52, hard, 'a reason'));
    const blocks = { ...SPLIT, payment: { ...SPLIT.payment, elective: 'block' as const } };
    expect(third).toEqual(fromWeek(104, blocks, 'switch to blocks'));
  });

  it('leave the preset itself as it was', () => {
    const before = structuredClone(SPLIT);
    resolved(`${VALID}    set: { choice.of: none, payment.emergencyMarginalRate: 0.3 }\n`);
    expect(SPLIT).toEqual(before);
  });
});

describe('a trigger', () => {
  const text = `${VALID}    switch:
      - { week: 52, set: { choice.of: none } }
      - { when: { metric: list_total, above: 900, for: 4 }, to: blocks }
      - { when: { metric: list_total, below: 700.5, for: 13, not_before: 260 }, to: purchaser-provider-split, why: enough }
`;

  it('stands in place of a week, with its defaults filled in', () => {
    const [, , second, third] = resolved(text)[0].input.institutions;
    expect(second).toMatchObject({
      week: null,
      when: { metric: 'list_total', is: 'above', level: 900, weeks: 4, notBefore: 0 },
      why: 'switch to blocks',
    });
    expect(second.institutions.payment.elective).toBe('block');
    expect(third).toEqual({
      week: null,
      when: { metric: 'list_total', is: 'below', level: 700.5, weeks: 13, notBefore: 260 },
      institutions: SPLIT,
      overrides: [],
      why: 'switch to purchaser-provider-split: enough',
    });
  });

  it('that cannot fire any more in a shortened run is left out', () => {
    const weeks = (length: number) => resolved(text, { weeks: length })[0].input.institutions.length;
    expect([520, 261, 260, 53, 52].map(weeks)).toEqual([4, 4, 3, 3, 1]);
  });

  it('makes the cohort that of the earliest week at which it may fire', () => {
    const first = (when: string) => resolved(`${VALID}    switch: [{ when: ${when}, to: blocks }]\n`)[0];
    expect(first('{ metric: list_total, above: 1, for: 4, not_before: 30 }').input.cohortWeek).toBe(30);
    expect(first('{ metric: list_total, above: 1, for: 4 }').input.cohortWeek).toBe(0);
    expect(resolved(text)[0].input.cohortWeek).toBe(0);
  });
});

describe('the closed cohort', () => {
  const twoArms = `${VALID}    switch: [{ week: 104, to: blocks }]
  - name: early
    regime: purchaser-provider-split
    switch: [{ week: 52, set: { choice.of: none } }, { week: 60, to: blocks }]
`;

  it('is that of the first switch of any arm, in every arm', () => {
    expect(resolved(twoArms).map((arm) => arm.input.cohortWeek)).toEqual([52, 52]);
  });

  it('is that of week 0 when nothing switches, or only after the end of a shortened run', () => {
    expect(resolved(VALID)[0].input.cohortWeek).toBe(0);
    const short = resolved(twoArms, { weeks: 40 });
    expect(short.map((arm) => arm.input.cohortWeek)).toEqual([0, 0]);
    expect(short.map((arm) => arm.input.institutions.length)).toEqual([1, 1]);
  });
});

describe('parameters and shocks', () => {
  it('take every default but those overridden', () => {
    expect(resolved(`${VALID}parameters: { births_per_1000: 13.5 }\n`)[0].input.parameters).toEqual({
      births_per_1000: 13.5,
      referral_noise: 0.22,
      england_deaths: 470,
    });
  });

  it('are the scenario’s unless the arm has its own, even none', () => {
    const text = `${VALID}    shocks: []
  - { name: other, regime: blocks }
shocks: [{ week: 156, for: 208, budget_growth: 0 }]
`;
    const shock = {
      week: 156,
      weeks: 208,
      emergencies: 1,
      beds: 1,
      slots: 1,
      operations: 1,
      budgetGrowth: 0,
    };
    expect(resolved(text).map((arm) => arm.input.shocks)).toEqual([[], [shock]]);
  });
});
