import { CONDITIONS, SPECIALTIES } from '../place.ts';
import {
  maskProducts,
  meanProduct,
  onsetGivenNeither,
  onsetRatios,
  prevalenceGivenNeither,
  prevalenceRatios,
} from './cardiometabolic.ts';
import { AGES, CLASSES, QUINTILES } from './classes.ts';
import {
  acscShares,
  emergencyClassShares,
  emergencyGradient,
  emergencyRates,
  gradientOf,
  minorAttendanceRates,
} from './emergency-care.ts';
import { englandPopulation } from './england-population.ts';
import { communityContactRates, consultationRates, plannedAdmissionRates } from './everyday-care.ts';
import { meanNeedLoss, utilityBase, utilityNorm } from './health-utility.ts';
import { latentRisk, survivorSelection } from './latent-risk.ts';
import { sumOverMasks } from './mask-shares.ts';
import { deathRates, mortalityGradients } from './mortality.ts';
import { type ParameterValues, parameterValue } from './parameters.ts';
import { needRatios, referralRates, referralShape, scaledToRate } from './planned-need.ts';
import { stationaryPrevalence } from './prevalence.ts';
import { meanReferralProbability, referralThreshold, seekingShifts } from './referral.ts';
import { type TreatmentResidual, treatmentResidual } from './treatment-residual.ts';

const GROUPS = CLASSES * QUINTILES;
const ADULT_AGE = 16;
const DIABETES = CONDITIONS.indexOf('diabetes');

/**
 * Rates and shares of the people of England, ready to be multiplied by a person's own ratios.
 *
 * `cls = ageYear (0..100) + 101 * female`; `q` 0 = least deprived fifth ... 4 = most deprived; `c` in the order of
 * CONDITIONS; `s` in the order of SPECIALTIES. A rate is per person a year. Where a rate is "to be multiplied", the
 * mean over the base-year people of the class, conditions and latent risk included, is the published rate.
 */
export interface HazardTables {
  /** 16 equally likely multipliers at birth, mean 1. */
  readonly riskBins: Float64Array;
  /** Cumulative share of the bins among survivors, [cls * 16 + bin]. */
  readonly riskCumulative: Float64Array;
  /**
   * Base-year prevalence, [(cls * 5 + q) * 12 + c]: of hypertension and diabetes as they are, of the others among
   * people with neither. Times any entry of `cardiometabolicRatio` it stays below 1.
   */
  readonly prevalence: Float64Array;
  /** Prevalence on the first day over that of the base year, [c]: below 1 where the register was growing. */
  readonly openingPrevalence: Float64Array;
  /** Ratio to `prevalence` given hypertension + 2 * diabetes, [c * 4 + combo]. */
  readonly cardiometabolicRatio: Float64Array;
  /** Deaths, [cls * 5 + q], to be multiplied by `deathMultiplier[mask]` and latent risk. */
  readonly deathPerYear: Float64Array;
  /** Emergency admissions, [cls * 5 + q], to be multiplied by `emergencyMultiplier[mask]` and latent risk. */
  readonly emergencyPerYear: Float64Array;
  /** Needs for planned care, [(cls * 5 + q) * 8 + s], to be multiplied by `needMultiplier[mask * 8 + s]` and risk. */
  readonly needPerYear: Float64Array;
  /** First outpatient attendances from other sources than the general practitioner, [cls * 5 + q]. */
  readonly otherSourcePerYear: Float64Array;
  /** Shift of the log odds of being referred, by quintile, mean 0. */
  readonly seeking: Float64Array;
  /** Accident and emergency attendances that are not emergency admissions, [cls * 5 + q]. */
  readonly minorAePerYear: Float64Array;
  /** Consultations in general practice, [cls], to be multiplied by `consultationMultiplier[mask]`. */
  readonly consultationsPerYear: Float64Array;
  /** Community contacts, [cls]. */
  readonly communityContactsPerYear: Float64Array;
  /** Planned admissions outside the waiting list, [cls]. */
  readonly plannedAdmissionsPerYear: Float64Array;
  /** Onset among people without the condition and with neither hypertension nor diabetes, [(cls * 5 + q) * 12 + c]. */
  readonly onsetPerYear: Float64Array;
  /** Ratio to `onsetPerYear` given hypertension + 2 * diabetes, [c * 4 + combo]. */
  readonly onsetCardiometabolic: Float64Array;
  /** Rate of leaving the register otherwise than by death, [c]. */
  readonly remissionPerYear: Float64Array;
  /** By condition mask, [4096]. */
  readonly deathMultiplier: Float64Array;
  readonly emergencyMultiplier: Float64Array;
  readonly consultationMultiplier: Float64Array;
  /** Product of (1 - share of utility lost) over the conditions of the mask, [4096]. */
  readonly utilityMultiplier: Float64Array;
  /** [mask * 8 + s]. */
  readonly needMultiplier: Float64Array;
  /** Share of a person's emergency hazard that is ambulatory-care sensitive, [4096]. */
  readonly acscShare: Float64Array;
  /** Probability that an emergency is a heart attack, a stroke, a hip fracture: [cls * 3 + k]. */
  readonly emergencyClass: Float64Array;
  /** Utility without conditions, needs and what treatment left, [cls]. */
  readonly utilityBase: Float64Array;
  /** What treatment has left in the base year. */
  readonly residual: TreatmentResidual;
  /** Referrals by general practitioners of an average person, [cls]. */
  readonly referralsPerYear: Float64Array;
}

