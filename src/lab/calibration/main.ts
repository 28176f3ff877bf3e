import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { defaultParameterValues } from '../../model/evidence/parameters.ts';
import { REGIMES } from '../../model/regimes/regimes.ts';
import type { RunResult } from '../../model/result.ts';
import { fromWeek } from '../../model/run-input.ts';
import { simulate } from '../../model/simulate.ts';
import { loadPlace } from '../place/index.ts';
import { judge, type Verdict } from './compare.ts';
import { measure } from './measures.ts';
import { calibrationLines } from './targets.ts';

const USAGE = `calibration: run England from April 2007 for two years and compare with what was published

  --scale S   share of the people that is simulated, up to 1 (0.1)
  --seed TEXT seed of the run (calibration)
  --out DIR   folder of calibration.csv (results/calibration)

Ends with 1 when a row fails, 2 when an option is wrong.`;

/** `npm run calibration`. */
function main(): number {
  let options: { scale: number; seed: string; out: string };
  try {
    options = readOptions();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return 2;
  }
  const result = runEngland(options.scale, options.seed);
  const verdicts = judge(calibrationLines(measure(result)));
  mkdirSync(options.out, { recursive: true });
  const file = join(options.out, 'calibration.csv');
  writeFileSync(file, asCsv(verdicts));
  const failed = verdicts.filter((v) => v.mark === 'FAIL').length;
  const passed = verdicts.filter((v) => v.mark === 'pass').length;
  console.log(asTable(verdicts));
  console.log(
    `\n${passed} passed, ${failed} failed, ${verdicts.length - passed - failed} only shown; ${file}`,
  );
  return failed === 0 ? 0 : 1;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', default: '0.1' },
      seed: { type: 'string', default: 'calibration' },
      out: { type: 'string', default: join('results', 'calibration') },
    },
  });
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 1)) throw new Error(`--scale ${values.scale}: not between 0 and 1`);
  return { scale, seed: values.seed, out: values.out };
}

function runEngland(scale: number, seed: string): RunResult {
  return simulate({
    place: loadPlace({ named: 'england' }),
    parameters: defaultParameterValues(),
    institutions: [fromWeek(0, REGIMES[0].institutions, 'in force in April 2007')],
    shocks: [],
    seed,
    replicate: 0,
    weeks: 104,
    scale,
    cohortWeek: 0,
  });
}

function asTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map((v) => [
    v.id,
    figure(v.model),
    figure(v.target),
    `${v.differencePct >= 0 ? '+' : ''}${v.differencePct.toFixed(1)}%`,
    v.mark,
    v.standing,
    v.countedBy,
  ]);
  const all = [['row', 'model', 'published', 'difference', 'mark', 'standing', 'counted by'], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column >= 1 && column <= 3 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Whole numbers from a thousand on, four digits below. */
function figure(value: number): string {
  return Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(4);
}

function asCsv(verdicts: readonly Verdict[]): string {
  return stringify(
    verdicts.map((v) => ({
      row: v.id,
      label: v.label,
      unit: v.unit,
      model: v.model,
      published: v.target,
      difference_pct: v.differencePct.toFixed(3),
      pass_from: v.pass?.[0] ?? '',
      pass_to: v.pass?.[1] ?? '',
      mark: v.mark,
      standing: v.standing,
      counted_by: v.countedBy,
      source: v.source,
    })),
    { header: true },
  );
}

process.exitCode = main();
