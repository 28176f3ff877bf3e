/**
 * The reference kernel: the least that a weekly patient simulator must do, to measure how fast this machine does it.
 *
 * Every week: arrivals take their reserved slots; 1/52 of the slots renew their hazard class; one draw per slot says
 * whether a rare event (seven kinds by anchored intervals) or a GP visit happens; referrals choose a hospital by
 * distance, deprivation, waiting time and quality and join a first-in-first-out queue; hospitals treat and publish
 * their waits. bench/c/reference-kernel.c is the same law in C, and gives the same checksum.
 */
import { drawKey, h3, unit } from '../src/kernel/draw.ts';
import { createScanner, DEFAULT_CHUNK, type Scanner } from '../src/kernel/scan.ts';
import {
  HOSPITALS,
  KIND,
  KINDS,
  QUEUES,
  QUINTILES,
  type ReferenceSetup,
  RING,
  SPECIALTIES,
  WEEKS_PER_BAND,
} from './reference-kernel-setup.ts';

export interface ReferenceResult {
  checksum: number;
  /** Sum over weeks of the people present: the unit in which speed is given. */
  patientWeeks: number;
  /** Events by kind, then GP visits, then treatments. */
  counts: number[];
}

const PURPOSE = { event: 0, condition: 1, hospital: 2, specialty: 3, practice: 4, stay: 5 } as const;
const PURPOSES = 6;

/** A run of a setup; the setup itself is not changed. */
export interface ReferenceRun {
  /** All weeks, in order: the part that is timed. */
  runWeeks(): void;
  result(): ReferenceResult;
}

export function referenceRun(setup: ReferenceSetup, engine: Scanner['engine']): ReferenceRun {
  const state = firstState(setup, engine);
  return {
    runWeeks: () => runWeeks(state, setup.sizes[2]),
    result: () => ({
      checksum: checksum(state),
      patientWeeks: state.counts[PATIENT_WEEKS],
      counts: Array.from(state.counts.subarray(0, KINDS + 2)),
    }),
  };
}

function runWeeks(state: State, weeks: number): void {
  for (let week = 0; week < weeks; week++) {
    drawKeysOf(state, week);
    arrive(state, week);
    renewClasses(state, week);
    livePeople(state, week);
    treat(state, week);
    state.counts[PATIENT_WEEKS] += state.counts[PRESENT];
  }
}

// Places in `counts`, after one per kind of event.
const GP_VISITS = KINDS;
const TREATED = KINDS + 1;
const WAITED_WEEKS = KINDS + 2;
const PRESENT = KINDS + 3;
const PATIENT_WEEKS = KINDS + 4;

type State = ReturnType<typeof firstState>;

function firstState(setup: ReferenceSetup, engine: Scanner['engine']) {
  const [people, slots] = setup.sizes;
  const state = {
    setup,
    scanner: createScanner(slots, { engine }),
    seed: { lo: setup.sizes[5], hi: 0 },
    keys: new Int32Array(2 * PURPOSES),
    conditions: setup.conditions.slice(),
    practice: setup.practice.slice(),
    severity: setup.severity.slice(),
    hazardClass: new Uint8Array(slots),
    present: new Uint8Array(slots),
    /** Week of the open referral + 1; 0 when none. A queue entry counts only while its week is this one. */
    waitWeek: new Uint16Array(slots),
    ringSlot: new Int32Array(QUEUES * RING),
    ringWeek: new Uint16Array(QUEUES * RING),
    head: new Int32Array(QUEUES),
    tail: new Int32Array(QUEUES),
    expectedWait: new Float64Array(QUEUES),
    hospitalPull: new Float64Array(QUEUES),
    bedDays: new Int32Array(HOSPITALS),
    practiceVisits: new Int32Array(setup.sizes[3]),
    emergencyVisits: new Int32Array(HOSPITALS),
    counts: new Float64Array(KINDS + 5),
  };
  for (let slot = 0; slot < people; slot++) enter(state, slot, 0);
  for (let queue = 0; queue < QUEUES; queue++) publishPull(state, queue);
  return state;
}

function drawKeysOf({ seed, keys }: State, week: number): void {
  for (let purpose = 0; purpose < PURPOSES; purpose++) {
    const key = drawKey(seed, week, purpose, 0, 0);
    keys[2 * purpose] = key.k0;
    keys[2 * purpose + 1] = key.k1;
  }
}

