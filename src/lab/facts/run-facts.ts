import { ANCHORS } from '../../model/evidence/anchors.ts';
import { defaultParameterValues } from '../../model/evidence/parameters.ts';
import type { Place } from '../../model/place.ts';
import { fingerprint } from '../../model/state-bytes.ts';
import { complete, GrowingTable, latest, rememberStudy, type TextRow } from '../sampling/study-file.ts';
import { restShifter } from '../study/rests.ts';
import { runBatch } from '../study/run-arm.ts';
import { type FactArm, factInput, nothingChanges } from './arm-input.ts';
import type { Fact } from './fact.ts';
import { OBSERVED, type ObservedRun } from './observed.ts';
import { PARAMETER_SETS, type ParameterSet } from './parameter-sets.ts';
import { FACT_PLACES, type FactPlaceId } from './places.ts';
import type { Answer, Question } from './question.ts';
import { QUESTIONS } from './questions/questions.ts';
import type { Figure } from './verdict.ts';

/** The model with organisations that act, and the one in which nothing ever changes. */
export const MODELS = ['live', 'null'] as const;
export type FactModel = (typeof MODELS)[number];

/** What an examination is asked. */
export interface Examination {
  readonly facts: readonly Fact[];
  readonly replicates: number;
  readonly threads: number;
  readonly seed: string;
  readonly set: ParameterSet;
  /** Where tables grow; what is in them is not run again. */
  readonly folder: string;
  readonly questions?: readonly Question[];
  readonly places?: (id: FactPlaceId) => { readonly place: Place; readonly scale: number };
  readonly onProgress?: (progress: FactProgress) => void;
}

/** A question that begins (`what`), and how many runs there have been. */
export interface FactProgress {
  readonly done: number;
  readonly all: number;
  readonly what: string;
}

const FIGURES = ['set', 'model', 'fact', 'measure', 'replicate', 'value', 'error'];

/** Every figure of the tables in a folder, by `set model fact measure`. */
export type Figures = ReadonlyMap<string, readonly Figure[]>;

/**
 * Pose the questions of some facts to both models. Each question's figures are kept in the folder when it has been run,
 * so that an examination that was stopped goes on with the next one.
 * @throws ExperimentError when a run fails; OptionError when the folder holds another study
 */
export async function runFacts(examination: Examination): Promise<Figures> {
  const { facts, folder, seed, set, onProgress = () => {} } = examination;
  rememberStudy(
    folder,
    'examination.json',
    {
      seed,
      // Another calibration is another examination.
      numbers: fingerprint({ anchors: ANCHORS, parameters: defaultParameterValues(), sets: PARAMETER_SETS }),
    },
    ['lab/facts', 'lab/analysis'],
  );
  const table = new GrowingTable(folder, 'figures.csv', FIGURES);
  const ids = new Set(facts.filter(({ cannot }) => cannot === null).map(({ id }) => id));
  const asked = (examination.questions ?? QUESTIONS).filter((question) =>
    question.facts.some((id) => ids.has(id)),
  );
  const jobs = asked.flatMap((question) =>
    MODELS.map((model) => ({
      question,
      model,
      runs: armsOf(question, model).length * replicatesOf(question, model, examination),
    })),
  );
  const all = jobs.reduce((sum, { runs }) => sum + runs, 0);
  const grounds = examination.places ?? groundKeeper();
  let done = 0;
  for (const { question, model, runs } of jobs) {
    const replicates = replicatesOf(question, model, examination);
    onProgress({
      done,
      all,
      what: `${question.facts.join(', ')}${model === 'null' ? ', nothing changes' : ''}`,
    });
    if (!isDone(table.rows, question, set.id, model, replicates)) {
      const answers = await pose(question, model, examination, grounds(question.place));
      table.append(answers.flatMap((answer, r) => figureRows(answer, set.id, model, r)));
      if (model === 'live') writeMicro(folder, question, set.id, answers);
    }
    done += runs;
  }
  onProgress({ done, all, what: '' });
  return figuresOf(table.rows);
}

/** Dear questions get fewer replicates; the model in which nothing changes half as many: most of its figures are exact. */
function replicatesOf({ effort = 1 }: Question, model: FactModel, { replicates }: Examination): number {
  const asked = replicates * effort * (model === 'null' ? 0.5 : 1);
  return Math.max(Math.min(replicates, LEAST_REPLICATES), Math.round(asked));
}
const LEAST_REPLICATES = 3;

