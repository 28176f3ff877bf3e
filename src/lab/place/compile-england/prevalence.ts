import { CONDITIONS, type Condition } from '../../../model/place.ts';
import { PERCENT_WITH_CONDITION } from '../tables/prevalence-by-age.ts';
import { byCode, numberOf, type RawFacts, type RawRow } from './raw.ts';

/** Percent of people with each condition by band of the lists: only the shape matters, as England's level is divided out. */
const PERCENT_BY_AGE = Object.fromEntries(
  PERCENT_WITH_CONDITION.rows.map((condition, n) => [condition, PERCENT_WITH_CONDITION.values[n]]),
) as Readonly<Record<Condition, readonly number[]>>;

const BAND_COLUMNS = [
  'registered_age_0_14',
  'registered_age_15_44',
  'registered_age_45_64',
  'registered_age_65_74',
  'registered_age_75_plus',
];

/** Register columns of a clinical commissioning group, 2013-14. */
const CCG_REGISTER: Readonly<Record<Condition, string>> = {
  coronary_heart_disease: 'chd',
  stroke: 'stroke_tia',
  heart_failure: 'heart_failure',
  hypertension: 'hypertension',
  diabetes: 'diabetes',
  copd: 'copd',
  asthma: 'asthma',
  chronic_kidney_disease: 'ckd',
  cancer: 'cancer',
  dementia: 'dementia',
  severe_mental_illness: 'serious_mental_illness',
  depression: 'depression',
};

/** Prevalence columns of a practice, 2014-15; the other conditions are not published by practice in the facts. */
const PRACTICE_PERCENT: Partial<Record<Condition, string>> = {
  coronary_heart_disease: 'chd',
  stroke: 'stroke',
  copd: 'copd',
  depression: 'depression',
};

/** Ratios of register prevalence to England's of the same year, after standardising for age. */
export interface PrevalenceRatios {
  /** By commissioner and condition: mean of its practices' commissioning groups, weighted by patients. */
  readonly commissioner: ReadonlyMap<string, Readonly<Partial<Record<Condition, number>>>>;
  readonly practice: ReadonlyMap<string, Readonly<Partial<Record<Condition, number>>>>;
}

export function prevalenceRatios(raw: RawFacts): PrevalenceRatios {
  const groups = groupRatios(raw);
  return { commissioner: commissionerRatios(raw, groups), practice: practiceRatios(raw) };
}

type Ratios = Partial<Record<Condition, number>>;

/** Patients of every commissioning group by band, from its practices. */
function groupRatios(raw: RawFacts): Map<string, Ratios> {
  const patients = new Map<string, number[]>();
  for (const practice of raw.practices) addTo(patients, practice.ccg_2013_code, bandsOf(practice));
  const registers = byCode(raw.ccg, 'ccg_code');
  const ratios = new Map<string, Ratios>([...patients.keys()].map((code) => [code, {}]));
  for (const condition of CONDITIONS) {
    const observed: { code: string; cases: number; expected: number }[] = [];
    for (const [code, bands] of patients) {
      const row = registers.get(code);
      const list = numberOf(row, 'qof_2013_14_list_size');
      const cases = numberOf(row, `qof_2013_14_${CCG_REGISTER[condition]}_register_patients`);
      if (!(list > 0) || Number.isNaN(cases)) continue;
      observed.push({ code, cases, expected: expectedShare(bands, condition) * list });
    }
    const level = sum(observed.map((o) => o.cases)) / sum(observed.map((o) => o.expected));
    for (const o of observed) {
      const own = ratios.get(o.code);
      if (own) own[condition] = o.cases / (o.expected * level);
    }
  }
  return ratios;
}

function commissionerRatios(raw: RawFacts, groups: ReadonlyMap<string, Ratios>): Map<string, Ratios> {
  const sums = new Map<string, Map<Condition, { weighted: number; weight: number }>>();
  for (const practice of raw.practices) {
    if (practice.pct_code === '') continue;
    const own = groups.get(practice.ccg_2013_code);
    const weight = sum(bandsOf(practice));
    const into = sums.get(practice.pct_code) ?? new Map<Condition, { weighted: number; weight: number }>();
    sums.set(practice.pct_code, into);
    for (const condition of CONDITIONS) {
      const ratio = own?.[condition];
      if (ratio === undefined) continue;
      const sofar = into.get(condition) ?? { weighted: 0, weight: 0 };
      into.set(condition, { weighted: sofar.weighted + ratio * weight, weight: sofar.weight + weight });
    }
  }
  const ratios = new Map<string, Ratios>();
  for (const [code, by] of sums) {
    const own: Ratios = {};
    for (const [condition, s] of by) own[condition] = s.weighted / s.weight;
    ratios.set(code, own);
  }
  return ratios;
}

function practiceRatios(raw: RawFacts): Map<string, Ratios> {
  const characteristics = byCode(raw.practiceCharacteristics, 'practice_code');
  const ratios = new Map<string, Ratios>();
  for (const condition of CONDITIONS) {
    const column = PRACTICE_PERCENT[condition];
    if (column === undefined) continue;
    const observed: { code: string; percent: number; expected: number; patients: number }[] = [];
    for (const practice of raw.practices) {
      const percent = numberOf(
        characteristics.get(practice.practice_code),
        `qof_${column}_prevalence_2014_15_pct`,
      );
      const bands = bandsOf(practice);
      const patients = sum(bands);
      if (Number.isNaN(percent) || !(patients > 0)) continue;
      observed.push({
        code: practice.practice_code,
        percent,
        expected: expectedShare(bands, condition),
        patients,
      });
    }
    const level =
      sum(observed.map((o) => o.percent * o.patients)) / sum(observed.map((o) => o.expected * o.patients));
    for (const o of observed) {
      const own = ratios.get(o.code) ?? {};
      own[condition] = o.percent / (o.expected * level);
      ratios.set(o.code, own);
    }
  }
  return ratios;
}

/** Share of people of this age mix who would have the condition at England's shape of prevalence by age. */
function expectedShare(bands: readonly number[], condition: Condition): number {
  const shape = PERCENT_BY_AGE[condition];
  return sum(bands.map((people, b) => people * shape[b])) / sum(bands) / 100;
}

function bandsOf(practice: RawRow): number[] {
  return BAND_COLUMNS.map((column) => numberOf(practice, column) || 0);
}

function addTo(sums: Map<string, number[]>, key: string, values: readonly number[]): void {
  const sofar = sums.get(key) ?? values.map(() => 0);
  sums.set(
    key,
    sofar.map((s, i) => s + values[i]),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