/**
 * All hazard tables from a set of parameter values: pure, and the same bits on every machine.
 * @throws RangeError when a value is missing or no onset rate can give a condition its prevalence.
 */
export function buildHazardTables(p: ParameterValues): HazardTables {
  const population = englandPopulation(p);
  const life = deathRates(p);
  const gradients = mortalityGradients(p);
  const groupDeaths = Float64Array.from(
    { length: GROUPS },
    (_, g) => life[Math.floor(g / QUINTILES)] * gradients[g],
  );
  const risk = latentRisk(p, life);

  const marginal = stationaryPrevalence(p, groupDeaths, population);
  const prevalenceRatio = prevalenceRatios(p);
  const onsetRatio = onsetRatios(p);
  const given = prevalenceGivenNeither(marginal.prevalence, prevalenceRatio);
  setObservedDiabetesIncidence(p, marginal.onset, marginal.prevalence, population);
  const mean = (ratioOf: ArrayLike<number>) => meanProduct(ratioOf, given, prevalenceRatio);

  const deathRatio = perCondition(p, 'mortality_ratio');
  const emergencyRatio = perCondition(p, 'emergency_ratio');
  const consultationRatio = perCondition(p, 'consultation_ratio');
  const utilityKept = perCondition(p, 'utility_loss').map((loss) => 1 - loss);

  // Where frailty and illness multiply, the mean among survivors is less than the product of the two means.
  const selection = survivorSelection(p);
  const survivorsMean = risk.mean.map((m, cls) => m * selection[cls]);
  const emergencies = emergencyRates(p, population);
  const emergencyPerYear = spread(emergencies, emergencyGradient(p), mean(emergencyRatio), survivorsMean);
  const emergencyMultiplier = maskProducts(emergencyRatio);

  const referrals = referralRates(p, population);
  const seeking = seekingShifts(p);
  const residual = treatmentResidual(p, referrals);

  return {
    riskBins: risk.bins,
    riskCumulative: risk.cumulative,
    prevalence: given,
    openingPrevalence: openingPrevalence(p),
    cardiometabolicRatio: prevalenceRatio,
    deathPerYear: perGroup(groupDeaths, mean(deathRatio), survivorsMean),
    emergencyPerYear,
    needPerYear: needTable(p, referrals, seeking, mean, risk.mean),
    otherSourcePerYear: repeatByQuintile(
      scaledToRate(referralShape(p), parameterValue(p, 'other_source_firsts_per_1000'), population),
    ),
    seeking,
    minorAePerYear: minorAttendanceRates(p, emergencies, population),
    consultationsPerYear: divideByMean(consultationRates(p, population), mean(consultationRatio)),
    communityContactsPerYear: communityContactRates(p, population),
    plannedAdmissionsPerYear: plannedAdmissionRates(p, population),
    onsetPerYear: onsetGivenNeither(marginal.onset, marginal.prevalence, given, prevalenceRatio, onsetRatio),
    onsetCardiometabolic: onsetRatio,
    remissionPerYear: perCondition(p, 'remission_per_year'),
    deathMultiplier: maskProducts(deathRatio),
    emergencyMultiplier,
    consultationMultiplier: maskProducts(consultationRatio),
    utilityMultiplier: maskProducts(utilityKept),
    needMultiplier: needMultipliers(p),
    acscShare: calibratedAcscShares(
      p,
      emergencyPerYear,
      emergencyMultiplier,
      risk.mean,
      given,
      prevalenceRatio,
      population,
    ),
    emergencyClass: emergencyClassShares(p, emergencies, population),
    utilityBase: utilityBase(
      utilityNorm(p),
      meanNeedLoss(p, referrals).map((loss, cls) => loss + residual.meanLoss[cls]),
      mean(utilityKept),
    ),
    residual,
    referralsPerYear: totalReferrals(referrals),
  };
}

/** Conditions without a row stood still between the first day and the base year. */
function openingPrevalence(p: ParameterValues): Float64Array {
  return Float64Array.from(CONDITIONS, (c) => p[`opening_prevalence_ratio_${c}`] ?? 1);
}

function perCondition(p: ParameterValues, stem: string): Float64Array {
  return Float64Array.from(CONDITIONS, (c) => parameterValue(p, `${stem}_${c}`));
}

/** Rates by group, net of what conditions and latent risk add. */
function perGroup(rates: Float64Array, meanRatio: Float64Array, meanRisk: Float64Array): Float64Array {
  return rates.map((rate, g) => rate / (meanRatio[g] * meanRisk[Math.floor(g / QUINTILES)]));
}

