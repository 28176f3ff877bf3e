/** The law of a person: what happens in a week (see ../person-law.ts). */
import {
  rows,
  masks,
  needRatios,
  riskBins,
  onsetPerYear,
  onsetCardiometabolic,
  remissionPerYear,
  commissionerOfPractice,
  bandOfClass,
  prevalenceRatio,
  departure,
  departureBound,
  largestRatio,
  practiceEmergencies,
  removalByWait,
  removalByPerson,
  waitingEmergencyRatio,
  eventSlots,
  eventKinds,
  eventDetails,
  screenCounts,
  emergencyScale,
  departureStride,
  longestCounted,
  practiceChangePerWeek,
  representPerWeek,
  resolvePerWeek,
  removalFirstPerWeek,
  removalPerWeek,
  busyPerNeed,
  busyPerOther,
  busyCap,
  largestWaitingRatio,
  CONDITIONS,
  CLOCK,
  TRAITS,
  AGE_CLASS,
  PATHWAY,
  RESIDUAL,
  AGE_YEARS,
  STAGE_MASK,
  STAGE_NONE,
  STAGE_KEPT,
  STAGE_FIRST_OUTPATIENT,
  SPECIALTY_SHIFT,
  ROW,
  ROW_PLANNED,
  ROW_NEED,
  ROW_DEATH,
  ROW_EMERGENCY_BOUND,
  ROW_ONSET_BOUND,
  ROW_OTHER_REFERRAL,
  MASK,
  MASK_DEATH,
  MASK_EMERGENCY,
  MASK_REMISSION,
  ROW_NEEDS,
  recordOf,
  rowOf,
  quintileOf,
  practiceOf,
  f64At,
} from './layout';
import { h3, unit } from './draw';
import { needsPerYear, upper } from './thresholds';

// EVENT of ../person-engine.ts.
export const NOTHING: i32 = 0;
export const DEPARTURE: i32 = 1;
export const PRACTICE_CHANGE: i32 = 2;
export const PLANNED: i32 = 3;
export const DEATH: i32 = 4;
export const EMERGENCY: i32 = 5;
export const ONSET: i32 = 6;
export const REMISSION: i32 = 7;
export const OTHER_REFERRAL: i32 = 8;
export const NEED: i32 = 9;
export const REPRESENT: i32 = 10;
export const RESOLVE: i32 = 11;
export const REMOVAL: i32 = 12;

/**
 * Decide on the candidates of a scan; s0 and s1 are the key of the draws of a need's specialty. Events go to the lists
 * of the host, in order; to `screenCounts` go their number, the number of draws that would have needed a wider bound, and
 * a sum nobody needs.
 */
export function screen(
  list: usize,
  count: i32,
  k0: i32,
  k1: i32,
  year: i32,
  emergencyFactor: f64,
  now: i32,
  s0: i32,
  s1: i32,
): void {
  let touched: i32 = 0;
  store<i32>(screenCounts, 0, 4);
  let events: i32 = 0;
  for (let start = 0; start < count; start += FETCHED) {
    const end = min<i32>(count, start + FETCHED);
    // Fetch what the decisions will read, many at once: they wait for memory one after the other.
    for (let n = start; n < end; n++) touched += touch(recordOf(load<i32>(list + ((<usize>n) << 2))));
    for (let n = start; n < end; n++) touched += touchTables(recordOf(load<i32>(list + ((<usize>n) << 2))));
    for (let n = start; n < end; n++) {
      const i = load<i32>(list + ((<usize>n) << 2));
      const decided = decide(i, unit(h3(i, k0, k1)), year, emergencyFactor, now);
      // Written down whatever it is; nothing is overwritten by the next.
      store<i32>(eventSlots + ((<usize>events) << 2), i);
      store<u8>(eventKinds + <usize>events, decided & 255);
      store<u8>(eventDetails + <usize>events, decided >> 8);
      events += <i32>(decided != NOTHING);
    }
  }
  giveSpecialties(events, s0, s1);
  store<i32>(screenCounts, touched, 8);
  store<i32>(screenCounts, events);
}

/** Specialties of the events that are for one. */
function giveSpecialties(events: i32, s0: i32, s1: i32): void {
  for (let n = 0; n < events; n++) {
    const kind = <i32>load<u8>(eventKinds + <usize>n);
    const i = load<i32>(eventSlots + ((<usize>n) << 2));
    if (kind == NEED || kind == REPRESENT || kind == OTHER_REFERRAL) {
      store<u8>(eventDetails + <usize>n, specialtyOfNeed(i, unit(h3(i, s0, s1))));
    }
  }
}

/** People fetched at once: they stay in a core's nearest cache until their turn. */
const FETCHED: i32 = 64;

