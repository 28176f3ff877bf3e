import { ADAPTATION } from './rows/adaptation.ts';
import { ASSESSMENT } from './rows/assessment.ts';
import { BODIES } from './rows/bodies.ts';
import { CHOICE } from './rows/choice.ts';
import { CHOICE_OF_SYSTEM } from './rows/choice-of-system.ts';
import { CODING } from './rows/coding.ts';
import { COMMISSIONER_BEHAVIOUR } from './rows/commissioner-behaviour.ts';
import { CONDITION_ROWS } from './rows/conditions.ts';
import { DEMOGRAPHY } from './rows/demography.ts';
import { EMERGENCIES } from './rows/emergencies.ts';
import { FULL_MODEL } from './rows/full-model.ts';
import { HOSPITAL } from './rows/hospital.ts';
import { HOSPITAL_BEHAVIOUR } from './rows/hospital-behaviour.ts';
import { HOSPITAL_RESOURCES } from './rows/hospital-resources.ts';
import { MERGERS } from './rows/mergers.ts';
import { MONEY } from './rows/money.ts';
import { ORGANISATION } from './rows/organisation.ts';
import { PERCEPTION } from './rows/perception.ts';
import { PLANNED_CARE } from './rows/planned-care.ts';
import { PLANNED_TREATMENT } from './rows/planned-treatment.ts';
import { PRACTICE_BEHAVIOUR } from './rows/practice-behaviour.ts';
import { PRICES_NEGOTIATED } from './rows/prices.ts';
import { PRIMARY_CARE } from './rows/primary-care.ts';
import { REFERRAL } from './rows/referral.ts';
import { RELATIONS_AND_POLITICS } from './rows/relations.ts';
import { TARGETS } from './rows/targets.ts';
import { UTILITY } from './rows/utility.ts';
import { WAITING } from './rows/waiting.ts';

/** One number of the model. */
export interface Parameter {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  /** Plausible range, inclusive. */
  readonly low: number;
  readonly high: number;
  /** Value before any fit, where one is documented: what the runs without calibration use, and what a factor multiplies. */
  readonly beforeFit?: number;
  /** `sourced`: read at a source. `background`: general knowledge, not read at a source. `assumption`: judgement. */
  readonly status: 'sourced' | 'background' | 'assumption' | 'calibrated';
  /** Address or reference of the source; for an assumption, its reason; for a calibrated value, what it is fitted to. */
  readonly source: string;
  readonly topic: string;
}

/** Parameter values by id. */
export type ParameterValues = Readonly<Record<string, number>>;

/** Every number of the model, by topic. */
export const PARAMETERS: readonly Parameter[] = [
  ...DEMOGRAPHY,
  ...CONDITION_ROWS,
  ...EMERGENCIES,
  ...PLANNED_CARE,
  ...REFERRAL,
  ...PLANNED_TREATMENT,
  ...WAITING,
  ...PRIMARY_CARE,
  ...HOSPITAL,
  ...FULL_MODEL,
  ...CHOICE,
  ...MONEY,
  ...ORGANISATION,
  ...ADAPTATION,
  ...PERCEPTION,
  ...COMMISSIONER_BEHAVIOUR,
  ...PRACTICE_BEHAVIOUR,
  ...RELATIONS_AND_POLITICS,
  ...HOSPITAL_BEHAVIOUR,
  ...HOSPITAL_RESOURCES,
  ...BODIES,
  ...CHOICE_OF_SYSTEM,
  ...MERGERS,
  ...PRICES_NEGOTIATED,
  ...CODING,
  ...ASSESSMENT,
  ...UTILITY,
  ...TARGETS,
];

const BY_ID: ReadonlyMap<string, Parameter> = new Map(PARAMETERS.map((p) => [p.id, p]));

/** The value of every row. */
export function defaultParameterValues(): ParameterValues {
  return Object.fromEntries(PARAMETERS.map((p) => [p.id, p.value]));
}

/**
 * The row of one parameter.
 * @throws RangeError when there is no such row.
 */
export function parameter(id: string): Parameter {
  const found = BY_ID.get(id);
  if (found === undefined) throw new RangeError(`no parameter '${id}'`);
  return found;
}

/**
 * The value of one parameter in a set of values.
 * @throws RangeError when the set has no such value: a misspelt id must never become NaN.
 */
export function parameterValue(values: ParameterValues, id: string): number {
  const value = values[id];
  if (value === undefined) throw new RangeError(`no value of parameter '${id}'`);
  return value;
}
