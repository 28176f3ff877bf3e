import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EFFECT_IDS } from '../../../src/lab/calibration/fact-figures.ts';
import { FIGURE_IDS, figureOf } from '../../../src/lab/calibration/figures.ts';
import { type CalibrationSpec, loadSpec } from '../../../src/lab/calibration/spec.ts';
import { allFacts, roleOf } from '../../../src/lab/facts/table.ts';
import { vocabularyWithPlaces } from '../../../src/lab/scenario/open-place.ts';
import type { Problem } from '../../../src/lab/scenario/problem.ts';
import { parameter } from '../../../src/model/evidence/parameters.ts';

const VOCABULARY = vocabularyWithPlaces();

const VALID = `name: small
place: herefordshire
scale: 0.1
parameters:
  - row: need_scale
  - { name: conversion, rows: [conversion_other, conversion_cardiology] }
targets:
  - { id: gp_referrals_per_1000, tolerance: 0.01, discrepancy: 0.02 }
`;

function specOf(text: string): CalibrationSpec {
  const loaded = loadSpec(text, 'spec.yaml', VOCABULARY);
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems, null, 1));
  return loaded.spec;
}

function problemOf(text: string): Problem {
  const loaded = loadSpec(text, 'spec.yaml', VOCABULARY);
  if (!('problems' in loaded)) throw new Error('no problem found');
  expect(loaded.problems).toHaveLength(1);
  return loaded.problems[0]!;
}

const swap = (from: string, to: string) => {
  expect(VALID).toContain(from);
  return VALID.replace(from, to);
};

describe('the file of a calibration', () => {
  it('gets its defaults, and priors from the plausible ranges', () => {
    const spec = specOf(VALID);
    expect(spec).toMatchObject({
      place: { kind: 'named', id: 'herefordshire' },
      weeks: 104,
      seed: 'small',
      replicates: 2,
      loss: 'squares',
      starts: 3,
      waves: { count: 2, draws: 40, cutoff: 3 },
      report: [],
    });
    const { low, high } = parameter('need_scale');
    expect(spec.parameters[0]).toMatchObject({
      id: 'need_scale',
      rows: ['need_scale'],
      low,
      high,
      log: true,
    });
    // A factor multiplies what stood before any fit, and may move every row only within its own range.
    const factor = spec.parameters[1]!;
    for (const id of factor.rows) {
      const row = parameter(id);
      expect(row.beforeFit! * factor.low).toBeGreaterThanOrEqual(row.low - 1e-12);
      expect(row.beforeFit! * factor.high).toBeLessThanOrEqual(row.high + 1e-12);
    }
  });

  it('may narrow a prior and never widen it beyond the plausible range', () => {
    expect(specOf(swap('row: need_scale', 'row: need_scale\n    low: 0.9')).parameters[0]!.low).toBe(0.9);
    const problem = problemOf(swap('row: need_scale', 'row: need_scale\n    low: 0.1'));
    expect(problem).toMatchObject({ line: 6, path: 'parameters[0].low' });
    expect(problem.message).toContain('0.8 to 1.2');
  });

  it('refuses to fit to a fact of role validate, and says why', () => {
    expect(roleOf('B13')).toBe('validate');
    const problem = problemOf(swap('gp_referrals_per_1000', 'B13'));
    expect(problem).toMatchObject({ file: 'spec.yaml', line: 8, path: 'targets[0].id' });
    expect(problem.message).toContain('the role of B13 is validate: it must emerge and is never fitted to');
  });

  it.each(['b13', 'B04 '])('knows %s as such a fact however it is written', (id) => {
    expect(problemOf(swap('gp_referrals_per_1000', `"${id}"`)).message).toContain('is validate');
  });

  it('says that a fact between two scenarios is no figure of one run', () => {
    expect(roleOf('B33')).toBe('calibrate');
    expect(problemOf(swap('gp_referrals_per_1000', 'B33')).message).toContain(
      'an effect between two scenarios',
    );
  });

  it('has no figure that is a fact', () => {
    const facts = allFacts().map(({ id }) => id);
    for (const id of FIGURE_IDS) expect(facts).not.toContain(id);
  });

  it.each([
    ['gp_referrals_per_1000', 'gp_referals_per_1000', 'targets[0].id', 'Did you mean gp_referrals_per_1000?'],
    ['row: need_scale', 'row: need_scal', 'parameters[0].row', 'Did you mean need_scale?'],
    ['tolerance', 'tolerence', 'targets[0].tolerence', 'Did you mean tolerance?'],
    ['place: herefordshire', 'place: herefordshir', 'place', 'Did you mean herefordshire?'],
  ])('says what was probably meant: %s', (from, to, path, suggestion) => {
    const loaded = loadSpec(swap(from, to), 'spec.yaml', VOCABULARY);
    const problems = 'problems' in loaded ? loaded.problems : [];
    expect(problems).toContainEqual(expect.objectContaining({ path, suggestion }));
  });

  it.each([
    [
      'a published figure as a parameter',
      'row: need_scale',
      'row: deaths_per_1000',
      'which this row has not',
    ],
    ['a row twice', 'row: need_scale', 'row: conversion_other', 'free once each'],
    ['too few weeks', 'scale: 0.1', 'weeks: 52', 'from 104'],
    ['a reference that is smaller', 'scale: 0.1', 'scale: 0.1\nreference: { scale: 0.05 }', 'a scale above'],
    ['a place of one’s own', 'herefordshire', '{ folder: mine }', 'those of England'],
    ['a figure fitted and only shown', 'scale: 0.1', 'report: [gp_referrals_per_1000]', 'which this is'],
  ])('refuses %s', (_, from, to, message) => {
    expect(problemOf(swap(from, to)).message).toContain(message);
  });

  it('shipped with the package is right', () => {
    const text = readFileSync(new URL('../../../data/calibration/national.yaml', import.meta.url), 'utf8');
    expect(specOf(text).name).toBe('national');
    const behaviour = readFileSync(
      new URL('../../../data/calibration/behaviour.yaml', import.meta.url),
      'utf8',
    );
    expect(specOf(behaviour).place).toBeUndefined();
  });
});

