import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { nearestSpelling } from '../nearest-spelling.ts';
import { PlaceError, type PlaceProblem } from '../place/place-error.ts';
import { folderWithin, readPlaceFolder } from '../place/read-folder.ts';
import { type Problem, problemAt, problemOfFile } from './problem.ts';

/** A folder's path and the folder it must lie in. */
export interface FolderRequest {
  readonly within: string;
  readonly folder: string;
}

/** What is wrong with a folder of place tables: with the request itself, and in its files. */
export interface FolderFaults {
  readonly request: readonly (PlaceProblem & { readonly suggestion?: string })[];
  readonly files: readonly Problem[];
  /** Codes of its primary care trusts; undefined when it cannot be read. */
  readonly commissioners: readonly string[] | undefined;
}

/** A folder is relative to the scenario's file; it must lie beside or below that file or in the working directory. */
export function folderRequest(written: string, scenarioFile: string): FolderRequest {
  const home = resolve(dirname(scenarioFile));
  const folder = resolve(home, written);
  const within = `${folder}${sep}`.startsWith(`${home}${sep}`) ? home : process.cwd();
  return { within, folder: relative(within, folder) || '.' };
}

/** Everything that is wrong with the folder that a scenario names; the tables are read and checked, not filled. */
export function folderFaults(written: string, scenarioFile: string): FolderFaults {
  const { within, folder } = folderRequest(written, scenarioFile);
  try {
    const { commissioners } = readPlaceFolder(folderWithin(within, folder));
    return { request: [], files: [], commissioners: commissioners.text.code };
  } catch (error) {
    if (!(error instanceof PlaceError)) throw error;
    const request = error.problems.filter((problem) => problem.file === '');
    const files = error.problems.filter((problem) => problem.file !== '');
    return {
      request: request.map((problem) => ({ ...problem, ...suggestFolder(resolve(within, folder), written) })),
      files: files.map((problem) => problemInTable(join(dirname(scenarioFile), written), problem)),
      commissioners: undefined,
    };
  }
}

function suggestFolder(path: string, written: string): { readonly suggestion?: string } {
  try {
    const beside = readdirSync(dirname(path), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const names = beside.map((entry) => entry.name).filter((name) => name !== basename(path));
    const nearest = nearestSpelling(basename(path), names);
    return nearest === undefined ? {} : { suggestion: `Did you mean ${join(dirname(written), nearest)}?` };
  } catch {
    return {};
  }
}

/** A problem of a table at its line, with the lines around it. */
function problemInTable(folder: string, { file, line, column, found, expected }: PlaceProblem): Problem {
  const path = join(folder, file);
  const message = `expected ${expected}, found ${found}`;
  if (line === 0) return { ...problemOfFile(path, message, expected, found), path: column };
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const before = text.split(/(?<=\n)/).slice(0, line - 1);
  const start = before.reduce((sum, each) => sum + each.length, 0);
  const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
  return problemAt({ file: path, text }, { start, end }, { path: column, message, found, expected });
}
