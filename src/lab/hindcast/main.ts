import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NATIONAL_MONTHS, readCheckTable } from '../place/check-tables.ts';
import { loadPlace } from '../place/index.ts';
import { ENGLAND_TOTAL_2007 } from '../place/national-averages.ts';
import { defaultThreads, laboratory, listOption, OptionError, wholeOption } from '../study/options.ts';
import { runBatch } from '../study/run-arm.ts';
import { ARMS, type HindcastArm } from './arms.ts';
import { compareSeries } from './compare.ts';
import { modelBalance, publishedBalance } from './list-balance.ts';
import { HINDCAST_WEEKS } from './months.ts';
import { balanceCsv, balanceTable, type Done, errorCsv, errorTable, monthCsv } from './tables.ts';
import { type HindcastRun, WATCHED_WAITS } from './watching.ts';

const USAGE = `hindcast: the split from April 2007 to March 2009 beside the monthly national series, with the eighteen-week target
at its date, in full from the first day, and without it

  --place LIST    named places or codes of primary care trusts (england,herefordshire,5K6,south-west-london)
  --arm LIST      arms: ${ARMS.map(({ id }) => id).join(', ')} (all)
  --scale S       share of England's people that is simulated, above 0 and up to 1 (0.05); of a smaller place as many
                  people, at most all
  --replicates N  worlds of each arm, the same luck in all (3)
  --threads N     runs at a time (as many as processors)
  --seed TEXT     seed of the runs (hindcast)
  --out DIR       folder of months.csv, errors.csv, balance.csv (results/hindcast)

Nothing is fitted here; what was before, the column fitted_to and docs/hindcast.md say. Ends with 0 whatever the errors; with 2 when an option is wrong.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      place: { type: 'string', default: 'england,herefordshire,5K6,south-west-london' },
      arm: { type: 'string', default: ARMS.map(({ id }) => id).join(',') },
      scale: { type: 'string', default: '0.05' },
      replicates: { type: 'string', default: '3' },
      threads: { type: 'string', default: String(defaultThreads()) },
      seed: { type: 'string', default: 'hindcast' },
      out: { type: 'string', default: join('results', 'hindcast') },
    },
  });
  const replicates = wholeOption('replicates', values.replicates, 1, 10_000);
  const threads = wholeOption('threads', values.threads, 1, 512);
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 1)) throw new OptionError(`--scale ${values.scale}: not above 0 and up to 1`);
  const arms = armsOf(values.arm);
  const ids = listOption(values.place);
  if (ids.length === 0) throw new OptionError('--place: name a place');
  const places = ids.map((id) => ({
    id,
    place: loadPlace(/^[A-Z0-9]{3}$/.test(id) ? { commissioners: [id] } : { named: id }),
  }));
  const published = readCheckTable(NATIONAL_MONTHS);

  const done: Done[] = [];
  for (const { id, place } of places) {
    const shareOfEngland = place.zones.residents.reduce((sum, n) => sum + n, 0) / ENGLAND_TOTAL_2007;
    const frame = {
      place,
      seed: values.seed,
      weeks: HINDCAST_WEEKS,
      scale: Math.min(1, scale / shareOfEngland),
    };
    for (const arm of arms) {
      if (process.stderr.isTTY) process.stderr.write(`${id}: ${arm.label}\n`);
      const batch = { name: 'hindcast', inputs: [arm.input(frame)], replicates, threads };
      const [runs] = await runBatch<HindcastRun>(batch, WATCHED_WAITS);
      const compared = compareSeries(runs!, published, shareOfEngland);
      done.push({ place: id, arm: arm.id, shareOfEngland, compared, balance: modelBalance(runs!) });
    }
    console.log(`${id}, ${replicates} replicates\n${errorTable(done.filter((one) => one.place === id))}\n`);
  }
  const balance = publishedBalance(published);
  console.log(`${balanceTable(done, balance)}\n`);
  mkdirSync(values.out, { recursive: true });
  const write = (file: string, pieces: Iterable<string>): void =>
    writeFileSync(join(values.out, file), [...pieces].join(''));
  write('months.csv', monthCsv(done));
  write('errors.csv', errorCsv(done));
  write('balance.csv', balanceCsv(done, balance));
  console.log(`months.csv, errors.csv and balance.csv are in ${values.out}`);
  return 0;
}

/** @throws OptionError when there is no such arm */
function armsOf(text: string): readonly HindcastArm[] {
  const asked = listOption(text);
  const unknown = asked.find((id) => !ARMS.some((arm) => arm.id === id));
  if (unknown !== undefined || asked.length === 0)
    throw new OptionError(`--arm ${text}: name one of ${ARMS.map(({ id }) => id).join(', ')}`);
  return ARMS.filter(({ id }) => asked.includes(id));
}

await laboratory(main, USAGE);