describe('effects that are fitted to', () => {
  const EFFECTS = `name: effects
parameters:
  - row: acsc_elasticity
effects:
  - { id: B33 year-7, discrepancy: 0.1 }
`;

  it('are fitted to the middle of their band, and a quarter of it is their standard deviation', () => {
    const spec = specOf(EFFECTS);
    expect(spec.place).toBeUndefined();
    expect(spec.effects).toEqual(['B33 year-7']);
    expect(figureOf('B33 year-7').target).toBe(-8.5);
    expect(spec.targets[0]!.tolerance).toBeCloseTo(7 / 4 / 8.5, 12);
  });

  it('have the role calibrate, every one of them', () => {
    for (const id of EFFECT_IDS) expect(roleOf(id.split(' ')[0]!), id).toBe('calibrate');
  });

  it.each([
    ['a fact of role validate', 'B33 year-7', 'B13 electives', 'the role of B13 is validate'],
    ['a fact without its figure', 'B33 year-7', 'B33', 'a figure of B33: B33 year-1, B33 year-7'],
    ['an open band', 'B33 year-7', 'B30 lost', 'a figure of B30: B30 while-on'],
    [
      'a figure of a run without a place',
      'effects:',
      'report: [gp_referrals_per_1000]\neffects:',
      'expected a place',
    ],
    ['a reference', 'effects:', 'reference: { scale: 1, place: england }\neffects:', 'no reference beside'],
    [
      'nothing to fit to',
      'effects:\n  - { id: B33 year-7, discrepancy: 0.1 }\n',
      '',
      'targets, effects, or both',
    ],
  ])('refuses %s', (_, from, to, message) => {
    expect(EFFECTS).toContain(from);
    expect(problemOf(EFFECTS.replace(from, to)).message).toContain(message);
  });
});
