import { detExp, logistic } from '../../kernel/deterministic-math.ts';
import { SPECIALTIES } from '../place.ts';
import { AGES, CLASSES } from './classes.ts';
import { type ParameterValues, parameterValue } from './parameters.ts';
import { referralThreshold } from './referral.ts';

/** One step of the loss of utility that treatment leaves, as it is kept of a person. */
export const RESIDUAL_STEP = 0.002;

/** Steps of RESIDUAL_STEP that a person can carry, 0 to 255. */
export const RESIDUAL_LEVELS = 256;
/** Referral rates over that of the class for which the distribution is kept; others lie between two of them. */
const RATE_RATIOS = [0, 1, 3] as const;
const SEVERITY_GRID = 400;

/** What past treatment has left undone in the base year, if referrals have always been as they are now. */
export interface TreatmentResidual {
  /** Cumulative share of people by level, [(ratio * CLASSES + cls) * 256 + level]. */
  readonly cumulative: Float64Array;
  /** Mean loss of utility of a person with the referral rate of the class, [cls]. */
  readonly meanLoss: Float64Array;
}

/**
 * The losses that treatment leaves, carried through a life: each year of age adds those of the needs treated in it,
 * and at the yearly review a part fades, by the rule of the person's own review (`residualAfterReview`).
 * @param referrals referrals by general practitioners per person a year, [cls * 8 + s]
 */
export function treatmentResidual(p: ParameterValues, referrals: Float64Array): TreatmentResidual {
  const doses = treatmentDoses(p);
  const gp = parameterValue(p, 'gp_referrals_per_1000');
  const allDoors = (gp + parameterValue(p, 'other_source_firsts_per_1000')) / gp;
  const years = parameterValue(p, 'need_residual_years');
  const cumulative = new Float64Array(RATE_RATIOS.length * CLASSES * RESIDUAL_LEVELS);
  const meanLoss = new Float64Array(CLASSES);
  RATE_RATIOS.forEach((ratio, r) => {
    for (const sex of [0, 1]) {
      let people: Float64Array = new Float64Array(RESIDUAL_LEVELS);
      people[0] = 1;
      for (let age = 0; age < AGES; age++) {
        const cls = sex * AGES + age;
        const rates = doses.map(
          (d) => ratio * allDoors * d.perReferral * referrals[cls * SPECIALTIES.length + d.specialty],
        );
        const after = withTreatments(people, doses, rates);
        let sum = 0;
        for (let level = 0; level < RESIDUAL_LEVELS; level++) {
          // Half of the year's treatments have happened, over the year as a whole.
          const share = (people[level] + after[level]) / 2;
          sum += share;
          cumulative[(r * CLASSES + cls) * RESIDUAL_LEVELS + level] = sum;
          if (ratio === 1) meanLoss[cls] += share * level * RESIDUAL_STEP;
        }
        people = reviewed(after, years);
      }
    }
  });
  return { cumulative, meanLoss };
}

/**
 * Level of a person whose referral rate is `ratio` times that of the class.
 * @param draw in [0, 1): the level at this share of the people
 * @param between in [0, 1): decides between the two kept ratios on either side
 */
