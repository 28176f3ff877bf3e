import { CLOCK_OFFSET, STAGE } from '../../model/population/people.ts';
import type { World } from '../../model/world.ts';
import { careState, isOnPathway } from '../care-state.ts';
import type { Checks } from '../invariant.ts';
import { decisionsOf, type Entry, entriesOf } from '../snapshot.ts';

/** Is somebody still standing where this entry says, or is it left over from a person who has gone? */
export function stands(world: World, entry: Entry, stage: number, place: number): boolean {
  if (entry.slot < 0) return true;
  const state = careState(world.people, entry.slot);
  return isOnPathway(state) && state.stage === stage && state.place === place && state.clock === entry.clock;
}

/** Patients an entry stands for. */
export function patientsOf(entry: Entry): number {
  return entry.slot < 0 ? -entry.slot : 1;
}

/**
 * Everybody on a pathway stands in exactly one place: the list, or the calendar of decisions, that their own record
 * names; each list knows how many wait in it; and the open clocks are those of the people found.
 */
export function checkEverybodyStandsOnce(world: World, checks: Checks): void {
  const { people, books, tally } = world;
  const found = new Uint8Array(people.capacity);
  const open = new Int32Array(tally.open.length);
  const visit = (entry: Entry, stage: number, at: number, urgent: 0 | 1 | undefined): number => {
    if (!stands(world, entry, stage, at)) return 0;
    const patients = patientsOf(entry);
    if (entry.slot >= 0) {
      const state = careState(people, entry.slot);
      found[entry.slot]! += 1;
      checks.equal(found[entry.slot]!, 1, () => `times that slot ${entry.slot} waits for one need`);
      checks.that(
        urgent === undefined || state.urgent === urgent,
        () => `slot ${entry.slot} is on the wrong list`,
      );
    }
    return patients;
  };
  for (let list = 0; list < books.firstQueue.length; list++) {
    const urgent = (list & 1) as 0 | 1;
    for (const [queue, stage] of [
      [books.firstQueue[list]!, STAGE.firstOutpatient],
      [books.admissionQueue[list]!, STAGE.admission],
    ] as const) {
      let waiting = 0;
      for (const entry of entriesOf(queue)) waiting += visit(entry, stage, list >> 1, urgent);
      checks.equal(queue.waiting, waiting, () => `patients on list ${list} of stage ${stage}`);
    }
  }
  const inDiagnostics = new Int32Array(books.inDiagnostics.length);
  for (const bucket of decisionsOf(world)) {
    for (const entry of bucket)
      inDiagnostics[entry.place]! += visit(entry, STAGE.diagnostics, entry.place, undefined);
  }
  books.inDiagnostics.forEach((patients, at) => {
    checks.equal(patients, inDiagnostics[at]!, () => `patients in diagnostics at ${at}`);
  });
  for (let i = 0; i < people.capacity; i++) {
    const state = careState(people, i);
    if (!isOnPathway(state)) continue;
    checks.equal(found[i]!, 1, () => `slot ${i} is on a pathway (stage ${state.stage}) and stands in lists`);
    open[state.clock]! += 1;
  }
  tally.open.forEach((clocks, start) => {
    checks.equal(clocks, open[start]!, () => `open clocks since week ${start - CLOCK_OFFSET}`);
  });
}
