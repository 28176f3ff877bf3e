import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { folderFaults } from './folder-place.ts';
import { type LoadedScenario, loadScenario } from './load.ts';
import { trustCodes } from './open-place.ts';
import { type Problem, problemOfFile } from './problem.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Largest scenario file, in bytes. */
export const MAXIMUM_FILE_BYTES = 1_000_000;

/** A scenario with the text it was read from (without byte order mark) and the hash of the file's bytes. */
export type ReadScenario = LoadedScenario & { readonly text: string; readonly sha256: string };

/** Reads and checks a scenario file. Never throws for what a user can cause: problems say what is wrong. */
export async function readScenarioFile(path: string, vocabulary: Vocabulary): Promise<ReadScenario> {
  const read = await readText(path);
  if ('problem' in read) return { problems: [read.problem], text: '', sha256: '' };
  const loaded = loadScenario(
    read.text,
    path,
    vocabulary,
    (folder) => folderFaults(folder, path),
    (place) => trustCodes(place, path),
  );
  return { ...loaded, ...read };
}

/** The text of a file that a user wrote, or why it cannot be read. */
export async function readText(
  path: string,
): Promise<{ text: string; sha256: string } | { problem: Problem }> {
  const fail = (message: string, expected: string, found = '') => ({
    problem: problemOfFile(path, message, expected, found),
  });
  const expected = 'a YAML or JSON file';
  try {
    // Looked at before it is opened: opening a named pipe would wait for its writer.
    const status = await stat(path);
    if (status.isDirectory()) return fail('this is a folder, not a file', expected, 'a folder');
    if (!status.isFile()) return fail('this is not a regular file', expected, 'a device or a pipe');
    if (status.size > MAXIMUM_FILE_BYTES) {
      const found = `${(status.size / 1e6).toFixed(1)} MB`;
      return fail(`the file is too large (${found}) to be a scenario`, 'at most 1 MB', found);
    }
    const bytes = await readFile(path);
    const text = decode(bytes);
    if (text === undefined)
      return fail('the file is not UTF-8 text', expected, 'binary data or another encoding');
    return { text, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    return fail(readFailure(error), expected);
  }
}

/** UTF-8 without its byte order mark, or undefined when the bytes are something else. */
function decode(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function readFailure(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'the file may not be read by you';
    case 'ENOTDIR':
      return 'a part of the path is a file, not a folder';
    case 'ENAMETOOLONG':
      return 'the path is too long';
    case 'ERR_INVALID_ARG_VALUE':
      return 'the path has a character that no path can have';
    default:
      return `the file cannot be read (${code || (error as Error).message})`;
  }
}
