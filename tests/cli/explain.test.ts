import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lhe } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'lhe-explain-'));
const results = join(folder, 'results');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const scenario = join(folder, 'tiny.yaml');
  writeFileSync(
    scenario,
    `name: tiny
question: Why?
place: { synthetic: { people: 2000, practices: 2, trusts: 1 } }
weeks: 30
arms:
  - name: split
    regime: purchaser-provider-split
  - name: one body
    regime: purchaser-provider-split
    switch: [{ week: 10, to: heft-decreed }]
`,
  );
  const run = await lhe(['run', scenario, '--out', results, '--quiet']);
  expect(run).toMatchObject({ code: 0 });
});

describe('lhe explain', () => {
  it('summarises the largest moves', async () => {
    const { code, stdout } = await lhe(['explain', results]);
    expect(code).toBe(0);
    expect(stdout).toContain('Largest moves: split');
    expect(stdout).toContain('T1');
    expect(stdout).toContain('--organisation CODE');
  });

  it('tells of a quarter in sentences and a table', async () => {
    const { code, stdout } = await lhe([
      'explain',
      results,
      '--organisation',
      't1',
      '--lever',
      'elective_capacity',
      '--week',
      '20',
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('In week 25 (2007-2008 Q2) Trust 1 ');
    expect(stdout).toContain('marginal');
  });

  it('puts organisations whose figures of a quarter read the same into one row and one sentence', async () => {
    const file = join(folder, 'alike', 'levers.csv');
    mkdirSync(join(folder, 'alike'));
    const practice = (code: string, level: string): string =>
      `split,25,2007-2008 Q2,practice,${code},Surgery ${code},,access,${level},0.1,0,0,0,0.02,0,0.08,0.01,0,7.7\n`;
    const header = readFileSync(join(results, 'levers.csv'), 'utf8').split('\n')[0]!;
    writeFileSync(
      file,
      `${header}\n${practice('P1', '1.01')}${practice('P2', '1.01')}${practice('P3', '1.2')}`,
    );
    const { code, stdout } = await lhe(['explain', join(folder, 'alike'), '--week', '20']);
    expect(code).toBe(0);
    expect(stdout.match(/^In week 25 .*/gm)).toHaveLength(2);
    expect(stdout).toMatch(/^In week 25 \(2007-2008 Q2\) Surgery P1 .* 1 other practice did the same\.$/m);
    expect(stdout.match(/^split .*/gm)).toEqual([
      expect.stringMatching(/ P1 \.\.\. \(2 practices\) +access /),
      expect.stringMatching(/ P3 +access /),
    ]);
  });

  it('knows a body that decides through its members', async () => {
    const { code, stdout, stderr } = await lhe(['explain', results, '--organisation', 'C1-body']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Ask for one of them: T1, C1.');
    expect(stderr).toContain('one body, week 10: body founded: ');
  });

  it.each([
    ['no such folder', ['explain', join(folder, 'nowhere')], 'there is no folder'],
    ['no levers', ['explain', folder], 'holds no levers.csv'],
    ['an unknown organisation', ['explain', results, '--organisation', 'Trst 1'], 'Did you mean Trust 1?'],
    ['a week after the end', ['explain', results, '--week', '99'], 'from week 12 to week 25'],
    ['no week', ['explain', results, '--week', 'soon'], '--week must be a whole number'],
  ])('%s: says so and ends with 2', async (_, args, message) => {
    const { code, stdout, stderr } = await lhe(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('lhe levers', () => {
  it('lists them, and explains one', async () => {
    const list = await lhe(['levers']);
    expect(list).toMatchObject({ code: 0 });
    expect(list.stdout).toContain('elective_capacity');
    const one = await lhe(['levers', 'elective_capacity']);
    expect(one.stdout).toContain('lever_step_capacity');
    expect(one.stdout).toContain('assumption');
  });

  it('names the nearest of an unknown one', async () => {
    const { code, stderr } = await lhe(['levers', 'electve_capacity']);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean elective_capacity?');
  });
});
