import { nearestSpelling } from '../nearest-spelling.ts';
import { refuseAbsent, someOf } from './absent.ts';
import type { BodyEvent } from './body-events.ts';
import { ExplainError } from './csv-records.ts';
import type { LeverRow } from './lever-rows.ts';

/** Of what an explanation is wanted; what is undefined is not narrowed. */
export interface Question {
  readonly arm?: string | undefined;
  /** Code or name of an organisation. */
  readonly organisation?: string | undefined;
  readonly lever?: string | undefined;
  /** Any week of the quarter. */
  readonly week?: number | undefined;
}

/**
 * The rows that a question is about.
 * @param bodies what befell bodies, which may have had nothing to decide themselves
 * @throws ExplainError naming what is not there, with the nearest spelling of what is
 */
export function choose(
  rows: readonly LeverRow[],
  question: Question,
  bodies: readonly BodyEvent[] = [],
): readonly LeverRow[] {
  const arm = known('arm', question.arm, rows, (row) => [row.arm]);
  const inArm = rows.filter((row) => arm === undefined || arm(row));
  const { organisation: asked } = question;
  if (asked !== undefined) refuseAbsent(rows, inArm, asked, bodies);
  const organisation = known('organisation', asked, inArm, (row) => [row.code, row.name]);
  const ofOne = inArm.filter((row) => organisation === undefined || organisation(row));
  const lever = known('lever', question.lever, ofOne, (row) => [row.lever]);
  const ofLever = ofOne.filter((row) => lever === undefined || lever(row));
  if (question.week === undefined) return ofLever;
  const arms = new Set(ofLever.map((row) => row.arm));
  const codes = new Set(ofLever.map((row) => row.code));
  const fates = bodies.filter((event) => arms.has(event.arm) && codes.size === 1 && codes.has(event.code));
  return inQuarterOf(ofLever, question.week, fates);
}

/** Whether a row has the name that was asked for, in whatever case; an exact name before a part of one. */
function known(
  kind: string,
  asked: string | undefined,
  rows: readonly LeverRow[],
  names: (row: LeverRow) => readonly string[],
): ((row: LeverRow) => boolean) | undefined {
  if (asked === undefined) return undefined;
  const wanted = asked.toLowerCase();
  const exact = (row: LeverRow) => names(row).some((name) => name.toLowerCase() === wanted);
  if (rows.some(exact)) return exact;
  const part = (row: LeverRow) => names(row).some((name) => name.toLowerCase().includes(wanted));
  const all = [...new Set(rows.flatMap(names))];
  const matched = [...new Set(rows.filter(part).map((row) => names(row)[0]!))];
  if (wanted !== '' && matched.length === 1) return part;
  if (wanted !== '' && matched.length > 1) {
    throw new ExplainError(`"${asked}" could be several: ${someOf(matched)}. Write one in full.`);
  }
  const nearest = nearestSpelling(asked, all);
  const hint =
    nearest === undefined
      ? `There is ${someOf([...new Set(rows.map((row) => names(row)[0]!))])}.`
      : `Did you mean ${nearest}?`;
  throw new ExplainError(`no ${kind} of these results is called "${asked}". ${hint}`);
}

/** Rows of the review at the end of the quarter that a week lies in. @param fates what befell the body that was asked for */
function inQuarterOf(
  rows: readonly LeverRow[],
  week: number,
  fates: readonly BodyEvent[],
): readonly LeverRow[] {
  const weeks = [...new Set(rows.map((row) => row.week))].sort((a, b) => a - b);
  const review = weeks.find((candidate) => candidate >= week);
  if (review === undefined || week < review - QUARTER + 1) {
    const when = fates
      .filter(({ kind }) => kind === 'body founded' || kind === 'body closed')
      .map((fate) => `; ${fate.arm}: ${fate.kind} in week ${fate.week}`);
    throw new ExplainError(
      `nothing was reviewed in week ${week}: reviews were from week ${weeks[0]} to week ${weeks.at(-1)}${when.join('')}`,
    );
  }
  return rows.filter((row) => row.week === review);
}

const QUARTER = 13;
