import { CONDITIONS, SPECIALTIES } from '../place.ts';
import { comboShares, meanProduct } from './cardiometabolic.ts';
import { ageOf, CLASSES, QUINTILES } from './classes.ts';
import { EMERGENCY_CLASSES } from './emergency-care.ts';
import { englandPopulation } from './england-population.ts';
import { buildHazardTables, type HazardTables } from './hazards.ts';
import { meanNeedLoss, utilityNorm } from './health-utility.ts';
import { RISK_BINS, survivorSelection } from './latent-risk.ts';
import { sumOverMasks } from './mask-shares.ts';
import { lifeExpectancy } from './mortality.ts';
import { type ParameterValues, parameterValue } from './parameters.ts';
import { needRatios, referralRates } from './planned-need.ts';
import { plannedVolumes, tariffPaidPerHead } from './planned-volumes.ts';
import { meanReferralProbability, referralThreshold } from './referral.ts';

const OLD_AGE = 65;

/** One expected value of the tables over England's people, beside the published figure it must reproduce. */
export interface CheckLine {
  readonly id: string;
  readonly unit: string;
  readonly model: number;
  readonly published: number;
}

/** The people of England with the tables' conditions and latent risk, ready for taking expectations. */
interface Nation {
  readonly p: ParameterValues;
  readonly t: HazardTables;
  readonly population: Float64Array;
  /** Mean latent risk by class, and what selection among survivors takes from its product with the conditions. */
  readonly risk: Float64Array;
  readonly selection: Float64Array;
  /** Expected number a year by class of something with a rate per person in each group. */
  count(perPerson: (group: number, cls: number) => number): Float64Array;
  /** Mean over each group's people of the product of their conditions' ratios. */
  mean(ratioOf: ArrayLike<number>): Float64Array;
}

/**
 * What the hazard tables give for the people of England, as expected values: no simulation, no luck. Each person's
 * conditions and latent risk are averaged with the tables' own prevalences and risk shares.
 */
export function nationalSelfCheck(p: ParameterValues): readonly CheckLine[] {
  const nation = assemble(p);
  return [
    ...deathLines(nation),
    ...emergencyLines(nation),
    ...plannedLines(nation),
    ...everydayLines(nation),
    ...conditionLines(nation),
    utilityLine(nation),
  ];
}

function assemble(p: ParameterValues): Nation {
  const t = buildHazardTables(p);
  const population = englandPopulation(p);
  return {
    p,
    t,
    population,
    risk: meanRisks(t),
    selection: survivorSelection(p),
    count: (perPerson) =>
      population.map((people, cls) => {
        let sum = 0;
        for (let q = 0; q < QUINTILES; q++) sum += (people / QUINTILES) * perPerson(cls * QUINTILES + q, cls);
        return sum;
      }),
    mean: (ratioOf) => meanProduct(ratioOf, t.prevalence, t.cardiometabolicRatio),
  };
}

function deathLines(nation: Nation): CheckLine[] {
  const { t, risk, selection, population } = nation;
  const mean = nation.mean(ratios(nation, 'mortality_ratio'));
  const deaths = nation.count((g, cls) => t.deathPerYear[g] * mean[g] * risk[cls] * selection[cls]);
  const rates = deaths.map((d, cls) => d / population[cls]);
  return [
    perThousand(nation, 'deaths', deaths, 'deaths_per_1000'),
    line(nation, 'life_expectancy_male', 'years', lifeExpectancy(rates, 0), 'life_expectancy_male_years'),
    line(nation, 'life_expectancy_female', 'years', lifeExpectancy(rates, 1), 'life_expectancy_female_years'),
  ];
}

function emergencyLines(nation: Nation): CheckLine[] {
  const { p, t, risk, selection } = nation;
  const mean = nation.mean(ratios(nation, 'emergency_ratio'));
  const emergencies = nation.count((g, cls) => t.emergencyPerYear[g] * mean[g] * risk[cls] * selection[cls]);
  const minor = nation.count((g) => t.minorAePerYear[g]);
  const viaAe = parameterValue(p, 'emergency_via_ae_share');
  const old = total(emergencies.filter((_, cls) => ageOf(cls) >= OLD_AGE)) / total(emergencies);
  const attendances = minor.map((count, cls) => count + viaAe * emergencies[cls]);
  return [
    perThousand(nation, 'emergencies', emergencies, 'emergencies_per_1000'),
    line(nation, 'emergencies_65_and_over', 'share', old, 'emergency_share_65_and_over'),
    line(nation, 'emergencies_acsc', 'share', sensitiveShare(nation), 'acsc_share'),
    ...EMERGENCY_CLASSES.map((kind, k) => {
      const ofKind = emergencies.map(
        (count, cls) => count * t.emergencyClass[cls * EMERGENCY_CLASSES.length + k],
      );
      return perThousand(nation, `emergencies_${kind}`, ofKind, `${kind}_admissions_per_1000`);
    }),
    perThousand(nation, 'ae_attendances', attendances, 'ae_per_1000'),
  ];
}

