/**
 * The law and the book of a person in WebAssembly (AssemblyScript, not TypeScript: built by scripts/build-wasm.mjs).
 *
 * The same operations on the same doubles in the same order as in ../person-law.ts and ../person-book.ts, which say
 * why; so every outcome is the same, bit for bit. The host owns the memory and fills it (../person-wasm.ts).
 */

// Addresses of the columns and tables, by the names the host gives them.
declare const records: usize;
declare const practices: usize;
declare const rareThreshold: usize;
declare const residents: usize;
declare const present: usize;
declare const withCondition: usize;
declare const utility: usize;
declare const cohortUtility: usize;
declare const unmetSeverity: usize;
declare const open: usize;
declare const completedYear: usize;
declare const completedWeek: usize;
declare const deathsByClass: usize;
declare const stageCount: usize;
declare const registered: usize;
declare const consultationRate: usize;
declare const minorAeRate: usize;
declare const rows: usize;
declare const masks: usize;
declare const needs: usize;
declare const needRatios: usize;
declare const riskBins: usize;
declare const onsetPerYear: usize;
declare const onsetCardiometabolic: usize;
declare const remissionPerYear: usize;
declare const commissionerOfPractice: usize;
declare const bandOfClass: usize;
declare const prevalenceRatio: usize;
declare const departure: usize;
declare const departureBound: usize;
declare const largestRatio: usize;
declare const removalByWait: usize;
declare const removalByPerson: usize;
declare const removalPart: usize;
declare const waitingEmergencyRatio: usize;
declare const needDecrement: usize;
declare const treatmentGain: usize;
declare const eventSlots: usize;
declare const eventKinds: usize;
declare const eventConditions: usize;
declare const screenCounts: usize;
declare const emergencyScale: usize;

// Numbers of the run.
declare const cohortEnd: i32;
declare const departureStride: i32;
declare const quintileGroup: i32;
declare const providerGroup: i32;
declare const residentTallies: i32;
declare const deaths: i32;
declare const departures: i32;
declare const removals: i32;
declare const clockStarts: i32;
declare const stopsAdmitted: i32;
declare const stopsNonAdmitted: i32;
declare const waitBands: i32;
declare const clockOffset: i32;
declare const longestCounted: i32;
declare const keptPart: f64;
declare const practiceChangePerWeek: f64;
declare const representPerWeek: f64;
declare const resolvePerWeek: f64;
declare const removalFirstPerWeek: f64;
declare const removalPerWeek: f64;
declare const needScale: f64;
declare const busyPerNeed: f64;
declare const busyPerOther: f64;
declare const busyCap: f64;
declare const largestWaitingRatio: f64;
declare const rounding: f64;
declare const residualStep: f64;
declare const residualYears: f64;
declare const gainWithoutAdmission: f64;

// A record of ../people.ts, by byte.
const RECORD: usize = 20;
const BIRTH_WEEK: usize = 0;
const CONDITIONS: usize = 2;
const ZONE: usize = 4;
const CLOCK: usize = 6;
const STABLE_THRESHOLD: usize = 8;
const NEED_THRESHOLD: usize = 10;
const TRAITS: usize = 12;
const LIFE: usize = 13;
const AGE_CLASS: usize = 14;
const PATHWAY: usize = 15;
const PROVIDER: usize = 16;
const SEVERITY: usize = 18;
const RESIDUAL: usize = 19;

const PRESENT: i32 = 1;
const DIED: i32 = 2;
const AGE_YEARS: i32 = 101;
const STAGE_MASK: i32 = 7;
const STAGE_NONE: i32 = 0;
const STAGE_KEPT: i32 = 1;
const STAGE_FIRST_OUTPATIENT: i32 = 2;
const SPECIALTY_SHIFT: i32 = 3;
const URGENT_BIT: i32 = 64;
const OTHER_SOURCE_BIT: i32 = 128;

