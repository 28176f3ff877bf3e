import { describe, expect, it } from 'vitest';
import { syntheticPlace } from '../../../src/lab/place/index.ts';
import { PARAMETERS } from '../../../src/model/evidence/parameters.ts';
import { METRIC_LEVELS, METRICS, type MetricLevel } from '../../../src/model/metrics/catalogue.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../../../src/model/regimes/purchaser-provider-split.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';
import type { RunResult } from '../../../src/model/result.ts';
import { fromWeek } from '../../../src/model/run-input.ts';
import { simulate } from '../../../src/model/simulate.ts';

const SYSTEMS = REGIMES.find(({ id }) => id === 'integrated-choice-mandated')!.institutions;
const BIG_BANG = REGIMES.find(({ id }) => id === 'big-bang')!.institutions;
const GROUPS = { ...BIG_BANG, rollout: { ...BIG_BANG.rollout, notBeforeWeeks: 0 } };

type Columns = Readonly<Record<string, Float64Array>>;

describe('the unit of a metric', () => {
  it('is ASCII, as a spreadsheet may read the files in another encoding', () => {
    for (const { id, unit, label } of METRICS) expect(unit + label, id).toMatch(/^[ -~]+$/);
  });
});

describe('the levels of a metric', () => {
  it('are those at which a year of a small place fills some cell', () => {
    // Some metrics are of bodies that people choose between, some of groups that take over a budget.
    const runs = [SYSTEMS, GROUPS].map((institutions) =>
      simulate({
        place: syntheticPlace({ people: 8000, practices: 2, trusts: 1, rural: false, seed: 'levels' }),
        parameters: {
          ...Object.fromEntries(PARAMETERS.map((row) => [row.id, row.value])),
          group_of_practices_people: 3000,
        },
        institutions: [
          fromWeek(0, PURCHASER_PROVIDER_SPLIT.institutions, 'start'),
          fromWeek(13, institutions, 'test'),
        ],
        shocks: [],
        seed: 'levels',
        replicate: 0,
        weeks: 52,
        scale: 1,
        cohortWeek: 0,
      }),
    );
    const isFilled = (id: string, level: MetricLevel) =>
      runs.some((run) => (columnsOf(run)[level][id] ?? []).some((value) => !Number.isNaN(value)));
    const filled = METRICS.map(({ id }) => [id, METRIC_LEVELS.filter((level) => isFilled(id, level))]);
    expect(
      METRICS.map(({ id, levels }) => [id, METRIC_LEVELS.filter((level) => levels.includes(level))]),
    ).toEqual(filled);
  });
});

function columnsOf(run: RunResult): Readonly<Record<MetricLevel, Columns>> {
  const organisation = (kind: string): Columns =>
    run.organisations.find((columns) => columns.kind === kind)!.values;
  return {
    economy: run.annual,
    weekly: run.weekly,
    trust: organisation('trust'),
    pct: organisation('pct'),
    practice: organisation('practice'),
    body: organisation('body'),
    quintile: run.equity,
  };
}
