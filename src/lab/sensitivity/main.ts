import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ANCHORS } from '../../model/evidence/anchors.ts';
import { defaultParameterValues, PARAMETERS } from '../../model/evidence/parameters.ts';
import { fingerprint } from '../../model/state-bytes.ts';
import { GrowingTable, rememberStudy } from '../sampling/study-file.ts';
import type { StudyFrame } from '../study/arm.ts';
import { laboratory, listOption, OptionError, wholeOption } from '../study/options.ts';
import { studyPlace } from '../study/place.ts';
import { runMissing, SENSITIVITY_COLUMNS } from './study.ts';

const USAGE = `sensitivity: move each number that no source gives to the ends of its range, one at a time, with the same luck

  --only LIST     rows whose id begins with one of these (all)
  --place ID      synthetic, a named place or the code of a primary care trust (synthetic)
  --weeks N       weeks of a run; figures are of the last full year (156)
  --worlds N      worlds that say how far luck alone spreads each figure (10)
  --seed TEXT     seed of the runs (sensitivity)
  --out DIR       folder of one-at-a-time.csv (results/sensitivity)

A study that was stopped goes on where it ended. docs/assumptions.md is made from data/sensitivity:
npm run sensitivity -- --out data/sensitivity (remove the folder first; about a quarter of an hour).`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      place: { type: 'string', default: 'synthetic' },
      weeks: { type: 'string', default: '156' },
      worlds: { type: 'string', default: '10' },
      seed: { type: 'string', default: 'sensitivity' },
      out: { type: 'string', default: join('results', 'sensitivity') },
    },
  });
  const weeks = wholeOption('weeks', values.weeks, 52, 2080);
  const worlds = wholeOption('worlds', values.worlds, 2, 1000);
  const only = listOption(values.only);
  const rows = PARAMETERS.filter(({ id }) => only.length === 0 || only.some((start) => id.startsWith(start)));
  if (rows.length === 0) throw new OptionError(`--only ${values.only}: no parameter begins so`);
  const { id, place, scale } = studyPlace(values.place);

  const numbers = fingerprint({ anchors: ANCHORS, parameters: defaultParameterValues() });
  rememberStudy(values.out, 'study.json', { place: id, scale, weeks, worlds, seed: values.seed, numbers }, [
    'lab/sensitivity',
    'lab/analysis',
  ]);
  const table = new GrowingTable(values.out, 'one-at-a-time.csv', SENSITIVITY_COLUMNS);
  const frame: StudyFrame = { place, scale, weeks, seed: values.seed };
  const runs = runMissing({ frame, rows, worlds, table }, (done, all) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} rows${done === all ? '\n' : ''}`);
  });
  console.log(`${runs} runs; ${table.file}`);
  return 0;
}

await laboratory(main, USAGE);
