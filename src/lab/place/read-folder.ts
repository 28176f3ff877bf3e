import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { nearestSpelling } from '../nearest-spelling.ts';
import { PlaceError, type PlaceProblem } from './place-error.ts';
import { readTable, type Table } from './read-table.ts';
import {
  CHOICE,
  COMMISSIONERS,
  FLOWS,
  POPULATION,
  PRACTICES,
  PROVIDERS,
  SITES,
  TABLE_FORMATS,
  type TableFormat,
  ZONES,
} from './table-formats.ts';

/** The facts of a place as they stand in its folder: blanks are still blank. */
export interface PlaceFacts {
  readonly commissioners: Table;
  readonly population: Table;
  readonly zones: Table;
  readonly practices: Table;
  readonly providers: Table;
  readonly sites: Table;
  readonly choice: Table;
  readonly flows: Table;
}

/** No table of a place is larger: all of England's small areas take less than 3 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads the tables of a place from a folder and checks them, each by itself and against one another.
 *
 * @throws PlaceError with every problem found.
 */
export function readPlaceFolder(folder: string): PlaceFacts {
  const problems = misspeltFiles(folder);
  const read = (format: TableFormat) =>
    readTable(readFileIn(folder, format.file, problems), format, problems);
  const facts: PlaceFacts = {
    commissioners: read(COMMISSIONERS),
    population: read(POPULATION),
    zones: read(ZONES),
    practices: read(PRACTICES),
    providers: read(PROVIDERS),
    sites: read(SITES),
    choice: read(CHOICE),
    flows: read(FLOWS),
  };
  if (problems.length === 0) checkBetweenTables(facts, problems);
  if (problems.length > 0) throw new PlaceError(problems);
  return facts;
}

/** Files that are not read because the name of a table that is not there is misspelt; other files are let be. */
function misspeltFiles(folder: string): PlaceProblem[] {
  const files = readdirSync(folder).filter((name) => /\.csv$/i.test(name));
  const absent = TABLE_FORMATS.map(({ file }) => file).filter((file) => !files.includes(file));
  return files.flatMap((file) => {
    const table = nearestSpelling(
      file.slice(0, -4),
      absent.map((name) => name.slice(0, -4)),
    );
    if (table === undefined || TABLE_FORMATS.some((format) => format.file === file)) return [];
    return [{ file, line: 0, column: '', found: 'a name that no table has', expected: `${table}.csv` }];
  });
}

/**
 * The real path of a folder that someone asked for by name, if it lies inside `within`.
 *
 * @throws PlaceError if it climbs out (by `..`, by an absolute path or by a symbolic link), does not exist, is not a
 * folder, or has a NUL in its name.
 */
export function folderWithin(within: string, requested: string): string {
  const refuse = (found: string, expected: string): never => {
    throw new PlaceError([{ file: '', line: 0, column: 'place folder', found, expected }]);
  };
  const shown = JSON.stringify(requested);
  if (requested.includes('\u0000')) return refuse('a NUL in the path', 'a path without one');
  const path = resolve(within, requested);
  if (!isInside(resolve(within), path)) return refuse(shown, `a folder inside ${within}`);
  if (!existsSync(path))
    return refuse(`${shown}, which does not exist`, 'a folder with the tables of a place');
  const real = realpathSync(path);
  if (!isInside(realpathSync(within), real)) {
    return refuse(`${shown}, a link that leads elsewhere`, `a folder inside ${within}`);
  }
  if (!statSync(real).isDirectory()) return refuse(`${shown}, a file`, 'a folder with the tables of a place');
  return real;
}

function isInside(parent: string, child: string): boolean {
  const path = relative(parent, child);
  return path === '' || !(path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path));
}

