import { detLog, logistic } from '../../../kernel/deterministic-math.ts';

/** What effort in proactive care achieves: control in the base year, and its rise per log of effort there. */
export interface EffortLaw {
  readonly controlReference: number;
  readonly controlEffortGain: number;
}

/**
 * Control of long-term conditions that effort leads to, 0 to 1: a share of good practice, so effort acts on its log odds,
 * `logit c = logit c0 + gain / (c0 (1 - c0)) ln x`. Nobody does more than all of it, and what is left is the harder part.
 * At the reference effort it is the base year's and rises by the gain. Source: the form is an assumption; the gain is
 * `control_effort_gain`.
 *
 * @param level effort over that of the base year
 */
export function controlByEffort({ controlReference, controlEffortGain }: EffortLaw, level: number): number {
  // To the bit, so that nothing happens where nothing changes.
  if (level === 1) return controlReference;
  const odds = controlReference * (1 - controlReference);
  const start = detLog(controlReference / (1 - controlReference));
  return logistic(start + (controlEffortGain / odds) * detLog(level));
}

/** Rise of control by one more log unit of effort. */
export function controlPerEffort(law: EffortLaw, level: number): number {
  const odds = law.controlReference * (1 - law.controlReference);
  const control = controlByEffort(law, level);
  return (law.controlEffortGain / odds) * control * (1 - control);
}

/** Share of that rise which one more log unit of effort takes away; below zero where it adds to it. */
export function returnsLost(law: EffortLaw, level: number): number {
  const odds = law.controlReference * (1 - law.controlReference);
  return (law.controlEffortGain / odds) * (2 * controlByEffort(law, level) - 1);
}
