import type { ArgumentsCamelCase, Argv, InferredOptionTypes, Options } from 'yargs';
import type { LeverRow } from '../../lab/explain/lever-rows.ts';
import type { LeverPath } from '../../lab/explain/tell.ts';
import { wholeNumber } from '../numbers.ts';
import { styled } from '../style.ts';
import { type Column, readable, textTable } from '../table.ts';

export const command = 'explain <results>';
export const describe = 'Say why organisations moved their levers in a folder of results';

export const options = {
  organisation: { type: 'string', requiresArg: true, describe: 'Code or name of an organisation' },
  lever: { type: 'string', requiresArg: true, describe: 'Id of a lever (lhe levers lists them)' },
  week: {
    type: 'string',
    requiresArg: true,
    coerce: wholeNumber('week', 0, 2080),
    describe: 'The quarter that this week lies in',
  },
  arm: { type: 'string', requiresArg: true, describe: 'Name of an arm' },
} satisfies Record<string, Options>;

export const builder = (yargs: Argv) =>
  yargs
    .positional('results', { type: 'string', demandOption: true, describe: 'Folder of results' })
    .options(options)
    .example('$0 explain results/herefordshire', 'The largest moves, by organisation')
    .example(
      '$0 explain results/herefordshire --organisation RLQ --week 64',
      'What a trust did in a quarter, and why',
    )
    .example('$0 explain results/herefordshire --lever elective_capacity', 'One lever of everybody');

type Arguments = ArgumentsCamelCase<InferredOptionTypes<typeof options>> & { readonly results: string };

/** Sentences, and rows of a table, that are shown of many. */
const MOST_SENTENCES = 8;
const MOST_ROWS = 40;

export async function handler(argv: Arguments): Promise<void> {
  const { readLeverRows } = await import('../../lab/explain/lever-rows.ts');
  const { readBodyEvents } = await import('../../lab/explain/body-events.ts');
  const { choose } = await import('../../lab/explain/choose.ts');
  const tell = await import('../../lab/explain/tell.ts');
  const alike = await import('../../lab/explain/alike.ts');
  const all = readLeverRows(argv.results);
  const { arm, organisation, lever, week } = argv;
  const rows = choose(all, { arm, organisation, lever, week }, readBodyEvents(argv.results));
  const parts: string[] = [];
  if (week !== undefined) {
    const paths = tell.pathsOf(rows.toSorted((a, b) => Math.abs(b.step) - Math.abs(a.step)));
    const before = tell.reviewsBefore(all, rows[0]?.week ?? week);
    const told = alike.alike(paths, ({ last }) => [tell.sentenceOf({ ...last, name: '' }, before(last))]);
    parts.push(
      ...sentences(told, (group) => {
        const { last } = group.paths[0]!;
        return `${armBefore(last, rows)}${tell.sentenceOf(last, before(last))}${alike.othersOf(group)}`;
      }),
    );
    const groups = alike.alike(paths, ({ last }) => cellsOf(last, tell));
    parts.push(
      rowTable(
        groups.map((group) => [alike.inACell(group), group.paths[0]!.last]),
        tell,
      ),
    );
  } else {
    const paths = tell.pathsOf(rows);
    if (organisation === undefined && lever === undefined)
      parts.push(summary(armsOf(rows), tell.farthest(paths), tell, alike), HINT);
    else {
      const byStep = paths.toSorted((a, b) => Math.abs(b.largest.step) - Math.abs(a.largest.step));
      const groups = alike.alike(byStep, (path) => figuresOf(path, tell));
      const few = paths.length <= armsOf(rows).length;
      parts.push(
        ...sentences(groups, (group) => {
          const { largest, beforeLargest } = group.paths[0]!;
          return `${armBefore(largest, rows)}${tell.sentenceOf(largest, beforeLargest)}${alike.othersOf(group)}`;
        }),
      );
      parts.push(
        few
          ? rowTable(
              rows.map((row) => [row.code, row]),
              tell,
            )
          : summary(armsOf(rows), byStep, tell, alike),
      );
    }
  }
  process.stdout.write(`${parts.join('\n\n')}\n`);
}

