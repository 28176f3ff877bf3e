import { describe, expect, it } from 'vitest';
import { ARMS } from '../../../src/lab/hindcast/arms.ts';
import { compareSeries } from '../../../src/lab/hindcast/compare.ts';
import { simulate } from '../../../src/lab/hindcast/completed-waits.ts';
import { modelBalance, publishedBalance } from '../../../src/lab/hindcast/list-balance.ts';
import { lastWeekOf, MONTHS, monthFlow, weeksOf } from '../../../src/lab/hindcast/months.ts';
import { SERIES } from '../../../src/lab/hindcast/series.ts';
import { NATIONAL_MONTHS, readCheckTable } from '../../../src/lab/place/check-tables.ts';
import { syntheticPlace } from '../../../src/lab/place/index.ts';

const place = syntheticPlace({ people: 4000, practices: 3, trusts: 1, rural: 0.3, seed: 'hindcast' });
const frame = { place, seed: 'hindcast', weeks: 104, scale: 1 };
const runs = ARMS.map((arm) => simulate({ ...arm.input(frame), replicate: 0 }));
const table = readCheckTable(NATIONAL_MONTHS);

describe('months of a run', () => {
  it('are 24, and take every week once', () => {
    expect([MONTHS.length, MONTHS[0], MONTHS.at(-1)]).toEqual([24, '2007-04', '2009-03']);
    const taken = new Float64Array(104);
    for (const month of MONTHS) for (const { week, share } of weeksOf(month)) taken[week] += share;
    for (const share of taken) expect(share).toBeCloseTo(1, 9);
  });

  it('end with the weeks of the calibration: August 2007 after 22 weeks, each March with the year', () => {
    expect(lastWeekOf('2007-08')).toBe(21);
    expect(lastWeekOf('2008-03')).toBe(51);
    expect(lastWeekOf('2009-03')).toBe(103);
  });

  it('are longer or shorter by their days', () => {
    const steady = new Float64Array(104).fill(1);
    expect(monthFlow(steady, '2008-12') / monthFlow(steady, '2009-02')).toBeCloseTo(31 / 28, 9);
  });
});

describe('the table of England', () => {
  it('has every month, waits from August 2007 and activity from April 2008', () => {
    expect(table.text.month).toEqual(MONTHS);
    expect(table.number.incomplete_total![MONTHS.indexOf('2007-07')]).toBeNaN();
    expect(table.number.incomplete_total![MONTHS.indexOf('2007-08')]).toBe(4_186_974);
    expect(table.number.gp_referrals![MONTHS.indexOf('2008-03')]).toBeNaN();
    // Above the last band is not a number of weeks.
    expect(table.number.incomplete_p92_weeks![MONTHS.indexOf('2008-02')]).toBeNaN();
  });
});

describe('completed waits by week', () => {
  it('make the clock stops of the year', () => {
    for (const run of runs) {
      const width = run.completed.length / run.weeks;
      for (const year of [0, 1]) {
        const weeks = run.completed.subarray(year * 52 * width, (year + 1) * 52 * width);
        expect(weeks.reduce((sum, n) => sum + n, 0)).toBe(run.annual.clock_stops![year]);
        expect(Math.min(...weeks)).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

describe('the arms', () => {
  const [dated, always, never] = ARMS.map((arm) => arm.input(frame));

  it('differ in the target only, and the dated one ends where the others have been', () => {
    expect(dated!.institutions.map(({ week }) => week)).toEqual([0, 52]);
    expect(dated!.institutions[0]!.institutions.entitlement.targetStrength).toBe(0.5);
    expect(dated!.institutions[1]!.institutions).toEqual(always!.institutions[0]!.institutions);
    const { entitlement, ...rest } = never!.institutions[0]!.institutions;
    expect(entitlement.targetWaitWeeks).toBe(0);
    expect(rest).toEqual({ ...always!.institutions[0]!.institutions, entitlement: undefined });
    expect(never!.parameters).toEqual(dated!.parameters);
  });
});

describe('comparing', () => {
  const compared = compareSeries([runs[0]!, runs[1]!], table, 0.001);
  const found = (id: string) => compared.find(({ series }) => series.id === id)!;

  it('takes the mean of the replicates and the share of England of counts only', () => {
    const { points } = found('list_total');
    const august = points.find(({ month }) => month === '2007-08')!;
    const lists = runs.slice(0, 2).map((run) => run.weekly.list_total![21]!);
    expect(august.model).toBe((lists[0]! + lists[1]!) / 2);
    expect([august.low, august.high]).toEqual([Math.min(...lists), Math.max(...lists)]);
    expect(august.published).toBeCloseTo(4186.974, 9);
    expect(found('incomplete_median_weeks').points.at(-1)!.published).toBe(5.56);
  });

  it('does not count the month that was fitted, and splits the others in the middle', () => {
    const { points, all, halves } = found('list_total');
    expect(points.find(({ month }) => month === '2007-08')!.compared).toBe(false);
    expect([all.points, halves[0].points, halves[1].points]).toEqual([19, 9, 10]);
    expect(found('list_under_18_weeks').all.points).toBe(20);
  });

  it('has parts that make the whole', () => {
    const at = (id: string) => found(id).points.at(-1)!;
    for (const key of ['model', 'published'] as const) {
      expect(at('list_under_18_weeks')[key] + at('list_over_18_weeks')[key]).toBeCloseTo(
        at('list_total')[key],
        6,
      );
      expect(at('admitted_stops')[key] + at('non_admitted_stops')[key]).toBeCloseTo(
        at('clock_stops')[key],
        6,
      );
    }
    expect(new Set(SERIES.map(({ id }) => id)).size).toBe(SERIES.length);
    const unpublished = compared.filter(({ points }) =>
      points.every((point) => Number.isNaN(point.published)),
    );
    expect(unpublished.map(({ series }) => series.id)).toEqual(['list_first_outpatient', 'list_diagnostics']);
  });
});

describe('the balance of the list', () => {
  it('closes, and what nobody published has no figure', () => {
    const balance = modelBalance([runs[0]!]);
    expect(balance.from).toBe(runs[0]!.weekly.list_total![21]);
    expect(balance.to).toBe(runs[0]!.weekly.list_total![103]);
    // Deaths and moves of those who wait: few, and never a flow into the list of any size.
    expect(Math.abs(balance.otherwise)).toBeLessThan(0.05 * balance.starts);
    const published = publishedBalance(table);
    expect([published.from, published.to]).toEqual([4_186_974, 2_360_453]);
    expect(published.admitted).toBe(5_589_811);
    expect([published.starts, published.removals]).toEqual([Number.NaN, Number.NaN]);
  });
});
