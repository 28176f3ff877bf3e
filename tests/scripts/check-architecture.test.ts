import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/check-architecture.mjs', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'lhe-architecture-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

// In pieces, as this file is checked too.
const HOME_OF_ANN = ['', 'home', 'ann'].join('/');
const REGISTRY = ['https://', 'registry.example.org'].join('');

/** A sound little house. */
const HOUSE: Readonly<Record<string, string>> = {
  'src/kernel/draw.ts': 'export const draw = (x: number) => Math.imul(x, 3) / 2;\n',
  'src/model/institutions/choice.ts': "export type Choice = 'none';\n",
  'src/model/regimes/big-bang.ts':
    "import type { Choice } from '../institutions/choice.ts';\nexport const B: Choice = 'none';\n",
  'src/model/phases/referral.ts':
    "import { draw } from '../../kernel/draw.ts';\nexport const refer = () => draw(1) * 2 ** -3;\n",
  'src/model/simulate.ts': "import { refer } from './phases/referral.ts';\nexport const simulate = refer;\n",
  'src/lab/run.ts':
    "import { simulate } from '../model/simulate.ts';\nexport const run = () => [simulate(), new Date()];\n",
  'src/cli/main.ts': "import { run } from '../lab/run.ts';\nrun();\n",
};

describe('the check of the architecture', () => {
  it('passes a sound little house', () => {
    expect(check(build({})).stderr).toBe('');
  });

  it.each([
    [
      'an import upwards',
      'src/model/a.ts',
      "export { run } from '../lab/run.ts';",
      'model may not import lab',
    ],
    [
      'a dynamic import upwards',
      'src/kernel/a.ts',
      "void import('../model/simulate.ts');",
      'kernel may not import model',
    ],
    [
      'a type from above',
      'src/lab/a.ts',
      "import type { X } from '../cli/main.ts';",
      'lab may not import cli',
    ],
    [
      'node in the model',
      'src/model/a.ts',
      "import { join } from 'node:path';",
      "may not import 'node:path'",
    ],
    ['luck', 'src/model/a.ts', 'export const x = () => Math.random();', 'Math.random is luck'],
    [
      'an inexact function',
      'src/kernel/a.ts',
      'export const x = Math.exp(1);',
      'Math.exp differs between engines',
    ],
    ['a power', 'src/model/a.ts', 'export const x = (y: number) => 2 ** y;', '** differs between engines'],
    [
      'a clock in a template',
      'src/model/a.ts',
      `export const x = () => \`\${{ a: Date.now() }.a}\`;`,
      'Date touches',
    ],
    ['a print', 'src/model/a.ts', "console.log('x');", 'console touches the outside'],
    ['global state', 'src/model/a.ts', 'export let runs = 0;', 'state that outlives a run'],
    [
      'behaviour that knows a regime',
      'src/model/behaviour/a.ts',
      "export const x = (name: string) => name === 'bigBang';",
      'names a regime: bigBang',
    ],
    [
      'a phase that names a regime',
      'src/model/phases/a.ts',
      "export const x = 'under big-bang';",
      'names a regime: big-bang',
    ],
    [
      'a regime under another name than its file',
      'src/model/regimes/slow-track.ts',
      "export const x = { id: 'quick-track' };",
      'defines the regime quick-track, not slow-track',
    ],
    [
      'a phase that imports a regime',
      'src/model/phases/a.ts',
      "import { B } from '../regimes/big-bang.ts';",
      'never a regime',
    ],
    [
      'a regime with code',
      'src/model/regimes/slow-track.ts',
      "import { refer } from '../phases/referral.ts';",
      'regimes may import institutions only',
    ],
    [
      'behaviour that calls a phase',
      'src/model/behaviour/a.ts',
      "import { refer } from '../phases/referral.ts';",
      'only the tick uses phases',
    ],
    [
      'evidence that looks up',
      'src/model/evidence/a.ts',
      "import { refer } from '../simulate.ts';",
      'evidence stands below the rest of the model',
    ],
    [
      'a number in behaviour',
      'src/model/behaviour/a.ts',
      'export const felt = (wait: number) => 0.03 * wait;',
      '0.03 is a stray number',
    ],
    [
      'a whole number in a phase',
      'src/model/phases/a.ts',
      'export const late = (weeks: number) => weeks > 18;',
      '18 is a stray number',
    ],
    [
      'a usual number in an unusual place',
      'src/model/phases/a.ts',
      'export const harm = (weeks: number) => weeks * 7;',
      '7 is a stray number',
    ],
    [
      'a number after what is surely there and divided',
      'src/model/behaviour/a.ts',
      'export const felt = (a: number[]) => (a[0]! / 2) * 0.03 * (a[1]! / 2);',
      '0.03 is a stray number',
    ],
    [
      'a number in the opening',
      'src/model/opening/a.ts',
      'export const full = (beds: number) => 0.85 * beds;',
      '0.85 is a stray number',
    ],
    [
      'a number in the evidence that is no row',
      'src/model/evidence/a.ts',
      'const FIRST_AGE = 35;',
      '35 is a stray number',
    ],
    [
      'a number in the filling of places',
      'src/lab/place/fill-beds.ts',
      'export const beds = (people: number) => 0.0025 * people;',
      '0.0025 is a stray number',
    ],
    ['a path of a machine', 'docs/a.md', `Look into ${HOME_OF_ANN}/lhe.`, `${HOME_OF_ANN} is a path`],
    ['a registry', '.npmrc', `registry=${REGISTRY}/npm`, 'is the host of a registry'],
  ])('finds %s', (_what, path, text, message) => {
    const { stderr, status } = check(build({ [path]: `// first\n${text}\n` }));
    expect(stderr).toContain(`${path}:2: `);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect(status).toBe(1);
  });

  it.each([
    ['a row', 'src/model/evidence/rows/a.ts', 'export const A = { id: 1, value: 0.35 };'],
    ['a regime', 'src/model/regimes/slow-track.ts', "export const S = { 'rollout.threshold': 0.8 };"],
    ['a row of places', 'src/lab/place/assumptions/a.ts', 'export const A = { value: 0.35 };'],
    [
      'bits, fifths and weeks',
      'src/model/opening/a.ts',
      'export const q = (x: number) => (x >>> 24) % 5 / 52;',
    ],
    ['another room', 'src/lab/analysis/a.ts', 'export const A = 0.35;'],
  ])('lets the numbers of %s be', (_what, path, text) => {
    expect(check(build({ [path]: `${text}\n` })).stderr).toBe('');
  });

  it('finds a circle of imports, and lets types refer to each other', () => {
    const circle = (kind: string) => ({
      'src/model/a.ts': `${kind} { b } from './b.ts';\nexport const a = 1;\n`,
      'src/model/b.ts': `${kind} { a } from './a.ts';\nexport const b = 1;\n`,
    });
    expect(check(build(circle('import'))).stderr).toContain(
      'src/model/a.ts -> src/model/b.ts -> src/model/a.ts',
    );
    expect(check(build(circle('import type'))).status).toBe(0);
  });

  it('finds a package that is imported and not named, and one that is named and not imported', () => {
    const { stderr } = check(
      build({
        'package.json': '{ "dependencies": { "zod": "1.0.0" } }',
        'src/lab/a.ts': "import yaml from 'yaml';\n",
      }),
    );
    expect(stderr).toContain('src/lab/a.ts:1: yaml is no dependency in package.json');
    expect(stderr).toContain('package.json:1: nothing in src imports zod');
  });

  it('is not fooled by comments, strings and regular expressions', () => {
    const text =
      "// Math.random()\n/* Date */\nexport const x = ['Date', `Date`, /['Date]/, 2 / 1]; // import '../lab/run.ts'\n";
    expect(check(build({ 'src/model/a.ts': text })).stderr).toBe('');
  });

  it('lets layouts and units stand, and what the list of numbers gives a reason for', () => {
    const layout =
      'export const x = (hs: number, pence: number, week: number) =>\n' +
      '  (pence / 100) * (hs >> 3) + (hs & 7) + (week % 52) * 8 + 0xff + 2 + 1 - 0;\n';
    const listed = 'export const MOST_FATAL = 0.95;\n';
    expect(check(build({ 'src/model/phases/a.ts': layout })).stderr).toBe('');
    expect(check(build({ 'src/model/phases/emergency-care.ts': listed })).stderr).toBe('');
    expect(check(build({ 'src/model/phases/a.ts': listed })).stderr).toContain('0.95 is a stray number');
  });

  it('warns of a number in the list that its file no longer has', () => {
    const { stdout, status } = check(build({ 'src/model/phases/emergency-care.ts': 'export {};\n' }));
    expect(stdout).toContain('src/model/phases/emergency-care.ts: no longer has `MOST_FATAL = 0.95`');
    expect(status).toBe(0);
  });

  it('warns of a long file', () => {
    const { stdout, status } = check(build({ 'src/lab/long.ts': '\n'.repeat(400) }));
    expect(stdout).toContain('warning: src/lab/long.ts: 401 lines');
    expect(status).toBe(0);
  });
});

function check(root?: string) {
  return spawnSync(process.execPath, [SCRIPT, ...(root === undefined ? [] : [root])], { encoding: 'utf8' });
}

function build(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(home, 'house-'));
  for (const [path, text] of Object.entries({ ...HOUSE, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
