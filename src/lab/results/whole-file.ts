import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { asResultsError } from './results-error.ts';

/**
 * Writes a file whole or not at all, in a folder that is made where there is none.
 * @throws ResultsError saying why it cannot be written
 */
export function writeWholeFile(file: string, text: string): void {
  const partial = `${file}.partial-${process.pid}`;
  makeFolder(dirname(file));
  try {
    writeFileSync(partial, text);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw asResultsError(error, file);
  }
}

/**
 * Makes a folder and those above it, one level at a time: where /proc says "no such folder" of a folder that is there,
 * `recursive: true` tries again for ever.
 * @throws ResultsError saying why there can be no such folder
 */
export function makeFolder(folder: string): void {
  try {
    makeLevel(resolve(folder));
  } catch (error) {
    throw asResultsError(error, folder);
  }
}

function makeLevel(path: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory()) return;
  if (there === undefined) makeLevel(dirname(path));
  mkdirSync(path);
}