function armsOf(rows: readonly LeverRow[]): readonly string[] {
  return [...new Set(rows.map((row) => row.arm))];
}

/** `split: `, where there are other arms. */
function armBefore({ arm }: LeverRow, rows: readonly LeverRow[]): string {
  return rows.some((row) => row.arm !== arm) ? `${arm}: ` : '';
}

type Tell = typeof import('../../lab/explain/tell.ts');
type Alike = typeof import('../../lab/explain/alike.ts');

const HINT =
  'Each by the lever that it moved farthest. --organisation CODE shows all levers of one, --lever ID one lever of all, --week N a quarter term by term.';

function sentences<T>(entries: readonly T[], sentence: (entry: T) => string): string[] {
  const shown = entries.slice(0, MOST_SENTENCES).map(sentence);
  const more = entries.length - shown.length;
  return more > 0 ? [...shown, `(and ${more} more, in the table)`] : shown;
}

/** Where levers ended, and the quarter in which each moved most; organisations that read the same share a row. */
function summary(
  arms: readonly string[],
  paths: readonly LeverPath[],
  tell: Tell,
  { alike, whoAre }: Alike,
): string {
  return arms
    .map((arm) => {
      const groups = alike(
        paths.filter((path) => path.last.arm === arm),
        (path) => figuresOf(path, tell),
      );
      const rows = groups.slice(0, MOST_ROWS).map((group) => [...whoAre(group), ...group.figures]);
      return `${styled('bold', `Largest moves: ${arm}`)}\n${textTable(SUMMARY, rows)}${moreOf(groups.length)}`;
    })
    .join('\n\n');
}

/** What a row of the summary says of a path, beside whose it is. */
function figuresOf({ last, largest }: LeverPath, tell: Tell): readonly string[] {
  return [
    tell.labelOf(last.lever),
    last.specialty.replaceAll('_', ' '),
    last.level.toFixed(3),
    String(largest.week),
    tell.percent(largest.step),
    tell.dominantOf(largest).what,
  ];
}

/** Every figure of some rows, and whose they are. */
function rowTable(rows: readonly (readonly [who: string, row: LeverRow])[], tell: Tell): string {
  const cells = rows
    .slice(0, MOST_ROWS)
    .map(([who, row]) => [row.arm, String(row.week), who, ...cellsOf(row, tell)]);
  return `${textTable(FIGURES, cells)}${moreOf(rows.length)}`;
}

/** What a row of the table says of a lever, beside whose it is and when. */
function cellsOf(row: LeverRow, tell: Tell): readonly string[] {
  return [
    row.lever,
    row.specialty.replaceAll('_', ' '),
    row.level.toFixed(3),
    `${row.step > 0 ? '+' : ''}${tell.percent(row.step)}`,
    ...[row.altruism, row.own_cash, row.joint_cash, row.targets, row.d0, row.anchor, row.marginal_payoff].map(
      tell.signed,
    ),
    readable(Number(row.base_pounds.toPrecision(4))),
  ];
}

function moreOf(count: number): string {
  return count > MOST_ROWS ? `\n(and ${count - MOST_ROWS} more in levers.csv)` : '';
}

const left = (title: string): Column => ({ title, align: 'left' });
const right = (title: string): Column => ({ title, align: 'right' });

const SUMMARY = [
  left('code'),
  left('organisation'),
  left('lever'),
  left('specialty'),
  right('level at the end'),
  right('largest step: week'),
  right('step'),
  left('most of all'),
];
const FIGURES = [
  left('arm'),
  right('week'),
  left('code'),
  left('lever'),
  left('specialty'),
  right('level'),
  right('step'),
  right('altruism'),
  right('own cash'),
  right('joint cash'),
  right('targets'),
  right('rests at'),
  right('pull'),
  right('marginal'),
  right('base, £'),
];