function readFileIn(folder: string, file: string, problems: PlaceProblem[]): string | null {
  const path = join(folder, file);
  if (!existsSync(path)) return null;
  const report = (found: string, expected: string): null => {
    problems.push({ file, line: 0, column: '', found, expected });
    return null;
  };
  if (!isInside(realpathSync(folder), realpathSync(path))) {
    return report('a link that leads out of the folder', 'a file of the folder');
  }
  const facts = statSync(path);
  if (!facts.isFile()) return report('something that is not a file', 'a file');
  if (facts.size > MOST_BYTES) return report(`${facts.size} bytes`, `at most ${MOST_BYTES}`);
  return readFileSync(path, 'utf8');
}

/** References that lead nowhere, and tables with nothing in them. */
function checkBetweenTables(facts: PlaceFacts, problems: PlaceProblem[]): void {
  for (const [format, table] of [
    [COMMISSIONERS, facts.commissioners],
    [ZONES, facts.zones],
    [PRACTICES, facts.practices],
    [PROVIDERS, facts.providers],
    [SITES, facts.sites],
  ] as const) {
    if (table.count > 0) continue;
    problems.push({ file: format.file, line: 0, column: '', found: 'no rows', expected: 'at least one' });
  }
  const commissioners = new Set(facts.commissioners.text.code);
  const providers = new Set(facts.providers.text.code);
  const seats = facts.commissioners.number.seat_latitude.some((latitude) => !Number.isNaN(latitude));
  const refer = (
    format: TableFormat,
    table: Table,
    column: string,
    known: Set<string>,
    what: string,
  ): void => {
    table.text[column].forEach((code, row) => {
      if (known.has(code)) return;
      if (code === '' && (format === PRACTICES || (format === ZONES && seats))) return;
      const found = code === '' ? 'nothing' : `"${code}"`;
      problems.push({
        file: format.file,
        line: table.line[row],
        column,
        found,
        expected: `a code of ${what}`,
      });
    });
  };
  refer(POPULATION, facts.population, 'commissioner_code', commissioners, COMMISSIONERS.file);
  refer(ZONES, facts.zones, 'commissioner_code', commissioners, COMMISSIONERS.file);
  refer(PRACTICES, facts.practices, 'commissioner_code', commissioners, COMMISSIONERS.file);
  refer(SITES, facts.sites, 'provider_code', providers, PROVIDERS.file);
  refer(CHOICE, facts.choice, 'provider_code', providers, PROVIDERS.file);
  refer(FLOWS, facts.flows, 'commissioner_code', commissioners, COMMISSIONERS.file);
  refer(FLOWS, facts.flows, 'provider_code', providers, PROVIDERS.file);
  everyCommissionerHas(facts, facts.zones, ZONES.file, problems);
  everyCommissionerHas(facts, facts.practices, PRACTICES.file, problems);
  everyProviderHasSite(facts, problems);
}

function everyCommissionerHas(facts: PlaceFacts, table: Table, file: string, problems: PlaceProblem[]): void {
  if (table.text.commissioner_code.includes('')) return; // a rule will say whose they are
  const seen = new Set(table.text.commissioner_code);
  facts.commissioners.text.code.forEach((code, row) => {
    if (seen.has(code)) return;
    const line = facts.commissioners.line[row];
    const expected = `at least one row of ${file} for it`;
    problems.push({ file: COMMISSIONERS.file, line, column: 'code', found: `"${code}"`, expected });
  });
}

function everyProviderHasSite(facts: PlaceFacts, problems: PlaceProblem[]): void {
  const planned = new Set(
    facts.sites.text.provider_code.filter((_, row) => facts.sites.number.planned[row] === 1),
  );
  facts.providers.text.code.forEach((code, row) => {
    if (planned.has(code)) return;
    const line = facts.providers.line[row];
    const expected = `a row of ${SITES.file} with planned = 1 for it`;
    problems.push({ file: PROVIDERS.file, line, column: 'code', found: `"${code}"`, expected });
  });
  if (!facts.sites.number.emergency.includes(1)) {
    problems.push({
      file: SITES.file,
      line: 0,
      column: 'emergency',
      found: 'no site that takes emergencies',
      expected: 'at least one',
    });
  }
}
