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

/** Years of a change's first years, from 0, the end left out. */
export const FIRST_YEARS = [0, 3] as const;

/** A metric over the years from `from` on, before `to`. */
export function metric(id: string, from = FROM_YEAR, to = Number.POSITIVE_INFINITY): Reading {
  const found = findMetric(id);
  return {
    words: found?.label ?? id,
    unit: found?.unit ?? '',
    of(run) {
      const years = run.annual[id];
      if (found === undefined || years === undefined) throw new NotPosable(`no metric ${id}`);
      return wholeRun(years.slice(from, to), run.weeksInYear.slice(from, to), found.overTime);
    },
  };
}

/** One metric over another. */
export function ratioOf(above: string, below: string, words: string): Reading {
  const a = metric(above);
  const b = metric(below);
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