// A row and a mask of ../person-tables.ts, by byte.
const ROW: i32 = 128;
const ROW_PLANNED: usize = 0;
const ROW_DEATH: usize = 8;
const ROW_EMERGENCY_BOUND: usize = 16;
const ROW_ONSET_BOUND: usize = 24;
const ROW_OTHER_REFERRAL: usize = 56;
const ROW_NEED: usize = 64;
const ROW_MINOR_AE: usize = 72;
const ROW_CONSULTATIONS: usize = 80;
const ROW_UTILITY: usize = 88;
const MASK: i32 = 64;
const MASK_DEATH: usize = 0;
const MASK_EMERGENCY: usize = 8;
const MASK_CONSULTATIONS: usize = 16;
const MASK_UTILITY: usize = 24;
const MASK_REMISSION: usize = 32;

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

// ---- What lies where ------------------------------------------------------------------------------------------------

@inline
function recordOf(i: i32): usize {
  return records + <usize>i * RECORD;
}

@inline
function quintileOf(at: usize): i32 {
  return (<i32>load<u8>(at, TRAITS) >> 1) & 7;
}

@inline
function rowOf(at: usize): usize {
  return rows + <usize>((<i32>load<u8>(at, AGE_CLASS) * 5 + quintileOf(at)) * ROW);
}

@inline
function maskOf(at: usize): usize {
  return masks + <usize>(<i32>load<u16>(at, CONDITIONS) * MASK);
}

@inline
function practiceOf(i: i32): i32 {
  return <i32>load<u16>(practices + ((<usize>i) << 1));
}

@inline
function cellAt(i: i32, at: usize): i32 {
  return <i32>load<u16>(commissionerOfPractice + ((<usize>practiceOf(i)) << 1)) * 5 + quintileOf(at);
}

/** Element n of a table of doubles. */
@inline
function f64At(table: usize, n: i32): f64 {
  return load<f64>(table + ((<usize>n) << 3));
}

@inline
function add(table: usize, n: i32, change: f64): void {
  const at = table + ((<usize>n) << 3);
  store<f64>(at, load<f64>(at) + change);
}

@inline
function addInteger(table: usize, n: i32, change: i32): void {
  const at = table + ((<usize>n) << 2);
  store<i32>(at, load<i32>(at) + change);
}

// ---- The law: thresholds --------------------------------------------------------------------------------------------

/** Needs a year of a person without an open one, from the GP's side and before the share of time busy. */
@inline
function needsPerYear(row: usize, cell: i32, mask: i32, risk: f64): f64 {
  if (mask == 0) return load<f64>(row, ROW_NEED) * risk * needScale;
  const n = needs + ((<usize>cell) << 5);
  const r = needRatios + ((<usize>mask) << 5);
  const a = v128.load(n);
  const b = v128.load(r);
  const c = v128.load(n, 16);
  const d = v128.load(r, 16);
  const p01 = f64x2.mul(f64x2.promote_low_f32x4(a), f64x2.promote_low_f32x4(b));
  const p23 = f64x2.mul(f64x2.promote_low_f32x4(upper(a)), f64x2.promote_low_f32x4(upper(b)));
  const p45 = f64x2.mul(f64x2.promote_low_f32x4(c), f64x2.promote_low_f32x4(d));
  const p67 = f64x2.mul(f64x2.promote_low_f32x4(upper(c)), f64x2.promote_low_f32x4(upper(d)));
  let need: f64 = f64x2.extract_lane(p01, 0) + f64x2.extract_lane(p01, 1);
  need += f64x2.extract_lane(p23, 0);
  need += f64x2.extract_lane(p23, 1);
  need += f64x2.extract_lane(p45, 0);
  need += f64x2.extract_lane(p45, 1);
  need += f64x2.extract_lane(p67, 0);
  need += f64x2.extract_lane(p67, 1);
  return need * risk * needScale;
}

/** The upper half of four singles, in the lower half. */
@inline
function upper(x: v128): v128 {
  return i32x4.shuffle(x, x, 2, 3, 2, 3);
}