function arrive(state: State, week: number): void {
  const { arrivalEnd, sizes } = state.setup;
  for (let slot = week === 0 ? sizes[0] : arrivalEnd[week - 1]; slot < arrivalEnd[week]; slot++)
    enter(state, slot, week);
}

function enter(state: State, slot: number, week: number): void {
  state.present[slot] = 1;
  state.counts[PRESENT]++;
  classify(state, slot, week);
}

/** A fifty-second of the slots each week, so that everybody's age band is at most a year old. */
function renewClasses(state: State, week: number): void {
  const end = state.setup.arrivalEnd[week];
  const part = week % 52;
  const from = Math.floor((end * part) / 52);
  const to = Math.floor((end * (part + 1)) / 52);
  for (let slot = from; slot < to; slot++) if (state.present[slot] === 1) classify(state, slot, week);
}

function classify({ setup, conditions, hazardClass, scanner }: State, slot: number, week: number): void {
  const band = Math.min(19, Math.floor((week - setup.birthWeek[slot]) / WEEKS_PER_BAND));
  const sex = setup.traits[slot] & 1;
  const cls = (band * 2 + sex) * 4 + Math.min(3, bitCount(conditions[slot]));
  hazardClass[slot] = cls;
  scanner.rareThreshold[slot] = setup.rareByClass[cls];
  scanner.frequentThreshold[slot] = setup.frequentByClass[cls];
}

function livePeople(state: State, week: number): void {
  const { scanner, keys, practice, practiceVisits, counts } = state;
  const end = state.setup.arrivalEnd[week];
  const k0 = keys[2 * PURPOSE.event];
  const k1 = keys[2 * PURPOSE.event + 1];
  for (let from = 0; from < end; from += DEFAULT_CHUNK) {
    scanner.scan(from, Math.min(end, from + DEFAULT_CHUNK), k0, k1);
    const { rare, frequent, rareCount, frequentCount } = scanner;
    for (let place = 0; place < frequentCount; place++) practiceVisits[practice[frequent[place]]]++;
    counts[GP_VISITS] += frequentCount;
    for (let place = 0; place < rareCount; place++)
      rareEvent(state, week, rare[place], h3(rare[place], k0, k1));
  }
}

/** Find the interval in which u lies, thin it to the person's actual probability, and let the event happen. */
function rareEvent(state: State, week: number, slot: number, u: number): void {
  const { starts } = state.setup;
  const row = state.hazardClass[slot] * (KINDS + 1);
  if (u >= starts[row + KINDS]) return;
  let kind = 0;
  while (u >= starts[row + kind + 1]) kind++;
  const bound = starts[row + kind + 1] - starts[row + kind];
  if ((u - starts[row + kind]) * 256 >= bound * actualShare(state, slot, kind)) return;
  state.counts[kind]++;
  if (kind === KIND.emergencyVisit) emergencyVisit(state, slot);
  else if (kind === KIND.referral) refer(state, slot, week);
  else if (kind === KIND.admission) admit(state, slot);
  else if (kind === KIND.move)
    state.practice[slot] = Math.floor(drawUnit(state, PURPOSE.practice, slot) * state.setup.sizes[3]);
  else if (kind === KIND.condition) acquireCondition(state, slot, week);
  else empty(state, slot);
}

/** Actual probability as a share of the bound, in 1/256. */
function actualShare({ setup, severity, practice }: State, slot: number, kind: number): number {
  if (kind === KIND.death || kind === KIND.admission) return 128 + (severity[slot] >> 1);
  if (kind === KIND.referral) return setup.referralShare[practice[slot]];
  return 256;
}

function emergencyVisit(state: State, slot: number): void {
  state.emergencyVisits[state.setup.nearest[state.setup.zone[slot]]]++;
  if (draw(state, PURPOSE.stay, slot) < 0x40000000) admit(state, slot);
}

function admit({ setup, bedDays, severity, keys }: State, slot: number): void {
  const u = h3(slot, keys[2 * PURPOSE.stay], keys[2 * PURPOSE.stay + 1]);
  bedDays[setup.nearest[setup.zone[slot]]] += 1 + (u & 7) + (severity[slot] >> 5);
}

function acquireCondition(state: State, slot: number, week: number): void {
  state.conditions[slot] |= 1 << Math.floor(drawUnit(state, PURPOSE.condition, slot) * 12);
  state.severity[slot] = Math.min(255, state.severity[slot] + 24);
  classify(state, slot, week);
}

