import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExperimentResult } from '../../../src/lab/experiment/plan.ts';
import { checkResultsFolder, writeResults } from '../../../src/lab/results/index.ts';
import { asResultsError } from '../../../src/lab/results/results-error.ts';
import { codeFingerprint } from '../../../src/lab/study/code-fingerprint.ts';
import { ANCHORS } from '../../../src/model/evidence/anchors.ts';
import { tinyContent, tinyExperiment } from './fixtures/tiny-experiment.ts';

const TABLES = [
  'annual',
  'comparison',
  'data-dictionary',
  'equity',
  'events',
  'levers',
  'organisations',
  'weekly',
].map((name) => `${name}.csv`);

let home: string;
let folder: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'results-test-'));
  folder = join(home, 'results', 'tiny');
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** Everything under a folder: name -> text. */
async function contentOf(path: string): Promise<Record<string, string>> {
  const names = (await readdir(path)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(path, name), 'utf8')] as const)),
  );
}

/** An experiment whose last table fails after the others are on disk. */
function failingExperiment(error: Error): ExperimentResult {
  const experiment = tinyExperiment();
  const broken = {
    ...experiment.runs[1][1],
    get events(): never {
      throw error;
    },
  };
  return { ...experiment, runs: [experiment.runs[0], [experiment.runs[1][0], broken]] };
}

describe('writing results', () => {
  it('writes every table and the manifest, nothing else, here and beside', async () => {
    await writeResults(folder, tinyContent());
    expect((await readdir(folder)).sort()).toEqual([...TABLES, 'manifest.json'].sort());
    expect(await readdir(join(home, 'results'))).toEqual(['tiny']);
  });

  it('gives the same experiment the same bytes in every table', async () => {
    await writeResults(folder, tinyContent());
    const { 'manifest.json': _, ...first } = await contentOf(folder);
    await writeResults(folder, tinyContent({ ...tinyExperiment(), threads: 3, wallSeconds: 99 }));
    const { 'manifest.json': __, ...second } = await contentOf(folder);
    expect(second).toEqual(first);
  });

  it('lists in the manifest the true hash and size of each file, and what produced them', async () => {
    await writeResults(folder, tinyContent());
    const { 'manifest.json': text, ...tables } = await contentOf(folder);
    const manifest = JSON.parse(text);
    const listed = Object.entries(tables).map(([name, content]) => ({
      name,
      bytes: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
    }));
    expect(
      manifest.files.sort((a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)),
    ).toEqual(listed);
    expect(manifest).toMatchObject({
      format: 'health-economy results',
      scenario: {
        name: 'tiny',
        text: 'name: tiny\n',
        sha256: 'of the bytes',
        seed: 'seed',
        replicates: 2,
        baseline: 'split',
      },
      versions: { 'health-economy': '0.1.0', node: process.version, code: codeFingerprint() },
      computing: {
        engine: 'wasm',
        engineAsked: 'auto',
        threads: 1,
        wallSeconds: 2,
        cpuSeconds: 3,
        patientWeeks: 312_000,
        patientWeeksPerCpuSecond: 104_000,
        candidatesPerEvent: 3,
        boundViolations: 0,
      },
      parameters: [
        {
          id: 'slope',
          value: { split: 1, block: 1.5 },
          default: 1,
          overridden: true,
          overriddenIn: ['block'],
          reason: 'to see',
        },
        { id: 'level', value: 2, default: 2, overridden: false },
      ],
      restsOfLevers: {
        beds: { split: ANCHORS.split.beds, block: ANCHORS.boards.beds },
        // Boards did not have it, so that it rests where it rested under the split.
        waiting_list_purchases: ANCHORS.split.waiting_list_purchases,
      },
      placeParameters: { place_reach_count: 8 },
    });
    for (const row of manifest.parameters) {
      expect(['measured', 'calibrated', 'assumption', 'policy']).toContain(row.class);
    }
    expect(manifest.parameters[1]).not.toHaveProperty('overriddenIn');
    expect(manifest.arms[1]).toMatchObject({
      name: 'block',
      institutions: [{ week: 0, institutions: {}, why: 'start' }],
      runs: [{ replicate: 0, checksum: 'abcd' }, { replicate: 1 }],
    });
    expect(manifest.places).toMatchObject([
      {
        id: 'tiny',
        imputed: [
          {
            table: 'practices',
            field: 'gpFte',
            rule: 'mean of the commissioner',
            count: 2,
            values: { M81001: 4, M81002: 5 },
          },
        ],
      },
    ]);
  });

  it('writes only the tables asked for, and replaces a former result that had more', async () => {
    await writeResults(folder, tinyContent());
    await writeResults(folder, { ...tinyContent(), outputs: ['annual'] });
    expect((await readdir(folder)).sort()).toEqual(['annual.csv', 'data-dictionary.csv', 'manifest.json']);
  });
});

