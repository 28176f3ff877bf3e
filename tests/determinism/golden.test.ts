import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/model/create-world.ts';
import { simulate } from '../../src/model/simulate.ts';
import { smallInput } from './small-run.ts';

/**
 * What a small run gave when the file was last written, on any machine, Node version and engine. When a number of the
 * model or a law was changed on purpose, write it again with
 *
 *     GOLDEN=write npx vitest run tests/determinism/golden.test.ts
 *
 * and look at the difference: the outcomes beside the checksum say how much moved.
 */
const FILE = new URL('./golden.json', import.meta.url);

describe('the golden run', () => {
  it.each<Engine>(['wasm', 'typescript'])('is the one on file, with the engine %s', (engine) => {
    const { diagnostics, annual } = simulate(smallInput(), { engine });
    const outcome = {
      checksum: diagnostics.checksum,
      patientWeeks: diagnostics.patientWeeks,
      candidates: diagnostics.candidates,
      happened: diagnostics.happened,
      ...Object.fromEntries(OUTCOMES.map((metric) => [metric, Array.from(annual[metric]!)])),
    };
    if (process.env.GOLDEN === 'write' && engine === 'wasm') writeFileSync(FILE, linesOf(outcome));
    expect(outcome).toEqual(JSON.parse(readFileSync(FILE, 'utf8')));
  });
});

/** Whole numbers of people and events, one for each part of the model, and one real number. */
const OUTCOMES = [
  'deaths',
  'emergency_admissions',
  'gp_referrals',
  'first_outpatients',
  'elective_admissions',
  'list_total',
  'qalys',
];

/** JSON with one outcome a line, so that a difference is easy to read. */
function linesOf(outcome: object): string {
  const lines = Object.entries(outcome).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value).replaceAll(',', ', ')}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}
