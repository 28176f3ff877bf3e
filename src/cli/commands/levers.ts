import type { Argv } from 'yargs';
import type { LeverFacts } from '../../lab/levers/facts.ts';
import { printCatalogue } from '../catalogue.ts';
import { readable } from '../table.ts';

export const command = 'levers [id]';
export const describe =
  'List what organisations can do more or less of, and the law that moves it, or explain one';

export const builder = (yargs: Argv) =>
  yargs
    .positional('id', { type: 'string', describe: 'Id of a lever, or a part of it' })
    .example('$0 levers', 'All levers: money base, stiffness, answer to prices')
    .example(
      '$0 levers elective_capacity',
      'One lever: what it means, what moves it, where its numbers come from',
    );

export async function handler(argv: { id?: string | undefined }): Promise<void> {
  const { leverFacts } = await import('../../lab/levers/facts.ts');
  await printCatalogue({
    kind: 'lever',
    entries: leverFacts(),
    asked: argv.id,
    groupOf: ({ lever }) => `levers of each ${WHOSE[lever.unit]}`,
    columns: [
      { title: 'id', align: 'left', cell: ({ id }) => id },
      { title: 'base, £', align: 'right', cell: ({ basePounds }) => pounds(basePounds) },
      { title: 'rests at, £ (split)', align: 'right', cell: (row) => rest(row, row.restUnderSplit) },
      { title: '(boards)', align: 'right', cell: (row) => rest(row, row.restUnderBoards) },
      { title: 'stiffness', align: 'right', cell: ({ law }) => String(law.stiffness) },
      { title: 'step', align: 'right', cell: ({ law }) => percent(law.step) },
      { title: 'scale', align: 'right', cell: ({ scale }) => readable(scale) },
      { title: 'bounds', align: 'left', cell: ({ lowest, highest }) => `${short(lowest)}–${short(highest)}` },
      { title: 'prices +10%', align: 'right', cell: ({ answerToPrices }) => signedPercent(answerToPrices) },
      { title: '', align: 'left', cell: ({ suspicious }) => (suspicious ? '|d0| > k' : '') },
    ],
    details: (row) => [
      ['id', row.id],
      ['label', row.lever.label],
      ['meaning', row.lever.meaning],
      ['unit', `one for each ${WHOSE[row.lever.unit]}`],
      ['pace', `${row.lever.pace}: at most ${percent(row.law.step)} a quarter`],
      ['decided', DECIDED[row.lever.review]],
      ['hand', HAND[row.lever.hand]],
      [
        'money base',
        row.basePounds === undefined
          ? 'nobody had the lever in the base years'
          : `${pounds(row.basePounds)} pounds, national mean of the base years`,
      ],
      [
        'rests at',
        `${rest(row, row.restUnderSplit)} pounds a unit, calibrated on the split (d0 = ${share(row.restUnderSplit)})`,
      ],
      [
        '',
        `${rest(row, row.restUnderBoards)} pounds a unit, on integrated boards (d0 = ${share(row.restUnderBoards)})`,
      ],
      [
        'stiffness',
        `k = ${row.law.stiffness}${row.suspicious ? ': smaller than |d0|, the lever may be badly specified' : ''}`,
      ],
      ['scale', `the step turns over a marginal pay-off of ${readable(row.scale)} of the base`],
      ['bounds', `${short(row.lowest)} to ${short(row.highest)} times the reference`],
      [
        'answer',
        `a pay-off higher by a tenth of the base moves it ${signedPercent(row.answer / 10)} in the long run (1 / 2k, near the reference)`,
      ],
      [
        'to prices',
        `prices a tenth higher at the same costs move it ${signedPercent(row.answerToPrices)} in the long run (national mean, split)`,
      ],
      ...row.parameters.map(
        (parameter, n) =>
          [
            n === 0 ? 'parameters' : '',
            `${parameter.id} = ${parameter.value} (${parameter.low} to ${parameter.high}, ${parameter.status})`,
          ] as const,
      ),
    ],
  });
}

const WHOSE: Readonly<Record<LeverFacts['lever']['unit'], string>> = {
  'provider-specialty': 'trust and specialty',
  provider: 'trust',
  commissioner: 'commissioner',
  practice: 'practice',
  body: 'integrated body',
};

const DECIDED: Readonly<Record<LeverFacts['lever']['review'], string>> = {
  quarter: 'every quarter',
  year: 'in a plan for the year at its first review, carried out in equal quarterly parts',
};

const HAND: Readonly<Record<LeverFacts['lever']['hand'], string>> = {
  clinician: 'clinicians: their own altruism, the purse only in part',
  resource: 'managers and boards: their altruism, the purse in full',
};

function pounds(value: number | undefined): string {
  return value === undefined ? '–' : readable(Number(value.toPrecision(3)));
}

/** Pay-off at rest in pounds of one unit. */
function rest({ basePounds }: LeverFacts, d0: number | undefined): string {
  return basePounds === undefined || d0 === undefined ? '–' : pounds(d0 * basePounds);
}

function share(d0: number | undefined): string {
  return d0 === undefined ? 'not calibrated' : `${d0} of the base`;
}

function percent(logarithm: number): string {
  return `${(100 * logarithm).toFixed(1)}%`;
}

function signedPercent(logarithm: number | undefined): string {
  if (logarithm === undefined) return '–';
  const text = percent(logarithm);
  if (Number.parseFloat(text) === 0) return '0.0%';
  return `${logarithm < 0 ? '' : '+'}${text}`;
}

function short(level: number): string {
  return String(Number(level.toFixed(3)));
}
