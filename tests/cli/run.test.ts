import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lhe, MAIN, outcomeOf } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'lhe-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TINY = `name: tiny
question: Why?
place: { synthetic: { people: 2000, practices: 2, trusts: 1 } }
weeks: 60
baseline: split
arms:
  - name: split
    regime: purchaser-provider-split
  - name: no choice
    regime: purchaser-provider-split
    set: { choice.of: none }
`;
writeFileSync(join(folder, 'tiny.yaml'), TINY);

describe('lhe run', () => {
  it('writes results, shows progress on stderr and the headline on stdout', async () => {
    const outcome = await lhe(['run', 'tiny.yaml'], { cwd: folder });
    expect(outcome.stderr).toMatch(/^100%: 240 of 240 weeks/m);
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('split (baseline)');
    expect(outcome.stdout).toContain('no choice against split');
    expect(outcome.stdout).toContain('Results: results/tiny');
    const manifest = JSON.parse(readFileSync(join(folder, 'results/tiny/manifest.json'), 'utf8'));
    expect(manifest.scenario).toMatchObject({ name: 'tiny', weeks: 60, seed: 'tiny', text: TINY });
  });

  it('replaces its former results, and takes options over the scenario', async () => {
    const args = [
      'run',
      'tiny.yaml',
      '--weeks',
      '5',
      '--replicates',
      '1',
      '--seed',
      'other',
      '--threads',
      '1',
      '--quiet',
    ];
    expect(await lhe(args, { cwd: folder })).toEqual({ code: 0, stdout: '', stderr: '' });
    const manifest = JSON.parse(readFileSync(join(folder, 'results/tiny/manifest.json'), 'utf8'));
    expect(manifest.scenario).toMatchObject({
      weeks: 5,
      seed: 'other',
      replicates: 1,
      fromOptions: { weeks: 5, seed: 'other', replicates: 1 },
    });
    expect(readdirSync(join(folder, 'results'))).toEqual(['tiny']);
  });

  it('writes the same tables whatever the threads and the engine', async () => {
    const run = (out: string, threads: string, engine: string) =>
      lhe(['run', 'tiny.yaml', '--weeks', '20', '--out', out, '--threads', threads, '--engine', engine], {
        cwd: folder,
      });
    expect((await run('one', '1', 'wasm')).code).toBe(0);
    expect((await run('two', '2', 'typescript')).code).toBe(0);
    const tables = readdirSync(join(folder, 'one')).filter((name) => name.endsWith('.csv'));
    expect(tables.length).toBeGreaterThan(3);
    for (const table of tables) {
      expect(readFileSync(join(folder, 'two', table)).equals(readFileSync(join(folder, 'one', table)))).toBe(
        true,
      );
    }
  });

  it('says nothing but its progress, however many runs there are', async () => {
    const args = [
      'run',
      'tiny.yaml',
      '--weeks',
      '1',
      '--replicates',
      '6',
      '--threads',
      '2',
      '--out',
      'twelve',
    ];
    const outcome = await lhe(args, { cwd: folder });
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toMatch(/^(\d+%: \d+ of 12 weeks.*\n)+$/);
  });

  it('leaves a folder that is not its own alone', async () => {
    mkdirSync(join(folder, 'thesis'));
    writeFileSync(join(folder, 'thesis', 'chapter.txt'), 'years of work');
    const outcome = await lhe(['run', 'tiny.yaml', '--out', 'thesis'], { cwd: folder });
    expect(outcome.stderr).toContain('thesis');
    expect(outcome.code).toBe(2);
    expect(readdirSync(join(folder, 'thesis'))).toEqual(['chapter.txt']);
  });

  it('says so when the place for the results is a file', async () => {
    writeFileSync(join(folder, 'file'), '');
    const outcome = await lhe(['run', 'tiny.yaml', '--out', 'file/results'], { cwd: folder });
    expect(outcome.stderr).toContain('part of the path is a file');
    expect(outcome.code).toBe(1);
  });

  it('refuses what no machine can hold, with the figure', async () => {
    const people = '{ people: 60000000, practices: 8000, trusts: 160 }';
    writeFileSync(
      join(folder, 'huge.yaml'),
      TINY.replace(/\{ people.*?\}/, people).replace('weeks: 60', 'weeks: 2080\nreplicates: 9999'),
    );
    const outcome = await lhe(['run', 'huge.yaml', '--threads', '512'], {
      cwd: folder,
    });
    expect(outcome.stderr).toMatch(/this needs about \d+\.\d GB of memory/);
    expect(outcome.code).toBe(2);
    expect(await lhe(['validate', 'huge.yaml'], { cwd: folder })).toMatchObject({ code: 2, stdout: '' });
  });

  it.skipIf(process.platform === 'win32')('stops at Ctrl-C, with nothing half-written', async () => {
    const args = [
      'run',
      'tiny.yaml',
      '--weeks',
      '2080',
      '--replicates',
      '40',
      '--out',
      'interrupted/deep/down',
    ];
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, stdio: 'pipe' });
    const outcome = outcomeOf(child);
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
    // The first line of progress says that the work has begun and that the handler of signals is there.
    child.stderr.once('data', () => {
      child.kill('SIGINT');
      // As `npm start` does: it passes on what the terminal has told already.
      setTimeout(() => child.kill('SIGINT'), 50);
    });
    const { code, stderr } = await outcome;
    clearTimeout(timer);
    expect(stderr).toContain('Interrupted. Nothing was written.');
    expect(code).toBe(130);
    expect(existsSync(join(folder, 'interrupted'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });
});
