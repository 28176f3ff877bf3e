import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCheckTable, TRUST_ADMISSIONS } from '../place/check-tables.ts';
import { makeGround } from '../place/ground.ts';
import { ENGLAND_FOLDER } from '../place/load-place.ts';
import { readPlaceFolder } from '../place/read-folder.ts';
import { laboratory, wholeOption } from '../study/options.ts';
import { predictAllocations } from './allocations.ts';
import { withoutOwnSize } from './attraction.ts';
import { commissionerRemarks, trustRemarks } from './remarks.ts';
import { fitCsv, fitTable, predictionCsv, type Question, worstTable } from './tables.ts';
import { predictAdmissions } from './trust-admissions.ts';
import { predictSizes, SIZE_QUESTIONS } from './trust-sizes.ts';

const USAGE = `leave-one-out: every trust's admissions, beds and income and every primary care trust's allocation per head,
predicted by the rules that fill blanks, fitted without its own values

  --worst N  how many of the worst are shown of each (10)
  --out DIR  folder of fits.csv and predictions.csv (results/leave-one-out)

Takes a minute or two: attraction is fitted once for each trust. Ends with 0 whatever the fit; with 2 when an option is wrong.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      worst: { type: 'string', default: '10' },
      out: { type: 'string', default: join('results', 'leave-one-out') },
    },
  });
  const howMany = wholeOption('worst', values.worst, 0, 200);
  const questions = england();
  console.log(`${fitTable(questions)}\n`);
  for (const question of questions) console.log(`${worstTable(question, howMany)}\n`);
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, 'fits.csv'), [...fitCsv(questions)].join(''));
  writeFileSync(join(values.out, 'predictions.csv'), [...predictionCsv(questions)].join(''));
  console.log(`fits.csv and predictions.csv are in ${values.out}`);
  return 0;
}

/** Everything that is asked of England. */
function england(): readonly Question[] {
  const facts = readPlaceFolder(ENGLAND_FOLDER);
  const ground = makeGround(facts, true, new Set());
  const remarks = trustRemarks(facts, ground);
  const admissions = readCheckTable(TRUST_ADMISSIONS);
  const refitted = withoutOwnSize(facts, ground, true, new Set(ground.providers.code));
  const allocations = predictAllocations(facts, ground, true, commissionerRemarks(facts, ground));
  return [
    {
      id: 'admissions_from_choice',
      label: 'Admissions 2012-13, nothing known',
      unit: 'episodes',
      predictions: predictAdmissions(refitted, admissions, 'planned_share_without_own_size', remarks),
    },
    {
      id: 'admissions_from_size',
      label: 'Admissions 2012-13, beds and income known',
      unit: 'episodes',
      predictions: predictAdmissions(facts, admissions, 'planned_share', remarks),
    },
    ...SIZE_QUESTIONS.map((question) => ({
      id: question.id,
      label: question.label,
      unit: question.size === 'beds' ? 'beds' : 'pounds',
      predictions: predictSizes(refitted, ground, true, question, remarks),
    })),
    ...[...allocations].map(([year, predictions]) => ({
      id: `allocation_per_head_${year.replace('-', '_')}`,
      label: `Allocation per head ${year}`,
      unit: 'pounds a head',
      predictions,
    })),
  ];
}

await laboratory(main, USAGE);
