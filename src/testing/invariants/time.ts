import { CLOCK_OFFSET, LIFE, STAGE } from '../../model/population/people.ts';
import type { WeekList } from '../../model/population/week-list.ts';
import type { World } from '../../model/world.ts';
import { careState, isOnPathway } from '../care-state.ts';
import { type Checks, checksOf, type Invariant, type WatchedWeek } from '../invariant.ts';
import { decisionsOf, type Entry, entriesOf, stateBefore } from '../snapshot.ts';

/**
 * No treatment before its referral and no stage before the one it follows; no care after death; a clock, once started,
 * stands still until it stops; nobody grows younger.
 */
export const TIME: Invariant = {
  id: 'time',
  law: 'no treatment before its referral, no care after death, and clocks never run backwards',
  check(week) {
    const checks = checksOf('time', week.before.week);
    checkStates(week, checks);
    checkEvents(week, checks);
    checkNobodyDeadIsSeen(week, checks);
    checkEntries(week.world, week.before.week, checks);
  },
};

function checkStates({ before, world }: WatchedWeek, checks: Checks): void {
  const { people } = world;
  const now = before.week + CLOCK_OFFSET;
  for (let i = 0; i < people.capacity; i++) {
    const was = stateBefore(before, i);
    const is = careState(people, i);
    checks.that(
      is.life === LIFE.present || is.stage === STAGE.none,
      () => `slot ${i} is in care and not alive`,
    );
    checks.equal(Number(is.clock !== 0), Number(isOnPathway(is)), () => `a clock runs for slot ${i}`);
    checks.that(is.clock <= now, () => `the clock of slot ${i} starts in week ${is.clock - CLOCK_OFFSET}`);
    if (is.clock !== 0 && is.clock !== now) {
      checks.equal(is.clock, was.clock, () => `clock of slot ${i}, which started before this week`);
      checks.that(
        is.stage >= was.stage && is.place === was.place && is.urgent === was.urgent,
        () => `slot ${i} went back on its pathway: stage ${was.stage} to ${is.stage}`,
      );
      checks.equal(people.severity(i), before.severity[i]!, () => `severity of slot ${i} on its pathway`);
    }
    if (is.life === LIFE.present && was.life === LIFE.present)
      checks.that(people.ageClass(i) >= before.ageClass[i]!, () => `slot ${i} grew younger`);
  }
}

/** Stages that each event may start from. */
const FROM: Readonly<Record<string, readonly number[]>> = {
  keep: [STAGE.none],
  refer: [STAGE.none, STAGE.kept],
  move: [STAGE.firstOutpatient, STAGE.diagnostics],
  treat: [STAGE.firstOutpatient, STAGE.diagnostics, STAGE.admission],
  refuse: [STAGE.diagnostics],
  remove: [STAGE.firstOutpatient, STAGE.diagnostics, STAGE.admission],
  resolve: [STAGE.kept],
};

function checkEvents({ before, events }: WatchedWeek, checks: Checks): void {
  const now = before.week + CLOCK_OFFSET;
  for (const { kind, slot, before: from, after: to, admitted } of events) {
    if (kind === 'arrive') continue;
    checks.equal(from.life, LIFE.present, () => `life of slot ${slot} at "${kind}"`);
    if (kind === 'depart') continue;
    checks.that(FROM[kind]!.includes(from.stage), () => `"${kind}" of slot ${slot} at stage ${from.stage}`);
    checks.that(kind !== 'move' || to.stage === from.stage + 1, () => `slot ${slot} skipped a stage`);
    checks.that(!admitted || from.stage === STAGE.admission, () => `slot ${slot} was operated on unlisted`);
    if (from.stage >= STAGE.firstOutpatient)
      checks.that(
        from.clock > 0 && from.clock <= now,
        () => `"${kind}" of slot ${slot} before its referral in week ${from.clock - CLOCK_OFFSET}`,
      );
  }
}

/** Lists of the week: everybody on them was alive when the week began, or arrived in it, and is on one list once. */
function checkNobodyDeadIsSeen({ before, world }: WatchedWeek, checks: Checks): void {
  const { lists, people } = world;
  const times = new Map<number, number>();
  const visit = ({ slots, count }: WeekList, what: string): void => {
    for (const slot of slots.subarray(0, count)) {
      const arrived = slot < people.arrivalEnd[before.week]!;
      const was = before.life[slot];
      checks.that(
        arrived && (was === LIFE.present || was === LIFE.notArrived),
        () => `slot ${slot} is on the list of ${what} and not alive`,
      );
      times.set(slot, (times.get(slot) ?? 0) + 1);
      checks.equal(times.get(slot)!, 1, () => `events of slot ${slot} in one week`);
    }
  };
  visit(lists.needs, 'needs');
  visit(lists.otherReferrals, 'other referrals');
  visit(lists.emergencies, 'emergencies');
  visit(lists.planned, 'planned admissions');
}

/** No list holds anybody referred after this week, and clinic lists hold referrals in their order. */
function checkEntries(world: World, week: number, checks: Checks): void {
  const started = (entry: Entry): void => {
    checks.that(
      entry.clock > 0 && entry.clock <= week + CLOCK_OFFSET,
      () => `${entry.slot} waits since week ${entry.clock - CLOCK_OFFSET}`,
    );
  };
  for (const bucket of decisionsOf(world)) bucket.forEach(started);
  for (const queue of world.books.admissionQueue) entriesOf(queue).forEach(started);
  for (const queue of world.books.firstQueue) {
    let last = 0;
    for (const entry of entriesOf(queue)) {
      started(entry);
      checks.that(entry.clock >= last, () => `${entry.slot} stands behind people who were referred later`);
      last = entry.clock;
    }
  }
}
