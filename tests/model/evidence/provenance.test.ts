import { describe, expect, it } from 'vitest';
import { registry } from '../../../src/lab/parameters/registry.ts';
import type { Parameter } from '../../../src/model/evidence/parameters.ts';
import { priorShape } from '../../../src/model/evidence/prior.ts';
import { provenanceOf } from '../../../src/model/evidence/provenance.ts';
import { SOURCE_GRADES } from '../../../src/model/evidence/source-grades.ts';
import { SOURCE_YEARS } from '../../../src/model/evidence/source-years.ts';

const ROWS = registry();
const byId = new Map(ROWS.map((row) => [row.id, row]));

const row = (more: Partial<Parameter>): Parameter => ({
  id: 'some_row',
  label: 'Some row',
  value: 1,
  unit: 'ratio',
  low: 0.5,
  high: 2,
  status: 'sourced',
  source: 'https://example.org/a, table 2.',
  topic: 'waiting',
  ...more,
});
const of = (more: Partial<Parameter>, others: readonly Parameter[] = []) =>
  provenanceOf(row(more), new Map(others.map((other) => [other.id, other])));

describe('where a number comes from', () => {
  it('has a class by its status, and policy where somebody decided it', () => {
    expect(of({}).parameterClass).toBe('measured');
    expect(of({ status: 'calibrated' }).parameterClass).toBe('calibrated');
    expect(of({ status: 'assumption' }).parameterClass).toBe('assumption');
    expect(of({ status: 'background' }).parameterClass).toBe('assumption');
    expect(byId.get('tariff_uplift_2009_10')!.parameterClass).toBe('policy');
    expect(byId.get('tariff_paid_total_pounds')!.parameterClass).toBe('measured');
  });

  it('has the address in its source, or that of the row it points to', () => {
    expect(of({}).link).toBe('https://example.org/a');
    expect(of({}).owner).toBe('example.org');
    expect(of({ source: 'as other_row' }, [row({ id: 'other_row' })]).link).toBe('https://example.org/a');
    expect(of({ source: 'As some_row' }, [row({ source: 'As some_row' })]).link).toBe('');
    expect(byId.get('place_need_85')!.link).toBe(byId.get('place_need_0')!.link);
  });

  it('is no more sure than its status without a grade', () => {
    expect(of({}).confidence).toBe('medium');
    expect(of({ status: 'background' })).toMatchObject({ confidence: 'low', graded: false });
    expect(byId.get('acsc_share')).toMatchObject({ confidence: 'high', graded: true, year: '2009-10' });
  });

  it('is never graded high on memory or judgement', () => {
    const wrong = ROWS.filter(({ status, confidence }) => status !== 'sourced' && confidence === 'high');
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('has years and grades of rows that there are', () => {
    const gone = [...SOURCE_YEARS.keys(), ...SOURCE_GRADES.keys()].filter((id) => !byId.has(id));
    expect(gone).toEqual([]);
    expect([...SOURCE_GRADES.keys()].filter((id) => byId.get(id)!.status !== 'sourced')).toEqual([]);
  });

  it('names who answers for every number', () => {
    expect(ROWS.filter(({ owner }) => owner === '').map(({ id }) => id)).toEqual([]);
  });
});

describe('the prior of a number', () => {
  it.each([
    [{ value: 1, low: 1, high: 1 }, 'fixed'],
    [{ value: 0, low: 0, high: 1 }, 'uniform'],
    [{ value: 1, low: 0.5, high: 2 }, 'halves'],
    [{ value: 0, low: -1, high: 20 }, 'halves'],
    [{ value: 1, low: 0.3, high: 3 }, 'log halves'],
  ])('of %j is %s', (range, shape) => {
    expect(priorShape(range)).toBe(shape);
  });
});
