import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { syntheticPlace } from '../../../src/lab/place/index.ts';
import { GrowingTable, type TextRow } from '../../../src/lab/sampling/study-file.ts';
import { impactInWords, impactsOf } from '../../../src/lab/sensitivity/impact.ts';
import {
  armsFor,
  endsOf,
  HEADLINES,
  type Outcome,
  spreadOf,
  uncertainRows,
} from '../../../src/lab/sensitivity/one-at-a-time.ts';
import { runMissing, SENSITIVITY_COLUMNS } from '../../../src/lab/sensitivity/study.ts';
import { PARAMETERS, parameter } from '../../../src/model/evidence/parameters.ts';

const home = mkdtempSync(join(tmpdir(), 'lhe-sensitivity-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A line of the table: every outcome the same figure, but for admissions. */
const line = (
  id: string,
  arm: string,
  end: string,
  figure: number,
  admissions: number,
  same = 'no',
): TextRow => ({
  id,
  arm,
  end,
  from: '1',
  to: end === 'low' ? '0' : '3',
  same,
  ...Object.fromEntries(HEADLINES.map((name) => [name, String(figure)])),
  elective_admissions_per_1000: String(admissions),
});

describe('what is moved', () => {
  it('is what nobody has read or fitted, to the ends at which it does not stand', () => {
    const rows = uncertainRows(PARAMETERS);
    expect(rows.map(({ id }) => id)).toContain('habit');
    expect(rows.filter(({ status }) => status === 'sourced' || status === 'calibrated')).toEqual([]);
    const { value, ...habit } = parameter('habit');
    expect(endsOf({ ...habit, value })).toEqual([
      ['low', habit.low],
      ['high', habit.high],
    ]);
    expect(endsOf({ ...habit, value: habit.low })).toEqual([['high', habit.high]]);
  });

  it('is moved in every arm if it is about organisations, else in the first', () => {
    expect(armsFor({ topic: 'bodies' }).map(({ name }) => name)).toEqual(['split', 'bodies']);
    expect(armsFor({ topic: 'conditions' }).map(({ name }) => name)).toEqual(['split']);
    const topics = new Set(PARAMETERS.map(({ topic }) => topic));
    expect([...topics].filter((topic) => armsFor({ topic }).length === 2).sort()).toEqual([
      'adaptation',
      'bodies',
      'commissioner behaviour',
      'hospital behaviour',
      'organisation',
    ]);
  });
});

describe('the impact of a row', () => {
  const special = [line('', 'split', 'default', 100, 100), line('', 'split', 'luck', 2, 5)];

  it('is its largest change by the spread of luck, whatever the arm, end or outcome', () => {
    const impact = impactsOf([
      ...special,
      line('a', 'split', 'low', 1, -10),
      line('a', 'split', 'high', 3, 20),
    ]).get('a')!;
    expect(impact).toMatchObject({
      size: 'large',
      outcome: 'elective_admissions_per_1000',
      overLuck: 4,
      from: 1,
    });
    expect(impact.to).toEqual([0, 3]);
    expect(impactInWords(impact)).toBe('large: +20% elective_admissions_per_1000 (split, high; 4.0 sd)');
  });

  it('is none only where everything went the same way', () => {
    const impacts = impactsOf([
      ...special,
      line('same', 'split', 'low', 0, 0, 'yes'),
      line('other', 'split', 'low', 0, 0),
      line('middling', 'split', 'low', 0, 5),
    ]);
    expect([...impacts.values()].map(({ size }) => size)).toEqual(['none', 'small', 'middling']);
    expect(impactInWords(impacts.get('same')!)).toBe('none');
  });

  it('is measured against the standard deviation between worlds', () => {
    const outcomes = [1, 3].map(
      (figure) => Object.fromEntries(HEADLINES.map((id) => [id, figure])) as Outcome,
    );
    expect(spreadOf(outcomes).qalys_per_1000).toBeCloseTo(Math.SQRT2);
  });
});

describe('a study', () => {
  it('runs what its table does not have, the same luck for all', () => {
    const place = syntheticPlace({ people: 4000, practices: 2, trusts: 1, rural: 0, seed: 'study' });
    const table = new GrowingTable(home, 'small.csv', SENSITIVITY_COLUMNS);
    const study = {
      frame: { place, scale: 1, weeks: 52, seed: 's' },
      rows: [parameter('resolve_per_year'), parameter('births_per_1000')],
      worlds: 2,
      table,
    };
    expect(runMissing(study, () => {})).toBe(8);
    const moved = table.rows.filter(({ id }) => id === 'resolve_per_year');
    expect(moved.map(({ end }) => end)).toEqual(['low', 'high']);
    expect(Number(moved[0]!.unmet_need_severity_weeks_per_1000)).toBeGreaterThan(0);
    expect(Number(moved[1]!.unmet_need_severity_weeks_per_1000)).toBeLessThan(0);
    expect(table.rows.some(({ id }) => id === 'births_per_1000')).toBe(false);
    const before = [...table.rows];
    expect(runMissing(study, () => {})).toBe(2);
    expect(table.rows).toEqual(before);
  });
});
