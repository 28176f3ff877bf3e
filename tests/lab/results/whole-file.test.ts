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
import { makeFolder, writeWholeFile } from '../../../src/lab/results/whole-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'lhe-whole-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a file that is written whole', () => {
  it('has its folder made, and takes the place of a former one', () => {
    const file = join(folder, 'a', 'b', 'text.txt');
    writeWholeFile(file, 'first');
    writeWholeFile(file, 'second');
    expect(readFileSync(file, 'utf8')).toBe('second');
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['text.txt']);
  });

  it('leaves nothing beside a name that is taken by a folder', () => {
    const file = join(folder, 'taken');
    mkdirSync(join(file, 'inside'), { recursive: true });
    expect(() => writeWholeFile(file, 'text')).toThrow(/^The results cannot be written to .*taken/);
    expect(readdirSync(folder).filter((name) => name.startsWith('taken'))).toEqual(['taken']);
  });
});

describe('a folder', () => {
  it('cannot be made where a file is, and the message says so', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => makeFolder(join(folder, 'file'))).toThrow('part of the path is a file');
    expect(() => makeFolder(join(folder, 'file', 'inside'))).toThrow('part of the path is a file');
  });

  it.runIf(existsSync('/proc/version'))(
    'is refused where the system makes none, and not tried for ever',
    () => {
      expect(() => makeFolder('/proc/none/inside')).toThrow('the system lets nobody make a folder there');
    },
  );
});
