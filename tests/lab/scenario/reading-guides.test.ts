import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/lab/scenario/load.ts';
import { namedPlaces } from '../../../src/lab/scenario/open-place.ts';
import type { Scenario } from '../../../src/lab/scenario/scenario.ts';
import { OUTPUTS } from '../../../src/lab/scenario/scenario.ts';
import { SHIPPED_VOCABULARY } from '../../../src/lab/scenario/shipped-vocabulary.ts';
import { PARAMETERS } from '../../../src/model/evidence/parameters.ts';
import { findMetric } from '../../../src/model/metrics/catalogue.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';

const FOLDER = new URL('../../../scenarios/questions/', import.meta.url);
const vocabulary = { ...SHIPPED_VOCABULARY, places: namedPlaces() };
const questions = readdirSync(FOLDER).map((file): Scenario => {
  const loaded = loadScenario(readFileSync(new URL(file, FOLDER), 'utf8'), file, vocabulary);
  if ('problems' in loaded) throw new Error(`${file} is not valid`);
  return loaded.scenario;
});

describe('the reading guide of a question', () => {
  it.each(questions)(
    '$name prints what it tells to read, or names its file',
    ({ headline = [], description }) => {
      expect(headline.length).toBeGreaterThanOrEqual(5);
      for (const id of headline) expect(findMetric(id)?.levels, id).toContain('economy');
      const elsewhere = description
        .split(/(?<=[^v])[.;:] /)
        .filter((clause) => !clause.includes('.csv'))
        .flatMap(namesIn)
        .filter((name) => findMetric(name) !== undefined && !headline.includes(name));
      expect(elsewhere).toEqual([]);
    },
  );

  it.each(questions)('$name names columns, parameters and files that there are', ({ description }) => {
    expect(strangers(description)).toEqual([]);
  });
});

describe('what to look at in a regime', () => {
  it.each(REGIMES)('$id names columns and files that there are', ({ lookAt }) => {
    expect(strangers(lookAt)).toEqual([]);
  });
});

/** Words in snake case, and files of results. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/\b[a-z0-9]+(?:_[a-z0-9]+)+\b|\b[a-z-]+\.csv\b/g)].map(([name]) => name);
}

function strangers(text: string): string[] {
  return namesIn(text).filter(
    (name) =>
      findMetric(name) === undefined &&
      !PARAMETERS.some(({ id }) => id === name) &&
      !OUTPUTS.some((output) => `${output}.csv` === name),
  );
}
