import { describe, expect, it } from 'vitest';
import { syntheticPlace } from '../../../src/lab/place/index.ts';
import { PARAMETERS } from '../../../src/model/evidence/parameters.ts';
import { METRIC_LEVELS, METRICS, type MetricLevel } from '../../../src/model/metrics/catalogue.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../../../src/model/regimes/purchaser-provider-split.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';
import { fromWeek } from '../../../src/model/run-input.ts';
import { simulate } from '../../../src/model/simulate.ts';

const SYSTEMS = REGIMES.find(({ id }) => id === 'integrated-choice-mandated')!.institutions;

type Columns = Readonly<Record<string, Float64Array>>;

describe('the unit of a metric', () => {
  it('is ASCII, as a spreadsheet may read the files in another encoding', () => {
    for (const { id, unit, label } of METRICS) expect(unit + label, id).toMatch(/^[ -~]+$/);
  });
});

describe('the levels of a metric', () => {
  it('are those at which a year of a small place fills some cell', () => {
    const run = simulate({
      place: syntheticPlace({ people: 8000, practices: 2, trusts: 1, rural: false, seed: 'levels' }),
      parameters: Object.fromEntries(PARAMETERS.map((row) => [row.id, row.value])),
      // Some metrics are of bodies that people choose between.
      institutions: [
        fromWeek(0, PURCHASER_PROVIDER_SPLIT.institutions, 'start'),
        fromWeek(13, SYSTEMS, 'test'),
      ],
      shocks: [],
      seed: 'levels',
      replicate: 0,
      weeks: 52,
      scale: 1,
      cohortWeek: 0,
    });
    const organisation = (kind: string): Columns =>
      run.organisations.find((columns) => columns.kind === kind)!.values;
    const columnsOf: Readonly<Record<MetricLevel, Columns>> = {
      economy: run.annual,
      weekly: run.weekly,
      trust: organisation('trust'),
      pct: organisation('pct'),
      practice: organisation('practice'),
      quintile: run.equity,
    };
    const isFilled = (id: string, level: MetricLevel) =>
      (columnsOf[level][id] ?? []).some((value) => !Number.isNaN(value));
    const filled = METRICS.map(({ id }) => [id, METRIC_LEVELS.filter((level) => isFilled(id, level))]);
    expect(
      METRICS.map(({ id, levels }) => [id, METRIC_LEVELS.filter((level) => levels.includes(level))]),
    ).toEqual(filled);
  });
});