function armsOf({ arms, before }: Question, model: FactModel): readonly FactArm[] {
  return model === 'live' ? arms : [nothingChanges(before ?? arms[0]!)];
}

async function pose(
  question: Question,
  model: FactModel,
  examination: Examination,
  { place, scale }: { readonly place: Place; readonly scale: number },
): Promise<readonly Answer[]> {
  const { seed, threads, set } = examination;
  const { weeks } = question;
  const { twins, ...rest } = question.observe ?? {};
  const observe = twins === undefined || model === 'null' ? rest : { ...rest, twins };
  const replicates = replicatesOf(question, model, examination);
  // Other values are another world, whose base years were at rest as well. Where nothing changes nobody decides.
  const shifts = model === 'null' ? {} : restShifter({ place, scale, seed, weeks })(set.values);
  const parameters = { ...set.values, ...shifts };
  const frame = { place, scale, seed, weeks, observe, parameters };
  const inputs = armsOf(question, model).map((arm) => factInput(frame, arm));
  const runs = await runBatch<ObservedRun>({ name: 'facts', inputs, replicates, threads }, OBSERVED);
  return Array.from({ length: replicates }, (_, r) => {
    // Where nothing changes all arms are one and the same run.
    const ofReplicate = question.arms.map((_, arm) => (runs[arm] ?? runs[0]!)[r]!);
    return question.read(ofReplicate, place);
  });
}

/** Pose one question to the model as it ships but for some values: what a fit does again and again. */
export function poseLive(
  question: Question,
  asked: Pick<Examination, 'seed' | 'replicates' | 'threads'> & { readonly values: ParameterSet['values'] },
  ground: { readonly place: Place; readonly scale: number },
): Promise<readonly Answer[]> {
  const set = { id: 'tried', words: 'values that a fit tries', values: asked.values };
  return pose({ ...question, effort: 1 }, 'live', { ...asked, facts: [], folder: '', set }, ground);
}

function figureRows(
  { figures }: Answer,
  set: string,
  model: FactModel,
  replicate: number,
): (string | number)[][] {
  return Object.entries(figures).map(([key, figure]) => {
    const [fact, measure] = key.split(' ') as [string, string];
    const { value, error } = typeof figure === 'number' ? { value: figure, error: 0 } : figure;
    return [set, model, fact, measure, replicate, value, error];
  });
}

/** Micro-data, by replicate, of the questions that have an estimator: one table for each. */
function writeMicro(folder: string, question: Question, set: string, answers: readonly Answer[]): void {
  if (question.microHeader === undefined) return;
  const name = `micro-${question.facts.join('-')}.csv`;
  const table = new GrowingTable(folder, name, ['set', 'replicate', ...question.microHeader]);
  const there = new Set(table.rows.map((row) => `${row.set} ${row.replicate}`));
  table.append(
    answers.flatMap(({ micro = [] }, r) =>
      there.has(`${set} ${r}`) ? [] : micro.map((row) => [set, r, ...row]),
    ),
  );
}

function isDone(
  rows: readonly TextRow[],
  { facts }: Question,
  set: string,
  model: FactModel,
  replicates: number,
): boolean {
  const done = complete(rows, ['set', 'model', 'fact'], 'replicate', replicates);
  return facts.every((fact) => done.has(`${set} ${model} ${fact}`));
}

/** @param rows of figures.csv */
export function figuresOf(rows: readonly TextRow[]): Figures {
  const figures = new Map<string, Figure[]>();
  for (const row of latest(rows, ['set', 'model', 'fact', 'measure', 'replicate'])) {
    const key = `${row.set} ${row.model} ${row.fact} ${row.measure}`;
    const number = (text: string | undefined): number =>
      text === undefined || text === '' ? Number.NaN : Number(text);
    figures.set(key, [...(figures.get(key) ?? []), { value: number(row.value), error: number(row.error) }]);
  }
  return figures;
}

/** Makes each place once. */
export function groundKeeper(): (id: FactPlaceId) => { readonly place: Place; readonly scale: number } {
  const made = new Map<FactPlaceId, Place>();
  return (id) => {
    const place = made.get(id) ?? FACT_PLACES[id].make();
    made.set(id, place);
    return { place, scale: FACT_PLACES[id].scale };
  };
}
