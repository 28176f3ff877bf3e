import type { Parameter } from './parameters.ts';
import { type Grade, SOURCE_GRADES } from './source-grades.ts';
import { SOURCE_YEARS } from './source-years.ts';

export const PARAMETER_CLASSES = ['measured', 'calibrated', 'assumption', 'policy'] as const;
/**
 * What kind of number it is: `measured`, read at a source; `calibrated`, solved for a published figure; `assumption`,
 * judged or remembered; `policy`, set by somebody in office, so that a scenario may well set it otherwise.
 */
export type ParameterClass = (typeof PARAMETER_CLASSES)[number];

/** What is known about where a number comes from. */
export interface Provenance {
  readonly parameterClass: ParameterClass;
  /** Year or years that the figure is of; empty = not stated, or judgement. */
  readonly year: string;
  /** Address of the source; empty = none: a return or journal without one, memory, judgement. */
  readonly link: string;
  readonly confidence: Grade;
  /** Whether somebody graded the figure at its source; otherwise its status decides. */
  readonly graded: boolean;
  /** Who answers for the source: the site that published it, or what the source field names. */
  readonly owner: string;
}

/** Prices, their changes, milestones and money per head that were decided. */
const POLICY =
  /^(price_(?!emergency_short_stay_ratio$)|tariff_uplift_|target_stage_|allocation_growth_later|qof_(pounds|access)|place_allocation_england_|loan_interest$|loan_deficit_share$|loan_repaid_share$|administration_deficit_share$|selection_fine_pounds$)/;

const ADDRESS = /https?:\/\/[^\s,;)]+/;
/** A source that points to the source of another row. */
const AS_ANOTHER = /^(?:derived: )?(?:as|same table as) (?:the )?([a-z][a-z0-9]*(?:_[a-z0-9]+)+)/i;

/**
 * Where a row's number comes from.
 * @param rows all rows, since a source may say that it is that of another row
 */
export function provenanceOf(row: Parameter, rows: ReadonlyMap<string, Parameter>): Provenance {
  const grade = SOURCE_GRADES.get(row.id);
  const link = linkOf(row, rows);
  return {
    parameterClass: classOf(row),
    year: SOURCE_YEARS.get(row.id) ?? '',
    link,
    confidence: grade ?? BY_STATUS[row.status],
    graded: grade !== undefined,
    owner: ownerOf(row, link),
  };
}

/** Class of a row by what it is about and its status. */
export function classOf({ id, status, topic }: Parameter): ParameterClass {
  if (/^(institution|regime)\./.test(id)) return 'policy';
  if (POLICY.test(id) && topic !== 'targets') return 'policy';
  if (status === 'sourced') return 'measured';
  return status === 'calibrated' ? 'calibrated' : 'assumption';
}

const BY_STATUS: Readonly<Record<Parameter['status'], Grade>> = {
  sourced: 'medium',
  calibrated: 'medium',
  background: 'low',
  assumption: 'low',
};

function linkOf(row: Parameter, rows: ReadonlyMap<string, Parameter>): string {
  const address = row.source.match(ADDRESS)?.[0].replace(/[./]+$/, '');
  if (address !== undefined) return address;
  const other = rows.get(row.source.match(AS_ANOTHER)?.[1] ?? '');
  return other === undefined || other === row ? '' : linkOf(other, rows);
}

function ownerOf({ status, source }: Parameter, link: string): string {
  if (link !== '') return link.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/.*$/, '');
  const named = NAMED.find(([pattern]) => pattern.test(source));
  if (named !== undefined) return named[1];
  if (source.startsWith('undecided')) return 'nobody: left open';
  if (status === 'background') return 'nobody: remembered';
  return status === 'calibrated' ? 'this model: a fit' : 'this model: judgement';
}

/** Publishers that a source names without an address. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/monthly (hospital )?activity returns/i, 'NHS England, monthly activity returns'],
  [/referral-to-treatment/i, 'NHS England, referral-to-treatment returns'],
  [/quality and outcomes framework/i, 'NHS Information Centre, quality and outcomes framework'],
  [/KH03/, 'NHS England, bed returns (KH03)'],
  [/digital\.nhs\.uk|NHS Digital/i, 'NHS Digital'],
  [/\.org\b/, 'a journal article, see the source'],
  [/prototype of the organisational laws/, 'this model: prototype of the organisational laws'],
];
