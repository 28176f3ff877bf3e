import { csvText } from '../results/csv.ts';
import { alignedTable } from '../study/print-table.ts';
import type { HindcastArm } from './arms.ts';
import type { Compared } from './compare.ts';
import type { SeriesError } from './errors.ts';
import type { ListBalance } from './list-balance.ts';

/** What came out of an arm in a place. */
export interface Done {
  readonly place: string;
  readonly arm: HindcastArm['id'];
  /** Share of England's residents who live in the place. */
  readonly shareOfEngland: number;
  readonly compared: readonly Compared[];
  readonly balance: ListBalance;
}

/** A row for each place, arm, series and month. */
export function monthCsv(done: readonly Done[]): Iterable<string> {
  const header = [
    'place',
    'arm',
    'series',
    'label',
    'unit',
    'month',
    'model',
    'model_low',
    'model_high',
    'published',
    'compared',
  ];
  const rows = done.flatMap(({ place, arm, compared }) =>
    compared.flatMap(({ series, points }) =>
      points.map(({ month, model, low, high, published, compared: counts }) => [
        ...[place, arm, series.id, series.label, series.unit, month],
        ...[model, low, high, published, counts ? 1 : 0],
      ]),
    ),
  );
  return csvText(header, rows);
}

/** A row for each place, arm and series. */
export function errorCsv(done: readonly Done[]): Iterable<string> {
  const header = [
    ...['place', 'arm', 'series', 'label', 'unit', 'fitted_to', 'months'],
    ...['bias', 'rmse', 'mape_pct'],
    ...['bias_first_half', 'rmse_first_half', 'mape_first_half_pct'],
    ...['bias_second_half', 'rmse_second_half', 'mape_second_half_pct'],
  ];
  const rows = done.flatMap(({ place, arm, compared }) =>
    compared.map(({ series, all, halves }) => [
      ...[place, arm, series.id, series.label, series.unit, series.fitted, all.points],
      ...[all, ...halves].flatMap((error) => [error.bias, error.rmse, error.mapePct]),
    ]),
  );
  return csvText(header, rows);
}

/** The errors of a place, a line for each series: the arms side by side. */
export function errorTable(done: readonly Done[]): string {
  const header = [
    'series',
    'unit',
    'months',
    ...done.map(({ arm }) => `${arm}: bias / rmse / mape%, halves`),
  ];
  const rows = done[0]!.compared.map(({ series, all }, n) => [
    series.id,
    series.unit,
    String(all.points),
    ...done.map(({ compared }) => {
      const { all: whole, halves } = compared[n]!;
      return `${inWords(whole)}, ${halves.map((half) => short(half.mapePct)).join(' | ')}`;
    }),
  ]);
  return alignedTable(header, rows);
}

function inWords({ bias, rmse, mapePct }: SeriesError): string {
  return [bias, rmse, mapePct].map(short).join(' / ');
}

const BALANCE = ['from', 'starts', 'admitted', 'nonAdmitted', 'removals', 'otherwise', 'to'] as const;
const BALANCE_COLUMNS = [
  'list_end_of_august_2007',
  'clock_starts',
  'stops_admitted',
  'stops_non_admitted',
  'removals',
  'deaths_and_moves',
  'list_end_of_march_2009',
] as const;

/** What the list gained and lost: one row for each place and arm, and one for England as published. */
export function balanceCsv(done: readonly Done[], published: ListBalance): Iterable<string> {
  return csvText(
    ['place', 'arm', ...BALANCE_COLUMNS],
    [
      ['england', 'published', ...BALANCE.map((key) => published[key])],
      ...done.map(({ place, arm, balance }) => [place, arm, ...BALANCE.map((key) => balance[key])]),
    ],
  );
}

export function balanceTable(done: readonly Done[], published: ListBalance): string {
  const row = (place: string, arm: string, balance: ListBalance) => [
    place,
    arm,
    ...BALANCE.map((key) => short(balance[key])),
  ];
  return alignedTable(
    ['place', 'arm', ...BALANCE_COLUMNS],
    [
      row('england', 'published', published),
      ...done.map(({ place, arm, balance }) => row(place, arm, balance)),
    ],
  );
}

/** Whole numbers from a thousand on, three digits below. */
function short(value: number): string {
  if (!Number.isFinite(value)) return '';
  return Math.abs(value) >= 1000
    ? Math.round(value).toLocaleString('en-GB')
    : String(Number(value.toPrecision(3)));
}
