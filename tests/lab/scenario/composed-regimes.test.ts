import { describe, expect, it } from 'vitest';
import { runExperiment, runInProcess } from '../../../src/lab/experiment/index.ts';
import { csvText } from '../../../src/lab/results/csv.ts';
import { resultTables } from '../../../src/lab/results/tables/index.ts';
import { SHIPPED_VOCABULARY } from '../../../src/lab/scenario/index.ts';
import { loadScenario } from '../../../src/lab/scenario/load.ts';
import { openPlace } from '../../../src/lab/scenario/open-place.ts';
import { planOf } from '../../../src/lab/scenario/plan.ts';
import { settingsOf } from '../../../src/model/institutions/settings.ts';
import type { Regime } from '../../../src/model/regimes/regime.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';

const RENAMED = 'something-else';

/** The plan of a scenario of one arm, in a vocabulary in which the regime has another name, too. */
function planWith(arm: object, regime: Regime) {
  const words = { label: 'x', description: 'x', claimed: 'x', feared: 'x', lookAt: 'x' };
  const vocabulary = { ...SHIPPED_VOCABULARY, regimes: [...REGIMES, { ...regime, ...words, id: RENAMED }] };
  const text = JSON.stringify({
    name: 'composed',
    question: 'Is it more than its settings?',
    place: { synthetic: { people: 300, practices: 4, trusts: 2, rural: 0.5, seed: 'composed' } },
    weeks: 16,
    seed: 'composed',
    parameters: { group_of_practices_people: { value: 100, outside_range: true, reason: 'a test' } },
    arms: [{ name: 'arm', ...arm }],
  });
  const loaded = loadScenario(text, 'test.json', vocabulary);
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems, null, 1));
  return planOf(loaded.scenario, openPlace(loaded.scenario.place, 'test.json'), vocabulary);
}

/** Text of every table but that of events, which gives reasons. */
async function tablesOf(plan: ReturnType<typeof planWith>): Promise<Record<string, string>> {
  const experiment = await runExperiment(plan, { executor: runInProcess() });
  const tables = resultTables(experiment, '2007-04', ['annual', 'weekly', 'organisations', 'levers']);
  return Object.fromEntries(
    tables.map(({ file, columns, rows }) => {
      const header = columns.map((column) => column.name);
      return [file, [...csvText(header, rows())].join('')];
    }),
  );
}

const institutionsOf = (plan: ReturnType<typeof planWith>) =>
  plan.arms[0]!.input.institutions.map(({ institutions, overrides }) => ({ institutions, overrides }));

describe.each(REGIMES)('$id', (regime) => {
  const named = planWith({ regime: regime.id }, regime);

  it('is the split with all its settings written out: the same bytes in every table', async () => {
    const set = settingsOf(regime.institutions);
    const composed = planWith({ regime: 'purchaser-provider-split', set, parts: regime.parts }, regime);
    const tables = await tablesOf(named);
    expect(tables['levers.csv']!.split('\n').length).toBeGreaterThan(10);
    expect(await tablesOf(composed)).toEqual(tables);
  });

  it('is the same under another name', () => {
    expect(institutionsOf(planWith({ regime: RENAMED }, regime))).toEqual(institutionsOf(named));
  });
});
