import { describe, expect, it } from 'vitest';
import { DEFAULT_HEADLINE, summarise } from '../../../src/lab/results/summary.ts';
import { findMetric } from '../../../src/model/metrics/catalogue.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';
import type { JournalEvent } from '../../../src/model/result.ts';
import { fromWeek } from '../../../src/model/run-input.ts';
import { tinyExperiment, tinyRun } from './fixtures/tiny-experiment.ts';

describe('the summary of an experiment', () => {
  it('shows first and last full year of each arm and the difference from the baseline', () => {
    const summary = summarise(tinyExperiment(), '2007-04', ['deaths', 'qalys']);
    // The second year has 26 weeks only: the first is also the last full one. No run reports QALYs.
    expect(summary).toMatchObject({
      baseline: 'split',
      replicates: 2,
      firstYear: '2007-2008',
      lastYear: '2007-2008',
    });
    expect(summary.rows).toHaveLength(1);
    const [{ metric, unit, arms }] = summary.rows;
    expect([metric, unit]).toEqual(['deaths', 'people']);
    expect(arms[0]).toEqual({ arm: 'split', firstYear: 11, lastYear: 11 });
    expect(arms[1]).toMatchObject({
      arm: 'block',
      lastYear: 9,
      comparison: { difference: -2, replicates: 2, reading: 'no difference shown' },
    });
  });

  it('takes the only year of a short run', () => {
    const experiment = tinyExperiment();
    const short = experiment.runs.map((arm) => arm.map((run) => ({ ...run, years: 1, weeksInYear: [20] })));
    const summary = summarise({ ...experiment, runs: short }, '2007-04', ['deaths']);
    expect([summary.firstYear, summary.lastYear]).toEqual(['2007-2008 (20 weeks)', '2007-2008 (20 weeks)']);
  });

  it('says of each arm what formed, and where nothing did that was asked for', () => {
    const experiment = tinyExperiment();
    const heft = REGIMES.find(({ id }) => id === 'heft-willing')!.institutions;
    const asking = experiment.plan.arms.map((arm, index) =>
      index === 0
        ? arm
        : {
            ...arm,
            input: {
              ...arm.input,
              institutions: [...arm.input.institutions, fromWeek(52, heft, 'switch')],
            },
          },
    );
    const formed = (worlds: readonly (readonly JournalEvent[])[], served: readonly number[]) => {
      const runs = worlds.map((events, world) => {
        const run = tinyRun([9, 5], events);
        return {
          ...run,
          annual: { ...run.annual, people_in_bodies_pct: Float64Array.of(0, served[world]!) },
        };
      });
      const result = { ...experiment, plan: { ...experiment.plan, arms: asking }, runs: [runs, runs] };
      return summarise(result, '2007-04', ['deaths']).formed;
    };
    const founded = (week: number, organisation: string, kind = 'body founded') => ({
      week,
      kind,
      organisation,
      description: '',
      why: '',
    });
    expect(formed([[], []], [0, 0])).toEqual({ split: '', block: 'no body formed: see events.csv' });
    expect(formed([[founded(60, 'A')], [founded(60, 'A')]], [100, 100]).block).toBe(
      '1 body from week 60; 100% of people served by one at the end',
    );
    const again = [founded(60, 'A'), founded(70, 'B'), founded(75, 'A')];
    expect(formed([again, []], [50, 0]).block).toBe(
      '2 bodies from week 60, in 1 of 2 worlds; 25% of people served by one at the end',
    );
    expect(formed([[founded(60, 'A')], again.slice(1)], [50, 100]).block).toBe(
      '1 to 2 bodies from week 60 to 70; 75% of people served by one at the end',
    );
    const merged = [founded(65, 'X, Y', 'trusts merged')];
    expect(formed([merged, merged], [0, 0])).toEqual({
      split: '1 merger in week 65',
      block: 'no body formed: see events.csv; 1 merger in week 65',
    });
  });

  it('says where no merger was carried out that was asked for', () => {
    const experiment = tinyExperiment();
    const merger = {
      week: 52,
      kind: 'trusts',
      who: 'nearest-smaller',
      withinKm: null,
      imposed: false,
      why: 'x',
    } as const;
    const arms = experiment.plan.arms.map((arm) => ({
      ...arm,
      input: { ...arm.input, mergers: [merger] },
    }));
    const { formed } = summarise({ ...experiment, plan: { ...experiment.plan, arms } }, '2007-04');
    expect(formed.block).toBe('no merger was carried out: see events.csv');
  });

  it('refuses a metric that the catalogue does not have', () => {
    expect(() => summarise(tinyExperiment(), '2007-04', ['happiness'])).toThrow(/no metric "happiness"/);
  });

  it('has headline metrics that exist, at the level of the economy', () => {
    for (const id of DEFAULT_HEADLINE) expect(findMetric(id)?.levels, id).toContain('economy');
  });
});