/** A rate by class spread over quintiles by a gradient that holds with conditions equal, net of conditions and risk. */
function spread(
  rates: Float64Array,
  gradient: ArrayLike<number>,
  meanRatio: Float64Array,
  meanRisk: Float64Array,
): Float64Array {
  const out = new Float64Array(GROUPS);
  for (let cls = 0; cls < CLASSES; cls++) {
    let mean = 0;
    for (let q = 0; q < QUINTILES; q++) mean += (gradient[q] * meanRatio[cls * QUINTILES + q]) / QUINTILES;
    for (let q = 0; q < QUINTILES; q++) {
      out[cls * QUINTILES + q] = (rates[cls] * gradient[q]) / (mean * meanRisk[cls]);
    }
  }
  return out;
}

/**
 * Needs per person a year, so that needs times the quintile's mean probability of referral are the referrals: the
 * gradient of need and the gradient of seeking are two parameters.
 */
function needTable(
  p: ParameterValues,
  referrals: Float64Array,
  seeking: Float64Array,
  mean: (ratioOf: ArrayLike<number>) => Float64Array,
  meanRisk: Float64Array,
): Float64Array {
  const count = SPECIALTIES.length;
  const gradient = gradientOf(parameterValue(p, 'need_deprivation_ratio'));
  const noise = parameterValue(p, 'referral_noise');
  const threshold = referralThreshold(p);
  const probability = seeking.map((shift) => meanReferralProbability(threshold, noise, shift));
  const table = new Float64Array(GROUPS * count);
  needRatios(p).forEach((ratios, s) => {
    const meanRatio = mean(ratios);
    for (let cls = 0; cls < CLASSES; cls++) {
      let referred = 0;
      for (let q = 0; q < QUINTILES; q++) {
        referred += (gradient[q] * probability[q] * meanRatio[cls * QUINTILES + q]) / QUINTILES;
      }
      for (let q = 0; q < QUINTILES; q++) {
        table[(cls * QUINTILES + q) * count + s] =
          (referrals[cls * count + s] * gradient[q]) / (referred * meanRisk[cls]);
      }
    }
  });
  return table;
}

function totalReferrals(referrals: Float64Array): Float64Array {
  const count = SPECIALTIES.length;
  return Float64Array.from({ length: CLASSES }, (_, cls) =>
    referrals.subarray(cls * count, (cls + 1) * count).reduce((a, b) => a + b, 0),
  );
}

function needMultipliers(p: ParameterValues): Float64Array {
  const count = SPECIALTIES.length;
  const out = new Float64Array((1 << CONDITIONS.length) * count);
  needRatios(p).forEach((ratios, s) => {
    maskProducts(ratios).forEach((product, mask) => {
      out[mask * count + s] = product;
    });
  });
  return out;
}

function repeatByQuintile(rates: Float64Array): Float64Array {
  return Float64Array.from({ length: GROUPS }, (_, g) => rates[Math.floor(g / QUINTILES)]);
}

function divideByMean(rates: Float64Array, meanRatio: Float64Array): Float64Array {
  return rates.map((rate, cls) => {
    let mean = 0;
    for (let q = 0; q < QUINTILES; q++) mean += meanRatio[cls * QUINTILES + q] / QUINTILES;
    return rate / mean;
  });
}

/** Diabetes was not in a steady state: its onset is scaled to the observed incidence among adults. */
function setObservedDiabetesIncidence(
  p: ParameterValues,
  onset: Float64Array,
  prevalence: Float64Array,
  population: Float64Array,
): void {
  let adults = 0;
  let cases = 0;
  for (let cls = 0; cls < CLASSES; cls++) {
    if (cls % AGES < ADULT_AGE) continue;
    adults += population[cls];
    for (let q = 0; q < QUINTILES; q++) {
      const i = (cls * QUINTILES + q) * CONDITIONS.length + DIABETES;
      cases += (population[cls] / QUINTILES) * (1 - prevalence[i]) * onset[i];
    }
  }
  const factor = ((parameterValue(p, 'diabetes_incidence_per_1000_adults') / 1000) * adults) / cases;
  for (let g = 0; g < GROUPS; g++) onset[g * CONDITIONS.length + DIABETES] *= factor;
}

/** Shares by mask whose national mean, weighted by emergencies, is the published share. */
function calibratedAcscShares(
  p: ParameterValues,
  emergencyPerYear: Float64Array,
  products: Float64Array,
  meanRisk: Float64Array,
  given: Float64Array,
  prevalenceRatio: Float64Array,
  population: Float64Array,
): Float64Array {
  const baseRates = emergencyPerYear.map((rate, group) => {
    const cls = Math.floor(group / QUINTILES);
    return (population[cls] / QUINTILES) * rate * meanRisk[cls];
  });
  const byMask = sumOverMasks(baseRates, given, prevalenceRatio);
  const excessOnly = acscShares(p, products, 0);
  let base = 0;
  let all = 0;
  let sensitive = 0;
  for (let mask = 0; mask < products.length; mask++) {
    base += byMask[mask];
    all += byMask[mask] * products[mask];
    sensitive += byMask[mask] * products[mask] * excessOnly[mask];
  }
  const background = (parameterValue(p, 'acsc_share') * all - sensitive) / base;
  return acscShares(p, products, Math.min(1, Math.max(0, background)));
}
