import { findMetric } from '../../model/metrics/catalogue.ts';
import { wholeRun } from '../analysis/whole-run.ts';
import { NotPosable } from '../study/arm.ts';
import type { ProbedRun } from './probed-model.ts';

/** How one figure is read from a run. */
export interface Reading {
  readonly words: string;
  readonly unit: string;
  /** @throws NotPosable when the model reports no such figure */
  readonly of: (run: ProbedRun) => number;
}

/** First year that counts, from 0: before it the arms still part. */
export const FROM_YEAR = 2;

/**
 * The first of some metrics that the model reports, over the years from `from` on.
 * @param ids the metric, and what it may be called instead
 */
export function metric(ids: readonly string[], from = FROM_YEAR): Reading {
  const known = ids.map(findMetric).find((found) => found !== undefined);
  return {
    words: known?.label ?? ids[0]!,
    unit: known?.unit ?? '',
    of(run) {
      const id = ids.find((candidate) => candidate in run.annual);
      const found = id === undefined ? undefined : findMetric(id);
      if (id === undefined || found === undefined) throw new NotPosable(`no metric ${ids.join(' or ')}`);
      return wholeRun(run.annual[id]!.slice(from), run.weeksInYear.slice(from), found.overTime);
    },
  };
}

/** One metric over another. */
export function ratioOf(above: string, below: string, words: string): Reading {
  const a = metric([above]);
  const b = metric([below]);
  return { words, unit: 'ratio', of: (run) => a.of(run) / b.of(run) };
}

/** A probe of the model at the end of the run, e.g. the mean level of a lever. */
export function probe(name: string, words: string, unit: string, missing = `no ${name}`): Reading {
  return {
    words,
    unit,
    of(run) {
      const value = run.probes[name];
      if (value === undefined || Number.isNaN(value)) throw new NotPosable(missing);
      return value;
    },
  };
}

/** Mean level of a lever at the end of the run. */
export function lever(id: string): Reading {
  return probe(`lever:${id}`, `level of lever ${id}`, 'ratio', `nobody has a lever ${id}`);
}

/** The first reading that a run has. */
export function firstOf(...readings: readonly Reading[]): Reading {
  const [first] = readings as readonly [Reading];
  return {
    ...first,
    of(run) {
      const missing: string[] = [];
      for (const reading of readings) {
        try {
          return reading.of(run);
        } catch (error) {
          if (!(error instanceof NotPosable)) throw error;
          missing.push(error.message);
        }
      }
      throw new NotPosable(missing.join('; '));
    },
  };
}