/** What the stage of the pathway adds to the threshold, in 2^-16. */
@inline
function stagePart(at: usize): f64 {
  const stage = <i32>load<u8>(at, PATHWAY) & STAGE_MASK;
  if (stage == STAGE_NONE) return <f64>load<u16>(at, NEED_THRESHOLD);
  if (stage == STAGE_KEPT) return keptPart;
  return f64At(removalPart, quintileOf(at) * AGE_YEARS + (<i32>load<u8>(at, AGE_CLASS) % AGE_YEARS));
}

function renewStage(i: i32, at: usize): void {
  if (load<u8>(at, LIFE) != PRESENT) return;
  const sum = <f64>load<u16>(at, STABLE_THRESHOLD) + stagePart(at);
  store<u16>(rareThreshold + ((<usize>i) << 1), <i32>min<f64>(65535, sum));
}

function renew(i: i32, at: usize): void {
  if (load<u8>(at, LIFE) != PRESENT) {
    store<u16>(rareThreshold + ((<usize>i) << 1), 0);
    return;
  }
  const cls = <i32>load<u8>(at, AGE_CLASS);
  const mask = <i32>load<u16>(at, CONDITIONS);
  const g = practiceOf(i);
  const risk = f64At(riskBins, <i32>load<u8>(at, TRAITS) >> 4);
  const cell = cls * 5 + quintileOf(at);
  const row = rows + <usize>(cell * ROW);
  const ofMask = maskOf(at);
  const from =
    <i32>load<u16>(commissionerOfPractice + ((<usize>g) << 1)) * 7 + <i32>load<u8>(bandOfClass + <usize>cls);
  const stable =
    f64At(departureBound, from) +
    practiceChangePerWeek +
    load<f64>(row, ROW_PLANNED) +
    (load<f64>(row, ROW_DEATH) * load<f64>(ofMask, MASK_DEATH) +
      load<f64>(row, ROW_EMERGENCY_BOUND) * load<f64>(emergencyScale) * load<f64>(ofMask, MASK_EMERGENCY)) *
      risk +
    load<f64>(row + ((<usize>((mask >> 3) & 3)) << 3), ROW_ONSET_BOUND) * f64At(largestRatio, g) +
    load<f64>(ofMask, MASK_REMISSION) +
    rounding;
  store<u16>(at, <i32>min<f64>(65535, ceil(stable * 65536)), STABLE_THRESHOLD);
  const need = needsPerYear(row, cell, mask, risk);
  const other = load<f64>(row, ROW_OTHER_REFERRAL);
  const busy = min<f64>(busyCap, need * busyPerNeed + other * busyPerOther);
  store<u16>(
    at,
    <i32>min<f64>(65535, ceil(((need + other) / (1 - busy)) * (65536.0 / 52.0))),
    NEED_THRESHOLD,
  );
  renewStage(i, at);
}

/** Renew the thresholds of the slots from, ..., to - 1. */
export function renewBlock(from: i32, to: i32): void {
  for (let i = from; i < to; i++) renew(i, recordOf(i));
}

// ---- The law: decisions ---------------------------------------------------------------------------------------------

/**
 * Decide on the candidates of a scan. Events go to the lists of the host, in order; to `screenCounts` go their number,
 * the number of draws that would have needed a wider bound, and a sum nobody needs.
 */
