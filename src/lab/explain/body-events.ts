import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENTS_FILE } from '../results/tables/events.ts';
import { recordsOf, withoutApostrophe } from './csv-records.ts';

/** What befell a body in the replicate that `levers.csv` tells of, the first: founded, grown, shrunk, closed. */
export interface BodyEvent {
  readonly arm: string;
  readonly week: number;
  readonly kind: string;
  readonly code: string;
  readonly description: string;
}

/** From the `events.csv` of a results folder; none where the run did not write one. */
export function readBodyEvents(folder: string): readonly BodyEvent[] {
  let text: string;
  try {
    text = readFileSync(join(folder, EVENTS_FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return parseBodyEvents(text, join(folder, EVENTS_FILE));
}

/** @param file name for messages */
export function parseBodyEvents(text: string, file: string): readonly BodyEvent[] {
  const [header = [], ...records] = recordsOf(text, file);
  const cell = (record: readonly string[], column: string): string =>
    withoutApostrophe(record[header.indexOf(column)] ?? '');
  return records
    .filter((record) => cell(record, 'replicate') === '0' && cell(record, 'kind').startsWith('body '))
    .map((record) => ({
      arm: cell(record, 'arm'),
      week: Number(cell(record, 'week')),
      kind: cell(record, 'kind'),
      code: cell(record, 'organisation'),
      description: cell(record, 'description'),
    }));
}
