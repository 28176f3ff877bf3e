import { armInput, NotPosable } from '../study/arm.ts';
import type { StudyPlace } from '../study/place.ts';
import { runBatch } from '../study/run-arm.ts';
import { type Judged, judge } from './judge.ts';
import { PROBED, type ProbedRun } from './probed.ts';
import type { Sign, SignArm } from './signs.ts';

/** Weeks of a run, where its arm does not say: five years. */
const WEEKS = 260;

/** A sign in a place, and what came out of it. */
export interface SignResult {
  readonly place: string;
  readonly sign: Sign;
  readonly judged: Judged;
  /** Why it cannot be posed; empty where it can. */
  readonly reason: string;
}

export interface SignStudy {
  readonly signs: readonly Sign[];
  readonly replicates: number;
  readonly threads: number;
  readonly seed: string;
  readonly weeks?: number;
  /** Told of each arm that has been run. */
  readonly onArm?: (done: number, all: number) => void;
}

/** Run every arm of the signs in a place, each once for all signs that read it, and judge. */
export async function runSigns(place: StudyPlace, study: SignStudy): Promise<readonly SignResult[]> {
  const arms = new Map<string, SignArm>();
  for (const sign of study.signs) for (const arm of sign.arms) arms.set(keyOf(arm), arm);
  const runs = new Map<string, ArmRuns>();
  for (const [key, arm] of arms) {
    runs.set(key, await runArm(place, arm, study));
    study.onArm?.(runs.size, arms.size);
  }
  return study.signs.map((sign) => judgeSign(place.id, sign, runs));
}

/** Runs by replicate, or why there are none. */
type ArmRuns = { readonly runs: readonly ProbedRun[] } | { readonly reason: string };

async function runArm(place: StudyPlace, arm: SignArm, study: SignStudy): Promise<ArmRuns> {
  const { seed, replicates, threads, weeks = WEEKS } = study;
  try {
    const input = armInput({ place: place.place, scale: place.scale, seed, weeks: arm.weeks ?? weeks }, arm);
    const probed = { ...input, injectEmergency: arm.injectEmergency === true };
    const [runs] = await runBatch<ProbedRun>(
      { name: 'signs', inputs: [probed], replicates, threads },
      PROBED,
    );
    return { runs: runs! };
  } catch (error) {
    if (error instanceof NotPosable) return { reason: error.message };
    // A fault of one arm must not hide what the others say.
    if ((error as Error).name === 'ExperimentError')
      return { reason: `the model failed: ${(error as Error).message}` };
    throw error;
  }
}

/** @param runs of every arm of the sign, by `keyOf` */
export function judgeSign(place: string, sign: Sign, runs: ReadonlyMap<string, ArmRuns>): SignResult {
  const nothing: Judged = { ...judge(sign.expected, [], []), verdict: 'cannot be posed yet' };
  const byArm: ProbedRun[][] = [];
  for (const arm of sign.arms) {
    const found = runs.get(keyOf(arm)) ?? { reason: 'not run' };
    if ('reason' in found) return { place, sign, judged: nothing, reason: found.reason };
    byArm.push([...found.runs]);
  }
  const compare = sign.compare ?? (([first = Number.NaN, second = Number.NaN]) => [first, second] as const);
  try {
    const pairs = byArm[0]!.map((_, r) => compare(byArm.map((ofArm) => sign.reading.of(ofArm[r]!))));
    const judged = judge(
      sign.expected,
      pairs.map(([first]) => first),
      pairs.map(([, second]) => second),
    );
    return { place, sign, judged, reason: '' };
  } catch (error) {
    if (!(error instanceof NotPosable)) throw error;
    return { place, sign, judged: nothing, reason: error.message };
  }
}

/** Equal arms have equal keys. */
export function keyOf(arm: SignArm): string {
  const sorted = (values: object = {}) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    arm.regime ?? '',
    sorted(arm.set),
    sorted(arm.parameters),
    arm.week ?? 0,
    arm.until ?? '',
    arm.weeks ?? '',
    arm.shocks ?? [],
    arm.mergers ?? [],
    arm.injectEmergency === true,
  ]);
}
