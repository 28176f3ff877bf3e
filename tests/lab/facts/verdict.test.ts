import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../src/lab/facts/fact.ts';
import { effectOf, type Verdict, verdictOf, verdictOfFact } from '../../../src/lab/facts/verdict.ts';

const MEASURE: Measure = {
  id: 'electives',
  words: 'electives',
  unit: '%',
  published: { value: -4, low: -5, high: -3 },
  expected: 'down',
  neutral: 0,
  band: [-8, -2],
  endInside: false,
  rule: 'inside',
  halfWidthAtMost: null,
  cannot: null,
};

const effect = (low: number, high: number) => ({ replicates: 6, value: (low + high) / 2, low, high });

describe('verdict of a figure', () => {
  it.each([
    [-5, -3, 'inside'],
    [-8, -2, 'inside'],
    [-9, -3, 'inconclusive'],
    [-3, -1, 'inconclusive'],
    [-12, 4, 'inconclusive'],
    [-12, -9, 'right sign, outside'],
    [-1.5, -0.5, 'right sign, outside'],
    [-1, 1, 'outside'],
    [0, 0, 'outside'],
    [1, 2, 'wrong sign'],
  ] as const)('%d to %d against −8 to −2, expected down: %s', (low, high, verdict) => {
    expect(verdictOf(MEASURE, effect(low, high))).toBe(verdict);
  });

  it('has no right side where the published effect is nought', () => {
    const nought: Measure = { ...MEASURE, expected: 'none', band: [-1, 1] };
    expect(verdictOf(nought, effect(2, 3))).toBe('outside');
    expect(verdictOf(nought, effect(-0.5, 0.5))).toBe('inside');
  });

  it('leaves the end of an open band outside, so that no effect is no sign', () => {
    const fall: Measure = { ...MEASURE, band: [null, 0] };
    expect(verdictOf(fall, effect(0, 0))).toBe('outside');
    expect(verdictOf(fall, effect(-2, -1))).toBe('inside');
    expect(verdictOf(fall, effect(1, 2))).toBe('wrong sign');
  });

  it('counts the end of an open band where none at all is agreement: no gain', () => {
    const noGain: Measure = { ...MEASURE, expected: 'none', band: [null, 0], endInside: true };
    expect(verdictOf(noGain, effect(0, 0))).toBe('inside');
    expect(verdictOf(noGain, effect(-1, 0))).toBe('inside');
    expect(verdictOf(noGain, effect(0, 1))).toBe('inconclusive');
    expect(verdictOf(noGain, effect(0.1, 1))).toBe('outside');
    const noLoss: Measure = { ...noGain, band: [0, null] };
    expect(verdictOf(noLoss, effect(0, 0))).toBe('inside');
    expect(verdictOf(noLoss, effect(-1, 0))).toBe('inconclusive');
  });

  it('measures sides of a ratio from 1', () => {
    const ratio: Measure = { ...MEASURE, expected: 'up', neutral: 1, band: [1.2, 2.5] };
    expect(verdictOf(ratio, effect(1.05, 1.1))).toBe('right sign, outside');
    expect(verdictOf(ratio, effect(0.5, 0.8))).toBe('wrong sign');
  });

  it('does not count “includes zero” that noise has earned', () => {
    const zero: Measure = { ...MEASURE, rule: 'includes zero', expected: 'none', halfWidthAtMost: 2 };
    expect(verdictOf(zero, effect(-1, 1))).toBe('inside');
    expect(verdictOf(zero, effect(-9, 9))).toBe('inconclusive');
    expect(verdictOf(zero, effect(0.5, 1))).toBe('outside');
  });

  it('says nothing of one replicate, and that none is no answer', () => {
    expect(verdictOf(MEASURE, effectOf([{ value: -4, error: 0 }]))).toBe('inconclusive');
    expect(verdictOf(MEASURE, effectOf([]))).toBe('cannot be posed yet');
    expect(verdictOf({ ...MEASURE, cannot: 'no lever' }, effect(-5, -3))).toBe('cannot be posed yet');
  });
});

describe('effect of replicates', () => {
  it('has Student’s interval: 1, 2, 3 is 2, less and more 4.303 / root 3', () => {
    const { value, low, high } = effectOf([1, 2, 3].map((one) => ({ value: one, error: 0 })));
    expect(value).toBe(2);
    expect(high - 2).toBeCloseTo(4.30265 / Math.sqrt(3), 4);
    expect(2 - low).toBeCloseTo(high - 2, 12);
  });

  it('does not let an estimator’s error shrink with replicates', () => {
    const figures = Array.from({ length: 100 }, () => ({ value: 5, error: 2 }));
    expect(effectOf(figures).high - 5).toBeCloseTo(1.959964 * 2, 4);
  });

  it('leaves out replicates without a figure', () => {
    expect(
      effectOf([
        { value: Number.NaN, error: 0 },
        { value: 1, error: 0 },
      ]).replicates,
    ).toBe(1);
  });
});

describe('verdict of a fact', () => {
  const fact = { cannot: null, context: null, role: 'validate' } as const;
  const tests = (...verdicts: Verdict[]) => verdicts.map((verdict) => ({ verdict, isTest: true }));
  const sized = (verdict: Verdict) => ({ verdict, isTest: false });

  it('is that of its worst figure that can be posed', () => {
    expect(verdictOfFact(fact, tests('inside', 'cannot be posed yet', 'inconclusive'))).toBe('inconclusive');
    expect(verdictOfFact(fact, tests('right sign, outside', 'wrong sign', 'inside'))).toBe('wrong sign');
    expect(verdictOfFact(fact, tests('cannot be posed yet'))).toBe('cannot be posed yet');
    expect(verdictOfFact({ ...fact, cannot: 'no mergers' }, tests('inside'))).toBe('cannot be posed yet');
  });

  it('is context, whatever its figures say, where the comparator is another', () => {
    const context = { ...fact, context: 'another country’s hospitals' };
    expect(verdictOfFact(context, tests('wrong sign'))).toBe('context');
    expect(verdictOfFact(context, tests('inside'))).toBe('context');
    expect(verdictOfFact({ ...context, cannot: 'no systems' }, [])).toBe('cannot be posed yet');
  });

  it('is inside only in part where a figure cannot be posed', () => {
    expect(verdictOfFact(fact, tests('inside', 'inside'))).toBe('inside');
    expect(verdictOfFact(fact, tests('inside', 'cannot be posed yet'))).toBe('inside (in part)');
  });

  it('leaves out figures by which rows were sized, unless rows may be fitted to it', () => {
    const figures = [sized('outside'), ...tests('inside')];
    expect(verdictOfFact(fact, figures)).toBe('inside');
    expect(verdictOfFact({ ...fact, role: 'calibrate' }, figures)).toBe('outside');
    expect(verdictOfFact(fact, [sized('inside')])).toBe('no test');
    expect(verdictOfFact(fact, [sized('inside'), ...tests('cannot be posed yet')])).toBe('no test');
  });
});
