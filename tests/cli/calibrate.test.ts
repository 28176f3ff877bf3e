import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lhe, MAIN, outcomeOf } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'lhe-calibrate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// So wide that draws of a place of a thousand people are accepted.
const SPEC = `name: tiny
place: { synthetic: { people: 1000, practices: 2, trusts: 1 } }
replicates: 1
luck_worlds: 2
parameters: [{ row: need_scale }]
targets: [{ id: gp_referrals_per_1000, tolerance: 0.5, discrepancy: 0.5 }]
starts: 1
waves: { count: 1, draws: 3 }
`;
const SCENARIO = `name: tiny
question: Why?
place: { synthetic: { people: 1000, practices: 2, trusts: 1 } }
weeks: 60
replicates: 1
arms:
  - { name: split, regime: purchaser-provider-split }
  - { name: no choice, regime: purchaser-provider-split, set: { choice.of: none } }
`;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');
write('tiny.yaml', SPEC);
write('tiny-scenario.yaml', SCENARIO);

describe('lhe calibrate', () => {
  it('refuses a wrong file before it computes anything', async () => {
    write('wrong.yaml', SPEC.replace('gp_referrals_per_1000', 'B13'));
    const { code, stderr, stdout } = await lhe(['calibrate', 'wrong.yaml'], { cwd: folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/wrong\.yaml:6:\d+ targets\[0\]\.id/);
    expect(stderr).toContain('validate: it must emerge');
    expect(existsSync(join(folder, 'results'))).toBe(false);
  });

  it('can be stopped, says that it goes on, and gives the bytes of one that was never stopped', async () => {
    const child = spawn(process.execPath, [MAIN, 'calibrate', 'tiny.yaml', '--threads', '1'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = outcomeOf(child);
    child.stderr!.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('sensitivities')) child.kill('SIGINT');
    });
    const stopped = await ended;
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('the same command goes on from there');
    expect(existsSync(join(folder, 'results/calibration/tiny/calibration.json'))).toBe(false);

    const { code, stdout } = await lhe(['calibrate', 'tiny.yaml'], { cwd: folder });
    expect(code).toBe(0);
    for (const title of [
      'Which target informs',
      'Starts',
      'Waves of history matching',
      'leave of each prior',
    ])
      expect(stdout).toContain(title);
    const again = await lhe(['calibrate', 'tiny.yaml', '--out', 'other', '--quiet', '--threads', '1'], {
      cwd: folder,
    });
    expect(again).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(read('other/calibration.json')).toBe(read('results/calibration/tiny/calibration.json'));
  });

  it('does not fill a folder with another calibration', async () => {
    write('changed.yaml', SPEC.replace('draws: 3', 'draws: 4'));
    const { code, stderr } = await lhe(['calibrate', 'changed.yaml', '--out', 'other'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('choose another --out');
  });
});

describe('lhe run over what is not known', () => {
  it('says what its intervals hold, and lists the draws', async () => {
    const args = [
      'run',
      'tiny-scenario.yaml',
      '--uncertainty',
      '2',
      '--calibration',
      'other/calibration.json',
    ];
    const { code, stdout } = await lhe(args, { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('95% interval (luck and parameters)');
    const lines = read('results/tiny/comparison.csv').split('\n');
    expect(lines[0]).toMatch(/,reading,interval$/);
    expect(lines[1]).toMatch(/luck and parameters$/);
    const { intervals, uncertainty, scenario } = JSON.parse(read('results/tiny/manifest.json'));
    expect([intervals, scenario.fromOptions]).toEqual(['luck and parameters', { uncertainty: 2 }]);
    expect(uncertainty).toMatchObject({
      calibrations: [
        { file: 'other/calibration.json', isStale: false },
        { file: 'data/calibration/behaviour.json' },
      ],
      worlds: 1,
    });
    expect(uncertainty.draws).toHaveLength(2);
  });

  it('says luck only where nothing else differs, also on the values before any fit', async () => {
    const args = ['run', 'tiny-scenario.yaml', '--replicates', '2', '--defaults', 'uncalibrated'];
    const { code, stdout } = await lhe(args, { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('95% interval (luck only)');
    const { defaults, parameters } = JSON.parse(read('results/tiny/manifest.json'));
    expect(defaults).toBe('uncalibrated');
    const need = parameters.find(({ id }: { id: string }) => id === 'need_scale');
    expect(need).toMatchObject({ value: 1, overridden: true });
  });

  it.each([
    [['--calibration', 'other/calibration.json'], '--calibration is for --uncertainty'],
    [['--uncertainty', '3', '--defaults', 'uncalibrated'], 'cannot go with --defaults uncalibrated'],
    [['--uncertainty', '1'], '--uncertainty must be a whole number from 2'],
    [['--uncertainty', '2', '--calibration', 'tiny.yaml'], 'tiny.yaml: not the JSON of a calibration'],
    [['--uncertainty', '2', '--calibration', 'none.json'], 'none.json: there is no such file'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await lhe(['run', 'tiny-scenario.yaml', ...args], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
