import type { SettingValues } from '../../model/institutions/settings.ts';
import type { StudyArm } from '../study/arm.ts';
import type { Expected } from './judge.ts';
import type { Reading } from './read.ts';

/** One thing that must come out of the laws, not be put in. */
export interface Sign {
  readonly id: string;
  readonly claim: string;
  /** Arms that are run. */
  readonly arms: readonly SignArm[];
  readonly reading: Reading;
  readonly expected: Expected;
  /** Figures compared: of the first, and of the second; by default those of the two arms. */
  readonly compare?: (figures: readonly number[]) => readonly [number, number];
}

/** An arm of a sign; whether a twin of it meets one more emergency; weeks of its run, if not as many as of the others. */
export type SignArm = StudyArm & { readonly injectEmergency?: boolean; readonly weeks?: number };

export const UP: Expected = { is: 'up' };
export const DOWN: Expected = { is: 'down' };

/** At once and everywhere, so that the law is seen and not who would have tried it. */
export const AT_ONCE: SettingValues = { 'rollout.by': 'decree', 'rollout.notBeforeWeeks': 0 };

export function sign(
  id: string,
  claim: string,
  arms: readonly SignArm[],
  reading: Reading,
  expected: Expected,
): Sign {
  return { id, claim, arms, reading, expected };
}
