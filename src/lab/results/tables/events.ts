import type { ExperimentResult } from '../../experiment/plan.ts';
import { weekDate } from '../calendar.ts';
import { ARM, DATE, key, REPLICATE, type ResultTable, runsOf, WEEK } from './table.ts';

/** The journal: what changed institutionally, when and why. */
export function eventsTable(experiment: ExperimentResult, start: string): ResultTable {
  return {
    file: EVENTS_FILE,
    columns: [ARM, REPLICATE, WEEK, DATE, KIND, ORGANISATION, DESCRIPTION, WHY],
    *rows() {
      for (const { arm, replicate, run } of runsOf(experiment)) {
        for (const { week, kind, organisation, description, why } of run.events) {
          yield [arm, replicate, week, weekDate(start, week), kind, organisation, description, why];
        }
      }
    },
  };
}

export const EVENTS_FILE = 'events.csv';

const KIND = key('kind', 'Kind of event.');
const ORGANISATION = key('organisation', 'Codes of the organisations concerned; empty for the whole place.');
const DESCRIPTION = key('description', 'What happened.');
const WHY = key('why', 'The reason.');
