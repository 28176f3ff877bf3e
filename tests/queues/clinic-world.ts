import { syntheticPlace } from '../../src/lab/place/synthetic.ts';
import { createWorld } from '../../src/model/create-world.ts';
import { defaultParameterValues } from '../../src/model/evidence/parameters.ts';
import { withSettings } from '../../src/model/institutions/settings.ts';
import { SPECIALTIES } from '../../src/model/place.ts';
import { STAGE } from '../../src/model/population/people.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../../src/model/regimes/purchaser-provider-split.ts';
import { fromWeek, type RunInput } from '../../src/model/run-input.ts';
import { tick } from '../../src/model/simulate.ts';
import type { QueueFigures } from './bulk-queue.ts';
import { type Stay, watchPathways } from './watch.ts';

/** Slots a week of the clinics of the one hospital, by specialty: eight queues in one run, each on its own. */
export const SLOTS = [1, 2, 3, 4, 6, 8, 10, 12];
/** Load of each clinic: referrals over slots. */
export const LOAD = 0.8;
const PEOPLE = 5000;

/** What one clinic showed over a run. */
export interface ClinicRun {
  readonly arrivalsPerWeek: number;
  /** Variance of the weekly referrals over their mean: 1 for a Poisson process. */
  readonly dispersion: number;
  readonly figures: QueueFigures;
}

/** Weeks before anything is counted (lists start empty, and the one of one slot forgets it in about forty), and counted. */
const WARM_UP = 104;
export const COUNTED = 312;

/**
 * The model with everything switched off but referral and clinics: referrals come from other sources than the GP at
 * one rate for everybody, nobody is urgent, removed, absent or followed up, lists start empty, slots stay as they are.
 */
function clinicInput(replicate: number): RunInput {
  const slots = SLOTS.reduce((a, b) => a + b, 0);
  const bySpecialty = (prefix: string, value: (s: number) => number) =>
    Object.fromEntries(SPECIALTIES.map((name, s) => [`${prefix}_${name}`, value(s)]));
  return {
    place: CONSTANT_PLACE,
    parameters: {
      ...defaultParameterValues(),
      ...bySpecialty('specialty_share', (s) => SLOTS[s]! / slots),
      ...bySpecialty('follow_up_ratio', () => 0),
      // Four in a hundred more, as people who wait report no other need.
      other_source_firsts_per_1000: (1.04 * 1000 * 52 * LOAD * slots) / PEOPLE,
      need_peak: 0,
      need_scale: 1e-9,
      urgent_severity_threshold: 2,
      referral_never_attended_share: 0,
      first_outpatient_removal_per_week: 0,
      removal_base_per_week: 0,
      start_first_outpatient_weeks: 0,
      start_admission_weeks: 0,
      diagnostics_median_weeks: 0.001,
      non_admitted_stop_at_first: 0.95,
    },
    institutions: [fromWeek(0, FIXED_VOLUMES, 'start')],
    shocks: [],
    seed: 'clinics',
    replicate,
    weeks: WARM_UP + COUNTED,
    scale: 1,
    cohortWeek: 0,
  };
}

const FIXED_VOLUMES = withSettings(PURCHASER_PROVIDER_SPLIT.institutions, {
  'planning.volumesFollowDemand': false,
  'planning.organisationsAct': false,
});

/** The people of 2007 in every year: births and migration then hold the population. */
const CONSTANT_PLACE = (() => {
  const place = syntheticPlace({ people: PEOPLE, practices: 1, trusts: 1, rural: 0, seed: 'clinics' });
  const { residents } = place.commissioners;
  const bands = 7;
  const constant = residents.map((_, n) => residents[n % bands]!);
  return { ...place, commissioners: { ...place.commissioners, residents: constant } };
})();

/**
 * Runs the model and watches its clinics from outside.
 * @throws Error when in some week a list is not what Lindley's recursion makes of the list before, the referrals and
 *   those who died or moved away while they waited
 */
export function runClinics(replicate: number): ClinicRun[] {
  const world = createWorld(clinicInput(replicate));
  world.books.outpatientSlots.set(SLOTS);
  const list = (s: number): number => world.books.firstQueue[s * 2]!.waiting;
  const lists = SLOTS.map((_, s) => [list(s)]);
  const stays = watchPathways(world);
  while (world.week < world.input.weeks) {
    tick(world);
    SLOTS.forEach((_, s) => {
      lists[s]!.push(list(s));
    });
  }
  return SLOTS.map((slots, s) => {
    const atClinic = stays.filter((stay) => stay.stage === STAGE.firstOutpatient && stay.place === s);
    checkRecursion(slots, lists[s]!, atClinic);
    return figuresOf(lists[s]!, atClinic);
  });
}

/** @param lists people on the list before the first week, then at the end of each */
function checkRecursion(slots: number, lists: readonly number[], stays: readonly Stay[]): void {
  const change = new Int32Array(lists.length);
  for (const stay of stays) {
    if (stay.entered >= 0) change[stay.entered]! += 1;
    if (stay.how === 'departed') change[stay.left]! -= 1;
  }
  for (let week = 0; week + 1 < lists.length; week++) {
    const expected = Math.max(0, lists[week]! + change[week]! - slots);
    if (lists[week + 1] !== expected) {
      throw new Error(`week ${week}, ${slots} slots: ${lists[week + 1]} on the list, not ${expected}`);
    }
  }
}

function figuresOf(lists: readonly number[], stays: readonly Stay[]): ClinicRun {
  const counted = lists.slice(1 + WARM_UP);
  const joined = new Array<number>(COUNTED).fill(0);
  for (const stay of stays) if (stay.entered >= WARM_UP) joined[stay.entered - WARM_UP]! += 1;
  const arrivalsPerWeek = mean(joined);
  const waits = stays
    .filter((stay) => stay.how === 'seen' && stay.left >= WARM_UP)
    .map((stay) => stay.left - stay.entered);
  const share = (values: readonly number[], holds: (value: number) => boolean): number =>
    values.filter(holds).length / values.length;
  return {
    arrivalsPerWeek,
    dispersion: mean(joined.map((value) => (value - arrivalsPerWeek) ** 2)) / arrivalsPerWeek,
    figures: [
      mean(counted),
      share(counted, (value) => value === 0),
      share(waits, (wait) => wait >= 1),
      share(waits, (wait) => wait >= 2),
    ],
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
