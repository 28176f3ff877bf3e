import { PREDICTED_GROUPS } from '../behaviour/dowry.ts';
import { purchasersOf } from '../organisations/structure.ts';
import { POPULATION_BANDS } from '../place.ts';
import type { World } from '../world.ts';
import type { LeverReview } from './lever-record.ts';
import { SIDE_COUNT } from './sides.ts';
import { STANDINGS } from './standing.ts';
import { BT_COUNT, GT_COUNT, PT_COUNT, RT_COUNT } from './tallies.ts';
import { WAIT_BANDS } from './waiting-times.ts';

/** What a run keeps of each financial year, in units of the simulated people; `report.ts` turns it into real units. */
export interface AnnualBooks {
  readonly years: YearBook[];
  readonly weekly: Record<string, Float64Array>;
  /** Quarterly reviews of levers, where the run records them. */
  readonly levers: LeverReview[];
}

export interface YearBook {
  weeks: number;
  /** [(c * 5 + q) * RT_COUNT + t] */
  readonly residents: Float64Array;
  /** [cq] person-weeks lived, micro-utility-weeks, severity-weeks of unmet need. */
  readonly personWeeks: Float64Array;
  readonly utilityWeeks: Float64Array;
  readonly severityWeeks: Float64Array;
  /** [cq * 12 + c] person-weeks with each condition. */
  readonly conditionWeeks: Float64Array;
  cohortUtilityWeeks: number;
  gpConsultations: number;
  readonly providers: Float64Array;
  readonly practices: Float64Array;
  /** [h] bed-days available; [c] bed-days overflowing are of providers. */
  readonly bedDaysAvailable: Float64Array;
  /** People at the end of the year, by class of age and sex, by practice. */
  readonly classes: Float64Array;
  readonly bands: Float64Array;
  readonly registered: Float64Array;
  /** Census of open clocks at the end of the year: [group * WAIT_BANDS + band]. */
  readonly open: Int32Array;
  readonly completed: Int32Array;
  readonly stage: Float64Array;
  /** People in each stage by h, everybody: first outpatient, diagnostics, admission. */
  readonly lists: Float64Array;
  readonly slots: Float64Array;
  readonly allocation: Float64Array;
  /** [c] pence that were spent on the people of each area, whoever holds the money. */
  readonly spend: Float64Array;
  readonly activitySpend: Float64Array;
  /** [c] pence that were planned at the start of the year to be spent so. */
  readonly plannedBill: Float64Array;
  /** [p] pence that each purchaser spent. */
  readonly purchaserSpend: Float64Array;
  /** [BT] what bodies, and practices with budgets, did; people enrolled with bodies, and how many bodies there are. */
  readonly bodies: Float64Array;
  enrolled: number;
  bodyCount: number;
  /** Of groups that have taken over budgets: how many there are, and the sum of their chances of full authorisation. */
  assessedGroups: number;
  fullAuthorisation: number;
  /** By group of people enrolled with bodies: money brought, and cost. */
  readonly predicted: Float64Array;
  readonly trueCost: Float64Array;
  readonly balance: Float64Array;
  readonly income: Float64Array;
  readonly cost: Float64Array;
  readonly providerBalance: Float64Array;
  /** [o * SIDE_COUNT + column] books of bodies that own their hospitals: see `sides.ts`. */
  readonly sides: Float64Array;
  /** What everybody in the ledger paid to staff and suppliers, pence. */
  toSuppliers: number;
  readonly beds: Float64Array;
  /** [c * STANDING + column] see `standing.ts`; [h] turnaround; [g] proactive care; political shocks. */
  readonly standing: Float64Array;
  readonly providerTurnaround: Float64Array;
  readonly control: Float64Array;
  /** [g] at the end of the year: 1 = a body serves its people; readiness of the body they are meant for, NaN = none. */
  readonly served: Float64Array;
  readonly readiness: Float64Array;
  /** [h] concentration of the markets that a trust works in: see `market.ts`. */
  readonly market: Float64Array;
  /** [g] pence that funds of practices were given, and paid for their people's care. */
  readonly fundIn: Float64Array;
  readonly fundOut: Float64Array;
  /** [g] the same of programmes for long-term conditions. */
  readonly programmeIn: Float64Array;
  readonly programmeOut: Float64Array;
  politicalShocks: number;
  /** [h] at the end of the year: slack, quality, unit cost, consultants, coding, price, deaths; see EFFORT_COLUMNS. */
  readonly effort: Float64Array;
  readonly deathsByClass: Float64Array;
  readonly emergenciesByClass: Float64Array;
}

/** Columns of a trust's slow states at the end of a year. */
export const EFFORT_COLUMNS = [
  'slack_pct',
  'quality_sd',
  'unit_cost_index',
  'consultants_index',
  'coding_drift_pp',
  'price_index',
  'fatality_index',
] as const;

export function openYear(world: World): YearBook {
  const C = world.place.commissioners.count;
  const H = world.place.providers.count;
  const G = world.place.practices.count;
  return {
    weeks: 0,
    residents: new Float64Array(C * 5 * RT_COUNT),
    personWeeks: new Float64Array(C * 5),
    utilityWeeks: new Float64Array(C * 5),
    severityWeeks: new Float64Array(C * 5),
    conditionWeeks: new Float64Array(C * 5 * 12),
    cohortUtilityWeeks: 0,
    gpConsultations: 0,
    providers: new Float64Array(H * PT_COUNT),
    practices: new Float64Array(G * GT_COUNT),
    bedDaysAvailable: new Float64Array(H),
    classes: new Float64Array(202),
    bands: new Float64Array(POPULATION_BANDS.length),
    registered: new Float64Array(G),
    open: new Int32Array(world.tally.groups * WAIT_BANDS),
    completed: new Int32Array(world.tally.groups * 2 * WAIT_BANDS),
    stage: new Float64Array(5),
    lists: new Float64Array(H * 3),
    slots: new Float64Array(H * 2),
    allocation: new Float64Array(C),
    spend: new Float64Array(C),
    activitySpend: new Float64Array(C),
    plannedBill: new Float64Array(C),
    purchaserSpend: new Float64Array(purchasersOf(world.place, world.structure)),
    bodies: new Float64Array(BT_COUNT),
    enrolled: 0,
    bodyCount: 0,
    assessedGroups: 0,
    fullAuthorisation: 0,
    predicted: new Float64Array(PREDICTED_GROUPS),
    trueCost: new Float64Array(PREDICTED_GROUPS),
    balance: new Float64Array(C),
    income: new Float64Array(H),
    cost: new Float64Array(H),
    providerBalance: new Float64Array(H),
    sides: new Float64Array(world.structure.bodies * SIDE_COUNT),
    toSuppliers: 0,
    beds: new Float64Array(H),
    standing: new Float64Array(C * STANDINGS),
    providerTurnaround: new Float64Array(H),
    control: new Float64Array(G),
    served: new Float64Array(G),
    readiness: new Float64Array(G),
    market: new Float64Array(H),
    fundIn: new Float64Array(G),
    fundOut: new Float64Array(G),
    programmeIn: new Float64Array(G),
    programmeOut: new Float64Array(G),
    politicalShocks: 0,
    effort: new Float64Array(H * EFFORT_COLUMNS.length),
    deathsByClass: new Float64Array(202),
    emergenciesByClass: new Float64Array(202),
  };
}
