import { SPECIALTIES } from '../place.ts';
import type { Settings } from '../settings.ts';
import type { PlaceTables } from '../world.ts';

/**
 * How long one referral stands in each stage of its pathway in the base year, and how often it comes through: people
 * who never attend and people who leave a list thin out every stage after theirs. All by specialty.
 */
export interface PathwayTimes {
  /** Weeks in each stage per referral made, not per patient who reaches the stage. */
  readonly firstWeeks: Float64Array;
  readonly diagnosticsWeeks: Float64Array;
  readonly admissionWeeks: Float64Array;
  /** Chance of not leaving a list before the clinic, from there to the decision, from there to the operation. */
  readonly toClinic: Float64Array;
  readonly throughDiagnostics: Float64Array;
  readonly toAdmission: Float64Array;
  /** Referrals that end with the need as it was, per referral: never attended, or left a list unsolved. */
  readonly unsolved: Float64Array;
  /** [s][weeks] share still on the pathway so many whole weeks after the first visit, if nothing ended it. */
  readonly stayed: readonly Float64Array[];
}

type Rates = Pick<
  PlaceTables,
  'delayQuantile' | 'removalByWait' | 'conversionShare' | 'stopAtFirst' | 'gpShareOfReferrals'
>;

/** Expected times at the opening waits, removals by an average person. */
export function pathwayTimes(settings: Settings, rates: Rates): PathwayTimes {
  const zeros = (): Float64Array => new Float64Array(SPECIALTIES.length);
  const times = {
    firstWeeks: zeros(),
    diagnosticsWeeks: zeros(),
    admissionWeeks: zeros(),
    toClinic: zeros(),
    throughDiagnostics: zeros(),
    toAdmission: zeros(),
    unsolved: zeros(),
    stayed: SPECIALTIES.map((_, s) => remaining(settings, rates, s)),
  };
  const attended = 1 - settings.neverAttendedShare * rates.gpShareOfReferrals;
  for (let s = 0; s < SPECIALTIES.length; s++) {
    const relative = settings.relativeWait[s]!;
    const firstWait = settings.startFirstOutpatientWeeks * relative;
    const admissionWait = settings.startAdmissionWeeks * relative;
    const share = rates.conversionShare[s]!;
    const enters = 1 - (1 - share) * rates.stopAtFirst[s]!;
    const stayed = times.stayed[s]!;
    let inDiagnostics = 0;
    let through = 0;
    let onList = 0;
    let admitted = 0;
    for (let n = 0; n < 256; n++) {
      const delay = Math.max(SHORTEST_DELAY, rates.delayQuantile[s * 256 + n]!);
      inDiagnostics += cumulated(stayed, delay) / 256;
      through += at(stayed, delay) / 256;
      onList += (cumulated(stayed, delay + admissionWait) - cumulated(stayed, delay)) / 256;
      admitted += at(stayed, delay + admissionWait) / 256;
    }
    let toClinic = 1;
    for (let week = 1; week <= firstWait; week++) toClinic *= 1 - settings.removalFirstPerWeek;
    const seen = attended * toClinic;
    times.firstWeeks[s] = (firstWait * (1 + toClinic)) / 2;
    times.diagnosticsWeeks[s] = seen * enters * inDiagnostics;
    times.admissionWeeks[s] = seen * share * onList;
    times.toClinic[s] = toClinic;
    times.throughDiagnostics[s] = through;
    times.toAdmission[s] = admitted / through;
    const treated = 1 - enters + (enters - share) * through + share * admitted;
    const left = 1 - toClinic + seen * (1 - treated);
    times.unsolved[s] = toClinic * (1 - attended) + (1 - settings.removalSolvedShare) * left;
  }
  return times;
}

/** Share still on the pathway so many whole weeks after the first visit. */
function remaining(settings: Settings, rates: Rates, s: number): Float64Array {
  const { removalByWait } = rates;
  const firstWait = settings.startFirstOutpatientWeeks * settings.relativeWait[s]!;
  const longest = removalByWait.length - 1;
  const stayed = new Float64Array(LONGEST_PATHWAY).fill(1);
  for (let week = 1; week < LONGEST_PATHWAY; week++) {
    const waited = Math.min(longest, Math.round(firstWait + week));
    stayed[week] = stayed[week - 1]! * (1 - Math.min(1, settings.removalPerWeek * removalByWait[waited]!));
  }
  return stayed;
}
/** Nobody is through diagnostics and decision within the week of the first visit. */
export const SHORTEST_DELAY = 1;
/** Weeks after the first visit that are followed: beyond the longest delay and the longest opening wait. */
const LONGEST_PATHWAY = 260;

/** Weeks lived through until `weeks`, of one who starts: the area under `stayed`. */
export function cumulated(stayed: Float64Array, weeks: number): number {
  const whole = Math.min(stayed.length - 1, Math.floor(weeks));
  let sum = 0;
  for (let week = 0; week < whole; week++) sum += stayed[week]!;
  return sum + (weeks - whole) * stayed[whole]!;
}

function at(stayed: Float64Array, weeks: number): number {
  return stayed[Math.min(stayed.length - 1, Math.round(weeks))]!;
}
