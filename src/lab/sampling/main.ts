import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ANCHORS } from '../../model/evidence/anchors.ts';
import { defaultParameterValues } from '../../model/evidence/parameters.ts';
import { REGIMES } from '../../model/regimes/regimes.ts';
import { fingerprint } from '../../model/state-bytes.ts';
import { csvText } from '../results/csv.ts';
import type { StudyFrame } from '../study/arm.ts';
import { defaultThreads, laboratory, listOption, OptionError, wholeOption } from '../study/options.ts';
import { studyPlace } from '../study/place.ts';
import { printTable, share } from '../study/print-table.ts';
import { CLAIM_COLUMNS, CLAIMANTS, OUTCOMES, runClaims } from './claims.ts';
import { claimShares, deciders } from './claims-report.ts';
import {
  type Dimension,
  type Draw,
  dimensionsOf,
  drawsOf,
  optionAtPoint,
  valueAtPoint,
} from './dimensions.ts';
import { MAP_AXES, MAP_COLUMNS, mapCell, mapDimensions, runMap } from './heft-map.ts';
import {
  byLever,
  byRegime,
  LEVER_COLUMNS,
  MOST_AT_BOUND,
  MOST_TURNS,
  runStability,
  SHOCKS_OF_STUDY,
  type ShocksOfStudy,
  STABILITY_COLUMNS,
} from './stability.ts';
import { GrowingTable, rememberStudy } from './study-file.ts';