/** Load the lines of a record. */
@inline
function touch(at: usize): i32 {
  return <i32>load<u8>(at) + <i32>load<u8>(at, RESIDUAL);
}

/** Load the lines of the tables that decisions on a person read, once the record is there. */
@inline
function touchTables(at: usize): i32 {
  const row = rowOf(at);
  const mask = <i32>load<u16>(at, CONDITIONS);
  return (
    <i32>load<u8>(row) +
    <i32>load<u8>(row, ROW_NEED) +
    <i32>load<u8>(masks + <usize>(mask * MASK)) +
    <i32>load<u8>(needRatios + ((<usize>mask) << 5))
  );
}

function countViolation(): void {
  store<i32>(screenCounts, load<i32>(screenCounts, 4) + 1, 4);
}

/** What happens: the kind in the lowest byte, the condition that begins or ends in the next. */
function decide(i: i32, draw: f64, year: i32, emergencyFactor: f64, now: i32): i32 {
  const at = recordOf(i);
  const cls = <i32>load<u8>(at, AGE_CLASS);
  const g = practiceOf(at);
  const quintile = quintileOf(at);
  const cell = cls * 5 + quintile;
  const from =
    <i32>load<u16>(commissionerOfPractice + ((<usize>g) << 1)) * 7 + <i32>load<u8>(bandOfClass + <usize>cls);
  const row = rows + <usize>(cell * ROW);
  const mask = <i32>load<u16>(at, CONDITIONS);
  const ofMask = masks + <usize>(mask * MASK);
  const risk = f64At(riskBins, <i32>load<u8>(at, TRAITS) >> 4);
  const stage = <i32>load<u8>(at, PATHWAY) & STAGE_MASK;

  // What is left of the draw after each kind. It falls, so the kinds that it passes are those before the one it meets:
  // they are counted, as a branch on each would often be guessed wrong.
  const departureMost = f64At(departureBound, from);
  const planned = load<f64>(row, ROW_PLANNED);
  const deathHere = load<f64>(row, ROW_DEATH) * load<f64>(ofMask, MASK_DEATH) * risk;
  const emergencyHere =
    load<f64>(row, ROW_EMERGENCY_BOUND) *
    load<f64>(emergencyScale) *
    load<f64>(ofMask, MASK_EMERGENCY) *
    risk *
    f64At(practiceEmergencies, g);
  const onsetHere =
    load<f64>(row + ((<usize>((mask >> 3) & 3)) << 3), ROW_ONSET_BOUND) * f64At(largestRatio, g);
  const remissionHere = load<f64>(ofMask, MASK_REMISSION);
  const past1 = draw - departureMost;
  const past2 = past1 - practiceChangePerWeek;
  const past3 = past2 - planned;
  const past4 = past3 - deathHere;
  const past5 = past4 - emergencyHere;
  const past6 = past5 - onsetHere;
  const past7 = past6 - remissionHere;
  const passed =
    <i32>(draw >= departureMost) +
    <i32>(past1 >= practiceChangePerWeek) +
    <i32>(past2 >= planned) +
    <i32>(past3 >= deathHere) +
    <i32>(past4 >= emergencyHere) +
    <i32>(past5 >= onsetHere) +
    <i32>(past6 >= remissionHere);
  if (passed == 7) {
    if (stage == STAGE_NONE) return needOrReferral(row, mask, risk, past7);
    if (stage == STAGE_KEPT) {
      if (past7 < representPerWeek) return REPRESENT;
      return past7 < representPerWeek + resolvePerWeek ? RESOLVE : NOTHING;
    }
    const base = stage == STAGE_FIRST_OUTPATIENT ? removalFirstPerWeek : removalPerWeek;
    const waited = now - <i32>load<u16>(at, CLOCK);
    const rise = f64At(removalByWait, max<i32>(0, min<i32>(longestCounted, waited)));
    const who = f64At(removalByPerson, quintile * AGE_YEARS + (cls % AGE_YEARS));
    return past7 < base * rise * who ? REMOVAL : NOTHING;
  }
  if (passed == 4) {
    const waiting =
      stage >= STAGE_FIRST_OUTPATIENT
        ? f64At(waitingEmergencyRatio, (<i32>load<u8>(at, PATHWAY) >> SPECIALTY_SHIFT) & 7)
        : 1;
    const share = (emergencyFactor * waiting) / largestWaitingRatio;
    if (share > 1 + 1e-12) countViolation();
    return past4 < emergencyHere * share ? EMERGENCY : NOTHING;
  }
  if (passed == 0) {
    const here = f64At(departure, year * departureStride + from);
    if (here > departureMost) countViolation();
    return draw < here ? DEPARTURE : NOTHING;
  }
  if (passed == 1) return PRACTICE_CHANGE;
  if (passed == 2) return PLANNED;
  if (passed == 3) return DEATH;
  if (passed == 6) return REMISSION | (conditionToEnd(past6, mask) << 8);
  const here = onsetNow(cell, mask, g);
  if (here > onsetHere * (1 + 1e-12)) countViolation();
  return past5 < here ? ONSET | (conditionToStart(past5, cell, mask, g) << 8) : NOTHING;
}

