import type { Institutions } from '../institutions/institutions.ts';
import { QUINTILE_SHIFT } from '../population/people.ts';
import { sumOverSpecialties } from '../sum-over-specialties.ts';
import type { World } from '../world.ts';
import type { Census } from './cost-census.ts';

/** What a year of hospital care of a person is expected to cost at the tariff of 2007-08, pounds: parts by row. */
export interface CostTables {
  /** [row = class * 5 + quintile] emergencies, to be multiplied by the person's conditions. */
  readonly emergency: Float64Array;
  /** [row] what conditions do not change: other referrals, planned admissions, A&E attendances. */
  readonly fixed: Float64Array;
  /** [s] one need: visits and, for those who convert, the operation. */
  readonly need: Float64Array;
  /** [row] the whole cost of somebody without a condition: most people. */
  readonly healthy: Float64Array;
}

type CostParts = Pick<CostTables, 'emergency' | 'fixed' | 'need'>;

/** Made once a run, from what does not change in it. */
export function costTables({
  hazards,
  settings,
  tables,
}: Pick<World, 'hazards' | 'settings' | 'tables'>): CostTables {
  const { price } = settings;
  const visits = (s: number): number => price.first[s]! + settings.followUpRatio[s]! * price.followUp[s]!;
  const operation = (s: number): number =>
    settings.dayCaseShare[s]! * price.dayCase[s]! + (1 - settings.dayCaseShare[s]!) * price.inpatient[s]!;
  const pathway = (s: number): number =>
    tables.survivalToClinic[s]! *
    (visits(s) +
      tables.conversionShare[s]! *
        tables.survivalThroughDiagnostics[s]! *
        tables.survivalToAdmission[s]! *
        operation(s));
  const need = Float64Array.from(
    { length: 8 },
    (_, s) => settings.needScale * tables.referralsPerNeed * pathway(s),
  );
  let mean = 0;
  for (let s = 0; s < 8; s++) mean += pathway(s) / 8;
  const emergency =
    settings.shortStayShare * price.emergencyShort + (1 - settings.shortStayShare) * price.emergencyLong;
  const parts = {
    emergency: hazards.emergencyPerYear.map((rate) => rate * (emergency + settings.viaAeShare * price.ae)),
    fixed: hazards.minorAePerYear.map(
      (rate, row) =>
        rate * price.ae +
        hazards.otherSourcePerYear[row]! * mean +
        hazards.plannedAdmissionsPerYear[Math.floor(row / 5)]! * operation(PLANNED_SPECIALTY),
    ),
    need,
  };
  return {
    ...parts,
    healthy: parts.fixed.map((_, row) => costOf(hazards, parts, row, 0)),
  };
}

/** Planned admissions are priced as general medicine. */
const PLANNED_SPECIALTY = 5;

/**
 * Expected cost of a person as anybody with the records sees it: age, sex, deprivation, conditions. Latent risk is
 * hidden from all; its mean among survivors of an age is known. @returns pounds a year
 */
export function seenCost(world: World, i: number): number {
  return rawCost(world, i) * world.will.meanRiskByClass[world.people.ageClass(i)]!;
}

/** The same at a latent risk of 1. */
function rawCost({ people, costs, hazards }: World, i: number): number {
  const row = rowOf(people, i);
  const mask = people.conditions(i);
  return mask === 0 ? costs.healthy[row]! : costOf(hazards, costs, row, mask);
}

/** Expected cost of somebody of a row with a mask of conditions at a latent risk of 1. @returns pounds a year */
export function costOf(hazards: World['hazards'], tables: CostParts, row: number, mask: number): number {
  const { needPerYear, needMultiplier, emergencyMultiplier } = hazards;
  const base = tables.fixed[row]! + tables.emergency[row]! * emergencyMultiplier[mask]!;
  return sumOverSpecialties(base, needPerYear, row * 8, needMultiplier, mask * 8, tables.need);
}

/** Age, sex and deprivation of a person: class * 5 + quintile. */
export function rowOf(people: World['people'], i: number): number {
  return people.ageClass(i) * 5 + ((people.traits(i) >> QUINTILE_SHIFT) & 7);
}

/** What a formula expects of a person, from what it may look at: means over the people of the place. */
export interface Formula {
  readonly all: number;
  readonly byClass: Float64Array;
  readonly byRow: Float64Array;
}

/** The means as of the last look at everybody. */
export function costMeans({ will }: World): Formula {
  return { all: will.meanCost[0]!, byClass: will.meanCostByClass, byRow: will.meanCostByRow };
}

/**
 * Mean seen cost of the people counted, over all, by age and sex, and by deprivation too; and before it the mean latent
 * risk by age and sex, costs as weights.
 */
export function formulaMeans({ will, costs: tables }: World, census: Census): Formula {
  const { rows } = census;
  const byRow = new Float64Array(rows);
  const count = new Float64Array(rows);
  const withRisk = new Float64Array(rows / 5);
  const without = new Float64Array(rows / 5);
  for (let cell = 0; cell < census.healthy.length; cell++) {
    const row = cell % rows;
    const cls = Math.floor(row / 5);
    const cost = tables.healthy[row]! * census.healthy[cell]! + census.illCost[cell]!;
    byRow[row]! += cost;
    without[cls]! += cost;
    withRisk[cls]! += tables.healthy[row]! * census.healthyRisk[cell]! + census.illTrueCost[cell]!;
    count[row]! += census.healthy[cell]! + census.ill[cell]!;
  }
  const byClass = new Float64Array(rows / 5);
  let all = 0;
  let everybody = 0;
  for (let cls = 0; cls < byClass.length; cls++) {
    let people = 0;
    const risk = without[cls] === 0 ? 1 : withRisk[cls]! / without[cls]!;
    will.meanRiskByClass[cls] = risk;
    for (let row = cls * 5; row < cls * 5 + 5; row++) {
      byRow[row]! *= risk;
      byClass[cls]! += byRow[row]!;
      people += count[row]!;
      if (count[row]! > 0) byRow[row]! /= count[row]!;
    }
    all += byClass[cls]!;
    everybody += people;
    if (people > 0) byClass[cls]! /= people;
  }
  return { all: everybody === 0 ? 0 : all / everybody, byClass, byRow };
}

/** Cost that the money for a person is meant for, under a formula: pounds a year, at the tariff of 2007-08. */
export function predictedCost(
  world: World,
  formula: Institutions['riskAdjustment']['formula'],
  means: Formula,
  i: number,
  seen: number,
): number {
  return predictedOfRow(formula, means, rowOf(world.people, i), seen);
}

/** The same of somebody of a row (class * 5 + quintile). */
export function predictedOfRow(
  formula: Institutions['riskAdjustment']['formula'],
  means: Formula,
  row: number,
  seen: number,
): number {
  switch (formula) {
    case 'none':
      return means.all;
    case 'age-sex':
      return means.byClass[Math.floor(row / 5)]!;
    case 'age-sex-deprivation':
      return means.byRow[row]!;
    case 'person':
      return seen;
  }
}
