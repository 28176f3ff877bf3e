import { logistic } from '../../kernel/deterministic-math.ts';
import { referralsPerNeed, referralThreshold } from '../evidence/referral.ts';
import type { RunInput } from '../run-input.ts';
import type { Settings } from '../settings.ts';

/** What the GP's rule implies for an average practice at base-year waits. */
export interface GpDecision {
  /** Severity, 0 to 1, at which half are referred. */
  readonly threshold: number;
  /** [byte] share of referred patients whose severity is at most this byte. */
  readonly referredCumulative: Float64Array;
  /** [byte] severity byte at the (byte + 0.5) / 256 quantile of referred patients. */
  readonly referredSeverity: Uint8Array;
  readonly referralsPerNeed: number;
  /** Mean years that a need brought to a GP is kept by the GP. */
  readonly keptYearsPerNeed: number;
}

/** The decision at each of 256 severities, over all the times that a kept need is brought forward again. */
export function gpDecision(input: RunInput, settings: Settings): GpDecision {
  const threshold = referralThreshold(input.parameters);
  const again = settings.representPerWeek / (settings.representPerWeek + settings.resolvePerWeek);
  const weights = new Float64Array(256);
  let kept = 0;
  for (let z = 0; z < 256; z++) {
    const refer = logistic(((z + 0.5) / 256 - threshold) / settings.referralNoise);
    const everReferred = refer / (1 - again * (1 - refer));
    weights[z] = everReferred;
    kept += (1 - refer) / (1 - again * (1 - refer)) / 256;
  }
  const total = weights.reduce((a, b) => a + b, 0);
  const referredCumulative = new Float64Array(256);
  let sum = 0;
  for (let z = 0; z < 256; z++) {
    sum += weights[z]!;
    referredCumulative[z] = sum / total;
  }
  const referredSeverity = new Uint8Array(256);
  for (let n = 0, z = 0; n < 256; n++) {
    while (referredCumulative[z]! < (n + 0.5) / 256) z++;
    referredSeverity[n] = z;
  }
  const keptWeeks = 1 / (settings.representPerWeek + settings.resolvePerWeek);
  return {
    threshold,
    referredCumulative,
    referredSeverity,
    referralsPerNeed: referralsPerNeed(input.parameters),
    keptYearsPerNeed: (kept * keptWeeks) / 52,
  };
}

/**
 * What follows a referral that leaves the need as it was: the need is kept, brought forward again, perhaps referred.
 * @param unsolved [s] referrals that end with the need as it was, per referral
 * @returns keptYears [s] years so kept per referral; referrals: those that follow from one, itself included
 */
export function returning(
  settings: Settings,
  { referredCumulative, threshold }: GpDecision,
  unsolved: Float64Array,
): { keptYears: Float64Array; referrals: number } {
  const leaving = settings.representPerWeek + settings.resolvePerWeek;
  const again = settings.representPerWeek / leaving;
  let spells = 0;
  let referredAgain = 0;
  for (let z = 0; z < 256; z++) {
    const weight = referredCumulative[z]! - (z === 0 ? 0 : referredCumulative[z - 1]!);
    const refer = logistic(((z + 0.5) / 256 - threshold) / settings.referralNoise);
    spells += weight / (1 - again * (1 - refer));
    referredAgain += (weight * again * refer) / (1 - again * (1 - refer));
  }
  const mean = unsolved.reduce((a, b) => a + b, 0) / unsolved.length;
  return {
    keptYears: unsolved.map((share) => (share * spells) / leaving / 52),
    referrals: 1 / (1 - mean * referredAgain),
  };
}

/** Points of the logistic curve on the scale of the referral threshold over its noise, for `logisticAt`. */
export function logisticCurve(): Float64Array {
  return Float64Array.from({ length: 2 * LOGISTIC_RANGE * LOGISTIC_STEPS + 2 }, (_, n) =>
    logistic(n / LOGISTIC_STEPS - LOGISTIC_RANGE),
  );
}

/** Logistic of x by straight lines between the points of the curve: within 0.00001 of it. */
export function logisticAt(curve: Float64Array, x: number): number {
  const at = (Math.max(-LOGISTIC_RANGE, Math.min(LOGISTIC_RANGE, x)) + LOGISTIC_RANGE) * LOGISTIC_STEPS;
  const n = Math.floor(at);
  return curve[n]! + (at - n) * (curve[n + 1]! - curve[n]!);
}

const LOGISTIC_RANGE = 16;
const LOGISTIC_STEPS = 64;
