import type { Parameter, ParameterValues } from '../../model/evidence/parameters.ts';
import type { RunResult } from '../../model/result.ts';
import { simulate } from '../../model/simulate.ts';
import { armInput, SPLIT, type StudyArm, type StudyFrame } from '../study/arm.ts';

/** Outcomes that an uncertain number is judged by, each of the last full year of a run. */
export const HEADLINES = [
  'elective_admissions_per_1000',
  'emergency_admissions_per_1000',
  'list_per_1000',
  'unmet_need_severity_weeks_per_1000',
  'qalys_per_1000',
  'activity_spend_per_head_pounds',
] as const;
export type Headline = (typeof HEADLINES)[number];

/** The value of each headline outcome. */
export type Outcome = Readonly<Record<Headline, number>>;

/** Topics about organisations: their rows are moved in every arm; rows of other topics in the first arm alone. */
const ORGANISATIONS = [
  'adaptation',
  'bodies',
  'commissioner behaviour',
  'hospital behaviour',
  'organisation',
];

/**
 * Where rows are moved: the split, and bodies that people choose and that hold their practices' budgets hard, in which
 * most of what organisations can do is done by somebody.
 */
export const ARMS = [
  { name: 'split', arm: { regime: SPLIT } },
  {
    name: 'bodies',
    arm: {
      regime: 'integrated-choice',
      set: {
        'rollout.by': 'decree',
        'budget.salience': 'hard',
        'budget.emergencySalience': 'hard',
        'governance.seatsCommunity': 0,
        'governance.seatsCitizens': 0.2,
      },
    },
  },
] as const satisfies readonly { readonly name: string; readonly arm: StudyArm }[];
export type ArmName = (typeof ARMS)[number]['name'];

/** The arms in which a row is moved. */
export function armsFor({ topic }: Pick<Parameter, 'topic'>): readonly (typeof ARMS)[number][] {
  return ORGANISATIONS.includes(topic) ? ARMS : ARMS.slice(0, 1);
}

/** Rows whose value nobody has read at a source or fitted, and that have somewhere to go. */
export function uncertainRows(rows: readonly Parameter[]): readonly Parameter[] {
  return rows.filter(
    ({ status, low, high, topic }) =>
      (status === 'assumption' || status === 'background') && low < high && topic !== 'targets',
  );
}

/** The ends of a row's range at which it does not stand already. */
export function endsOf({ value, low, high }: Parameter): readonly (readonly ['low' | 'high', number])[] {
  return (
    [
      ['low', low],
      ['high', high],
    ] as const
  ).filter(([, end]) => end !== value);
}

export interface OneRun {
  readonly outcome: Outcome;
  /** Equal for runs in which everything went the same way. */
  readonly checksum: string;
}

/** One run of an arm with some parameters changed. */
export function runOnce(frame: StudyFrame, arm: StudyArm, parameters: ParameterValues): OneRun {
  const result = simulate({ ...armInput(frame, { ...arm, parameters }), replicate: 0 });
  return { outcome: outcomeOf(result), checksum: result.diagnostics.checksum };
}

function outcomeOf({ annual, years }: RunResult): Outcome {
  return Object.fromEntries(HEADLINES.map((id) => [id, annual[id]![years - 1]!])) as Outcome;
}

/** Standard deviation of each outcome between worlds that differ in luck alone. */
export function spreadOf(outcomes: readonly Outcome[]): Outcome {
  return Object.fromEntries(
    HEADLINES.map((id) => {
      const mean = outcomes.reduce((sum, outcome) => sum + outcome[id], 0) / outcomes.length;
      const squares = outcomes.reduce((sum, outcome) => sum + (outcome[id] - mean) ** 2, 0);
      return [id, Math.sqrt(squares / (outcomes.length - 1))];
    }),
  ) as Outcome;
}