const USAGE = `sampling: draw what is uncertain about organisations, and see what the draws decide

  --claims        in which share of the draws ${CLAIMANTS.join(', ')} beat the split, and what decides it
  --map           the HEFT against the split over internal budgets, citizens' voice and relations
  --stability     every regime under shocks: what breaks, how often levers are at a bound or turn round

  --draws N       draws (50; of --map 20, of --stability 8)
  --weeks N       weeks of a run (520)
  --replicates N  worlds of each arm in a draw of --claims (2)
  --regimes LIST  regimes of --claims or --stability
  --shocks WHICH  of --stability: one in each run, in turn (turn), or none and each of them (each)
  --place NAME    synthetic, a named place or a primary care trust (synthetic)
  --threads N     runs at a time (as many as processors)
  --seed TEXT     seed of draws and runs (sampling)
  --out DIR       folder of the tables (results/sampling)

Draws are written before the first run. A study that was stopped goes on where it ended when it is asked again.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      claims: { type: 'boolean', default: false },
      map: { type: 'boolean', default: false },
      stability: { type: 'boolean', default: false },
      draws: { type: 'string' },
      weeks: { type: 'string', default: '520' },
      replicates: { type: 'string' },
      regimes: { type: 'string' },
      shocks: { type: 'string', default: 'turn' },
      place: { type: 'string', default: 'synthetic' },
      threads: { type: 'string', default: String(defaultThreads()) },
      seed: { type: 'string', default: 'sampling' },
      out: { type: 'string', default: join('results', 'sampling') },
    },
  });
  if (!values.claims && !values.map && !values.stability) {
    throw new OptionError('say what: --claims, --map or --stability');
  }
  const place = studyPlace(values.place);
  const frame: StudyFrame = {
    place: place.place,
    scale: place.scale,
    seed: values.seed,
    weeks: wholeOption('weeks', values.weeks, 105, 2080),
  };
  const study: Study = {
    frame,
    place: place.id,
    out: values.out,
    threads: wholeOption('threads', values.threads, 1, 512),
    draws: values.draws === undefined ? undefined : wholeOption('draws', values.draws, 2, 100_000),
    replicates:
      values.replicates === undefined ? undefined : wholeOption('replicates', values.replicates, 1, 10_000),
    shocks: knownShocks(values.shocks),
    regimes: values.regimes === undefined ? undefined : knownRegimes(values.regimes),
  };
  if (values.claims) await claims(study);
  if (values.map) await map(study);
  if (values.stability) await stability(study);
  return 0;
}

interface Study {
  readonly frame: StudyFrame;
  readonly place: string;
  readonly out: string;
  readonly threads: number;
  readonly draws: number | undefined;
  readonly replicates: number | undefined;
  readonly regimes: readonly string[] | undefined;
  readonly shocks: ShocksOfStudy;
}

async function claims(study: Study): Promise<void> {
  const { frame, out, threads, draws: count = 50, replicates = 2 } = study;
  const regimes = study.regimes ?? CLAIMANTS;
  const dimensions = dimensionsOf(regimes);
  const draws = drawsOf(frame.seed, count, dimensions);
  remember(study, 'claims', {
    draws: count,
    replicates,
    regimes,
    dimensions: dimensions.map(({ id }) => id),
  });
  writeDraws(join(out, 'claims-draws.csv'), draws, dimensions);
  const table = new GrowingTable(out, 'claims.csv', CLAIM_COLUMNS);
  const onDraw = (done: number) => progress('claims', done, count, 'draws');
  await runClaims({ frame, regimes, dimensions, draws, replicates, threads, table, onDraw });

  const shares = claimShares(table.rows, regimes);
  console.log(`\nDraws in which each regime does better than the split (${study.place}, ${count} draws)`);
  printTable(
    [
      'regime',
      'anchor',
      'outcome',
      'better',
      'worse',
      'no difference',
      'formed',
      'mean difference',
      '10% to 90%',
    ],
    shares.map((row) => [
      row.regime,
      row.anchor,
      row.outcome,
      share(row.better, row.draws),
      share(row.worse, row.draws),
      share(row.same, row.draws),
      share(row.formed, row.draws),
      figure(row.mean),
      `${figure(row.low)} to ${figure(row.high)}`,
    ]),
  );
  const ranked = deciders(table.rows, regimes, draws, dimensions);
  writeTable(join(out, 'claims-deciders.csv'), ranked);
  console.log(
    '\nWhat decides: position in the range (0 low end, 0.5 default) where it does better and worse',
  );
  for (const regime of regimes) {
    for (const outcome of new Set(ranked.map((row) => row.outcome))) {
      const own = ranked.filter(
        (row) =>
          row.regime === regime && row.outcome === outcome && row.anchor === 'split' && !Number.isNaN(row.z),
      );
      console.log(
        `\n${regime}, ${outcome}${own.length === 0 ? ': never better and worse, so nothing decides' : ''}`,
      );
      if (own.length === 0) continue;
      printTable(
        ['setting', 'better', 'worse', 'z', 'wins by answer'],
        own
          .slice(0, 8)
          .map((row) => [
            row.dimension,
            row.whereBetter.toFixed(2),
            row.whereWorse.toFixed(2),
            row.z.toFixed(1),
            row.answers,
          ]),
      );
    }
  }
  const failed = table.rows.filter((row) => row.failure !== '').length;
  console.log(`\n${failed} runs failed; ${table.file}`);
}

async function map(study: Study): Promise<void> {
  const { frame, out, threads, draws: count = 20 } = study;
  const dimensions = mapDimensions(dimensionsOf([]));
  const draws = drawsOf(frame.seed, count, dimensions);
  remember(study, 'map', { draws: count, dimensions: dimensions.map(({ id }) => id) });
  writeDraws(join(out, 'heft-map-draws.csv'), draws, dimensions);
  const table = new GrowingTable(out, 'heft-map.csv', MAP_COLUMNS);
  const onDraw = (done: number, all: number) => progress('map', done, all, 'draws');
  await runMap({ frame, dimensions, draws, threads, table, onDraw });
  for (const { metric } of OUTCOMES) {
    for (const relation of MAP_AXES.relation) {
      console.log(
        `\nShare of ${count} draws in which the HEFT does better than the split, ${metric}, relation at the start ${relation}`,
      );
      printTable(
        ['citizens’ voice', ...MAP_AXES.follows.map((follows) => `budgets follow ${follows}`)],
        MAP_AXES.voice.map((voice) => [
          voice.name,
          ...MAP_AXES.follows.map((follows) => {
            const cell = mapCell(table.rows, metric, { follows, voice, relation });
            return `${share(cell.better, cell.draws)} (mean ${figure(cell.mean)})`;
          }),
        ]),
      );
    }
  }
  console.log(`\n${table.file}`);
}

async function stability(study: Study): Promise<void> {
  const { frame, out, threads, shocks, draws: count = 8 } = study;
  const regimes = study.regimes ?? REGIMES.map(({ id }) => id);
  const dimensions = dimensionsOf([]);
  const draws = drawsOf(frame.seed, count, dimensions);
  remember(study, 'stability', {
    draws: count,
    regimes,
    shocks,
    dimensions: dimensions.map(({ id }) => id),
  });
  writeDraws(join(out, 'stability-draws.csv'), draws, dimensions);
  const runs = new GrowingTable(out, 'stability.csv', STABILITY_COLUMNS);
  const levers = new GrowingTable(out, 'stability-levers.csv', LEVER_COLUMNS);
  const onDraw = (done: number, all: number) => progress('stability', done, all, 'draws');
  await runStability({ frame, regimes, dimensions, draws, threads, shocks, runs, levers, onDraw });

  console.log(
    `\nRuns by what went wrong (${study.place}, ${count} draws, ${shocks === 'turn' ? 'one shock each in turn' : 'each without and with shocks'})`,
  );
  const found = byRegime(runs.rows);
  printTable(
    ['regime', 'runs', 'failed', 'not finite', 'negative', 'exploded', 'ledger off'],
    found.map((row) =>
      [row.regime, row.runs, row.failed, row.notFinite, row.negative, row.exploded, row.ledger].map(String),
    ),
  );
  for (const { regime, what } of found)
    for (const word of what.slice(0, 6)) console.log(`${regime}: ${word}`);
  console.log(
    `\nLevers: quarters at a bound (at most ${100 * MOST_AT_BOUND}%), and in which the step turned round two quarters running (at most ${100 * MOST_TURNS}%)`,
  );
  printTable(
    ['lever', 'at bound', 'turned twice', 'turned', 'turned far', 'worst at bound', 'worst twice', ''],
    byLever(levers.rows).map((row) => [
      row.lever,
      percent(row.atBound),
      percent(row.turnsRunning),
      percent(row.turns),
      percent(row.farTurns),
      row.worstBound,
      row.worstTurns,
      [
        row.atBound > MOST_AT_BOUND ? 'too often at a bound' : '',
        row.turnsRunning > MOST_TURNS ? 'turns too often' : '',
      ]
        .filter((word) => word !== '')
        .join(', '),
    ]),
  );
  console.log(`\n${runs.file}, ${levers.file}`);
}

/** Numbers of the model that a study was run with stand in its memory: another calibration is another study. */
function remember(study: Study, name: string, asked: Readonly<Record<string, unknown>>): void {
  const { frame, place, out } = study;
  rememberStudy(
    out,
    `${name}-study.json`,
    {
      study: name,
      place,
      scale: frame.scale,
      weeks: frame.weeks,
      seed: frame.seed,
      numbers: fingerprint({ anchors: ANCHORS, parameters: defaultParameterValues() }),
      ...asked,
    },
    ['lab/sampling', 'lab/analysis', 'lab/signs'],
  );
}

/** Every draw: the values of parameters and the answers to open questions. */
function writeDraws(file: string, draws: readonly Draw[], dimensions: readonly Dimension[]): void {
  const rows = draws.map((draw) => [
    draw.number,
    ...dimensions.map((dimension, d) =>
      dimension.kind === 'parameter'
        ? valueAtPoint(dimension.parameter, draw.at[d]!)
        : optionAtPoint(dimension.setting, draw.at[d]!).answer,
    ),
  ]);
  writeFileSync(file, [...csvText(['draw', ...dimensions.map(({ id }) => id)], rows)].join(''));
}

function writeTable<T extends object>(file: string, rows: readonly T[]): void {
  if (rows.length === 0) return;
  const header = Object.keys(rows[0]!);
  writeFileSync(
    file,
    [
      ...csvText(
        header,
        rows.map((row) => Object.values(row) as (string | number)[]),
      ),
    ].join(''),
  );
}

function knownRegimes(text: string): readonly string[] {
  const asked = listOption(text);
  const unknown = asked.find((id) => !REGIMES.some((regime) => regime.id === id));
  if (unknown !== undefined || asked.length === 0) {
    throw new OptionError(
      `--regimes ${text}: no regime is called "${unknown ?? ''}" (lhe regimes lists them)`,
    );
  }
  return asked;
}

function knownShocks(text: string): ShocksOfStudy {
  const known = SHOCKS_OF_STUDY.find((which) => which === text);
  if (known === undefined) throw new OptionError(`--shocks ${text}: choose ${SHOCKS_OF_STUDY.join(' or ')}`);
  return known;
}

function progress(what: string, done: number, all: number, of: string): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r${what}: ${done} of ${all} ${of}${done === all ? '\n' : ''}`);
}

function figure(value: number): string {
  return Number.isNaN(value) ? '' : Number(value.toPrecision(3)).toLocaleString('en-GB');
}

function percent(part: number): string {
  return Number.isNaN(part) ? '' : `${(100 * part).toFixed(1)}%`;
}

await laboratory(main, USAGE);