export function residualLevel(
  residual: TreatmentResidual,
  cls: number,
  ratio: number,
  draw: number,
  between: number,
): number {
  let upper = 1;
  while (upper + 1 < RATE_RATIOS.length && RATE_RATIOS[upper] < ratio) upper++;
  const below = RATE_RATIOS[upper - 1];
  const above = RATE_RATIOS[upper];
  const row = (ratio - below) / (above - below) > between ? upper : upper - 1;
  const start = (row * CLASSES + cls) * RESIDUAL_LEVELS;
  let low = 0;
  let high = RESIDUAL_LEVELS - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (draw < residual.cumulative[start + middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What is left of a level at the yearly review: whole steps, at least one is lost. */
export function residualAfterReview(level: number, years: number): number {
  return level - Math.ceil(level / years);
}

interface Dose {
  readonly specialty: number;
  /** Treatments of this kind per referral of the specialty. */
  readonly perReferral: number;
  readonly levels: number;
}

/** Treatment with and without admission, by specialty: how often a referral leads to it, and what it leaves. */
function treatmentDoses(p: ParameterValues): readonly Dose[] {
  const gp = parameterValue(p, 'gp_referrals_per_1000');
  const other = parameterValue(p, 'other_source_firsts_per_1000');
  const seen = (gp * (1 - parameterValue(p, 'referral_never_attended_share')) + other) / (gp + other);
  const kept =
    (1 - parameterValue(p, 'removal_share_of_admissions')) *
    (1 - parameterValue(p, 'removal_before_decision_share'));
  const gainWithout = parameterValue(p, 'need_gain_other_treatment');
  return SPECIALTIES.flatMap((name, specialty) => {
    const conversion = parameterValue(p, `conversion_${name}`);
    const severity = severities(p, conversion);
    const loss = parameterValue(p, `need_utility_${name}`);
    const gain = parameterValue(p, `need_gain_${name}`);
    const dose = (share: number, gained: number, meanSeverity: number): Dose => ({
      specialty,
      perReferral: seen * share,
      levels: Math.round(((1 - gained) * loss * meanSeverity) / RESIDUAL_STEP),
    });
    return [
      dose(conversion * kept, gain, severity.admitted),
      dose((1 - conversion) * kept, gain * gainWithout, severity.others),
    ];
  });
}

/** Mean severity of the most severe share of those referred, and of the others. */
function severities(p: ParameterValues, share: number): { admitted: number; others: number } {
  const threshold = referralThreshold(p);
  const noise = parameterValue(p, 'referral_noise');
  const referred = Float64Array.from({ length: SEVERITY_GRID }, (_, n) =>
    logistic(((n + 0.5) / SEVERITY_GRID - threshold) / noise),
  );
  const all = referred.reduce((a, b) => a + b, 0);
  let top = 0;
  let sumTop = 0;
  let sumAll = 0;
  for (let n = SEVERITY_GRID - 1; n >= 0; n--) {
    const severity = (n + 0.5) / SEVERITY_GRID;
    const here = Math.min(referred[n], Math.max(0, share * all - top));
    top += here;
    sumTop += here * severity;
    sumAll += referred[n] * severity;
  }
  return { admitted: sumTop / (share * all), others: (sumAll - sumTop) / ((1 - share) * all) };
}

/** Distribution after a year in which treatments arrive by a Poisson law: the series over their number. */
function withTreatments(
  people: Float64Array,
  doses: readonly Dose[],
  rates: readonly number[],
): Float64Array {
  const all = rates.reduce((a, b) => a + b, 0);
  const sum = people.slice();
  let term = people;
  let mass = 1;
  for (let n = 1; mass > LEAST_MASS; n++) {
    mass *= all / n;
    const next = new Float64Array(RESIDUAL_LEVELS);
    for (let level = 0; level < RESIDUAL_LEVELS; level++) {
      const share = term[level] / n;
      if (share < LEAST_SHARE) continue;
      for (let d = 0; d < doses.length; d++) {
        next[Math.min(RESIDUAL_LEVELS - 1, level + doses[d].levels)] += rates[d] * share;
      }
    }
    for (let level = 0; level < RESIDUAL_LEVELS; level++) sum[level] += next[level];
    term = next;
  }
  const none = detExp(-all);
  return sum.map((share) => share * none);
}
/** Numbers of treatments in a year that are rarer than this are left out. */
const LEAST_MASS = 1e-7;
const LEAST_SHARE = 1e-14;

function reviewed(people: Float64Array, years: number): Float64Array {
  const next = new Float64Array(RESIDUAL_LEVELS);
  for (let level = 0; level < RESIDUAL_LEVELS; level++)
    next[residualAfterReview(level, years)] += people[level];
  return next;
}