function plannedLines(nation: Nation): CheckLine[] {
  const { p, t } = nation;
  const otherSources = nation.count((g) => t.otherSourcePerYear[g]);
  const planned = nation.count((_, cls) => t.plannedAdmissionsPerYear[cls]);
  const sum = (of: (volume: ReturnType<typeof plannedVolumes>[number]) => number) =>
    plannedVolumes(p).reduce((a, volume) => a + of(volume), 0);
  const firsts = sum((v) => v.firsts);
  const listDayCases = sum((v) => v.dayCases);
  const listAdmissions = listDayCases + sum((v) => v.inpatients);
  const plannedPer1000 = parameterValue(p, 'planned_admissions_per_1000');
  const plannedDayCases = plannedPer1000 * parameterValue(p, 'planned_daycase_share');
  const dayShare = (listDayCases + plannedDayCases) / (listAdmissions + plannedPer1000);
  const people = total(nation.population);
  return [
    perThousand(nation, 'gp_referrals', expectedReferrals(nation), 'gp_referrals_per_1000'),
    perThousand(nation, 'other_source_firsts', otherSources, 'other_source_firsts_per_1000'),
    line(nation, 'first_attendances', 'per 1000 a year', firsts, 'first_attendances_per_1000'),
    line(nation, 'follow_ups_per_first', 'ratio', sum((v) => v.followUps) / firsts, 'follow_ups_per_first'),
    {
      id: 'list_admissions',
      unit: 'per 1000 a year',
      model: listAdmissions,
      // What was published, less what only shortened the list.
      published:
        parameterValue(p, 'elective_list_admissions_per_1000') -
        parameterValue(p, 'list_fall_admissions_per_1000'),
    },
    perThousand(nation, 'planned_admissions', planned, 'planned_admissions_per_1000'),
    line(nation, 'elective_daycase_share', 'share', dayShare, 'elective_daycase_share'),
    {
      id: 'tariff_paid',
      unit: 'pounds a head',
      model: tariffPaidPerHead(p),
      published: parameterValue(p, 'tariff_paid_total_pounds') / people,
    },
  ];
}

function everydayLines(nation: Nation): CheckLine[] {
  const { t } = nation;
  const mean = nation.mean(ratios(nation, 'consultation_ratio'));
  const consultations = nation.count((g, cls) => t.consultationsPerYear[cls] * mean[g]);
  const contacts = nation.count((_, cls) => t.communityContactsPerYear[cls]);
  return [
    perThousand(nation, 'consultations', consultations, 'consultations_per_1000'),
    perThousand(nation, 'community_contacts', contacts, 'community_contacts_per_1000'),
  ];
}

function conditionLines(nation: Nation): CheckLine[] {
  const { t } = nation;
  const people = total(nation.population);
  return CONDITIONS.map((condition, c) => {
    const withIt = nation.count((g) => {
      const offset = g * CONDITIONS.length;
      return comboShares(t.prevalence, offset).reduce(
        (sum, share, combo) => sum + share * t.prevalence[offset + c] * t.cardiometabolicRatio[c * 4 + combo],
        0,
      );
    });
    const id = `prevalence_${condition}`;
    return line(nation, id, 'share', total(withIt) / people, id);
  });
}

function utilityLine(nation: Nation): CheckLine {
  const { p, t, population } = nation;
  const kept = nation.mean(ratios(nation, 'utility_loss').map((loss) => 1 - loss));
  const needLoss = meanNeedLoss(p, referralRates(p, population));
  const left = t.residual.meanLoss;
  const model = nation.count((g, cls) => t.utilityBase[cls] * kept[g] - needLoss[cls] - left[cls]);
  const norm = utilityNorm(p).map((u, cls) => u * population[cls]);
  const people = total(population);
  return { id: 'utility', unit: 'utility', model: total(model) / people, published: total(norm) / people };
}

function line(nation: Nation, id: string, unit: string, model: number, rowId: string): CheckLine {
  return { id, unit, model, published: parameterValue(nation.p, rowId) };
}

function perThousand(nation: Nation, id: string, byClass: Float64Array, rowId: string): CheckLine {
  const rate = (1000 * total(byClass)) / total(nation.population);
  return line(nation, id, 'per 1000 a year', rate, rowId);
}

function ratios(nation: Nation, stem: string): Float64Array {
  return Float64Array.from(CONDITIONS, (c) => parameterValue(nation.p, `${stem}_${c}`));
}

function meanRisks(t: HazardTables): Float64Array {
  return Float64Array.from({ length: CLASSES }, (_, cls) => {
    let mean = 0;
    let below = 0;
    for (let bin = 0; bin < RISK_BINS; bin++) {
      const cumulative = t.riskCumulative[cls * RISK_BINS + bin];
      mean += (cumulative - below) * t.riskBins[bin];
      below = cumulative;
    }
    return mean;
  });
}

function sensitiveShare({ t, population, risk }: Nation): number {
  const base = t.emergencyPerYear.map((rate, g) => {
    const cls = Math.floor(g / QUINTILES);
    return (population[cls] / QUINTILES) * rate * risk[cls];
  });
  let all = 0;
  let sensitive = 0;
  sumOverMasks(base, t.prevalence, t.cardiometabolicRatio).forEach((weight, mask) => {
    all += weight * t.emergencyMultiplier[mask];
    sensitive += weight * t.emergencyMultiplier[mask] * t.acscShare[mask];
  });
  return sensitive / all;
}

/** Needs times each quintile's mean probability of referral. */
function expectedReferrals(nation: Nation): Float64Array {
  const { p, t, risk } = nation;
  const threshold = referralThreshold(p);
  const noise = parameterValue(p, 'referral_noise');
  const probability = t.seeking.map((shift) => meanReferralProbability(threshold, noise, shift));
  const means = needRatios(p).map((ratioOf) => nation.mean(ratioOf));
  return nation.count((g, cls) => {
    let needs = 0;
    for (let s = 0; s < SPECIALTIES.length; s++)
      needs += t.needPerYear[g * SPECIALTIES.length + s] * means[s][g];
    return needs * risk[cls] * probability[g % QUINTILES];
  });
}

function total(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}
