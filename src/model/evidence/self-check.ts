import { CONDITIONS, SPECIALTIES } from '../place.ts';
import { meanProduct } from './cardiometabolic.ts';
import { ageOf, CLASSES, QUINTILES } from './classes.ts';
import { englandPopulation } from './england-population.ts';
import { buildHazardTables, type HazardTables } from './hazards.ts';
import { meanNeedLoss, utilityNorm } from './health-utility.ts';
import { RISK_BINS } from './latent-risk.ts';
import { sumOverMasks } from './mask-shares.ts';
import { lifeExpectancy } from './mortality.ts';
import { type ParameterValues, parameterValue } from './parameters.ts';
import { needRatios, referralRates } from './planned-need.ts';
import { meanReferralProbability, referralThreshold } from './referral.ts';

/** One expected value of the tables over England's people, beside the published figure it must reproduce. */
export interface CheckLine {
  readonly id: string;
  readonly unit: string;
  readonly model: number;
  readonly published: number;
}

/**
 * What the hazard tables give for the people of England, as expected values: no simulation, no luck. Each person's
 * conditions and latent risk are averaged with the tables' own prevalences and risk shares.
 */
export function nationalSelfCheck(p: ParameterValues): readonly CheckLine[] {
  const population = englandPopulation();
  const t = buildHazardTables(p);
  const people = population.reduce((a, b) => a + b, 0);
  const risk = meanRisks(t);
  const group = (perPerson: (g: number, cls: number) => number) => sumByClass(population, perPerson);
  const perThousand = (byClass: Float64Array) => (1000 * total(byClass)) / people;
  const conditionMean = (stem: string, transform = (x: number) => x) =>
    meanProduct(
      CONDITIONS.map((c) => transform(parameterValue(p, `${stem}_${c}`))),
      t.prevalence,
      t.cardiometabolicRatio,
    );

  const deathMean = conditionMean('mortality_ratio');
  const deaths = group((g, cls) => t.deathPerYear[g] * deathMean[g] * risk[cls]);
  const deathRates = deaths.map((d, cls) => d / population[cls]);
  const emergencyMean = conditionMean('emergency_ratio');
  const emergencies = group((g, cls) => t.emergencyPerYear[g] * emergencyMean[g] * risk[cls]);
  const attendances = group((g) => t.minorAePerYear[g]);
  const viaAe = parameterValue(p, 'emergency_via_ae_share');
  const consultationMean = conditionMean('consultation_ratio');
  const consultations = group((g, cls) => t.consultationsPerYear[cls] * consultationMean[g]);
  const keptMean = conditionMean('utility_loss', (loss) => 1 - loss);
  const utility = group((g, cls) => t.utilityBase[cls] * keptMean[g]);
  const needLoss = meanNeedLoss(p, referralRates(p, population));
  const norm = utilityNorm(p);
  const utilityNet = utility.map((u, cls) => u - population[cls] * needLoss[cls]);

  const line = (id: string, unit: string, model: number, published: number): CheckLine => ({
    id,
    unit,
    model,
    published,
  });
  const rate = (id: string, byClass: Float64Array, parameterId: string) =>
    line(id, 'per 1000 a year', perThousand(byClass), parameterValue(p, parameterId));
  return [
    line('deaths', 'per 1000 a year', perThousand(deaths), 9.36),
    line('life_expectancy_male', 'years', lifeExpectancy(deathRates, 0), 77.8),
    line('life_expectancy_female', 'years', lifeExpectancy(deathRates, 1), 81.9),
    rate('emergencies', emergencies, 'emergencies_per_1000'),
    line('emergencies_65_and_over', 'share', shareFrom(emergencies, 65), 0.395),
    line('emergencies_acsc', 'share', sensitiveShare(t, population, risk), parameterValue(p, 'acsc_share')),
    ...(['heart_attack', 'stroke', 'hip_fracture'] as const).map((kind, k) =>
      rate(
        `emergencies_${kind}`,
        emergencies.map((e, cls) => e * t.emergencyClass[cls * 3 + k]),
        `${kind}_admissions_per_1000`,
      ),
    ),
    rate(
      'ae_attendances',
      attendances.map((a, cls) => a + viaAe * emergencies[cls]),
      'ae_per_1000',
    ),
    rate('gp_referrals', expectedReferrals(p, t, population, risk), 'gp_referrals_per_1000'),
    rate(
      'other_source_firsts',
      group((g) => t.otherSourcePerYear[g]),
      'other_source_firsts_per_1000',
    ),
    rate(
      'planned_admissions',
      group((_, cls) => t.plannedAdmissionsPerYear[cls]),
      'planned_admissions_per_1000',
    ),
    line(
      'list_admissions',
      'per 1000 a year',
      listAdmissionsPer1000(p),
      parameterValue(p, 'elective_list_admissions_per_1000'),
    ),
    rate('consultations', consultations, 'consultations_per_1000'),
    rate(
      'community_contacts',
      group((_, cls) => t.communityContactsPerYear[cls]),
      'community_contacts_per_1000',
    ),
    line(
      'tariff_paid',
      'pounds a head',
      tariffPerHead(p),
      parameterValue(p, 'tariff_paid_total_pounds') / people,
    ),
    ...CONDITIONS.map((condition, c) =>
      line(
        `prevalence_${condition}`,
        'share',
        total(group((g) => prevalenceOf(t, g, c))) / people,
        parameterValue(p, `prevalence_${condition}`),
      ),
    ),
    line(
      'utility',
      'utility',
      total(utilityNet) / people,
      total(norm.map((u, cls) => u * population[cls])) / people,
    ),
  ];
}

