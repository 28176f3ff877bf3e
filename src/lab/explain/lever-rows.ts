import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LEVERS_FILE } from '../results/tables/levers.ts';
import { ExplainError, recordsOf, withoutApostrophe } from './csv-records.ts';

/** A row of `levers.csv`: one lever of one organisation at one review. */
export interface LeverRow {
  readonly arm: string;
  readonly week: number;
  readonly quarter: string;
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly specialty: string;
  readonly lever: string;
  readonly level: number;
  readonly altruism: number;
  readonly own_cash: number;
  readonly joint_cash: number;
  readonly targets: number;
  readonly d0: number;
  readonly anchor: number;
  readonly marginal_payoff: number;
  readonly step: number;
  readonly at_bound: number;
  readonly base_pounds: number;
}

/**
 * The levers that a results folder tells of.
 * @throws ExplainError when there is no such folder, or it tells of none
 */
export function readLeverRows(folder: string): readonly LeverRow[] {
  if (!isFolder(folder)) throw new ExplainError(`there is no folder "${folder}"`);
  const rows = parseLeverRows(textOf(folder), join(folder, LEVERS_FILE));
  if (rows.length === 0) {
    throw new ExplainError(
      `${join(folder, LEVERS_FILE)} has no rows: the run was shorter than a quarter, or no organisation acted (planning.organisationsAct)`,
    );
  }
  return rows;
}

/** @param file name for messages */
export function parseLeverRows(text: string, file: string): readonly LeverRow[] {
  const records = recordsOf(text, file);
  const header = records[0] ?? [];
  const missing = [...TEXTS, ...NUMBERS].find((column) => !header.includes(column));
  if (missing !== undefined) {
    throw new ExplainError(`${file} is no table of levers of this version: it has no column "${missing}"`);
  }
  const texts = TEXTS.map((column) => [column, header.indexOf(column)] as const);
  const numbers = NUMBERS.map((column) => [column, header.indexOf(column)] as const);
  return records.slice(1).map((record, n) => {
    const row: Record<string, string | number> = {};
    for (const [column, at] of texts) row[column] = withoutApostrophe(record[at] ?? '');
    for (const [column, at] of numbers) {
      const value = Number(record[at]);
      if (record[at] === '' || Number.isNaN(value)) {
        throw new ExplainError(`${file}, row ${n + 2}: ${column} is no number: "${record[at]}"`);
      }
      row[column] = value;
    }
    return row as unknown as LeverRow;
  });
}

const TEXTS = ['arm', 'quarter', 'kind', 'code', 'name', 'specialty', 'lever'] as const;
const NUMBERS = [
  'week',
  'level',
  'altruism',
  'own_cash',
  'joint_cash',
  'targets',
  'd0',
  'anchor',
  'marginal_payoff',
  'step',
  'at_bound',
  'base_pounds',
] as const;

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function textOf(folder: string): string {
  try {
    return readFileSync(join(folder, LEVERS_FILE), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw error;
    throw new ExplainError(
      `${folder} holds no ${LEVERS_FILE}: run the scenario again with levers among its outputs`,
      { cause: error },
    );
  }
}
