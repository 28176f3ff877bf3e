import type { Summary, SummaryCell } from '../lab/results/index.ts';
import { styled } from './style.ts';
import { type Column, readable, textTable } from './table.ts';

/** The headline outcomes as text: the baseline's first and last year, then each other arm against it. */
export function summaryText(summary: Summary): string {
  const others = summary.rows[0]?.arms.filter((cell) => cell.arm !== summary.baseline) ?? [];
  return [baselineText(summary), ...others.map((cell) => armText(summary, cell.arm))].join('\n');
}

function baselineText(summary: Summary): string {
  const oneYear = summary.firstYear === summary.lastYear;
  const columns: Column[] = [
    OUTCOME,
    UNIT,
    right(summary.firstYear),
    ...(oneYear ? [] : [right(summary.lastYear)]),
  ];
  const rows = summary.rows.map((row) => {
    const cell = cellOf(row.arms, summary.baseline);
    return [row.label, row.unit, readable(cell.firstYear), ...(oneYear ? [] : [readable(cell.lastYear)])];
  });
  return `${styled('bold', summary.baseline)} (baseline)${formedText(summary, summary.baseline)}\n${textTable(columns, rows)}\n`;
}

function armText(summary: Summary, arm: string): string {
  const columns: Column[] = [
    OUTCOME,
    UNIT,
    right(summary.lastYear),
    right('difference'),
    right(`95% interval (${summary.interval})`),
    READING,
  ];
  const rows = summary.rows.map((row) => {
    const cell = cellOf(row.arms, arm);
    const {
      difference = Number.NaN,
      low = Number.NaN,
      high = Number.NaN,
      reading = '',
    } = cell.comparison ?? {};
    const interval = Number.isNaN(low) ? '' : `${signed(low)} to ${signed(high)}`;
    return [row.label, row.unit, readable(cell.lastYear), signed(difference), interval, reading];
  });
  return `${styled('bold', arm)} against ${summary.baseline}${formedText(summary, arm)}\n${textTable(columns, rows)}\n`;
}

/** A line of its own, so that an arm in which nothing formed is not read as a trial of its regime. */
function formedText({ formed }: Summary, arm: string): string {
  const text = formed[arm] ?? '';
  return text === '' ? '' : `\n${text}`;
}

const OUTCOME: Column = { title: 'outcome', align: 'left' };
const UNIT: Column = { title: 'unit', align: 'left' };
const READING: Column = { title: 'reading', align: 'left' };
const right = (title: string): Column => ({ title, align: 'right' });

function cellOf(cells: readonly SummaryCell[], arm: string): SummaryCell {
  return cells.find((cell) => cell.arm === arm)!;
}

function signed(value: number): string {
  const text = readable(value);
  // What rounds to nought has no sign.
  if (/^-?[0.]+$/.test(text)) return text.replace('-', '');
  return value > 0 ? `+${text}` : text;
}
