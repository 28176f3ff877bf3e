/**
 * Puts the hindcast into docs/hindcast.md: `npm run hindcast:figures [-- results folder]` (default results/hindcast).
 * Writes the tables between its markers and docs/images/hindcast-england.svg. The same results give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { markdownTable, writeBetween } from './between-markers.mjs';
import { lineChart } from './line-chart.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const DOCUMENT = join(ROOT, 'docs', 'hindcast.md');
const PICTURE = join(ROOT, 'docs', 'images', 'hindcast-england.svg');
const folder = process.argv[2] ?? join(ROOT, 'results', 'hindcast');

const [months, errors, balance] = ['months.csv', 'errors.csv', 'balance.csv'].map((file) =>
  parse(readFileSync(join(folder, file), 'utf8'), { columns: true }),
);

const PUBLISHED = 'published';
const ARMS = [
  ['target', 'target at its date'],
  ['target-from-first-day', 'target in full from April 2007'],
  ['no-target', 'no target'],
];

/** Panels: series, title, divisor. */
const PANELS = [
  ['list_total', 'Waiting list, millions', 1e6],
  ['incomplete_within_18_weeks_pct', 'Waiting under 18 weeks, %', 1],
  ['incomplete_median_weeks', 'Median wait so far, weeks', 1],
  ['incomplete_p92_weeks', '92nd percentile of wait so far, weeks', 1],
  ['admitted_stops', 'Clock stops with admission, thousands a month', 1e3],
  ['non_admitted_stops', 'Clock stops without admission, thousands a month', 1e3],
  ['elective_admissions', 'Elective admissions, thousands a month', 1e3],
  ['emergency_admissions', 'Emergencies (published: non-elective), thousands', 1e3],
];

writeFileSync(PICTURE, picture());
writeBetween(
  DOCUMENT,
  ['<!-- england: npm run hindcast:figures -->', '<!-- end of england -->'],
  errorRows('england'),
);
writeBetween(DOCUMENT, ['<!-- places: npm run hindcast:figures -->', '<!-- end of places -->'], placeRows());
writeBetween(
  DOCUMENT,
  ['<!-- balance: npm run hindcast:figures -->', '<!-- end of balance -->'],
  balanceRows(),
);
writeBetween(DOCUMENT, ['<!-- waiting: npm run hindcast:figures -->', '<!-- end of waiting -->'], endRows());

function picture() {
  const england = months.filter(({ place }) => place === 'england');
  const dates = [...new Set(england.map(({ month }) => month))];
  const values = (arm, series, column, divisor) =>
    dates.map((date) => {
      const row = england.find((r) => r.arm === arm && r.series === series && r.month === date);
      return row[column] === '' ? Number.NaN : Number(row[column]) / divisor;
    });
  return lineChart({
    title: 'England from April 2007 to March 2009: the model and what was published',
    subtitle:
      'Fitted: the list of August 2007, yearly totals of 2008-09; growth of capacity was sized by the fall of the list. Mean of the replicates.',
    dates,
    series: [PUBLISHED, ...ARMS.map(([, name]) => name)],
    panels: PANELS.map(([series, title, divisor]) => ({
      title,
      lines: [
        { name: PUBLISHED, values: values('target', series, 'published', divisor) },
        ...ARMS.map(([arm, name]) => ({ name, values: values(arm, series, 'model', divisor) })),
      ],
    })),
    mark: { date: '2008-04', text: 'target in full' },
    rowHeights: [210, 210, 170, 170],
  });
}

/** Bias, RMSE and MAPE of each series: all months and halves with the target at its date, all months of the others. */
function errorRows(place) {
  const of = (arm) => errors.filter((row) => row.place === place && row.arm === arm && row.months !== '0');
  const others = ARMS.slice(1).map(([arm]) => of(arm));
  const rows = of('target').map((row, n) => [
    row.label,
    row.unit,
    row.months,
    ...['bias', 'rmse'].map((column) => figure(row[column])),
    percent(row.mape_pct),
    percent(row.mape_first_half_pct),
    percent(row.mape_second_half_pct),
    ...others.map((other) => percent(other[n].mape_pct)),
  ]);
  const header = ['series', 'unit', 'months', 'bias', 'RMSE', 'MAPE', 'first half', 'second half'];
  return markdownTable([...header, ...ARMS.slice(1).map(([, name]) => `MAPE, ${name}`)], rows, 2);
}

/** MAPE and bias as a share by place, the target at its date. */
function placeRows() {
  const places = [...new Set(errors.map(({ place }) => place))];
  const cell = (place, series) => {
    const row = errors.find((r) => r.place === place && r.arm === 'target' && r.series === series);
    return row.months === '0' ? '' : `${percent(row.mape_pct)} (${figure(row.bias, true)})`;
  };
  const labels = errors.filter(
    (row) => row.place === places[0] && row.arm === 'target' && row.months !== '0',
  );
  return markdownTable(
    ['MAPE (bias)', 'unit', ...places],
    labels.map(({ series, label, unit }) => [label, unit, ...places.map((place) => cell(place, series))]),
    2,
  );
}

function balanceRows() {
  const columns = Object.keys(balance[0]).slice(2);
  const rows = balance.filter(({ place }) => place === 'england');
  const name = (arm) => ARMS.find(([id]) => id === arm)?.[1] ?? arm;
  return markdownTable(
    ['pathways, thousands', ...rows.map(({ arm }) => name(arm))],
    columns.map((column) => [
      column.replaceAll('_', ' '),
      ...rows.map((row) => (row[column] === '' ? 'not published' : figure(Number(row[column]) / 1000))),
    ]),
  );
}

/** Who was waiting at the end of March 2009. */
function endRows() {
  const series = [
    'list_total',
    'list_under_18_weeks',
    'list_over_18_weeks',
    'list_over_52_weeks',
    'list_first_outpatient',
    'list_diagnostics',
    'list_admission',
  ];
  const at = (arm, id, column) => {
    const row = months.find(
      (r) => r.place === 'england' && r.arm === arm && r.series === id && r.month === '2009-03',
    );
    return row[column] === '' ? '' : figure(Number(row[column]) / 1000);
  };
  const label = (id) => months.find((row) => row.series === id).label;
  return markdownTable(
    ['people, thousands', 'published', ...ARMS.map(([, name]) => name)],
    series.map((id) => [
      label(id),
      at('target', id, 'published'),
      ...ARMS.map(([arm]) => at(arm, id, 'model')),
    ]),
  );
}

function percent(text) {
  return `${Number(text).toFixed(1)}%`;
}

/** Whole numbers from a hundred on, else two decimals. */
function figure(value, signed = false) {
  const number = Number(value);
  const digits = Math.abs(number) >= 100 ? 0 : 2;
  const text = Math.abs(number).toLocaleString('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${number < 0 ? '−' : signed ? '+' : ''}${text}`;
}
