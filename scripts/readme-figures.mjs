/**
 * Puts a run's own output into the README: `npm run readme:figures [-- results folder]` (default results/herefordshire).
 * Writes the table between the markers of README.md and the picture docs/images/herefordshire-waits.svg.
 * The same results give the same bytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { markdownTable, writeBetween } from './between-markers.mjs';
import { lineChart } from './line-chart.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const README = join(ROOT, 'README.md');
const PICTURE = join(ROOT, 'docs', 'images', 'herefordshire-waits.svg');
const MARKERS = ['<!-- figures: npm run readme:figures -->', '<!-- end of figures -->'];

/** Rows of the table: metric, and how the README calls it. */
const LINES = [
  ['population', 'People'],
  ['death_rate_per_1000', 'Deaths per 1,000'],
  ['births_per_1000', 'Births per 1,000'],
  ['gp_consultations_per_person', 'GP consultations per person'],
  ['gp_referrals_per_1000', 'GP referrals per 1,000'],
  ['first_outpatients_per_1000', 'First outpatient visits per 1,000'],
  ['elective_admissions_per_1000', 'Elective admissions per 1,000'],
  ['emergency_admissions_per_1000', 'Emergency admissions per 1,000'],
  ['ae_within_4h_pct', 'A&E within 4 hours, %'],
  ['list_per_1000', 'Waiting list per 1,000'],
  ['incomplete_median_weeks', 'Median wait so far, weeks'],
  ['incomplete_p92_weeks', '92nd percentile wait so far, weeks'],
  ['incomplete_within_18_weeks_pct', 'Waiting under 18 weeks, %'],
  ['bed_occupancy_pct', 'Bed occupancy, %'],
  ['unmet_need_severity_weeks_per_1000', 'Unmet need, severity-weeks per 1,000'],
  ['qalys_per_1000', 'QALYs per 1,000'],
  ['distance_to_hospital_km', 'Distance to planned care, km'],
  ['activity_spend_per_head_pounds', 'Spend on activity per head, £'],
];

const folder = process.argv[2] ?? join(ROOT, 'results', 'herefordshire');
const annual = table('annual.csv');
const comparison = table('comparison.csv');
const weekly = table('weekly.csv');

const baseline = comparison[0].baseline;
const arms = [...new Set(annual.map((row) => row.arm))];
const others = arms.filter((arm) => arm !== baseline);
const fullYears = [...new Set(annual.filter((row) => row.weeks === '52').map((row) => row.year))];
const [first, last] = [fullYears[0], fullYears.at(-1)];
const valuesByWeek = byArmAndDate(weekly);
const replicates = new Set(annual.map((row) => row.replicate)).size;

const lines = figures();
writeBetween(README, MARKERS, lines);
mkdirSync(dirname(PICTURE), { recursive: true });
writeFileSync(PICTURE, picture());
console.log(lines.join('\n'));

function figures() {
  const header = [
    '',
    `${baseline} ${first}`,
    `${baseline} ${last}`,
    ...others.map((arm) => `${arm} ${last}`),
  ];
  const rows = LINES.map(([metric, label]) => [
    label,
    readable(mean(baseline, first, metric)),
    readable(mean(baseline, last, metric)),
    ...others.map((arm) => difference(arm, metric)),
  ]);
  return markdownTable(header, rows);
}

/** The arm's difference from the baseline in the last year, with its interval; bold when that leaves zero out. */
function difference(arm, metric) {
  const found = comparison.find((row) => row.arm === arm && row.metric === metric && row.year === last);
  if (found === undefined || found.paired_difference === '') return '';
  const [middle, low, high] = [found.paired_difference, found.ci_low, found.ci_high].map(Number);
  if (low === 0 && high === 0) return '0';
  const digits = decimals(mean(baseline, last, metric));
  // Too small to be seen at this precision, whatever its interval.
  if ([low, high].every((bound) => Number(readable(Math.abs(bound), digits)) === 0))
    return readable(0, digits);
  const text = `${signed(middle, digits)} (${signed(low, digits)} to ${signed(high, digits)})`;
  return found.reading === 'no difference shown' ? text : `**${text}**`;
}

function picture() {
  const dates = [...new Set(weekly.map((row) => row.date))];
  const metrics = [
    ['incomplete_median_weeks', 'Median'],
    ['incomplete_p92_weeks', '92nd percentile'],
  ];
  const lines = metrics.map(([metric]) =>
    arms.map((name) => ({ name, values: dates.map((date) => weeklyMean(name, date, metric)) })),
  );
  const differences = lines.map((ofMetric) => {
    const reference = ofMetric.find(({ name }) => name === baseline).values;
    return ofMetric
      .filter(({ name }) => name !== baseline)
      .map(({ name, values }) => ({
        name,
        values: smooth(values.map((value, week) => value - reference[week])),
      }));
  });
  return lineChart({
    title: 'How long people on the waiting list have waited so far',
    subtitle: `Herefordshire: weeks since referral of everybody waiting, by week, mean of ${replicates} simulated worlds. Below: differences, 13-week mean.`,
    dates,
    series: arms,
    panels: [
      ...metrics.map(([, label], index) => ({ title: `${label}, weeks`, lines: lines[index] })),
      ...metrics.map(([, label], index) => ({
        title: `${label}: weeks above or below ${baseline}`,
        lines: differences[index],
      })),
    ],
    mark: { date: dates[52], text: 'the arms part' },
  });
}

/** Mean of each quarter of a year up to the week. */
function smooth(values) {
  return values.map((_, week) => average(values.slice(Math.max(0, week - 12), week + 1)));
}

function weeklyMean(arm, date, metric) {
  return average(valuesByWeek.get(`${arm} ${date}`).map((row) => Number(row[metric])));
}

function mean(arm, year, metric) {
  return average(
    annual.filter((row) => row.arm === arm && row.year === year).map((row) => Number(row[metric])),
  );
}

function average(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function decimals(value) {
  return Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
}

function readable(value, digits = decimals(value)) {
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function signed(value, digits) {
  const text = readable(Math.abs(value), digits);
  return Number(text) === 0 ? text : `${value < 0 ? '−' : '+'}${text}`;
}

function byArmAndDate(rows) {
  const groups = new Map();
  for (const row of rows) {
    const key = `${row.arm} ${row.date}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

function table(file) {
  return parse(readFileSync(join(folder, file), 'utf8'), { columns: true, bom: true });
}
