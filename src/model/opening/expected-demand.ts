import { AGE_YEARS, LIFE, QUINTILE_SHIFT, RISK_SHIFT } from '../population/people.ts';
import type { World } from '../world.ts';

/** Expected yearly demand of the residents, by provider. */
export interface Demand {
  /** [c * H + h] first-outpatient referrals a year, all specialties; [hs] by specialty. */
  readonly referralsByCh: Float64Array;
  readonly referralsByHs: Float64Array;
  /** [c * H + h] planned admissions outside pathways, emergency admissions, A&E attendances that are no admission. */
  readonly plannedByCh: Float64Array;
  readonly emergenciesByCh: Float64Array;
  readonly minorAeByCh: Float64Array;
  /** [h] bed-days of emergencies at a stay index of 1. */
  readonly emergencyBedDays: Float64Array;
}

/**
 * What the people of the first day are expected to need in a year, sent to providers by the base-year shares of choice.
 * @param longStayMean mean of the longer emergency stays, days
 */
export function expectedDemand(world: World, longStayMean: number): Demand {
  const { people, place, hazards, settings, tables } = world;
  const Z = place.zones.count;
  const H = place.providers.count;
  const C = place.commissioners.count;
  const referrals = new Float64Array(Z * 8);
  const planned = new Float64Array(Z);
  const emergencies = new Float64Array(Z);
  const minorAe = new Float64Array(Z);
  const bedDays = new Float64Array(Z);
  const stay = meanStayByAge(world, longStayMean);
  for (let i = 0; i < people.initial; i++) {
    if (people.life(i) !== LIFE.present) continue;
    const zone = people.zone(i);
    const cls = people.ageClass(i);
    const traits = people.traits(i);
    const row = cls * 5 + ((traits >> QUINTILE_SHIFT) & 7);
    const mask = people.conditions(i);
    const risk = hazards.riskBins[traits >> RISK_SHIFT]!;
    const factor = risk * settings.needScale * tables.referralsPerNeed;
    const other = hazards.otherSourcePerYear[row]!;
    let need = 0;
    for (let s = 0; s < 8; s++)
      need += hazards.needPerYear[row * 8 + s]! * hazards.needMultiplier[mask * 8 + s]!;
    if (need > 0) {
      const perNeed = (factor + other / need) * tables.referralsWithReturns;
      for (let s = 0; s < 8; s++) {
        referrals[zone * 8 + s]! +=
          hazards.needPerYear[row * 8 + s]! * hazards.needMultiplier[mask * 8 + s]! * perNeed;
      }
    }
    planned[zone]! += hazards.plannedAdmissionsPerYear[cls]!;
    const emergency =
      hazards.emergencyPerYear[row]! *
      hazards.emergencyMultiplier[mask]! *
      risk *
      tables.practiceEmergencies[people.practice(i)]!;
    emergencies[zone]! += emergency;
    bedDays[zone]! += emergency * stay[cls % AGE_YEARS]!;
    minorAe[zone]! += hazards.minorAePerYear[row]!;
  }
  const demand: Demand = {
    referralsByCh: new Float64Array(C * H),
    referralsByHs: new Float64Array(H * 8),
    plannedByCh: new Float64Array(C * H),
    emergenciesByCh: new Float64Array(C * H),
    minorAeByCh: new Float64Array(C * H),
    emergencyBedDays: new Float64Array(H),
  };
  for (let z = 0; z < Z; z++) {
    const c = place.zones.commissioner[z]!;
    let before = 0;
    for (let e = place.reach.start[z]!; e < place.reach.start[z + 1]!; e++) {
      const h = place.reach.provider[e]!;
      const share = tables.plannedShare[e]!;
      for (let s = 0; s < 8; s++) {
        demand.referralsByHs[h * 8 + s]! += referrals[z * 8 + s]! * share;
        demand.referralsByCh[c * H + h]! += referrals[z * 8 + s]! * share;
      }
      demand.plannedByCh[c * H + h]! += planned[z]! * share;
      const urgent = tables.emergencyCumulative[e]! - before;
      before = tables.emergencyCumulative[e]!;
      demand.emergenciesByCh[c * H + h]! += emergencies[z]! * urgent;
      demand.minorAeByCh[c * H + h]! += minorAe[z]! * urgent;
      demand.emergencyBedDays[h]! += bedDays[z]! * urgent;
    }
  }
  return demand;
}

/** Mean stay in days after an emergency, by age, at a stay index of 1: the mean of the law in `phases/beds.ts`. */
function meanStayByAge(world: World, longStayMean: number): Float64Array {
  const { shortStayShare, shortStayDays } = world.settings;
  return Float64Array.from(
    { length: AGE_YEARS },
    (_, age) =>
      shortStayShare * shortStayDays +
      (1 - shortStayShare) * (2 + (longStayMean - 2) * world.tables.stayByAge[age]!),
  );
}

/** Planned admissions are mostly repeat investigations: stays and prices are those of general medicine. */
export const PLANNED_SPECIALTY = 5;