@inline
function needOrReferral(row: usize, mask: i32, risk: f64, left: f64): i32 {
  const need = needsPerYear(row, mask, risk);
  const other = load<f64>(row, ROW_OTHER_REFERRAL);
  const busy = min<f64>(busyCap, need * busyPerNeed + other * busyPerOther);
  const free = 1.0 / (1 - busy) / 52.0;
  if (left < other * free) return OTHER_REFERRAL;
  return left - other * free < need * free ? NEED : NOTHING;
}

function onsetNow(cell: i32, mask: i32, g: i32): f64 {
  const combo = (mask >> 3) & 3;
  let sum: f64 = 0;
  for (let c = 0; c < 12; c++) if ((mask & (1 << c)) == 0) sum += onsetOf(cell, c, combo, g);
  return sum;
}

@inline
function onsetOf(cell: i32, c: i32, combo: i32, g: i32): f64 {
  return (
    (f64At(onsetPerYear, cell * 12 + c) *
      f64At(onsetCardiometabolic, c * 4 + combo) *
      f64At(prevalenceRatio, g * 12 + c)) /
    52.0
  );
}

function conditionToStart(draw: f64, cell: i32, mask: i32, g: i32): i32 {
  let left = draw;
  let last = 0;
  for (let c = 0; c < 12; c++) {
    if ((mask & (1 << c)) != 0) continue;
    const here = onsetOf(cell, c, (mask >> 3) & 3, g);
    if (here == 0) continue;
    last = c;
    if (left < here) break;
    left -= here;
  }
  return last;
}

function conditionToEnd(draw: f64, mask: i32): i32 {
  let left = draw;
  let last = 0;
  for (let c = 0; c < 12; c++) {
    const here = f64At(remissionPerYear, c) / 52.0;
    if ((mask & (1 << c)) == 0 || here == 0) continue;
    last = c;
    if (left < here) break;
    left -= here;
  }
  return last;
}

/** Specialty of a person's new need: in proportion to the person's hazards; draw in [0, 1). */
export function specialtyOfNeed(i: i32, draw: f64): i32 {
  const at = recordOf(i);
  const n = rowOf(at) + ROW_NEEDS;
  const r = needRatios + ((<usize>load<u16>(at, CONDITIONS)) << 5);
  const a = v128.load(n);
  const b = v128.load(r);
  const c = v128.load(n, 16);
  const d = v128.load(r, 16);
  const p01 = f64x2.mul(f64x2.promote_low_f32x4(a), f64x2.promote_low_f32x4(b));
  const p23 = f64x2.mul(f64x2.promote_low_f32x4(upper(a)), f64x2.promote_low_f32x4(upper(b)));
  const p45 = f64x2.mul(f64x2.promote_low_f32x4(c), f64x2.promote_low_f32x4(d));
  const p67 = f64x2.mul(f64x2.promote_low_f32x4(upper(c)), f64x2.promote_low_f32x4(upper(d)));
  const p0 = f64x2.extract_lane(p01, 0);
  const p1 = f64x2.extract_lane(p01, 1);
  const p2 = f64x2.extract_lane(p23, 0);
  const p3 = f64x2.extract_lane(p23, 1);
  const p4 = f64x2.extract_lane(p45, 0);
  const p5 = f64x2.extract_lane(p45, 1);
  const p6 = f64x2.extract_lane(p67, 0);
  const total = p0 + p1 + p2 + p3 + p4 + p5 + p6 + f64x2.extract_lane(p67, 1);
  // What is left falls, so the specialties that it passes are those before the one it meets.
  const past0 = draw * total - p0;
  const past1 = past0 - p1;
  const past2 = past1 - p2;
  const past3 = past2 - p3;
  const past4 = past3 - p4;
  const past5 = past4 - p5;
  const past6 = past5 - p6;
  return (
    <i32>(past0 >= 0) +
    <i32>(past1 >= 0) +
    <i32>(past2 >= 0) +
    <i32>(past3 >= 0) +
    <i32>(past4 >= 0) +
    <i32>(past5 >= 0) +
    <i32>(past6 >= 0)
  );
}
