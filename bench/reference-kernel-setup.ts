/**
 * The place of the reference kernel: a made-up district with the event rates of an English one.
 *
 * Every number here is an assumption of the benchmark, chosen to give roughly the event rates per 1,000 person-years
 * printed with its results; the model itself takes nothing from this file. The TypeScript and the C kernel start from
 * the same bytes.
 */
import { detExp } from '../src/kernel/deterministic-math.ts';
import { h3 } from '../src/kernel/draw.ts';

export const KIND = {
  death: 0,
  leave: 1,
  move: 2,
  condition: 3,
  emergencyVisit: 4,
  admission: 5,
  referral: 6,
} as const;
export const KINDS = 7;
export const CLASSES = 160;
export const HOSPITALS = 5;
export const SPECIALTIES = 8;
export const QUEUES = HOSPITALS * SPECIALTIES;
export const QUINTILES = 5;
/** Waiting places of a queue; the ring is a power of two. */
export const RING = 16_384;
export const WEEKS_PER_BAND = 261;

/** Everything a run starts from, in the order in which it is written for the C kernel. */
export interface ReferenceSetup {
  /** initial people, all slots, weeks, practices, zones, seed */
  readonly sizes: Int32Array;
  /** Slots below arrivalEnd[w] have arrived by week w. */
  readonly arrivalEnd: Int32Array;
  /** Interval starts by class x (kind, and the end of the last), in 2^-32. */
  readonly starts: Uint32Array;
  readonly rareByClass: Uint16Array;
  readonly frequentByClass: Uint16Array;
  /** Share of referral bounds that a practice uses, in 1/256. */
  readonly referralShare: Uint16Array;
  readonly nearest: Uint8Array;
  /** Pull of a hospital by zone x quintile x hospital. */
  readonly pull: Float64Array;
  readonly quality: Float64Array;
  /** Upper ends of the specialties on 2^32. */
  readonly specialtyEnd: Uint32Array;
  readonly weeklyPlaces: Int32Array;
  readonly birthWeek: Int16Array;
  readonly conditions: Uint16Array;
  readonly practice: Uint16Array;
  readonly zone: Uint16Array;
  /** sex (bit 0), quintile (bits 1-3) */
  readonly traits: Uint8Array;
  readonly severity: Uint8Array;
}

export interface ReferenceSize {
  people: number;
  weeks: number;
  seed: number;
}

export function referenceSetup({ people, weeks, seed }: ReferenceSize): ReferenceSetup {
  const arrivalsPerWeek = Math.round((people * 0.022) / 52);
  const slots = people + arrivalsPerWeek * weeks;
  const practices = Math.max(1, Math.round(people / 6500));
  const zones = Math.max(1, Math.round(people / 1500));
  const random = (i: number, what: number): number => h3(i, seed, what * 0x9e3779b9);
  const below = (i: number, what: number, n: number): number =>
    Math.floor((random(i, what) * n) / 4294967296);

  const zone = Uint16Array.from({ length: slots }, (_, slot) =>
    Math.floor(((slot % people) * zones) / people),
  );
  const hazards = hazardTables();
  return {
    sizes: Int32Array.of(people, slots, weeks, practices, zones, seed),
    arrivalEnd: Int32Array.from({ length: weeks }, (_, week) => people + arrivalsPerWeek * (week + 1)),
    ...hazards,
    referralShare: Uint16Array.from({ length: practices }, (_, practice) => 160 + below(practice, 1, 97)),
    nearest: Uint8Array.from({ length: zones }, (_, z) => below(z, 2, HOSPITALS)),
    pull: pullOfHospitals(zones, below),
    quality: Float64Array.from({ length: HOSPITALS }, (_, hospital) => 0.8 + 0.1 * hospital),
    specialtyEnd: Uint32Array.of(
      0.22 * 2 ** 32,
      0.4 * 2 ** 32,
      0.55 * 2 ** 32,
      0.67 * 2 ** 32,
      0.78 * 2 ** 32,
      0.87 * 2 ** 32,
      0.95 * 2 ** 32,
      0xffffffff,
    ),
    weeklyPlaces: weeklyPlaces(people),
    birthWeek: Int16Array.from({ length: slots }, (_, slot) =>
      birthWeekOf(slot, people, arrivalsPerWeek, below),
    ),
    conditions: Uint16Array.from({ length: slots }, (_, slot) =>
      slot < people ? firstConditions(random(slot, 3)) : 0,
    ),
    practice: Uint16Array.from({ length: slots }, (_, slot) =>
      Math.floor(((slot % people) * practices) / people),
    ),
    zone,
    traits: Uint8Array.from(
      { length: slots },
      (_, slot) => (random(slot, 4) & 1) | (below(zone[slot], 5, 5) << 1),
    ),
    severity: Uint8Array.from({ length: slots }, (_, slot) => below(slot, 6, 128)),
  };
}

