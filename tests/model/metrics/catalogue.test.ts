import { describe, expect, it } from 'vitest';
import {
  findMetric,
  METRIC_DIRECTIONS,
  METRIC_GROUPS,
  METRIC_LEVELS,
  METRIC_OVER_TIME,
  METRICS,
} from '../../../src/model/metrics/catalogue.ts';
import { CONDITIONS } from '../../../src/model/place.ts';

describe('the metrics catalogue', () => {
  it('gives every metric its own id, in snake case', () => {
    const ids = METRICS.map((metric) => metric.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
  });

  it('gives every metric its own label, a unit and a definition that is a sentence', () => {
    expect(new Set(METRICS.map((metric) => metric.label)).size).toBe(METRICS.length);
    for (const metric of METRICS) {
      expect(metric.label.trim(), metric.id).not.toBe('');
      expect(metric.unit.trim(), metric.id).not.toBe('');
      expect(metric.definition, metric.id).toMatch(/^[A-Z&].{15,}\.$/);
    }
  });

  it('uses the known directions, groups, levels and sums over time only, each level once, always the economy', () => {
    for (const metric of METRICS) {
      expect(METRIC_DIRECTIONS).toContain(metric.direction);
      expect(METRIC_OVER_TIME).toContain(metric.overTime);
      expect(METRIC_GROUPS).toContain(metric.group);
      expect(new Set(metric.levels).size).toBe(metric.levels.length);
      // The predictive ratio of everybody is 1: only groups differ. What passes within a body is in two of its books.
      if (metric.id !== 'predictive_ratio' && !metric.levels.includes('body'))
        expect(metric.levels).toContain('economy');
      for (const level of metric.levels) expect(METRIC_LEVELS, metric.id).toContain(level);
    }
  });

  it('names the unit in the id where the id promises one', () => {
    for (const metric of METRICS) {
      if (metric.id.endsWith('_pct')) expect(metric.unit, metric.id).toBe('%');
      if (metric.id.endsWith('_weeks')) expect(['weeks', 'people']).toContain(metric.unit);
      if (metric.id.endsWith('_pounds')) expect(metric.unit, metric.id).toMatch(/^pounds/);
      if (metric.id.endsWith('_per_1000')) expect(metric.unit, metric.id).toMatch(/per 1,000 people$/);
    }
  });

  it('never adds up percentages, medians or stocks over the years', () => {
    for (const metric of METRICS) {
      if (metric.unit === '%' || metric.id.includes('median'))
        expect(metric.overTime, metric.id).toBe('mean');
      if (metric.id.startsWith('list_')) expect(metric.overTime, metric.id).toBe('mean');
    }
    expect(findMetric('deaths')?.overTime).toBe('sum');
    expect(findMetric('death_rate_per_1000')).toMatchObject({ overTime: 'rate' });
    expect(findMetric('balance_cumulative_pounds')?.overTime).toBe('last');
  });

  it('has a prevalence for each of the twelve conditions', () => {
    for (const condition of CONDITIONS) expect(findMetric(`prevalence_${condition}_pct`)).toBeDefined();
  });

  it('finds a metric by id and says undefined for a stranger', () => {
    expect(findMetric('ae_within_4h_pct')?.direction).toBe('up is better');
    expect(findMetric('incomplete_median_weeks')?.direction).toBe('down is better');
    expect(findMetric('toString')).toBeUndefined();
  });
});
