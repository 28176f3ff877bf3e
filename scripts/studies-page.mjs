/**
 * Puts tables of studies into docs/uncertainty.md: `npm run studies:page -- FOLDER ...`, each a results folder of `npm run
 * signs` or `npm run sampling`. Writes between the markers of whatever tables are there (signs.csv, claims.csv,
 * heft-map.csv, stability.csv); the others stay. The same results give the same bytes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { OUTCOMES } from '../dist/lab/sampling/claims.js';
import { claimShares } from '../dist/lab/sampling/claims-report.js';
import { MAP_AXES, mapCell } from '../dist/lab/sampling/heft-map.js';
import { byLever, byRegime } from '../dist/lab/sampling/stability.js';
import { LEVERS } from '../dist/model/behaviour/will/levers.js';
import { markdownTable, writeBetween } from './between-markers.mjs';

const PAGE = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'uncertainty.md');
const folders = process.argv.slice(2);

const signs = tables('signs.csv');
if (signs.length > 0) write('signs', signsTable(signs));
const claims = tables('claims.csv');
if (claims.length > 0) write('claims', claimsTable(claims));
const map = tables('heft-map.csv');
if (map.length > 0) write('map', mapTable(map));
const runs = tables('stability.csv');
if (runs.length > 0) write('stability', stabilityTables(runs, tables('stability-levers.csv')));

function tables(name) {
  return folders
    .map((folder) => join(folder, name))
    .filter(existsSync)
    .flatMap((file) => parse(readFileSync(file, 'utf8'), { columns: true }));
}

function write(study, lines) {
  writeBetween(PAGE, [`<!-- ${study}: npm run studies:page -->`, `<!-- end of ${study} -->`], lines);
  console.log(lines.join('\n'));
}

/** A sign is a row, a place a column. What did not come out, or not clearly, stands behind the figure. */
function signsTable(rows) {
  const places = [...new Set(rows.map(({ place }) => place))];
  const last = new Map(rows.map((row) => [`${row.sign} ${row.place}`, row]));
  const signs = [...new Map(rows.map((row) => [row.sign, row])).values()];
  const cell = (sign, place) => {
    const row = last.get(`${sign} ${place}`);
    if (row === undefined) return '';
    if (row.difference === '') return row.verdict;
    const interval = `${figure(row.difference)} (${figure(row.ci_low)} to ${figure(row.ci_high)})`;
    return row.verdict === 'came out' ? interval : `${interval}, **${row.verdict}**`;
  };
  return [
    ...markdownTable(
      ['sign', 'expected', ...places],
      signs.map(({ sign, claim, unit, expected }) => [
        `${claim}, ${unit}`,
        // What begins like a formula is quoted in a table for spreadsheets.
        expected.replace(/^'/, ''),
        ...places.map((place) => cell(sign, place)),
      ]),
      2,
    ),
    '',
    `${places.map((place) => `${place}: ${verdictsOf(rows, place)}`).join('. ')}.`,
  ];
}

function verdictsOf(rows, place) {
  const own = [...new Map(rows.filter((row) => row.place === place).map((row) => [row.sign, row])).values()];
  const count = (verdict) => own.filter((row) => row.verdict === verdict).length;
  return `${count('came out')} of ${own.length} come out, ${count('did not')} do not, ${count('inconclusive')} inconclusive`;
}

function claimsTable(rows) {
  const regimes = [...new Set(rows.map(({ regime }) => regime))].filter(
    (id) => id !== 'purchaser-provider-split',
  );
  const shares = claimShares(rows, regimes);
  const draws = Math.max(...shares.map((share) => share.draws));
  return [
    `${draws} draws.`,
    '',
    ...markdownTable(
      [
        'regime',
        'levers rest as under',
        'outcome',
        'better',
        'worse',
        'mean difference (10% to 90%)',
        'formed',
      ],
      shares.map((share) => [
        share.regime,
        share.anchor,
        share.outcome,
        percent(share.better / share.draws, 0),
        percent(share.worse / share.draws, 0),
        `${figure(share.mean)} (${figure(share.low)} to ${figure(share.high)})`,
        percent(share.formed / share.draws, 0),
      ]),
      3,
    ),
  ];
}

function mapTable(rows) {
  return markdownTable(
    [
      'outcome',
      'relation at the start',
      'citizens’ voice',
      ...MAP_AXES.follows.map((follows) => `budgets follow ${follows}`),
    ],
    OUTCOMES.flatMap(({ metric: outcome }) =>
      MAP_AXES.relation.flatMap((relation) =>
        MAP_AXES.voice.map((voice) => [
          outcome,
          relation,
          voice.name,
          ...MAP_AXES.follows.map((follows) => {
            const found = mapCell(rows, outcome, { follows, voice, relation });
            return `${percent(found.better / found.draws, 0)} (${figure(found.mean)})`;
          }),
        ]),
      ),
    ),
    3,
  );
}

function stabilityTables(rows, levers) {
  const regimes = byRegime(rows);
  const sum = (column) => regimes.reduce((total, row) => total + row[column], 0);
  const draws = new Set(rows.map(({ draw }) => draw)).size;
  const label = (id) => LEVERS.find((lever) => lever.id === id)?.label.toLowerCase() ?? id;
  return [
    `${draws} draws, ${regimes.length} regimes, ${sum('runs')} runs: ${sum('failed')} failed, ${sum('notFinite')} with a number that ` +
      `is none, ${sum('negative')} with a stock below zero, ${sum('ledger')} with an account off, ${sum('exploded')} exploded` +
      `${
        sum('exploded') === 0
          ? ''
          : ` (${regimes
              .filter(({ exploded }) => exploded > 0)
              .map((row) => `${row.regime} ${row.exploded}`)
              .join(', ')})`
      }.`,
    '',
    ...markdownTable(
      [
        'lever',
        'at a bound',
        'turned twice',
        'turned',
        'turned far',
        'worst at a bound',
        'worst turned twice',
      ],
      byLever(levers)
        .filter(({ atBound }) => !Number.isNaN(atBound))
        .map((row) => [
          label(row.lever),
          percent(row.atBound, 1),
          percent(row.turnsRunning, 1),
          percent(row.turns, 1),
          percent(row.farTurns, 1),
          row.worstBound,
          row.worstTurns,
        ]),
    ),
  ];
}

/** Three digits, with a true minus. */
function figure(text) {
  const value = Number(text);
  return Number(value.toPrecision(3))
    .toLocaleString('en-GB', { maximumSignificantDigits: 3 })
    .replace('-', '−');
}

function percent(share, digits) {
  return Number.isNaN(share) ? '' : `${(100 * share).toFixed(digits)}%`;
}
