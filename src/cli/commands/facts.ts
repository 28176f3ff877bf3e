import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ArgumentsCamelCase, Argv, InferredOptionTypes, Options } from 'yargs';
import type { Fact, FactProgress, JudgedFact } from '../../lab/facts/index.ts';
import { nearestSpelling } from '../../lab/nearest-spelling.ts';
import { wholeNumber } from '../numbers.ts';
import { type Column, textTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

export const command = 'facts';
export const describe = 'Examine the model: pose published effects to it and compare';

export const options = {
  id: { type: 'string', requiresArg: true, describe: 'Facts to pose, e.g. B13 or B13,B15; default: all' },
  replicates: {
    type: 'string',
    default: '6',
    requiresArg: true,
    coerce: wholeNumber('replicates', 2, 1000),
    describe: 'Worlds of each arm; dear questions get fewer, at least 3',
  },
  threads: {
    type: 'string',
    requiresArg: true,
    coerce: wholeNumber('threads', 1, 512),
    describe: 'Runs at a time; default: as many as processors',
  },
  set: {
    type: 'string',
    default: 'shipped',
    requiresArg: true,
    describe:
      'Parameters: shipped, or uncalibrated (shown beside the shipped ones if these are in the folder)',
  },
  seed: { type: 'string', default: 'facts', requiresArg: true, describe: 'Seed of the runs' },
  out: {
    type: 'string',
    default: join('results', 'facts'),
    requiresArg: true,
    describe: 'Folder of the results; an examination that was stopped goes on there',
  },
} satisfies Record<string, Options>;

export const builder = (yargs: Argv) =>
  yargs
    .options(options)
    .example('$0 facts', 'All published effects, in some minutes: table, CSV files, forest plot')
    .example('$0 facts --id B13 --replicates 12', 'One of them, more exactly');

type Arguments = ArgumentsCamelCase<InferredOptionTypes<typeof options>>;

export async function handler(argv: Arguments): Promise<void> {
  const lab = await import('../../lab/facts/index.ts');
  const facts = chosen(lab.allFacts(), argv.id);
  const set = lab.PARAMETER_SETS.find(({ id }) => id === argv.set);
  if (set === undefined) {
    const known = lab.PARAMETER_SETS.map(({ id }) => id);
    throw new UsageError(`--set ${argv.set}: there is ${known.join(', ')}${didYouMean(argv.set, known)}`);
  }
  const figures = await lab.runFacts({
    facts,
    set,
    replicates: argv.replicates,
    threads: argv.threads ?? availableParallelism(),
    seed: argv.seed,
    folder: argv.out,
    onProgress: showProgress,
  });
  const known = lab.PARAMETER_SETS.filter(({ id }) =>
    [...figures.keys()].some((key) => key.startsWith(`${id} `)),
  );
  const sets = known.map(({ id }) => ({ set: id, facts: lab.judgeFacts(facts, figures, id) }));
  for (const { set: id, facts: judged } of sets) {
    if (sets.length > 1) process.stdout.write(`\n${id} parameters\n`);
    process.stdout.write(tableOf(judged, lab));
  }
  // The files hold all that is in the folder, whatever was asked for now.
  const there = (fact: Fact, set: string): boolean =>
    fact.cannot !== null ||
    facts.includes(fact) ||
    [...figures.keys()].some((key) => key.startsWith(`${set} `) && key.split(' ')[2] === fact.id);
  const whole = known.map(({ id }) => ({
    set: id,
    facts: lab.judgeFacts(
      lab.allFacts().filter((fact) => there(fact, id)),
      figures,
      id,
    ),
  }));
  const files = lab.writeFacts(argv.out, whole);
  process.stdout.write(`\n${files.join(', ')}\n`);
}

/** Facts of a list of ids. */
function chosen(facts: readonly Fact[], ids: string | undefined): readonly Fact[] {
  if (ids === undefined) return facts;
  const known = facts.map(({ id }) => id);
  const asked = ids.split(',').map((id) => id.trim().toUpperCase());
  const unknown = asked.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new UsageError(
      `--id ${unknown}: no such fact; there are ${known.join(', ')}${didYouMean(unknown, known)}`,
    );
  // Contested pairs are shown as both.
  const pairs = facts.filter(({ id }) => asked.includes(id)).map(({ contestedWith }) => contestedWith);
  return facts.filter(({ id }) => asked.includes(id) || pairs.includes(id));
}

function didYouMean(word: string, known: readonly string[]): string {
  const nearest = nearestSpelling(word, known);
  return nearest === undefined ? '' : `. Did you mean ${nearest}?`;
}

function tableOf(judged: readonly JudgedFact[], lab: typeof import('../../lab/facts/index.ts')): string {
  const parts: string[] = [];
  for (const role of ['calibrate', 'validate'] as const) {
    const rows = judged.filter(({ fact }) => fact.role === role);
    if (rows.length === 0) continue;
    const posed = rows.filter(({ fact }) => fact.cannot === null);
    const body = posed.flatMap((row) =>
      row.measures.map(({ measure, live, nothing, sizedBy }, n) => [
        n === 0 ? row.fact.id : '',
        `${measure.words}, ${measure.unit}`,
        lab.publishedInWords(measure),
        lab.bandInWords(measure),
        lab.effectInWords(live.effect),
        `${live.verdict}${markOf(row, sizedBy, lab)}`,
        nothing.effect.replicates > 0 ? nothing.verdict : '',
        n === 0 ? row.fact.evidence : '',
      ]),
    );
    const title =
      role === 'calibrate'
        ? 'to calibrate: parameters may be fitted'
        : 'to validate: must emerge, never fitted';
    const table = body.length === 0 ? '' : `${textTable(COLUMNS, body)}\n\n`;
    parts.push(
      `\n${title}\n\n${table}${missing(rows, lab)}${noTests(posed, lab)}${weakerTests(posed, lab)}${lab.countsInWords(rows)}\n`,
    );
  }
  return parts.join('');
}

const COLUMNS: readonly Column[] = [
  'fact',
  'figure',
  'published',
  'band',
  'model (95%)',
  'verdict',
  'nothing changes',
  'evidence',
].map((title) => ({ title, align: 'left' }));

/** What a verdict does not count as, or as less. */
function markOf(
  { fact }: JudgedFact,
  sizedBy: readonly string[],
  { WEAKER_TEST }: typeof import('../../lab/facts/index.ts'),
): string {
  const kind = fact.context !== null ? ' (context)' : sizedBy.length > 0 ? ' (no test)' : '';
  return fact.lawChangedAfterMiss === null ? kind : `${kind} ${WEAKER_TEST}`;
}

/** Facts for which a law was changed after they were missed, and how. */
function weakerTests(
  rows: readonly JudgedFact[],
  { weakerTestsInWords }: typeof import('../../lab/facts/index.ts'),
): string {
  const words = weakerTestsInWords(rows.map(({ fact }) => fact));
  return words === '' ? '' : `${words}\n\n`;
}

/** Why a fact, or a figure of one, has no counterpart in the model. */
function missing(
  rows: readonly JudgedFact[],
  { reasonOf }: typeof import('../../lab/facts/index.ts'),
): string {
  const lines = rows.flatMap((row) => {
    const reasons = row.measures.map((measured) => reasonOf(row, measured)).filter((why) => why !== '');
    const part = row.fact.cannot === null ? 'in part ' : '';
    return [...new Set(reasons)].map((why) => `${row.fact.id} ${part}cannot be posed yet: ${why}`);
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`;
}

/** Figures by which the model is not tested, and the rows that were sized by them or put in for them. */
function noTests(
  rows: readonly JudgedFact[],
  { noTestReason }: typeof import('../../lab/facts/index.ts'),
): string {
  const lines = rows.flatMap(({ fact, measures }) =>
    measures
      .filter(({ sizedBy }) => sizedBy.length > 0)
      .map((measured) => `${fact.id} ${measured.measure.id}: ${noTestReason(measured)}`),
  );
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`;
}

function showProgress({ done, all, what }: FactProgress): void {
  const stream = process.stderr;
  if (stream.isTTY) {
    stream.write(`\r\u001b[K${what === '' ? '' : `${done} of ${all} runs: ${what}`}`);
  } else if (what !== '') stream.write(`${done} of ${all} runs: ${what}\n`);
}
