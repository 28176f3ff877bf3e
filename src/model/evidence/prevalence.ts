import { detExp, detPow } from '../../kernel/deterministic-math.ts';
import { CONDITIONS } from '../place.ts';
import { AGES, CLASSES, deprivationPosition, QUINTILES } from './classes.ts';
import { type ParameterValues, parameterValue } from './parameters.ts';

const GROUPS = CLASSES * QUINTILES;
const REFERENCE_AGE = 60;
const STEPS_PER_YEAR = 2;
const MAX_ROUNDS = 80;
const TOLERANCE = 1e-9;

export interface MarginalPrevalence {
  /** Share of people with the condition, [(cls * 5 + q) * 12 + c], at the middle of the class. */
  readonly prevalence: Float64Array;
  /** Onset among people without it, per year, that keeps the prevalence where it is, same index. */
  readonly onset: Float64Array;
}

/**
 * Prevalence of the twelve conditions by class and quintile, and the onset rates that keep it.
 *
 * Each condition is followed through a life: onset rises with age by its slope from its first age, people leave by
 * remission and by the higher death rate of those who have it. The level of the onset is solved so that the
 * population as a whole has the register prevalence.
 * @param groupRates death rates, [cls * 5 + q], per year
 * @param population people by class
 */
export function stationaryPrevalence(
  p: ParameterValues,
  groupRates: Float64Array,
  population: Float64Array,
): MarginalPrevalence {
  const prevalence = new Float64Array(GROUPS * CONDITIONS.length);
  const onset = new Float64Array(GROUPS * CONDITIONS.length);
  CONDITIONS.forEach((condition, c) => {
    const course = solveCourse(p, condition, groupRates, population);
    for (let group = 0; group < GROUPS; group++) {
      prevalence[group * CONDITIONS.length + c] = course.prevalence[group];
      onset[group * CONDITIONS.length + c] = course.onset[group];
    }
  });
  return { prevalence, onset };
}

interface Course {
  readonly prevalence: Float64Array;
  readonly onset: Float64Array;
}

function solveCourse(
  p: ParameterValues,
  condition: string,
  groupRates: Float64Array,
  population: Float64Array,
): Course {
  const target = parameterValue(p, `prevalence_${condition}`);
  const shape = onsetShape(p, condition);
  const remission = parameterValue(p, `remission_per_year_${condition}`);
  const mortalityRatio = parameterValue(p, `mortality_ratio_${condition}`);
  const followed = new Float64Array(GROUPS);
  let level = target / 10;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    follow(followed, shape, level, remission, mortalityRatio, groupRates);
    const ratio = target / nationalMean(followed, population);
    if (Math.abs(ratio - 1) < TOLERANCE) {
      return { prevalence: followed, onset: shape.map((s) => s * level) };
    }
    level *= ratio;
  }
  throw new RangeError(`no onset rate gives ${condition} its register prevalence ${target}`);
}

/** Onset rate relative to that of women of 60 in the middle quintile, [cls * 5 + q]. */
function onsetShape(p: ParameterValues, condition: string): Float64Array {
  const slope = parameterValue(p, `onset_age_slope_${condition}`);
  const firstAge = parameterValue(p, `onset_first_age_${condition}`);
  const maleRatio = parameterValue(p, `onset_male_ratio_${condition}`);
  const deprivationRatio = parameterValue(p, `onset_deprivation_ratio_${condition}`);
  const lastAge = parameterValue(p, 'onset_slope_last_age');
  const shape = new Float64Array(GROUPS);
  for (let q = 0; q < QUINTILES; q++) {
    const gradient = detPow(deprivationRatio, deprivationPosition(q));
    for (let age = 0; age < AGES; age++) {
      if (age < firstAge) continue;
      const rise = detExp(slope * (Math.min(age + 0.5, lastAge) - REFERENCE_AGE));
      shape[age * QUINTILES + q] = rise * gradient * maleRatio;
      shape[(AGES + age) * QUINTILES + q] = rise * gradient;
    }
  }
  return shape;
}

/** Fills `out` with the share that has the condition, age by age, at the middle of each class. */
function follow(
  out: Float64Array,
  shape: Float64Array,
  level: number,
  remission: number,
  mortalityRatio: number,
  groupRates: Float64Array,
): void {
  const step = 1 / STEPS_PER_YEAR;
  for (const female of [0, 1]) {
    for (let q = 0; q < QUINTILES; q++) {
      let share = 0;
      for (let age = 0; age < AGES; age++) {
        const group = (female * AGES + age) * QUINTILES + q;
        const onset = shape[group] * level;
        const death = groupRates[group];
        const start = share;
        for (let s = 0; s < STEPS_PER_YEAR; s++) {
          const half = share + 0.5 * step * change(share, onset, remission, mortalityRatio, death);
          share += step * change(half, onset, remission, mortalityRatio, death);
        }
        out[group] = 0.5 * (start + share);
      }
    }
  }
}

/** Yearly change of the share with a condition in a cohort: onset, remission, and deaths above those of the rest. */
function change(
  share: number,
  onset: number,
  remission: number,
  mortalityRatio: number,
  death: number,
): number {
  const excess = (death * (mortalityRatio - 1)) / (1 + share * (mortalityRatio - 1));
  return (1 - share) * onset - share * remission - share * (1 - share) * excess;
}

function nationalMean(shares: Float64Array, population: Float64Array): number {
  let people = 0;
  let sum = 0;
  for (let cls = 0; cls < CLASSES; cls++) {
    people += population[cls];
    for (let q = 0; q < QUINTILES; q++) sum += (population[cls] / QUINTILES) * shares[cls * QUINTILES + q];
  }
  return sum / people;
}
