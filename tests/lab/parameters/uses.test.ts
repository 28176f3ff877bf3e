import { describe, expect, it } from 'vitest';
import { registry, usesInWords } from '../../../src/lab/parameters/registry.ts';
import { usesOfParameters } from '../../../src/lab/parameters/uses.ts';

const uses = usesOfParameters();

describe('where a number is used', () => {
  it('is the setting that moves with it', () => {
    expect(uses.get('births_per_1000')).toEqual({ settings: ['birthsPer1000'], tables: [] });
    expect(uses.get('price_ratio_day_case_cardiology')!.settings).toEqual(['price.dayCase']);
    expect(uses.get('lever_highest_beds')!.settings).toEqual(['levers.beds.high']);
  });

  it('is the file that makes tables of people from it', () => {
    expect(uses.get('prevalence_diabetes')!.tables).toEqual(['prevalence']);
    expect(uses.get('relative_wait_orthopaedics')).toEqual({
      settings: ['relativeWait'],
      tables: ['health-utility'],
    });
  });

  it('is nowhere for published figures alone', () => {
    const unused = registry().filter((row) => {
      const own = uses.get(row.id);
      return own !== undefined && own.settings.length + own.tables.length === 0;
    });
    expect(new Set(unused.map(({ topic }) => topic))).toEqual(new Set(['targets']));
    const used = registry().filter(
      ({ id, topic }) => topic === 'targets' && !unused.some((row) => row.id === id),
    );
    expect(used.map(({ id }) => id)).toEqual([]);
  });

  it('is said in words, many levers as their number', () => {
    expect(usesInWords(uses.get('lever_step_capacity'))).toMatch(/^levers\.\*\.step \(\d levers\)$/);
    expect(usesInWords(uses.get('relative_wait_orthopaedics'))).toBe(
      'relativeWait, tables of people (health-utility)',
    );
  });
});