/** Interval starts and thresholds by class: (age band x 2 + sex) x 4 + number of conditions up to 3. */
function hazardTables(): Pick<ReferenceSetup, 'starts' | 'rareByClass' | 'frequentByClass'> {
  const starts = new Uint32Array(CLASSES * (KINDS + 1));
  const rareByClass = new Uint16Array(CLASSES);
  const frequentByClass = new Uint16Array(CLASSES);
  for (let cls = 0; cls < CLASSES; cls++) {
    const age = 5 * (cls >> 3) + 2.5;
    const count = cls & 3;
    const old = Math.max(0, age - 40) / 40;
    const ratesPerYear = [
      0.0003 * detExp(0.075 * age) * (1 + 0.5 * count),
      0.006,
      age > 18 && age < 40 ? 0.1 : 0.035,
      0.004 + 0.04 * old,
      0.3 + 0.08 * count,
      (0.045 + 0.12 * old) * (1 + 0.6 * count),
      (0.1 + 0.18 * old) * (1 + 0.35 * count),
    ];
    let start = 0;
    ratesPerYear.forEach((rate, kind) => {
      starts[cls * (KINDS + 1) + kind] = start;
      start += Math.round(rate * (7 / 365.25) * 4294967296);
    });
    starts[cls * (KINDS + 1) + KINDS] = start;
    rareByClass[cls] = Math.ceil(start / 65536);
    frequentByClass[cls] = Math.round((3.2 + 3 * old + 1.6 * count) * (7 / 365.25) * 65536);
  }
  return { starts, rareByClass, frequentByClass };
}

function pullOfHospitals(zones: number, below: (i: number, what: number, n: number) => number): Float64Array {
  const pull = new Float64Array(zones * QUINTILES * HOSPITALS);
  for (let place = 0; place < pull.length; place++) {
    const hospital = place % HOSPITALS;
    const quintile = Math.floor(place / HOSPITALS) % QUINTILES;
    const zone = Math.floor(place / (HOSPITALS * QUINTILES));
    const distanceKm = 2 + below(zone * HOSPITALS + hospital, 7, 38);
    pull[place] = detExp(-(0.06 + 0.01 * quintile) * distanceKm);
  }
  return pull;
}

/** About the weekly referrals of the place, so that queues stand and move. */
function weeklyPlaces(people: number): Int32Array {
  const shares = [0.22, 0.18, 0.15, 0.12, 0.11, 0.09, 0.08, 0.05];
  const weekly = (people * 0.172) / 52;
  return Int32Array.from({ length: QUEUES }, (_, queue) =>
    Math.max(1, Math.round((weekly * shares[queue % SPECIALTIES]) / HOSPITALS)),
  );
}

function birthWeekOf(
  slot: number,
  people: number,
  arrivalsPerWeek: number,
  below: (i: number, what: number, n: number) => number,
): number {
  if (slot < people) return -below(slot, 8, 4200) - (below(slot, 9, 10) === 0 ? below(slot, 10, 700) : 0);
  const arrivalWeek = Math.floor((slot - people) / arrivalsPerWeek);
  return below(slot, 11, 2) === 0 ? arrivalWeek : arrivalWeek - 900 - below(slot, 8, 1500);
}

function firstConditions(u: number): number {
  const first = u < 0x50000000 ? 1 << (u & 11) : 0;
  return u < 0x20000000 ? first | (1 << ((u >>> 8) & 11)) : first;
}
