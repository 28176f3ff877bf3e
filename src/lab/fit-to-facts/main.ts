import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parameter } from '../../model/evidence/parameters.ts';
import { takenAsGiven } from '../calibration/parameter-table.ts';
import { uncalibratedValue } from '../calibration/uncalibrated.ts';
import { defaultThreads, laboratory, OptionError, wholeOption } from '../study/options.ts';
import { alignedTable } from '../study/print-table.ts';
import { fitRows, poser } from './fit-rows.ts';
import { readFitSpec } from './spec.ts';

const USAGE = `fit-to-facts SPEC: fit rows of the evidence to figures of facts whose role is calibrate, one to one

  --artefact FILE  writes what came out, JSON (none)
  --from-shipped   begin at the values that ship: looks whether they still hold, and finds nothing if they do
  --threads N      runs at a time (as many as processors)

Ends with 0 when every figure is met within its tolerance, 1 when one is not, 2 when an option or the file is wrong.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      artefact: { type: 'string' },
      'from-shipped': { type: 'boolean', default: false },
      threads: { type: 'string', default: String(defaultThreads()) },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new OptionError('name one file that says what is fitted');
  const threads = wholeOption('threads', values.threads, 1, 512);
  const spec = readFitSpec(file);
  const startOf = (row: string): number =>
    values['from-shipped'] ? parameter(row).value : uncalibratedValue(parameter(row));
  const onRound = (words: string): void => {
    process.stderr.write(`${words}\n`);
  };
  const rows = await fitRows(spec, poser(spec, threads), onRound, startOf);
  console.log(
    alignedTable(
      ['row', 'value', 'figure', 'target', 'model', 'met'],
      rows.map(({ row, value, figure, target, model, met }) => [
        row,
        String(value),
        figure,
        String(target),
        model.toFixed(3),
        met ? 'yes' : 'no',
      ]),
    ),
  );
  if (values.artefact !== undefined) {
    const { name, seed, replicates, sha256 } = spec;
    const fitted = Object.fromEntries(rows.map(({ row, value }) => [row, value]));
    const result = {
      name,
      command: commandOf(process.argv.slice(2)),
      spec: { file, sha256 },
      parameterTable: takenAsGiven(Object.keys(fitted)),
      seed,
      replicates,
      fit: { rows: fitted },
      figures: rows,
    };
    writeFileSync(values.artefact, `${JSON.stringify(result, null, 2)}\n`);
  }
  return rows.every(({ met }) => met) ? 0 : 1;
}

/** What was typed, or the script of the package that types it. */
function commandOf(words: readonly string[]): string {
  const script = process.env.npm_lifecycle_event;
  return script?.startsWith('calibrate:')
    ? `npm run ${script}`
    : `node dist/lab/fit-to-facts/main.js ${words.join(' ')}`;
}

await laboratory(main, USAGE);