export function screen(
  list: usize,
  count: i32,
  k0: i32,
  k1: i32,
  year: i32,
  emergencyFactor: f64,
  now: i32,
): void {
  // Fetch what the decisions will read, all at once: they wait for memory one after the other.
  let touched: i32 = 0;
  for (let n = 0; n < count; n++) {
    const i = load<i32>(list + ((<usize>n) << 2));
    const at = recordOf(i);
    touched += <i32>load<u8>(at) + <i32>load<u8>(at, RESIDUAL) + practiceOf(i);
  }
  store<i32>(screenCounts, touched, 8);
  store<i32>(screenCounts, 0, 4);
  let events: i32 = 0;
  for (let n = 0; n < count; n++) {
    const i = load<i32>(list + ((<usize>n) << 2));
    const draw = <f64>(<u32>h3(i, k0, k1)) * 2.3283064365386963e-10;
    const decided = decide(i, draw, year, emergencyFactor, now);
    if (decided != NOTHING) {
      store<i32>(eventSlots + ((<usize>events) << 2), i);
      store<u8>(eventKinds + <usize>events, decided & 255);
      store<u8>(eventConditions + <usize>events, decided >> 8);
      events++;
    }
  }
  store<i32>(screenCounts, events);
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
  const g = practiceOf(i);
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
    const need = needsPerYear(row, cell, mask, risk);
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
  const n = needs + ((<usize>(<i32>load<u8>(at, AGE_CLASS) * 5 + quintileOf(at))) << 5);
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

// ---- The book: what is counted --------------------------------------------------------------------------------------

@inline
function severityOf(byte: i32): f64 {
  return (<f64>byte + 0.5) / 256.0;
}

@inline
function baseUtility(at: usize): f64 {
  return load<f64>(rowOf(at), ROW_UTILITY) * load<f64>(maskOf(at), MASK_UTILITY);
}

@inline
function micro(base: f64, bits: i32, severity: i32, residual: i32): f64 {
  let value = base - <f64>residual * residualStep;
  if ((bits & STAGE_MASK) != STAGE_NONE) {
    value -= f64At(needDecrement, (bits >> SPECIALTY_SHIFT) & 7) * severityOf(severity);
  }
  return value <= 0 ? 0 : floor(value * 1e6 + 0.5);
}

@inline
function utilityAt(at: usize): f64 {
  return micro(
    baseUtility(at),
    <i32>load<u8>(at, PATHWAY),
    <i32>load<u8>(at, SEVERITY),
    <i32>load<u8>(at, RESIDUAL),
  );
}

export function utilityOf(i: i32): f64 {
  return utilityAt(recordOf(i));
}

@inline
function addUtility(i: i32, cell: i32, change: f64): void {
  add(utility, cell, change);
  if (i < cohortEnd) add(cohortUtility, 0, change);
}

@inline
function consultations(at: usize): f64 {
  return floor(load<f64>(rowOf(at), ROW_CONSULTATIONS) * load<f64>(maskOf(at), MASK_CONSULTATIONS));
}

function countPerson(i: i32, at: usize, sign: i32): void {
  const one = <f64>sign;
  const cell = cellAt(i, at);
  add(present, cell, one);
  for (let mask = <i32>load<u16>(at, CONDITIONS), c = 0; mask != 0; mask >>= 1, c++) {
    if ((mask & 1) != 0) add(withCondition, cell * 12 + c, one);
  }
  const stage = <i32>load<u8>(at, PATHWAY) & STAGE_MASK;
  if (stage != STAGE_NONE) {
    add(unmetSeverity, cell, one * <f64>load<u8>(at, SEVERITY));
    add(stageCount, stage, one);
  }
  const g = practiceOf(i);
  addInteger(registered, g, sign);
  add(consultationRate, g, one * consultations(at));
  add(minorAeRate, <i32>load<u16>(at, ZONE), one * load<f64>(rowOf(at), ROW_MINOR_AE));
  addUtility(i, cell, one * utilityAt(at));
  const clock = <i32>load<u16>(at, CLOCK);
  if (clock != 0) addInteger(open, clock, sign);
}

function recordCompleted(at: usize, cell: i32, week: i32, admitted: i32): void {
  const waited = week + clockOffset - <i32>load<u16>(at, CLOCK);
  const band = max<i32>(0, min<i32>(waitBands - 1, waited));
  const kind = admitted != 0 ? 1 : 0;
  const c = cell / 5;
  addInteger(completedWeek, kind * waitBands + band, 1);
  addInteger(completedYear, kind * waitBands + band, 1);
  addInteger(completedYear, ((1 + c) * 2 + kind) * waitBands + band, 1);
  addInteger(completedYear, ((quintileGroup + cell - c * 5) * 2 + kind) * waitBands + band, 1);
  addInteger(completedYear, ((providerGroup + <i32>load<u8>(at, PROVIDER)) * 2 + kind) * waitBands + band, 1);
}

/** @param residual of the new state; what is stored is its lowest byte */
function setPathway(
  i: i32,
  at: usize,
  bits: i32,
  severity: i32,
  clock: i32,
  provider: i32,
  residual: i32,
): void {
  const cell = cellAt(i, at);
  const base = baseUtility(at);
  const oldBits = <i32>load<u8>(at, PATHWAY);
  const oldSeverity = <i32>load<u8>(at, SEVERITY);
  const before = micro(base, oldBits, oldSeverity, <i32>load<u8>(at, RESIDUAL));
  const oldStage = oldBits & STAGE_MASK;
  if (oldStage != STAGE_NONE) {
    add(unmetSeverity, cell, -(<f64>oldSeverity));
    add(stageCount, oldStage, -1);
  }
  const oldClock = <i32>load<u16>(at, CLOCK);
  if (oldClock != 0) addInteger(open, oldClock, -1);
  store<u8>(at, bits, PATHWAY);
  store<u8>(at, severity, SEVERITY);
  store<u16>(at, clock, CLOCK);
  store<u8>(at, provider, PROVIDER);
  store<u8>(at, residual, RESIDUAL);
  const stage = bits & STAGE_MASK;
  if (stage != STAGE_NONE) {
    add(unmetSeverity, cell, <f64>severity);
    add(stageCount, stage, 1);
  }
  if (clock != 0) addInteger(open, clock, 1);
  addUtility(i, cell, micro(base, bits, severity, residual) - before);
  renewStage(i, at);
}

// ---- The book: what happens to a person -----------------------------------------------------------------------------

export function tally(i: i32, what: i32): void {
  count(cellAt(i, recordOf(i)), what);
}

/** One more of a tally of the residents. */
@inline
function count(cell: i32, what: i32): void {
  add(residents, cell * residentTallies + what, 1);
}

export function arrive(i: i32): void {
  const at = recordOf(i);
  store<u8>(at, PRESENT, LIFE);
  countPerson(i, at, 1);
  renew(i, at);
}

/** The person is off the queues already. */
export function depart(i: i32, how: i32): void {
  const at = recordOf(i);
  count(cellAt(i, at), how == DIED ? deaths : departures);
  if (how == DIED) add(deathsByClass, <i32>load<u8>(at, AGE_CLASS), 1);
  countPerson(i, at, -1);
  if ((<i32>load<u8>(at, PATHWAY) & STAGE_MASK) != STAGE_NONE) {
    store<u8>(at, 0, PATHWAY);
    store<u16>(at, 0, CLOCK);
  }
  store<u8>(at, how, LIFE);
  renew(i, at);
}

export function changeCondition(i: i32, condition: i32, onset: i32): void {
  const at = recordOf(i);
  const cell = cellAt(i, at);
  const g = practiceOf(i);
  const before = utilityAt(at);
  add(consultationRate, g, -consultations(at));
  const mask = <i32>load<u16>(at, CONDITIONS);
  const bit = 1 << condition;
  store<u16>(at, onset != 0 ? mask | bit : mask & ~bit, CONDITIONS);
  add(consultationRate, g, consultations(at));
  add(withCondition, cell * 12 + condition, onset != 0 ? 1 : -1);
  addUtility(i, cell, utilityAt(at) - before);
  renew(i, at);
}

/** The yearly review of the slots from, ..., to - 1. */
export function reviewBlock(from: i32, to: i32, week: i32): void {
  for (let i = from; i < to; i++) {
    const at = recordOf(i);
    if (load<u8>(at, LIFE) != PRESENT) continue;
    const before = utilityAt(at);
    const visits = consultations(at);
    const attendances = load<f64>(rowOf(at), ROW_MINOR_AE);
    const weeks = week - <i32>load<i16>(at, BIRTH_WEEK) + 26;
    const years = weeks < 0 ? 0 : min<i32>(AGE_YEARS - 1, weeks / 52);
    store<u8>(at, years + ((<i32>load<u8>(at, TRAITS) & 1) == 0 ? 0 : AGE_YEARS), AGE_CLASS);
    const left = <i32>load<u8>(at, RESIDUAL);
    if (left > 0) store<u8>(at, left - <i32>ceil(<f64>left / residualYears), RESIDUAL);
    addUtility(i, cellAt(i, at), utilityAt(at) - before);
    add(consultationRate, practiceOf(i), consultations(at) - visits);
    add(minorAeRate, <i32>load<u16>(at, ZONE), load<f64>(rowOf(at), ROW_MINOR_AE) - attendances);
    renew(i, at);
  }
}

export function changePractice(i: i32, to: i32): void {
  const at = recordOf(i);
  countPerson(i, at, -1);
  store<u16>(practices + ((<usize>i) << 1), to);
  countPerson(i, at, 1);
  renew(i, at);
}

export function keepNeed(i: i32, specialty: i32, severity: i32): void {
  const at = recordOf(i);
  setPathway(
    i,
    at,
    STAGE_KEPT | (specialty << SPECIALTY_SHIFT),
    severity,
    0,
    <i32>load<u8>(at, PROVIDER),
    <i32>load<u8>(at, RESIDUAL),
  );
}

/** The host puts the person on the list. */
export function refer(
  i: i32,
  start: i32,
  specialty: i32,
  severity: i32,
  urgent: i32,
  provider: i32,
  otherSource: i32,
): void {
  const at = recordOf(i);
  const bits =
    STAGE_FIRST_OUTPATIENT |
    (specialty << SPECIALTY_SHIFT) |
    (urgent != 0 ? URGENT_BIT : 0) |
    (otherSource != 0 ? OTHER_SOURCE_BIT : 0);
  setPathway(i, at, bits, severity, start, provider, <i32>load<u8>(at, RESIDUAL));
  count(cellAt(i, at), clockStarts);
}

export function moveToStage(i: i32, stage: i32): void {
  const at = recordOf(i);
  const bits = <i32>load<u8>(at, PATHWAY);
  add(stageCount, bits & STAGE_MASK, -1);
  store<u8>(at, (bits & ~STAGE_MASK) | stage, PATHWAY);
  add(stageCount, stage, 1);
}

export function treat(i: i32, week: i32, admitted: i32): void {
  const at = recordOf(i);
  const specialty = (<i32>load<u8>(at, PATHWAY) >> SPECIALTY_SHIFT) & 7;
  const gain = f64At(treatmentGain, specialty) * (admitted != 0 ? 1 : gainWithoutAdmission);
  const left = (1 - gain) * f64At(needDecrement, specialty) * severityOf(<i32>load<u8>(at, SEVERITY));
  const cell = cellAt(i, at);
  count(cell, admitted != 0 ? stopsAdmitted : stopsNonAdmitted);
  recordCompleted(at, cell, week, admitted);
  const residual = min<i32>(255, <i32>load<u8>(at, RESIDUAL) + rounded(left / residualStep));
  setPathway(i, at, 0, 0, 0, <i32>load<u8>(at, PROVIDER), residual);
}

/** The nearest integer, halves upwards, as Math.round has it. */
@inline
function rounded(x: f64): i32 {
  const up = ceil(x);
  return <i32>(up - 0.5 <= x ? up : up - 1);
}

/** The person is off the queues already. */
export function remove(i: i32, solved: i32): void {
  const at = recordOf(i);
  count(cellAt(i, at), removals);
  const specialty = (<i32>load<u8>(at, PATHWAY) >> SPECIALTY_SHIFT) & 7;
  setPathway(
    i,
    at,
    solved != 0 ? 0 : STAGE_KEPT | (specialty << SPECIALTY_SHIFT),
    solved != 0 ? 0 : <i32>load<u8>(at, SEVERITY),
    0,
    <i32>load<u8>(at, PROVIDER),
    <i32>load<u8>(at, RESIDUAL),
  );
}

export function resolveNeed(i: i32): void {
  const at = recordOf(i);
  setPathway(i, at, 0, 0, 0, <i32>load<u8>(at, PROVIDER), <i32>load<u8>(at, RESIDUAL));
}
