import { isDayCase } from '../../model/phases/admissions.ts';
import { CLOCK_OFFSET, STAGE } from '../../model/population/people.ts';
import type { World } from '../../model/world.ts';

import type { Checks, WatchedWeek } from '../invariant.ts';
import { type Entry, entriesOf } from '../snapshot.ts';
import type { PersonEvent } from '../watch.ts';
import { stands } from './lists.ts';

/**
 * Clinics, first come, first served: those who are left of an old list are its tail, in the same order, and nobody
 * referred this week was seen before them. Nobody routine is seen while somebody urgent waits.
 */
export function checkOrderOfClinics({ before, world, events }: WatchedWeek, checks: Checks): void {
  const now = before.week + CLOCK_OFFSET;
  world.books.firstQueue.forEach((queue, list) => {
    const was = before.firstQueue[list]!;
    const is = entriesOf(queue);
    const fresh = is.filter((entry) => entry.clock === now);
    const old = is.slice(0, is.length - fresh.length);
    checks.that(
      sameEntries(old, was.slice(Math.max(0, was.length - old.length))) &&
        sameEntries(is, [...old, ...fresh]),
      () => `clinic list ${list} was not served in the order of referral: ${show(was)} became ${show(is)}`,
    );
  });
  for (const { kind, before: from, slot } of events) {
    if ((kind !== 'treat' && kind !== 'move') || from.stage !== STAGE.firstOutpatient || from.urgent === 1)
      continue;
    const urgent = world.books.firstQueue[from.place * 2 + 1]!;
    checks.equal(
      urgent.waiting,
      0,
      () => `urgent patients who wait although slot ${slot}, routine, was seen`,
    );
  }
}

/**
 * Operations: a list keeps its order; one kept by payer does for those who stood on it before, and for each payer. Whoever stays on it although somebody behind was operated on is an inpatient
 * for whom there was no bed, and then nobody behind was admitted overnight either; urgent goes before routine.
 */
export function checkOrderOfOperations({ before, world, events }: WatchedWeek, checks: Checks): void {
  const operations = new Map<number, PersonEvent>();
  for (const event of events) if (event.kind === 'treat' && event.admitted) operations.set(event.slot, event);
  const decided = before.decisions[before.week % world.books.diagnostics.span]!;
  for (let list = 0; list < world.books.admissionQueue.length; list++) {
    const place = list >> 1;
    const is = entriesOf(world.books.admissionQueue[list]!);
    const was = [...before.admissionQueue[list]!, ...decided.filter((entry) => entry.place === place)];
    const inOrder = mayCallByPayer(world)
      ? isSubsequence(residentsWhoStood(is, before.admissionQueue[list]!), before.admissionQueue[list]!) &&
        practicesOf(world, is).every((g) =>
          isSubsequence(ofPractice(world, is, g), ofPractice(world, was, g)),
        )
      : isSubsequence(is, was);
    checks.that(inOrder, () => `operation list ${list} lost its order: ${show(was)} became ${show(is)}`);
  }
  for (let place = 0; place < world.books.electiveSlots.length; place++) {
    // From the last of the routine list to the first of the urgent one: who was treated behind those who still wait?
    const offered = [...before.admissionQueue[place * 2 + 1]!, ...before.admissionQueue[place * 2]!];
    let behind = -1;
    let overnightBehind = -1;
    for (const entry of offered.reverse()) {
      if (entry.slot < 0) continue;
      const dayCase = isDayCase(world, entry.slot, entry.clock, place, before.dayCaseShare);
      if (isOperationOf(operations.get(entry.slot), entry, place)) {
        behind = entry.slot;
        if (!dayCase) overnightBehind = entry.slot;
      } else if (stands(world, entry, STAGE.admission, place)) {
        const passed = dayCase ? behind : overnightBehind;
        checks.equal(
          passed,
          -1,
          () => `slot operated on at ${place} before slot ${entry.slot}, whose turn it was`,
        );
      }
    }
  }
}

function mayCallByPayer({ inForce }: World): boolean {
  return inForce.some(({ waitingList }) => waitingList.order === 'by-payer');
}

function residentsWhoStood(entries: readonly Entry[], before: readonly Entry[]): Entry[] {
  const clocks = new Map(before.map(({ slot, clock }) => [slot, clock]));
  return entries.filter(({ slot, clock }) => slot >= 0 && clocks.get(slot) === clock);
}

/** Practice of whoever stands there; -1 for a group from elsewhere. */
function practiceOf({ people }: World, { slot }: Entry): number {
  return slot < 0 ? -1 : people.practice(slot);
}

function practicesOf(world: World, entries: readonly Entry[]): number[] {
  return [...new Set(entries.map((entry) => practiceOf(world, entry)))];
}

function ofPractice(world: World, entries: readonly Entry[], g: number): Entry[] {
  return entries.filter((entry) => practiceOf(world, entry) === g);
}

function isOperationOf(event: PersonEvent | undefined, entry: Entry, place: number): boolean {
  return event !== undefined && event.before.clock === entry.clock && event.before.place === place;
}

function sameEntries(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.length === b.length && a.every((entry, n) => sameEntry(entry, b[n]!));
}

function sameEntry(a: Entry, b: Entry): boolean {
  return a.slot === b.slot && a.clock === b.clock;
}

function isSubsequence(part: readonly Entry[], whole: readonly Entry[]): boolean {
  let at = 0;
  for (const entry of whole) if (at < part.length && sameEntry(entry, part[at]!)) at++;
  return at === part.length;
}

function show(entries: readonly Entry[]): string {
  const words = entries.slice(0, 12).map((entry) => `${entry.slot}@${entry.clock - CLOCK_OFFSET}`);
  return `[${words.join(' ')}${entries.length > 12 ? ` and ${entries.length - 12} more` : ''}]`;
}
