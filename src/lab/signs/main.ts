import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { csvText } from '../results/csv.ts';
import { defaultThreads, laboratory, listOption, OptionError, wholeOption } from '../study/options.ts';
import { studyPlace } from '../study/place.ts';
import { alignedTable } from '../study/print-table.ts';
import { expectedInWords, VERDICTS } from './judge.ts';
import { runSigns, type SignResult } from './run-signs.ts';
import { SIGNS } from './signs.ts';

const USAGE = `signs: run pairs of arms and see whether the signs that theory expects come out; nothing is tuned to them

  --replicates N  worlds of each arm, the same luck in both (20)
  --place LIST    synthetic, named places or codes of primary care trusts (synthetic,herefordshire,5K6)
  --only LIST     signs whose id begins with one of these (all)
  --threads N     runs at a time (as many as processors)
  --seed TEXT     seed of the runs (signs)
  --out DIR       folder of signs.csv (results/signs)

Signs: ${SIGNS.map(({ id }) => id).join(', ')}

Ends with 0 whatever the signs say: it reports, it does not judge the model. 2 when an option is wrong.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      replicates: { type: 'string', default: '20' },
      place: { type: 'string', default: 'synthetic,herefordshire,5K6' },
      only: { type: 'string', default: '' },
      threads: { type: 'string', default: String(defaultThreads()) },
      seed: { type: 'string', default: 'signs' },
      out: { type: 'string', default: join('results', 'signs') },
    },
  });
  const replicates = wholeOption('replicates', values.replicates, 1, 10_000);
  const threads = wholeOption('threads', values.threads, 1, 512);
  const only = listOption(values.only);
  const signs = SIGNS.filter(({ id }) => only.length === 0 || only.some((start) => id.startsWith(start)));
  if (signs.length === 0) throw new OptionError(`--only ${values.only}: no sign begins so`);
  const places = listOption(values.place).map(studyPlace);
  if (places.length === 0) throw new OptionError('--place: name a place');

  const results: SignResult[] = [];
  mkdirSync(values.out, { recursive: true });
  const file = join(values.out, 'signs.csv');
  for (const place of places) {
    const onArm = (done: number, all: number): void => {
      if (process.stderr.isTTY) process.stderr.write(`\r${place.id}: ${done} of ${all} arms`);
      if (process.stderr.isTTY && done === all) process.stderr.write('\n');
    };
    const found = await runSigns(place, { signs, replicates, threads, seed: values.seed, onArm });
    results.push(...found);
    console.log(`${place.id}, ${replicates} replicates\n${table(found)}\n`);
    writeFileSync(file, [...csvText(HEADER, results.map(cells))].join(''));
  }
  const counts = VERDICTS.map(
    (verdict) => `${results.filter(({ judged }) => judged.verdict === verdict).length} ${verdict}`,
  );
  console.log(`${counts.join(', ')}; ${file}`);
  return 0;
}

const HEADER = [
  'place',
  'sign',
  'claim',
  'figure',
  'unit',
  'expected',
  'mean_first',
  'mean_second',
  'difference',
  'ci_low',
  'ci_high',
  'replicates',
  'verdict',
  'reason',
  'arms',
];

function cells({ place, sign, judged, reason }: SignResult): (string | number)[] {
  const { paired, verdict } = judged;
  return [
    place,
    sign.id,
    sign.claim,
    sign.reading.words,
    sign.reading.unit,
    expectedInWords(sign.expected),
    paired.meanBaseline,
    paired.meanArm,
    paired.difference,
    paired.low,
    paired.high,
    paired.replicates,
    verdict,
    reason,
    JSON.stringify(sign.arms),
  ];
}

function table(results: readonly SignResult[]): string {
  const rows = results.map(({ sign, judged: { paired, verdict }, reason }) => [
    sign.id,
    expectedInWords(sign.expected),
    figure(paired.meanBaseline),
    figure(paired.difference),
    reason === '' ? `${figure(paired.low)} to ${figure(paired.high)}` : '',
    reason === '' ? verdict : `${verdict}: ${reason}`,
  ]);
  return alignedTable(['sign', 'expected', 'first arm', 'difference', '95% interval', 'verdict'], rows);
}

function figure(value: number): string {
  return Number.isNaN(value)
    ? ''
    : Number(value.toPrecision(4)).toLocaleString('en-GB', { maximumFractionDigits: 4 });
}

await laboratory(main, USAGE);
