import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { codeFingerprint } from '../../../src/lab/study/code-fingerprint.ts';

const home = mkdtempSync(join(tmpdir(), 'lhe-code-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const PROGRAM: Readonly<Record<string, string>> = {
  'program/kernel/draw.js': 'a',
  'program/model/simulate.js': 'a',
  'program/model/simulate.d.ts': 'a',
  'program/model/evidence/rows/choice.js': 'a',
  'program/lab/place/fill.js': 'a',
  'program/lab/study/run-arm.js': 'a',
  'program/lab/experiment/plan.js': 'a',
  'program/lab/facts/words.js': 'a',
  'program/lab/facts/questions/hospitals.js': 'a',
  'data/providers.csv': 'a',
};

function fingerprintWith(changes: Readonly<Record<string, string>>, own = ['lab/facts']): string {
  rmSync(home, { recursive: true, force: true });
  for (const [path, text] of Object.entries({ ...PROGRAM, ...changes })) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  return codeFingerprint(own, join(home, 'program'), join(home, 'data'));
}

describe('fingerprint of the code', () => {
  it.each([
    'program/kernel/draw.js',
    'program/model/simulate.js',
    'program/model/behaviour/new-law.js',
    'program/lab/place/fill.js',
    'program/lab/experiment/plan.js',
    'program/lab/facts/questions/hospitals.js',
    'data/providers.csv',
  ])('is another when %s is another', (path) => {
    expect(fingerprintWith({ [path]: 'b' })).not.toBe(fingerprintWith({}));
  });

  it.each([
    // Values of rows are remembered apart; the rest only says things.
    'program/model/evidence/rows/choice.js',
    'program/model/simulate.d.ts',
    'program/lab/facts/words.js',
    'program/lab/signs/judge.js',
  ])('is the same when %s is another', (path) => {
    expect(fingerprintWith({ [path]: 'b' })).toBe(fingerprintWith({}));
  });

  it('is of the program that runs, the same each time', () => {
    expect(codeFingerprint()).toMatch(/^[0-9a-f]{16}$/);
    expect(codeFingerprint()).toBe(codeFingerprint());
    expect(codeFingerprint(['lab/facts'])).not.toBe(codeFingerprint());
  });
});
