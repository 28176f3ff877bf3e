import { detExp, detLog, detPow } from '../../kernel/deterministic-math.ts';
import { CONDITIONS } from '../place.ts';
import { AGES, ageOf, CLASSES, deprivationPosition, isFemale, QUINTILES } from './classes.ts';
import { type ParameterValues, parameterValue } from './parameters.ts';
import { scaledToRate } from './planned-need.ts';

/** Classes of emergency that published examinations of quality are about. */
export const EMERGENCY_CLASSES = ['heart_attack', 'stroke', 'hip_fracture'] as const;

/** Emergency admissions per person a year, by class, all quintiles and conditions together. */
export function emergencyRates(p: ParameterValues, population: Float64Array): Float64Array {
  const infant = parameterValue(p, 'emergency_infant_level');
  const infantYears = parameterValue(p, 'emergency_infant_years');
  const floor = parameterValue(p, 'emergency_floor');
  const level = parameterValue(p, 'emergency_age_level');
  const slope = parameterValue(p, 'emergency_age_slope');
  const maleRatio = parameterValue(p, 'emergency_male_ratio');
  const shape = new Float64Array(CLASSES);
  for (let age = 0; age < AGES; age++) {
    const both = infant * detExp(-age / infantYears) + floor + level * detExp(slope * age);
    const men = population[age];
    const women = population[AGES + age];
    const female = (both * (men + women)) / (men * maleRatio + women);
    shape[age] = female * maleRatio;
    shape[AGES + age] = female;
  }
  return scaledToRate(shape, parameterValue(p, 'emergencies_per_1000'), population);
}

/** Emergency admissions of each quintile over the least deprived one, conditions held. */
export function emergencyGradient(p: ParameterValues): readonly number[] {
  return [1, ...[2, 3, 4, 5].map((q) => parameterValue(p, `emergency_deprivation_ratio_q${q}`))];
}

/** Probability that an emergency of a class is a heart attack, a stroke or a hip fracture: [cls * 3 + k]. */
export function emergencyClassShares(
  p: ParameterValues,
  rates: Float64Array,
  population: Float64Array,
): Float64Array {
  const shares = new Float64Array(CLASSES * EMERGENCY_CLASSES.length);
  const slopes = ['heart_attack_age_slope', 'stroke_admission_age_slope', 'hip_fracture_age_slope'];
  const ratios = ['heart_attack_male_ratio', 'stroke_admission_male_ratio', 'hip_fracture_male_ratio'];
  const firstAges = ['heart_attack_first_age', 'stroke_admission_first_age', 'hip_fracture_first_age'];
  EMERGENCY_CLASSES.forEach((kind, k) => {
    const slope = parameterValue(p, slopes[k]);
    const maleRatio = parameterValue(p, ratios[k]);
    const firstAge = parameterValue(p, firstAges[k]);
    const shape = Float64Array.from({ length: CLASSES }, (_, cls) =>
      ageOf(cls) < firstAge ? 0 : detExp(slope * (ageOf(cls) - 65)) * (isFemale(cls) ? 1 : maleRatio),
    );
    const kindRates = scaledToRate(shape, parameterValue(p, `${kind}_admissions_per_1000`), population);
    for (let cls = 0; cls < CLASSES; cls++) {
      shares[cls * EMERGENCY_CLASSES.length + k] = kindRates[cls] / rates[cls];
    }
  });
  return shares;
}

/** Attendances at accident and emergency that are not emergency admissions, per person a year: [cls * 5 + q]. */
export function minorAttendanceRates(
  p: ParameterValues,
  rates: Float64Array,
  population: Float64Array,
): Float64Array {
  const viaShare = parameterValue(p, 'emergency_via_ae_share');
  const bands = [
    { from: 0, to: 17, share: parameterValue(p, 'ae_share_age_0_16') },
    { from: 17, to: 40, share: parameterValue(p, 'ae_share_age_17_39') },
    { from: 40, to: 60, share: parameterValue(p, 'ae_share_age_40_59') },
    { from: 60, to: 80, share: parameterValue(p, 'ae_share_age_60_79') },
    { from: 80, to: AGES, share: parameterValue(p, 'ae_share_age_80') },
  ];
  const shareSum = bands.reduce((sum, band) => sum + band.share, 0);
  const everybody = population.reduce((a, b) => a + b, 0);
  const attendances = (parameterValue(p, 'ae_per_1000') / 1000) * everybody;
  const gradient = gradientOf(parameterValue(p, 'ae_minor_deprivation_ratio'));
  const minor = new Float64Array(CLASSES * QUINTILES);
  for (const band of bands) {
    let people = 0;
    let admitted = 0;
    for (let cls = 0; cls < CLASSES; cls++) {
      if (ageOf(cls) < band.from || ageOf(cls) >= band.to) continue;
      people += population[cls];
      admitted += population[cls] * rates[cls] * viaShare;
    }
    const rate = Math.max(0, attendances * (band.share / shareSum) - admitted) / people;
    for (let cls = 0; cls < CLASSES; cls++) {
      if (ageOf(cls) < band.from || ageOf(cls) >= band.to) continue;
      for (let q = 0; q < QUINTILES; q++) minor[cls * QUINTILES + q] = rate * gradient[q];
    }
  }
  return minor;
}

/**
 * Share of a person's emergency hazard that is ambulatory-care sensitive, by condition mask.
 *
 * What the conditions add to the hazard is shared among them by the logs of their ratios, and each one's part is
 * sensitive by its own share; the rest, which a person without conditions has too, by `background`.
 */
export function acscShares(
  p: ParameterValues,
  products: Float64Array,
  backgroundShare: number,
): Float64Array {
  const logs = CONDITIONS.map((c) => detLog(parameterValue(p, `emergency_ratio_${c}`)));
  const own = CONDITIONS.map((c) => parameterValue(p, `emergency_acsc_excess_share_${c}`));
  return products.map((product, mask) => {
    let logSum = 0;
    let weighted = 0;
    for (let c = 0; c < CONDITIONS.length; c++) {
      if ((mask >> c) & 1) {
        logSum += logs[c];
        weighted += logs[c] * own[c];
      }
    }
    const excess = logSum > 0 ? weighted / logSum : 0;
    return backgroundShare / product + excess * (1 - 1 / product);
  });
}

/** Ratios of the five quintiles, geometric from least to most deprived, with mean 1. */
export function gradientOf(mostOverLeast: number): Float64Array {
  const ratios = Float64Array.from({ length: QUINTILES }, (_, q) =>
    detPow(mostOverLeast, deprivationPosition(q)),
  );
  const sum = ratios.reduce((a, b) => a + b, 0);
  return ratios.map((r) => (r * QUINTILES) / sum);
}
