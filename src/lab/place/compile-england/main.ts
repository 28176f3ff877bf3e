import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NATIONAL_MONTHS, TRUST_ADMISSIONS } from '../check-tables.ts';
import { makeGround } from '../ground.ts';
import { ENGLAND_FOLDER } from '../load-place.ts';
import { readPlaceFolder } from '../read-folder.ts';
import {
  CHOICE,
  COMMISSIONERS,
  FLOWS,
  POPULATION,
  PRACTICES,
  PROVIDERS,
  SITES,
  ZONES,
} from '../table-formats.ts';
import { nationalMonthRows, trustAdmissionRows } from './check-rows.ts';
import { factTables } from './fact-tables.ts';
import { nationalChoice } from './national-choice.ts';
import { byCode, readRawFacts, readRawTable } from './raw.ts';
import { writeTable } from './write-table.ts';

/**
 * Compiles the raw facts into the tables of data/england. Run after a build:
 * `npm run compile:england -- <folder with the raw facts>`. The same facts give the same bytes.
 */
function compileEngland(rawFolder: string, target: string): void {
  const reviewed = (file: string) => readRawTable(join(target, 'reviewed', file));
  const raw = readRawFacts(rawFolder);
  const tables = factTables(raw, {
    sites: reviewed('sites.csv'),
    seats: reviewed('seats.csv'),
  });
  for (const [format, rows] of [
    [COMMISSIONERS, tables.commissioners],
    [POPULATION, tables.population],
    [ZONES, tables.zones],
    [PRACTICES, tables.practices],
    [PROVIDERS, tables.providers],
    [SITES, tables.sites],
    [NATIONAL_MONTHS, nationalMonthRows(raw)],
    [TRUST_ADMISSIONS, trustAdmissionRows(raw)],
  ] as const) {
    writeTable(target, format, rows);
  }
  // The choice model is fitted to the facts alone, so what an earlier compile fitted must not be read.
  for (const format of [CHOICE, FLOWS]) rmSync(join(target, format.file), { force: true });
  const ground = makeGround(readPlaceFolder(target), true, new Set());
  const national = nationalChoice(ground, byCode(reviewed('outside_demand.csv'), 'provider_code'));
  writeTable(target, CHOICE, national.choice);
  writeTable(target, FLOWS, national.flows);
}

const [rawFolder] = process.argv.slice(2);
if (rawFolder === undefined || !existsSync(rawFolder)) {
  console.error('usage: npm run compile:england -- <folder with the raw facts>');
  process.exitCode = 2;
} else {
  compileEngland(rawFolder, ENGLAND_FOLDER);
}
