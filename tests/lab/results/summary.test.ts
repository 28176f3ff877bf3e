import { describe, expect, it } from 'vitest';
import { DEFAULT_HEADLINE, summarise } from '../../../src/lab/results/summary.ts';
import { findMetric } from '../../../src/model/metrics/catalogue.ts';
import { tinyExperiment } from './fixtures/tiny-experiment.ts';

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

  it('refuses a metric that the catalogue does not have', () => {
    expect(() => summarise(tinyExperiment(), '2007-04', ['happiness'])).toThrow(/no metric "happiness"/);
  });

  it('has headline metrics that exist, at the level of the economy', () => {
    for (const id of DEFAULT_HEADLINE) expect(findMetric(id)?.levels, id).toContain('economy');
  });
});