/** A death or a move away leaves the slot empty for good. */
function empty({ present, scanner, waitWeek, counts }: State, slot: number): void {
  present[slot] = 0;
  waitWeek[slot] = 0;
  scanner.rareThreshold[slot] = 0;
  scanner.frequentThreshold[slot] = 0;
  counts[PRESENT]--;
}

function refer(state: State, slot: number, week: number): void {
  const { setup, waitWeek, tail, head, ringSlot, ringWeek } = state;
  if (waitWeek[slot] !== 0) return;
  const u = draw(state, PURPOSE.specialty, slot);
  let specialty = 0;
  while (specialty < SPECIALTIES - 1 && u >= setup.specialtyEnd[specialty]) specialty++;
  const queue = chooseHospital(state, slot, specialty) * SPECIALTIES + specialty;
  if (tail[queue] - head[queue] >= RING) throw new RangeError('a queue of the reference kernel is full');
  const place = queue * RING + (tail[queue]++ & (RING - 1));
  waitWeek[slot] = week + 1;
  ringSlot[place] = slot;
  ringWeek[place] = week + 1;
}

/** A logit choice: pull of distance by deprivation x pull of quality and expected wait. */
function chooseHospital(state: State, slot: number, specialty: number): number {
  const { setup, hospitalPull } = state;
  const row = (setup.zone[slot] * QUINTILES + (setup.traits[slot] >> 1)) * HOSPITALS;
  let sum = 0;
  for (let hospital = 0; hospital < HOSPITALS; hospital++) {
    sum += setup.pull[row + hospital] * hospitalPull[hospital * SPECIALTIES + specialty];
  }
  let left = drawUnit(state, PURPOSE.hospital, slot) * sum;
  let hospital = 0;
  for (; hospital < HOSPITALS - 1; hospital++) {
    left -= setup.pull[row + hospital] * hospitalPull[hospital * SPECIALTIES + specialty];
    if (left < 0) break;
  }
  return hospital;
}

/** Each queue treats its weekly places, fewer where emergencies filled the beds, and publishes its expected wait. */
function treat(state: State, week: number): void {
  const { setup, head, tail, ringSlot, ringWeek, waitWeek, severity, counts, bedDays, expectedWait } = state;
  for (let queue = 0; queue < QUEUES; queue++) {
    const hospital = Math.floor(queue / SPECIALTIES);
    const crowded = bedDays[hospital] * HOSPITALS * 70 > setup.sizes[0];
    let places = Math.max(1, setup.weeklyPlaces[queue] - (crowded ? 1 : 0));
    while (places > 0 && head[queue] < tail[queue]) {
      const place = queue * RING + (head[queue]++ & (RING - 1));
      const slot = ringSlot[place];
      if (waitWeek[slot] !== ringWeek[place]) continue;
      places--;
      waitWeek[slot] = 0;
      severity[slot] >>= 1;
      counts[TREATED]++;
      counts[WAITED_WEEKS] += week + 1 - ringWeek[place];
    }
    const wait = (tail[queue] - head[queue]) / setup.weeklyPlaces[queue];
    expectedWait[queue] = 0.75 * expectedWait[queue] + 0.25 * wait;
    publishPull(state, queue);
  }
  bedDays.fill(0);
}

function publishPull({ setup, expectedWait, hospitalPull }: State, queue: number): void {
  const slowness = 1 + expectedWait[queue] / 8;
  hospitalPull[queue] = setup.quality[Math.floor(queue / SPECIALTIES)] / (slowness * slowness);
}

function draw({ keys }: State, purpose: number, slot: number): number {
  return h3(slot, keys[2 * purpose], keys[2 * purpose + 1]);
}

function drawUnit(state: State, purpose: number, slot: number): number {
  return unit(draw(state, purpose, slot));
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** FNV-1a over the final state of all slots, queues and counters, word by word. */
function checksum(state: State): number {
  let sum = 0x811c9dc5;
  const mix = (word: number): void => {
    sum = Math.imul(sum ^ word, 0x01000193);
  };
  for (const column of [state.present, state.hazardClass, state.severity, state.conditions, state.practice])
    column.forEach(mix);
  for (const column of [state.waitWeek, state.scanner.rareThreshold, state.scanner.frequentThreshold])
    column.forEach(mix);
  for (const column of [state.head, state.tail, state.practiceVisits, state.emergencyVisits])
    column.forEach(mix);
  state.counts.forEach(mix);
  return sum >>> 0;
}
