import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lhe, MAIN } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'lhe-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SCENARIO = join(folder, 'tiny.yaml');
writeFileSync(
  SCENARIO,
  `name: tiny
question: Why?
place: { synthetic: { people: 2000, practices: 2, trusts: 1 } }
weeks: 3
arms:
  - name: split
    regime: purchaser-provider-split
`,
);

describe('mistakes in the command', () => {
  it.each([
    ['no command', [], 'Say what to do'],
    ['an unknown command', ['rnu', 'x.yaml'], 'Did you mean run?'],
    ['an unknown option', ['run', SCENARIO, '--replicate', '3'], 'Did you mean --replicates?'],
    ['no scenario', ['run'], 'Not enough'],
    ['two scenarios', ['run', SCENARIO, 'other.yaml'], '"other.yaml" is not known here'],
    [
      'a word for a number',
      ['run', SCENARIO, '--weeks', 'many'],
      '--weeks must be a whole number from 1 to 2080, not "many"',
    ],
    ['a negative number', ['run', SCENARIO, '--replicates', '-1'], '--replicates must be a whole number'],
    ['a fraction', ['run', SCENARIO, '--weeks', '1.5'], '--weeks must be a whole number'],
    ['zero', ['run', SCENARIO, '--scale', '0'], '--scale must be a number from 0.001 to 1'],
    ['no value', ['run', SCENARIO, '--threads'], 'Not enough arguments following: threads'],
    ['an empty value', ['run', SCENARIO, '--seed='], '--seed must be some text'],
    ['an empty folder', ['run', SCENARIO, '--out', ''], '--out must be the path of a folder'],
    ['an unknown engine', ['run', SCENARIO, '--engine', 'wsm'], 'Choices: "auto", "wasm", "typescript"'],
    ['a missing file', ['run', 'missing.yaml'], 'missing.yaml: there is no such file'],
    ['an unknown metric', ['metrics', 'lst_total'], 'Did you mean list_total?'],
    ['an unknown parameter', ['parameters', 'births_pr_1000'], 'Did you mean births_per_1000?'],
    [
      'a parameter of another class',
      ['parameters', 'a_wait', '--class', 'policy'],
      'of class assumption, not policy',
    ],
    ['an unknown class', ['parameters', '--class', 'guess'], '"assumption"'],
    ['an unknown regime', ['regimes', 'purchaser-provder-split'], 'Did you mean purchaser-provider-split?'],
    ['a regime that none is compared with', ['regimes', 'diff', 'heft'], 'Not enough'],
    [
      'an unknown regime to compare with',
      ['regimes', 'diff', 'heft', 'duel-track'],
      'Did you mean dual-track?',
    ],
  ])('%s: exit code 2, what to write instead, no stack trace', async (_what, args, message) => {
    const outcome = await lhe(args, { cwd: folder });
    expect(outcome.stderr).toContain(message);
    expect(outcome.stderr).not.toMatch(/\n\s+at /);
    expect(outcome.stdout).toBe('');
    expect(outcome.code).toBe(2);
  });

  it('says why a file cannot be written, and leaves nothing of it', async () => {
    writeFileSync(join(folder, 'in-the-way'), '');
    const outcome = await lhe(['schema', '--out', 'in-the-way/schema.json'], { cwd: folder });
    expect(outcome.stderr).toBe(
      'lhe: The results cannot be written to in-the-way: part of the path is a file\n',
    );
    expect(outcome.code).toBe(1);
  });

  it('explains completion when asked for help, and prints its script when not', async () => {
    const help = await lhe(['completion', '--help'], { cwd: folder });
    expect(help.stdout).toContain('Options:');
    expect(help.stdout).not.toContain('COMP_WORDS');
    const script = await lhe(['completion'], { cwd: folder });
    expect(script.stdout).toContain('COMP_WORDS');
    expect(script.stdout).toContain('lhe --get-yargs-completions');
    const words = await lhe(['--get-yargs-completions', 'lhe', 'run', '--'], { cwd: folder });
    expect(words.stdout).toContain('--replicates');
  });

  it('lists the words of a command, and not of the one that it is a part of', async () => {
    const { stdout } = await lhe(['regimes', 'diff', '--help'], { cwd: folder });
    expect(stdout).toContain('Id of another');
    expect(stdout).not.toContain('a part of it');
  });

  it('says everything that is wrong in a scenario, with the lines', async () => {
    writeFileSync(
      join(folder, 'wrong.yaml'),
      'name: wrong\nquestion: Why?\nplace: narnia\nweeks: many\narms: []\n',
    );
    const outcome = await lhe(['validate', SCENARIO, 'wrong.yaml'], { cwd: folder, env: { NO_COLOR: '1' } });
    expect(outcome.stdout).toBe(`${SCENARIO}: valid (1 arm, 2 replicates, 3 weeks)\n`);
    expect(outcome.stderr).toContain('wrong.yaml:3:8 place: expected one of');
    expect(outcome.stderr).toContain(
      'wrong.yaml:4:8 weeks: expected a whole number from 1 to 2080, found the text "many"',
    );
    expect(outcome.stderr).toContain('  > 4 | weeks: many\n      |        ^^^^');
    expect(outcome.stderr).toContain('3 problems found.');
    expect(outcome.code).toBe(2);
  });

  it('warns of what does nothing, and finds the scenario valid', async () => {
    const part = '{ rural: { payment.followUpCap: 1 } }';
    writeFileSync(
      join(folder, 'idle.yaml'),
      `name: idle
question: Why?
place: { synthetic: { people: 600, practices: 2, trusts: 1, seed: idle } }
weeks: 2
replicates: 1
arms:
  - { name: a, regime: purchaser-provider-split, parts: ${part} }
  - { name: b, regime: purchaser-provider-split, set: { choice.of: system } }
`,
    );
    for (const [command, ...more] of [['validate'], ['run', '--quiet']]) {
      const outcome = await lhe([command!, 'idle.yaml', ...more], { cwd: folder, env: { NO_COLOR: '1' } });
      expect(outcome.stderr.split('\n')).toEqual([
        expect.stringMatching(
          /^idle\.yaml:7:\d+ warning: arms\[0\]\.parts\.rural\["payment\.followUpCap"\]: has no effect in the rural part: /,
        ),
        expect.stringMatching(
          /^idle\.yaml:8:\d+ warning: arms\[1\]\.set\["choice\.of"\]: nobody can choose a system: /,
        ),
        '',
      ]);
      expect(outcome.code).toBe(0);
    }
  });

  it('checks the places of all files, with everything else that is wrong in them', async () => {
    mkdirSync(join(folder, 'my-place'), { recursive: true });
    writeFileSync(join(folder, 'my-place', 'zones.csv'), 'code,rural\nZ1,maybe\n');
    const write = (name: string, place: string) =>
      writeFileSync(
        join(folder, name),
        `name: x\nquestion: Why?\nplace: ${place}\narms: [{ name: a, regime: purchaser-provider-split }]\nbaseline: b\n`,
      );
    write('codes.yaml', '["5CN", "5CX"]');
    write('folder.yaml', '{ folder: my-plce }');
    write('tables.yaml', '{ folder: my-place }');
    write('huge.yaml', '{ synthetic: { people: 60000000, practices: 100, trusts: 2 } }');
    const args = ['validate', 'codes.yaml', 'folder.yaml', 'tables.yaml', 'huge.yaml'];
    const { stderr, code } = await lhe(args, { cwd: folder, env: { NO_COLOR: '1' } });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /codes.yaml:3:16 place\[1\]: .*found the text "5CX". Did you mean 5\w\w\?\n.*\n {2}> 3 \| place/,
    );
    expect(stderr).toMatch(/folder.yaml:3:18 place.folder: .*does not exist. Did you mean my-place\?/);
    expect(stderr).toMatch(/my-place\/zones.csv:2:1 rural: .*found "maybe"/);
    expect(stderr).toContain('  > 2 | Z1,maybe');
    expect(stderr).toMatch(/huge.yaml:3:\d+ place.synthetic.practices: expected at least 176 practices/);
    for (const file of ['codes', 'folder', 'tables', 'huge'])
      expect(stderr).toContain(`${file}.yaml:5:11 baseline`);
  });
});