/** Mean latent risk of the survivors of each class. */
function meanRisks(t: HazardTables): Float64Array {
  return Float64Array.from({ length: CLASSES }, (_, cls) => {
    let mean = 0;
    for (let bin = 0; bin < RISK_BINS; bin++) {
      const below = bin === 0 ? 0 : t.riskCumulative[cls * RISK_BINS + bin - 1];
      mean += (t.riskCumulative[cls * RISK_BINS + bin] - below) * t.riskBins[bin];
    }
    return mean;
  });
}

function sumByClass(population: Float64Array, perPerson: (g: number, cls: number) => number): Float64Array {
  return population.map((people, cls) => {
    let sum = 0;
    for (let q = 0; q < QUINTILES; q++) sum += (people / QUINTILES) * perPerson(cls * QUINTILES + q, cls);
    return sum;
  });
}

function total(byClass: Float64Array): number {
  return byClass.reduce((a, b) => a + b, 0);
}

function shareFrom(byClass: Float64Array, age: number): number {
  return total(byClass.map((x, cls) => (ageOf(cls) >= age ? x : 0))) / total(byClass);
}

/** Share of a group with a condition, over its combinations of hypertension and diabetes. */
function prevalenceOf(t: HazardTables, group: number, c: number): number {
  const offset = group * CONDITIONS.length;
  const h = t.prevalence[offset + CONDITIONS.indexOf('hypertension')];
  const d = t.prevalence[offset + CONDITIONS.indexOf('diabetes')];
  const shares = [(1 - h) * (1 - d), h * (1 - d), (1 - h) * d, h * d];
  return shares.reduce(
    (sum, share, combo) => sum + share * t.prevalence[offset + c] * t.cardiometabolicRatio[c * 4 + combo],
    0,
  );
}

function sensitiveShare(t: HazardTables, population: Float64Array, risk: Float64Array): number {
  const base = t.emergencyPerYear.map((rate, g) => {
    const cls = Math.floor(g / QUINTILES);
    return (population[cls] / QUINTILES) * rate * risk[cls];
  });
  const byMask = sumOverMasks(base, t.prevalence, t.cardiometabolicRatio);
  let all = 0;
  let sensitive = 0;
  byMask.forEach((weight, mask) => {
    all += weight * t.emergencyMultiplier[mask];
    sensitive += weight * t.emergencyMultiplier[mask] * t.acscShare[mask];
  });
  return sensitive / all;
}

function expectedReferrals(
  p: ParameterValues,
  t: HazardTables,
  population: Float64Array,
  risk: Float64Array,
): Float64Array {
  const threshold = referralThreshold(p);
  const noise = parameterValue(p, 'referral_noise');
  const probability = t.seeking.map((shift) => meanReferralProbability(threshold, noise, shift));
  const means = needRatios(p).map((ratios) => meanProduct(ratios, t.prevalence, t.cardiometabolicRatio));
  return sumByClass(population, (g, cls) =>
    means.reduce(
      (sum, mean, s) =>
        sum + t.needPerYear[g * SPECIALTIES.length + s] * mean[g] * risk[cls] * probability[g % QUINTILES],
      0,
    ),
  );
}

/** First attendances per 1,000 of each specialty: referrals that are seen, and other sources. */
function firstsPer1000(p: ParameterValues): readonly number[] {
  const seen =
    parameterValue(p, 'gp_referrals_per_1000') * (1 - parameterValue(p, 'referral_never_attended_share'));
  const firsts = seen + parameterValue(p, 'other_source_firsts_per_1000');
  return SPECIALTIES.map((s) => firsts * parameterValue(p, `specialty_share_${s}`));
}

function decisionsToAdmit(p: ParameterValues): readonly number[] {
  const firsts = firstsPer1000(p);
  return SPECIALTIES.map((s, i) => firsts[i] * parameterValue(p, `conversion_${s}`));
}

function listAdmissionsPer1000(p: ParameterValues): number {
  const stay = 1 - parameterValue(p, 'removal_share_of_admissions');
  return decisionsToAdmit(p).reduce((a, b) => a + b, 0) * stay;
}

/** Counts times prices of 2008-09, pounds a head, at the mean market forces factor. */
function tariffPerHead(p: ParameterValues): number {
  const price = (id: string) => parameterValue(p, `price_${id}_pounds`) / 1000;
  const firsts = firstsPer1000(p);
  const stay = 1 - parameterValue(p, 'removal_share_of_admissions');
  const planned = parameterValue(p, 'planned_admissions_per_1000');
  const plannedDay = planned * parameterValue(p, 'planned_daycase_share');
  let pounds =
    parameterValue(p, 'emergencies_per_1000') * price('emergency') +
    parameterValue(p, 'ae_per_1000') * price('ae') +
    plannedDay * price('day_case') +
    (planned - plannedDay) * price('elective');
  decisionsToAdmit(p).forEach((decisions, s) => {
    const specialty = SPECIALTIES[s];
    const day = parameterValue(p, `daycase_share_${specialty}`);
    const ratio = (id: string) => parameterValue(p, `price_ratio_${id}_${specialty}`);
    pounds +=
      decisions *
      stay *
      (day * price('day_case') * ratio('day_case') + (1 - day) * price('elective') * ratio('elective'));
    pounds +=
      firsts[s] *
      (price('first_outpatient') * ratio('first_outpatient') +
        parameterValue(p, `follow_up_ratio_${specialty}`) * price('follow_up') * ratio('follow_up'));
  });
  return pounds * parameterValue(p, 'market_forces_factor_mean');
}
