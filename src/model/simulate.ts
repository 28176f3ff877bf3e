import { createWorld, DEFAULT_CHUNK, type Engine } from './create-world.ts';
import { fillWeekKeys } from './draws.ts';
import { report } from './metrics/report/report.ts';
import { adaptation } from './phases/adaptation.ts';
import { admissions } from './phases/admissions.ts';
import { assessment } from './phases/assessment.ts';
import { avoidEmergencies } from './phases/avoided-emergencies.ts';
import { closeBedWeek } from './phases/beds.ts';
import { commissionerSpending } from './phases/commissioner-spending.ts';
import { contracts } from './phases/contracts.ts';
import { emergencyCare } from './phases/emergency-care.ts';
import { enrolment } from './phases/enrolment.ts';
import { health } from './phases/health.ts';
import { information } from './phases/information.ts';
import { mergers } from './phases/mergers.ts';
import { money } from './phases/money.ts';
import { closeMoneyYear } from './phases/money-year.ts';
import { observation } from './phases/observation.ts';
import { outpatientClinics } from './phases/outpatient-clinics.ts';
import { planning } from './phases/planning.ts';
import { policy } from './phases/policy.ts';
import { referral } from './phases/referral.ts';
import { relations } from './phases/relations.ts';
import { structure } from './phases/structure.ts';
import { treatElsewhere } from './phases/treated-elsewhere.ts';
import type { RunResult } from './result.ts';
import type { RunInput } from './run-input.ts';
import type { World } from './world.ts';

export interface SimulateHooks {
  /** Engine of the weekly scan; no outcome depends on it. */
  readonly engine?: Engine;
  /** Slots scanned at a time; no outcome depends on it. */
  readonly chunk?: number;
  /** Called after every week with the number of weeks done. */
  readonly onWeek?: (weeksDone: number) => void;
}

/** Run from the first week to the last: a pure function of its input. */
export function simulate(input: RunInput, hooks: SimulateHooks = {}): RunResult {
  const chunk = hooks.chunk ?? DEFAULT_CHUNK;
  const world = createWorld(input, hooks.engine ?? 'auto', chunk);
  while (world.week < input.weeks) {
    tick(world, chunk);
    hooks.onWeek?.(world.week);
  }
  return report(world);
}

/** A step of the week: reads the world and writes its own part. `chunk` slots are scanned at a time. */
export type Phase = (world: World, chunk: number) => void;

/** The steps of a week, in the order of the model description. */
export const PHASES: readonly Phase[] = [
  policy,
  mergers,
  structure,
  contracts,
  information,
  health,
  enrolment,
  referral,
  avoidEmergencies,
  emergencyCare,
  outpatientClinics,
  admissions,
  treatElsewhere,
  closeBedWeek,
  money,
  commissionerSpending,
  closeMoneyYear,
  relations,
  assessment,
  adaptation,
  planning,
  observation,
];

/** One week. */
export function tick(world: World, chunk = DEFAULT_CHUNK): void {
  fillWeekKeys(world.keys, world.seed, world.week, world.input.replicate);
  for (const phase of PHASES) phase(world, chunk);
  world.week++;
}
