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
import { needsPerYear } from './thresholds';

// EVENT of ../person-law.ts.
const NOTHING: i32 = 0;
const DEPARTURE: i32 = 1;
const PRACTICE_CHANGE: i32 = 2;
const PLANNED: i32 = 3;
const DEATH: i32 = 4;
const EMERGENCY: i32 = 5;
const ONSET: i32 = 6;
const REMISSION: i32 = 7;
const OTHER_REFERRAL: i32 = 8;
const NEED: i32 = 9;
const REPRESENT: i32 = 10;
const RESOLVE: i32 = 11;
const REMOVAL: i32 = 12;

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
    for (let n = start; n < end; n++) {
      const i = load<i32>(list + ((<usize>n) << 2));
      const decided = decide(i, unit(h3(i, k0, k1)), year, emergencyFactor, now);
      if (decided == NOTHING) continue;
      const kind = decided & 255;
      const asks = kind == NEED || kind == REPRESENT || kind == OTHER_REFERRAL;
      store<i32>(eventSlots + ((<usize>events) << 2), i);
      store<u8>(eventKinds + <usize>events, kind);
      store<u8>(
        eventDetails + <usize>events,
        asks ? specialtyOfNeed(i, unit(h3(i, s0, s1))) : decided >> 8,
      );
      events++;
    }
  }
  store<i32>(screenCounts, touched, 8);
  store<i32>(screenCounts, events);
}

/** People fetched at once: they stay in a core's nearest cache until their turn. */
const FETCHED: i32 = 64;

/** Load a line of each record and table that decisions on a person read. */
@inline
function touch(at: usize): i32 {
  return <i32>load<u8>(at) + <i32>load<u8>(at, RESIDUAL);
}

@inline
function unit(draw: i32): f64 {
  return <f64>(<u32>draw) * 2.3283064365386963e-10;
}

@inline
function h3(slot: i32, k0: i32, k1: i32): i32 {
  let x = slot ^ k0;
  x ^= x >>> 16;
  x *= 0x21f0aaad;
  x ^= x >>> 15;
  x *= 0x735a2d97;
  x ^= x >>> 15;
  x += slot ^ k1;
  x ^= x >>> 17;
  x *= <i32>0xed5ad4bb;
  x ^= x >>> 15;
  return x;
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
  let left = draw;
  const from =
    <i32>load<u16>(commissionerOfPractice + ((<usize>g) << 1)) * 7 + <i32>load<u8>(bandOfClass + <usize>cls);
  const departureMost = f64At(departureBound, from);
  if (left < departureMost) {
    const here = f64At(departure, year * departureStride + from);
    if (here > departureMost) countViolation();
    return left < here ? DEPARTURE : NOTHING;
  }
  left -= departureMost;
  if (left < practiceChangePerWeek) return PRACTICE_CHANGE;
  left -= practiceChangePerWeek;
  const row = rows + <usize>(cell * ROW);
  const planned = load<f64>(row, ROW_PLANNED);
  if (left < planned) return PLANNED;
  left -= planned;

  const mask = <i32>load<u16>(at, CONDITIONS);
  const ofMask = masks + <usize>(mask * MASK);
  const risk = f64At(riskBins, <i32>load<u8>(at, TRAITS) >> 4);
  const deathHere = load<f64>(row, ROW_DEATH) * load<f64>(ofMask, MASK_DEATH) * risk;
  if (left < deathHere) return DEATH;
  left -= deathHere;
  const stage = <i32>load<u8>(at, PATHWAY) & STAGE_MASK;
  const emergencyHere =
    load<f64>(row, ROW_EMERGENCY_BOUND) * load<f64>(emergencyScale) * load<f64>(ofMask, MASK_EMERGENCY) * risk;
  if (left < emergencyHere) {
    const waiting =
      stage >= STAGE_FIRST_OUTPATIENT
        ? f64At(waitingEmergencyRatio, (<i32>load<u8>(at, PATHWAY) >> SPECIALTY_SHIFT) & 7)
        : 1;
    const share = (emergencyFactor * waiting) / largestWaitingRatio;
    if (share > 1 + 1e-12) countViolation();
    return left < emergencyHere * share ? EMERGENCY : NOTHING;
  }
  left -= emergencyHere;
  const combo = (mask >> 3) & 3;
  const onsetHere =
    load<f64>(row + ((<usize>combo) << 3), ROW_ONSET_BOUND) * f64At(largestRatio, g);
  if (left < onsetHere) {
    const here = onsetNow(cell, mask, g);
    if (here > onsetHere * (1 + 1e-12)) countViolation();
    return left < here ? ONSET | (conditionToStart(left, cell, mask, g) << 8) : NOTHING;
  }
  left -= onsetHere;
  const remissionHere = load<f64>(ofMask, MASK_REMISSION);
  if (left < remissionHere) return REMISSION | (conditionToEnd(left, mask) << 8);
  left -= remissionHere;

  if (stage == STAGE_NONE) {
    const need = needsPerYear(row, mask, risk);
    const other = load<f64>(row, ROW_OTHER_REFERRAL);
    const busy = min<f64>(busyCap, need * busyPerNeed + other * busyPerOther);
    const free = 1.0 / (1 - busy) / 52.0;
    if (left < other * free) return OTHER_REFERRAL;
    left -= other * free;
    return left < need * free ? NEED : NOTHING;
  }
  if (stage == STAGE_KEPT) {
    if (left < representPerWeek) return REPRESENT;
    return left < representPerWeek + resolvePerWeek ? RESOLVE : NOTHING;
  }
  const base = stage == STAGE_FIRST_OUTPATIENT ? removalFirstPerWeek : removalPerWeek;
  const waited = now - <i32>load<u16>(at, CLOCK);
  const rise = f64At(removalByWait, max<i32>(0, min<i32>(longestCounted, waited)));
  const who = f64At(removalByPerson, quintile * AGE_YEARS + (cls % AGE_YEARS));
  return left < base * rise * who ? REMOVAL : NOTHING;
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
  let total: f64 = 0;
  for (let s: usize = 0; s < 32; s += 4) total += <f64>load<f32>(n + s) * <f64>load<f32>(r + s);
  let remaining = draw * total;
  for (let s: usize = 0; s < 28; s += 4) {
    remaining -= <f64>load<f32>(n + s) * <f64>load<f32>(r + s);
    if (remaining < 0) return <i32>(s >> 2);
  }
  return 7;
}
