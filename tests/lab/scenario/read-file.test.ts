import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readScenarioFile } from '../../../src/lab/scenario/read-file.ts';
import { SMALL_VOCABULARY, VALID } from './small-vocabulary.ts';

const folder = mkdtempSync(join(tmpdir(), 'lhe-scenario-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function messageFor(path: string): Promise<string> {
  const read = await readScenarioFile(path, SMALL_VOCABULARY);
  return 'problems' in read ? read.problems[0].message : 'valid';
}

async function messageOf(content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'scenario.yaml');
  writeFileSync(path, content);
  return messageFor(path);
}

describe('readScenarioFile', () => {
  it('reads UTF-8, with or without a byte order mark', async () => {
    expect(await messageOf(VALID)).toBe('valid');
    expect(await messageOf(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(VALID)]))).toBe(
      'valid',
    );
    expect(await messageOf(VALID.replaceAll('\n', '\r\n'))).toBe('valid');
  });

  it.each([
    ['an empty file', '', 'the file is empty'],
    ['a binary file', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'the file is not UTF-8 text'],
    ['Latin-1', new Uint8Array([...Buffer.from(VALID), 0xe9]), 'the file is not UTF-8 text'],
    ['UTF-16', Buffer.from(`\uFEFF${VALID}`, 'utf16le'), 'the file is not UTF-8 text'],
    [
      'a file above 1 MB',
      `${VALID}# ${'x'.repeat(1_000_000)}`,
      'the file is too large (1.0 MB) to be a scenario',
    ],
  ])('refuses %s', async (_what, content, message) => {
    expect(await messageOf(content)).toBe(message);
  });

  it('says why a path cannot be read', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await messageFor(join(folder, 'missing.yaml'))).toBe('there is no such file');
    expect(await messageFor(folder)).toBe('this is a folder, not a file');
    expect(await messageFor(join(folder, 'file', 'x.yaml'))).toBe(
      'a part of the path is a file, not a folder',
    );
    expect(await messageFor('a\0b')).toBe('the path has a character that no path can have');
    expect(await messageFor(join(folder, 'x'.repeat(300)))).toBe('the path is too long');
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe or read a device', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await messageFor(join(folder, 'pipe'))).toBe('this is not a regular file');
    expect(await messageFor('/dev/zero')).toBe('this is not a regular file');
  });
});
