import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Experiment from '../../src/lab/experiment/index.ts';
import type * as Results from '../../src/lab/results/index.ts';
import type * as Scenarios from '../../src/lab/scenario/index.ts';
import type * as OpenPlace from '../../src/lab/scenario/open-place.ts';
import type * as Plan from '../../src/lab/scenario/plan.ts';
import type * as Checkpoint from '../../src/model/checkpoint.ts';
import type * as Worlds from '../../src/model/create-world.ts';
import type * as Report from '../../src/model/metrics/report/report.ts';
import type * as Model from '../../src/model/simulate.ts';
import { lhe } from '../cli/run-cli.ts';

/** Two arms that part in the middle, two replicates each: enough runs to keep three threads busy. */
const SCENARIO = `
name: determinism
question: Do the same scenario and seed give the same bytes?
place:
  synthetic: { people: 1500, practices: 3, trusts: 2, rural: 0.3, seed: same }
weeks: 60
seed: the same luck
replicates: 2
baseline: choice
arms:
  - name: choice
    regime: purchaser-provider-split
  - name: no choice from week 26
    regime: purchaser-provider-split
    switch:
      - week: 26
        set: { choice.of: none, payment.elective: block }
shocks:
  - { week: 10, for: 20, emergencies: 1.3, beds: 0.95 }
`;

// Everything comes from the built package, as worker threads do: `npm test` builds it before the tests run.
const built = <T>(path: string): Promise<T> => import(new URL(`../../dist/${path}`, import.meta.url).href);

describe('the tables of a scenario and a seed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lhe-determinism-'));
  const file = join(folder, 'scenario.yaml');
  writeFileSync(file, SCENARIO);
  let reference: Record<string, string>;

  async function tablesFromCommandLine(name: string, args: readonly string[]) {
    const out = join(folder, name);
    const outcome = await lhe(['run', file, '--quiet', '--out', out, ...args]);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    return tablesIn(out);
  }

  async function tablesFromModel(name: string, simulate: Experiment.Simulate) {
    const { readScenarioFile, SHIPPED_VOCABULARY } = await built<typeof Scenarios>('lab/scenario/index.js');
    const { openPlace } = await built<typeof OpenPlace>('lab/scenario/open-place.js');
    const { planOf } = await built<typeof Plan>('lab/scenario/plan.js');
    const { runExperiment, runInProcess } = await built<typeof Experiment>('lab/experiment/index.js');
    const { writeResults } = await built<typeof Results>('lab/results/index.js');
    const read = await readScenarioFile(file, SHIPPED_VOCABULARY);
    if ('problems' in read) throw new Error(read.problems.map((problem) => problem.message).join('\n'));
    const plan = planOf(read.scenario, openPlace(read.scenario.place, file), SHIPPED_VOCABULARY);
    const experiment = await runExperiment(plan, { executor: runInProcess(simulate) });
    const out = join(folder, name);
    const scenario = { ...read.scenario, text: read.text, sha256: read.sha256 };
    await writeResults(out, { experiment, scenario, parameters: [], outputs: scenario.outputs, version: '' });
    return tablesIn(out);
  }

  beforeAll(async () => {
    reference = await tablesFromCommandLine('reference', ['--threads', '1', '--engine', 'wasm']);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('say something: four runs, weekly rows and two arms that part', () => {
    expect(Object.keys(reference)).toContain('weekly.csv');
    const weekly = readFileSync(join(folder, 'reference', 'weekly.csv'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(weekly.length).toBe(1 + 4 * 60);
  });

  it.each([
    ['2', 'wasm'],
    ['3', 'wasm'],
    ['1', 'typescript'],
    ['3', 'typescript'],
  ])('are the same bytes on %s threads with the engine %s', async (threads, engine) => {
    const tables = await tablesFromCommandLine(`${threads}-${engine}`, [
      '--threads',
      threads,
      '--engine',
      engine,
    ]);
    expect(tables).toEqual(reference);
  });

  it.each([1, 1000, 65_536])('are the same bytes when %i people are scanned at a time', async (chunk) => {
    const { simulate } = await built<typeof Model>('model/simulate.js');
    const tables = await tablesFromModel(`chunk-${chunk}`, (input, hooks) =>
      simulate(input, { ...hooks, chunk }),
    );
    expect(tables).toEqual(reference);
  });

  it.each([1, 37, 52])(
    'are the same bytes when every run stops after %i weeks and is resumed',
    async (week) => {
      const { createWorld } = await built<typeof Worlds>('model/create-world.js');
      const { tick } = await built<typeof Model>('model/simulate.js');
      const { report } = await built<typeof Report>('model/metrics/report/report.js');
      const { restoreWorld, saveWorld } = await built<typeof Checkpoint>('model/checkpoint.js');
      const tables = await tablesFromModel(`stopped-${week}`, (input) => {
        const first = createWorld(input, 'wasm');
        while (first.week < week) tick(first);
        const second = restoreWorld(input, saveWorld(first), { engine: 'typescript' });
        while (second.week < input.weeks) tick(second);
        return report(second);
      });
      expect(tables).toEqual(reference);
    },
  );

  it('are other bytes with another seed', async () => {
    const tables = await tablesFromCommandLine('other-seed', ['--seed', 'other luck']);
    expect(tables['weekly.csv']).not.toBe(reference['weekly.csv']);
  });
});

/** SHA-256 of every table by name; the manifest holds times and is left out. */
function tablesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  return Object.fromEntries(
    names.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}
