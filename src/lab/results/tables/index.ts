import type { ExperimentResult } from '../../experiment/plan.ts';
import { OUTPUTS, type Output } from '../../scenario/scenario.ts';
import { annualTable } from './annual.ts';
import { comparisonTable } from './comparison.ts';
import { dictionaryTable } from './dictionary.ts';
import { equityTable } from './equity.ts';
import { eventsTable } from './events.ts';
import { leversTable } from './levers.ts';
import { organisationsTable } from './organisations.ts';
import type { ResultTable } from './table.ts';
import { weeklyTable } from './weekly.ts';

/** The tables asked for, and the dictionary of their columns. */
export function resultTables(
  experiment: ExperimentResult,
  start: string,
  outputs: readonly Output[] = OUTPUTS,
): ResultTable[] {
  const tables = OUTPUTS.filter((output) => outputs.includes(output)).map((output) =>
    TABLES[output](experiment, start),
  );
  return [...tables, dictionaryTable(tables)];
}

const TABLES: Readonly<Record<Output, (experiment: ExperimentResult, start: string) => ResultTable>> = {
  annual: annualTable,
  weekly: weeklyTable,
  organisations: organisationsTable,
  equity: equityTable,
  comparison: comparisonTable,
  events: eventsTable,
  levers: leversTable,
};
