import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/lab/scenario/load.ts';
import { namedPlaces } from '../../../src/lab/scenario/open-place.ts';
import { scenarioJsonSchema } from '../../../src/lab/scenario/publish-schema.ts';
import { resolveScenario } from '../../../src/lab/scenario/resolve.ts';
import { SHIPPED_VOCABULARY } from '../../../src/lab/scenario/shipped-vocabulary.ts';

const FOLDER = new URL('../../../scenarios/', import.meta.url);

describe('the shipped scenarios', () => {
  const vocabulary = { ...SHIPPED_VOCABULARY, places: namedPlaces() };
  const files = (readdirSync(FOLDER, { recursive: true }) as string[]).filter((name) =>
    name.endsWith('.yaml'),
  );

  it.each(files)('%s is valid, named like its file, and tells editors its schema', (file) => {
    const text = readFileSync(new URL(file, FOLDER), 'utf8');
    const loaded = loadScenario(text, file, vocabulary);
    if ('problems' in loaded) throw new Error(loaded.problems.map((problem) => problem.message).join('\n'));
    expect(`${loaded.scenario.name}.yaml`).toBe(basename(file));
    const up = '../'.repeat(file.split(/[\\/]/).length);
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=${up}schema/scenario.schema.json`);
  });

  it.each(files)('%s compares arms that differ', (file) => {
    const loaded = loadScenario(readFileSync(new URL(file, FOLDER), 'utf8'), file, vocabulary);
    if ('problems' in loaded) throw new Error('not valid');
    const inputs = resolveScenario(loaded.scenario, vocabulary).map((arm) =>
      JSON.stringify([arm.input.mergers, arm.input.institutions.map(({ why: _why, ...entry }) => entry)]),
    );
    expect(new Set(inputs).size).toBe(inputs.length);
  });
});

describe('the published schema', () => {
  it('is the one that scenario files are checked with', () => {
    const committed = readFileSync(new URL('../../../schema/scenario.schema.json', import.meta.url), 'utf8');
    const isCurrent = committed === scenarioJsonSchema({ ...SHIPPED_VOCABULARY, places: namedPlaces() });
    expect(isCurrent, 'schema/scenario.schema.json is out of date: write it again with npm run schema').toBe(
      true,
    );
  });
});