describe('what can be asked', () => {
  it.each([
    [['--help'], 'lhe run <scenario>'],
    [['run', '--help'], '--replicates'],
    [['--version'], '0.'],
    [['places'], 'herefordshire'],
    [['places', 'herefordshire'], '5CN  Herefordshire'],
    [['metrics'], 'incomplete_median_weeks'],
    [['parameters'], 'births_per_1000'],
    [['parameters', 'births_per_1000'], 'plausible'],
    [['parameters', 'births_per_1000'], 'link        https://kipdf.com'],
    [['parameters', 'a_wait'], 'class       assumption'],
    [['parameters', 'Hansard'], 'removal_share_of_admissions'],
    [['parameters', 'tariff', '--class', 'policy'], 'tariff_uplift_2009_10'],
    [['parameters', 'life_expectancy_male_years'], 'figures that no law reads'],
    [['parameters', 'place_crossing_km'], 'cannot be set in a scenario'],
    [['regimes', 'purchaser-provider-split'], 'choice.of'],
    [['regimes'], 'integrated-choice-gp-led'],
    [['regimes', '--help'], 'lhe regimes diff heft integrated-boards'],
    [['regimes', 'heft'], 'too cosy and comfortable'],
    [['regimes', 'heft'], 'vertical *'],
    [['regimes', 'diff', 'heft', 'heft-decreed'], 'rollout.mandated  false     true'],
    [['regimes', 'diff', 'heft', 'heft'], 'do not differ in any setting'],
    [['schema'], '"$schema"'],
    [['completion'], 'lhe'],
  ])('%s', async (args, text) => {
    const outcome = await lhe(args, { cwd: folder, env: { LANG: 'de_DE.UTF-8' } });
    expect(outcome.stdout).toContain(text);
    expect(outcome.stderr).toBe('');
    expect(outcome.code).toBe(0);
  });

  it('is quiet when its reader has seen enough', async () => {
    const child = spawn('sh', ['-c', `"${process.execPath}" "${MAIN}" parameters | head -n 1; wait`], {
      stdio: 'pipe',
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
  });

  it('colours nothing in a pipe', async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that starts a colour
    expect((await lhe(['metrics'], { cwd: folder })).stdout).not.toMatch(/\u001b/);
  });
});