describe('a write that fails', () => {
  it('leaves nothing behind where nothing was', async () => {
    const broken = tinyContent(failingExperiment(new Error('no events')));
    await expect(writeResults(folder, broken)).rejects.toThrow('no events');
    expect(await readdir(home)).toEqual([]);
  });

  it('leaves the former result as it was', async () => {
    await writeResults(folder, tinyContent());
    const before = await contentOf(folder);
    const broken = tinyContent(failingExperiment(new Error('no events')));
    await expect(writeResults(folder, broken)).rejects.toThrow('no events');
    expect(await contentOf(folder)).toEqual(before);
    expect(await readdir(join(home, 'results'))).toEqual(['tiny']);
  });

  it('does the same when it is stopped half way', async () => {
    await writeResults(folder, tinyContent());
    const before = await contentOf(folder);
    const controller = new AbortController();
    const experiment = tinyExperiment();
    const stopping = {
      ...experiment.runs[1][1],
      get events() {
        controller.abort();
        return [];
      },
    };
    const content = tinyContent({
      ...experiment,
      runs: [experiment.runs[0], [experiment.runs[1][0], stopping]],
    });
    await expect(writeResults(folder, content, { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(await contentOf(folder)).toEqual(before);
    expect(await readdir(join(home, 'results'))).toEqual(['tiny']);
  });

  it('says in plain words that the disk is full or closed', () => {
    const failure = (code: string) => Object.assign(new Error(code), { code, syscall: 'write' });
    expect(asResultsError(failure('ENOSPC'), 'out')).toMatchObject({
      name: 'ResultsError',
      problem: 'no space',
      message: 'The results cannot be written to out: the disk is full',
    });
    expect(asResultsError(failure('EACCES'), 'out')).toMatchObject({ problem: 'no permission' });
    expect(asResultsError(failure('ENOTDIR'), 'out')).toMatchObject({ problem: 'not a folder' });
    expect(asResultsError(failure('EIO'), 'out')).toMatchObject({ message: expect.stringMatching(/EIO/) });
    const ours = new Error('a bug');
    expect(asResultsError(ours, 'out')).toBe(ours);
  });
});

describe('a folder that is not ours', () => {
  const refusal = { name: 'ResultsError', problem: 'not ours' };

  it('is left alone when it holds anything else', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'thesis.txt'), 'years of work');
    await expect(writeResults(folder, tinyContent())).rejects.toMatchObject(refusal);
    await expect(checkResultsFolder(folder)).rejects.toThrow(/is not empty and holds no former results/);
    expect(await contentOf(folder)).toEqual({ 'thesis.txt': 'years of work' });
  });

  it.each(['{"name": "a web page"}', 'null', '[1]', '{'])(
    'is not ours for a manifest %s',
    async (manifest) => {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'manifest.json'), manifest);
      await expect(writeResults(folder, tinyContent())).rejects.toMatchObject(refusal);
    },
  );

  it('keeps a note that somebody put into a former result', async () => {
    await writeResults(folder, tinyContent());
    await writeFile(join(folder, 'note.txt'), 'my thoughts');
    await expect(writeResults(folder, tinyContent())).rejects.toThrow(/would be lost: note\.txt/);
    expect(await readFile(join(folder, 'note.txt'), 'utf8')).toBe('my thoughts');
  });

  it('is taken when it is empty or holds but litter', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, '.DS_Store'), '');
    await writeResults(folder, tinyContent());
    expect(await readdir(folder)).toContain('annual.csv');
  });

  it('is refused when it is a file or lies in one', async () => {
    const file = join(home, 'file');
    await writeFile(file, 'text');
    for (const [path, reason] of [
      [file, 'a file of that name is in the way'],
      [join(file, 'results'), 'part of the path is a file'],
      [join(file, 'deep', 'results'), 'part of the path is a file'],
    ]) {
      await expect(checkResultsFolder(path)).rejects.toMatchObject({
        name: 'ResultsError',
        problem: 'not a folder',
        message: `The results cannot be written to ${path}: ${reason}`,
      });
    }
    expect(await readFile(file, 'utf8')).toBe('text');
  });

  it.skipIf(process.platform !== 'linux')(
    'is refused at once where the system makes no folders',
    async () => {
      for (const path of ['/proc/results', '/proc/deep/down/results']) {
        await expect(checkResultsFolder(path)).rejects.toMatchObject({
          problem: 'no permission',
          message: `The results cannot be written to ${path}: the system lets nobody make a folder there`,
        });
      }
    },
  );

  it('loses what a killed run left beside it, not what a living one is writing', async () => {
    const dead = await new Promise<number>((done) => {
      const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
      child.on('close', () => done(child.pid!));
    });
    const left = [`tiny.partial-${dead}`, `tiny.partial-${process.ppid}`, 'tiny.partial-notes'];
    for (const name of left) await mkdir(join(home, 'results', name), { recursive: true });
    await writeResults(folder, tinyContent());
    expect((await readdir(join(home, 'results'))).sort()).toEqual(['tiny', ...left.slice(1)].sort());
  });

  it('is made with the folders above it', async () => {
    const deep = join(home, 'a', 'b', 'results');
    await checkResultsFolder(deep);
    expect(await readdir(home)).toEqual([]);
    await writeResults(deep, tinyContent());
    expect(await readdir(deep)).toContain('annual.csv');
  });

  it('is followed when it is a link, which stays a link', async () => {
    const real = join(home, 'real');
    const link = join(home, 'link');
    await mkdir(real);
    await symlink(real, link);
    await writeResults(link, tinyContent());
    expect(await readdir(real)).toContain('manifest.json');
    await writeResults(link, tinyContent());
    expect((await readdir(home)).sort()).toEqual(['link', 'real']);
  });
});
