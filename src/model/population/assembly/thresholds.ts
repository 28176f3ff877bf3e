/** The law of a person: how likely it is at most that anything happens in a week (see ../person-law.ts). */
import {
  rareThreshold,
  open,
  rows,
  needRatios,
  riskBins,
  commissionerOfPractice,
  bandOfClass,
  departureBound,
  largestRatio,
  practiceEmergencies,
  removalPart,
  emergencyScale,
  keptPart,
  practiceChangePerWeek,
  needScale,
  busyPerNeed,
  busyPerOther,
  busyCap,
  rounding,
  CONDITIONS,
  NEED_THRESHOLD,
  TRAITS,
  LIFE,
  AGE_CLASS,
  PATHWAY,
  PRESENT,
  AGE_YEARS,
  STAGE_MASK,
  STAGE_NONE,
  STAGE_KEPT,
  ROW,
  ROW_PLANNED,
  ROW_DEATH,
  ROW_EMERGENCY_BOUND,
  ROW_ONSET_BOUND,
  ROW_OTHER_REFERRAL,
  ROW_NEED,
  ROW_NEEDS,
  MASK_DEATH,
  MASK_EMERGENCY,
  MASK_REMISSION,
  recordOf,
  quintileOf,
  maskOf,
  practiceOf,
  f64At,
} from './layout';

/** A threshold is a 16-bit number. */
const LARGEST_THRESHOLD: i32 = 65535;

/** Needs a year of a person without an open one, from the GP's side and before the share of time busy. */
@inline
export function needsPerYear(row: usize, mask: i32, risk: f64): f64 {
  if (mask == 0) return load<f64>(row, ROW_NEED) * risk * needScale;
  const n = row + ROW_NEEDS;
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
export function upper(x: v128): v128 {
  return i32x4.shuffle(x, x, 2, 3, 2, 3);
}

/** What the stage of the pathway adds to the threshold, in 2^-16. */
@inline
export function stagePart(at: usize): f64 {
  const stage = <i32>load<u8>(at, PATHWAY) & STAGE_MASK;
  if (stage == STAGE_NONE) return <f64>load<u16>(at, NEED_THRESHOLD);
  if (stage == STAGE_KEPT) return keptPart;
  return f64At(removalPart, quintileOf(at) * AGE_YEARS + (<i32>load<u8>(at, AGE_CLASS) % AGE_YEARS));
}

export function renewStage(i: i32, at: usize, before: f64): void {
  if (load<u8>(at, LIFE) != PRESENT) return;
  const threshold = rareThreshold + ((<usize>i) << 1);
  const now = <i32>load<u16>(threshold);
  if (now == LARGEST_THRESHOLD) renew(i, at);
  else store<u16>(threshold, <i32>min<f64>(LARGEST_THRESHOLD, <f64>now - before + stagePart(at)));
}

export function renew(i: i32, at: usize): void {
  if (load<u8>(at, LIFE) != PRESENT) {
    store<u16>(rareThreshold + ((<usize>i) << 1), 0);
    return;
  }
  const cls = <i32>load<u8>(at, AGE_CLASS);
  const mask = <i32>load<u16>(at, CONDITIONS);
  const g = practiceOf(at);
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
      load<f64>(row, ROW_EMERGENCY_BOUND) *
        load<f64>(emergencyScale) *
        load<f64>(ofMask, MASK_EMERGENCY) *
        f64At(practiceEmergencies, g)) *
      risk +
    load<f64>(row + ((<usize>((mask >> 3) & 3)) << 3), ROW_ONSET_BOUND) * f64At(largestRatio, g) +
    load<f64>(ofMask, MASK_REMISSION) +
    rounding;
  const need = needsPerYear(row, mask, risk);
  const other = load<f64>(row, ROW_OTHER_REFERRAL);
  const busy = min<f64>(busyCap, need * busyPerNeed + other * busyPerOther);
  store<u16>(
    at,
    <i32>min<f64>(LARGEST_THRESHOLD, ceil(((need + other) / (1 - busy)) * (65536.0 / 52.0))),
    NEED_THRESHOLD,
  );
  const sum = ceil(stable * 65536) + stagePart(at);
  store<u16>(rareThreshold + ((<usize>i) << 1), <i32>min<f64>(LARGEST_THRESHOLD, sum));
}

/** Renew the thresholds of the slots from, ..., to - 1. */
export function renewBlock(from: i32, to: i32): void {
  for (let i = from; i < to; i++) renew(i, recordOf(i));
}
