import type { ScheduledInstitutions, Trigger } from '../run-input.ts';
import type { World } from '../world.ts';

/** What scheduled institutions wait for, and what the journal says of it: that it happened, or that it did not. */

/** Has the metric been above (below) the level in each of the last weeks? */
export function hasFired({ records, week }: World, trigger: Trigger): boolean {
  if (week < trigger.notBefore || week < trigger.weeks) return false;
  const values = records.weekly[trigger.metric];
  if (values === undefined) return false;
  for (let n = 1; n <= trigger.weeks; n++) if (!isMet(trigger, values[week - n]!)) return false;
  return true;
}

export function tellFired(world: World, trigger: Trigger, why: string): void {
  const last = world.records.weekly[trigger.metric]![world.week - 1]!;
  world.journal.push({
    week: world.week,
    kind: MET,
    organisation: '',
    description: `${conditionOf(trigger)}: ${readable(last)} in the last of them`,
    why,
  });
}

/** In the last week of a run: what has been waited for in vain, and those whose turn never came. */
export function tellUnmet(world: World): void {
  const { institutions } = world.input;
  for (let n = world.scheduled; n < institutions.length; n++) {
    const { when, why } = institutions[n]!;
    if (when === null) continue;
    world.journal.push({
      week: world.week,
      kind: 'trigger not met',
      organisation: '',
      description:
        n === world.scheduled
          ? `${conditionOf(when)}: never so; ${closest(world, when, lookedAtFrom(world, institutions[n - 1]!))}`
          : `${conditionOf(when)}: not looked at, the trigger before it was never met`,
      why: `not done: ${why}`,
    });
  }
}

const MET = 'trigger met';

/** Week from which a trigger was looked at: when the entry before it came into force. */
function lookedAtFrom({ journal }: World, before: ScheduledInstitutions): number {
  return before.week ?? journal.findLast(({ kind }) => kind === MET)?.week ?? 0;
}

/** How near it came: the most extreme week, and the longest run of weeks on the right side of the level. */
function closest({ records, week }: World, trigger: Trigger, from: number): string {
  const values = records.weekly[trigger.metric];
  const first = Math.max(0, Math.max(from, trigger.notBefore, trigger.weeks) - trigger.weeks);
  let at = -1;
  let run = 0;
  let longest = 0;
  for (let w = first; values !== undefined && w < week; w++) {
    const value = values[w]!;
    run = isMet(trigger, value) ? run + 1 : 0;
    longest = Math.max(longest, run);
    if (Number.isNaN(value)) continue;
    if (at < 0 || (trigger.is === 'above' ? value > values[at]! : value < values[at]!)) at = w;
  }
  if (at < 0) return 'it had no value in any week';
  const extreme = `${readable(values![at]!)} at ${trigger.is === 'above' ? 'most' : 'least'}, in week ${at}`;
  return longest === 0 ? extreme : `${extreme}; ${counted(longest)} in a row at most`;
}

function isMet({ is, level }: Trigger, value: number): boolean {
  return is === 'above' ? value > level : value < level;
}

function conditionOf({ metric, is, level, weeks }: Trigger): string {
  return `${metric} ${is} ${level} for ${counted(weeks)}`;
}

/** Two decimals at most: counts as they are, waits by the hundredth of a week. */
function readable(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function counted(weeks: number): string {
  return weeks === 1 ? '1 week' : `${weeks} weeks`;
}
