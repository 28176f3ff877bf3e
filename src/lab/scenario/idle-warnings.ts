import { needsStructure } from '../../model/institutions/in-force.ts';
import type { Institutions } from '../../model/institutions/institutions.ts';
import type { ScheduledInstitutions } from '../../model/run-input.ts';
import { entriesOf, writtenAt } from './arm-entries.ts';
import type { DataFault } from './faults.ts';
import type { Arm } from './scenario.ts';
import { warning } from './warning.ts';

/**
 * Switches that change nothing, and settings that do nothing, or something else than they promise, beside others of the
 * same institutions. Each is told where it begins.
 *
 * @param schedule institutions of the arm, entry by entry. @param weeks of the run
 */
export function idleWarnings(
  arm: Arm,
  index: number,
  schedule: readonly ScheduledInstitutions[],
  weeks: number,
): readonly DataFault[] {
  const entries = entriesOf(arm, index);
  return schedule.flatMap((now, n) => {
    const entry = entries[n]!;
    const before = schedule[n - 1];
    if (before !== undefined && sameSchedule(before, now))
      return [warning(entry.path, 'changes nothing: these institutions are in force already')];
    const known = before === undefined ? [] : combinations(before, weeks).map(({ message }) => message);
    return combinations(now, weeks)
      .filter(({ message }) => !known.includes(message))
      .map(({ settings, message }) => warning(writtenAt(entry, settings), message));
  });
}

interface Combination {
  readonly settings: readonly string[];
  readonly message: string;
}

/** What is idle among the institutions of an entry, for everybody or somebody, each said once. */
function combinations(scheduled: ScheduledInstitutions, weeks: number): readonly Combination[] {
  const all = [scheduled.institutions, ...scheduled.overrides.map(({ institutions }) => institutions)];
  const bodies = all.some(asksForBody);
  const found = all.flatMap((institutions) => [
    ...(bodies ? [] : withoutBodies(institutions)),
    ...lateRollout(institutions, scheduled, weeks),
    ...holders(institutions),
  ]);
  return found.filter(({ message }, n) => found.findIndex((other) => other.message === message) === n);
}

/** Whether institutions ask for bodies, not only for practices with funds of their own. */
export function asksForBody({ provision, budget }: Institutions): boolean {
  return provision.form !== 'separate' || budget.holder === 'consortia' || budget.holder === 'organisation';
}

function withoutBodies({ choice, riskAdjustment }: Institutions): readonly Combination[] {
  const nobody = 'and nothing here asks for any (provision.form, budget.holder)';
  return [
    ...(choice.of === 'system'
      ? [
          {
            settings: ['choice.of'],
            message: `nobody can choose a system: it takes bodies that hold care together, ${nobody}`,
          },
        ]
      : []),
    ...(riskAdjustment.income === 'dowry'
      ? [
          {
            settings: ['riskAdjustment.income'],
            message: `no money follows anybody: it goes to bodies, ${nobody}`,
          },
        ]
      : []),
  ];
}

function lateRollout(
  institutions: Institutions,
  { week, when }: ScheduledInstitutions,
  weeks: number,
): readonly Combination[] {
  const { notBeforeWeeks } = institutions.rollout;
  const from = week ?? when?.notBefore ?? 0;
  if (!needsStructure(institutions) || notBeforeWeeks === 0 || from + Math.ceil(notBeforeWeeks) < weeks)
    return [];
  const message = `nothing forms: ${notBeforeWeeks} weeks after week ${from} the run is over (weeks: ${weeks})`;
  return [{ settings: ['rollout.notBeforeWeeks'], message }];
}

/** Who holds the money in a body, where `budget.holder` names somebody else. */
function holders({ budget, provision }: Institutions): readonly Combination[] {
  if (provision.form === 'separate') return [];
  const settings = ['budget.holder', 'provision.form', 'provision.led'];
  if (budget.holder === 'consortia' && provision.led !== 'practices')
    return [
      {
        settings,
        message: `no groups of practices form: the body that the ${provision.led} leads holds the money (provision.form ${provision.form})`,
      },
    ];
  if (budget.holder === 'practices')
    return [
      {
        settings,
        message: `each practice has a fund, and the ${provision.form} body beside them holds no money`,
      },
    ];
  return [];
}

function sameSchedule(a: ScheduledInstitutions, b: ScheduledInstitutions): boolean {
  return JSON.stringify([a.institutions, a.overrides]) === JSON.stringify([b.institutions, b.overrides]);
}
