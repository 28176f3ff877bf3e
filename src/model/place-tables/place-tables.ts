import { detExp } from '../../kernel/deterministic-math.ts';
import type { WeekKeys } from '../draws.ts';
import type { HazardTables } from '../evidence/hazards.ts';
import type { ArrivalPlan } from '../population/arrival-plan.ts';
import type { RunInput } from '../run-input.ts';
import type { Settings } from '../settings.ts';
import type { PlaceTables } from '../world.ts';
import { emergencyTables } from './emergency-tables.ts';
import { gpDecision, logisticCurve } from './gp-decision.ts';
import { reachTables } from './hospital-reach.ts';
import { pathwayTables } from './pathway-tables.ts';
import { personBounds } from './person-bounds.ts';
import { practiceEmergencies } from './practice-emergencies.ts';
import { practiceTables } from './practice-tables.ts';
import { referralCost } from './referral-cost.ts';

/** Tables made once from place and parameters; those that need the people come with the opening books. */
export function preparePlaceTables(
  input: RunInput,
  settings: Settings,
  hazards: HazardTables,
  keys: WeekKeys,
  plan: ArrivalPlan,
): PlaceTables {
  const { place } = input;
  const decision = gpDecision(input, settings);
  const reach = reachTables(place, settings);
  return {
    ...reach,
    ...practiceTables(place, settings, keys, reach.plannedShare),
    logisticCurve: logisticCurve(),
    baseThreshold: new Float64Array(8).fill(decision.threshold),
    urgentThreshold: settings.urgentSeverity,
    referredSeverity: decision.referredSeverity,
    referredCumulative: decision.referredCumulative,
    referralsPerNeed: decision.referralsPerNeed,
    keptYearsPerNeed: decision.keptYearsPerNeed,
    ...pathwayTables(input, settings, decision),
    ...referralCost(input, settings),
    ...emergencyTables(input, settings),
    practiceEmergencies: practiceEmergencies(input, settings, keys),
    ...personBounds(place, hazards, plan, settings.commissioning.onsetMargin),
    habitFactor: detExp(settings.habit),
    ...tablesOfPeople(place.providers.count),
    cohortEnd: 0,
  };
}

type TablesOfPeople = Pick<
  PlaceTables,
  | 'referralsPerWeek'
  | 'backgroundReferralsPerWeek'
  | 'backgroundEmergenciesPerWeek'
  | 'backgroundMinorAePerWeek'
  | 'backgroundPlannedPerWeek'
  | 'backgroundGroup'
  | 'stayIndex'
  | 'standingBedDaysPerWeek'
>;

/** Tables that the opening books fill, by provider: still empty. */
function tablesOfPeople(providers: number): TablesOfPeople {
  return {
    referralsPerWeek: new Float64Array(providers * 8),
    backgroundReferralsPerWeek: new Float64Array(providers * 8),
    backgroundEmergenciesPerWeek: new Float64Array(providers),
    backgroundMinorAePerWeek: new Float64Array(providers),
    backgroundPlannedPerWeek: new Float64Array(providers),
    backgroundGroup: new Int32Array(providers).fill(1),
    stayIndex: new Float64Array(providers).fill(1),
    standingBedDaysPerWeek: new Float64Array(providers),
  };
}
