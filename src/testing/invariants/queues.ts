import { QUARTER_WEEKS } from '../../model/calendar.ts';
import { PT, PT_COUNT } from '../../model/metrics/tallies.ts';
import { referralsFromElsewhere } from '../../model/phases/consultant-referral.ts';
import { CLOCK_OFFSET, STAGE } from '../../model/population/people.ts';
import { isOnPathway } from '../care-state.ts';
import { counted } from '../counted.ts';
import { type Checks, checksOf, type Invariant, type WatchedWeek } from '../invariant.ts';
import {
  type DecisionEntry,
  decisionsOf,
  type Entry,
  entriesOf,
  type Snapshot,
  stateBefore,
} from '../snapshot.ts';
import { checkEverybodyStandsOnce, patientsOf } from './lists.ts';
import { checkOrderOfClinics, checkOrderOfOperations } from './order.ts';

/**
 * Referred = waiting + treated + left, by provider, specialty and stage; nobody waits twice for one need; first come,
 * first served within a class. A bed may keep somebody on a list whom a day case then passes.
 */
export const QUEUES: Invariant = {
  id: 'queues',
  law: 'referred = waiting + treated + left, nobody waits twice, and first come is first served within a class',
  check(week) {
    const checks = checksOf('queues', week.before.week);
    checkEverybodyStandsOnce(week.world, checks);
    checkFlows(week, checks);
    checkPatientsFromElsewhere(week, checks);
    checkDecisions(week, checks);
    checkOrderOfClinics(week, checks);
    checkOrderOfOperations(week, checks);
  },
};

/** What takes somebody off a pathway. */
const LEAVES: readonly string[] = ['treat', 'refuse', 'remove', 'depart'];

/** Residents by provider, specialty and stage: those who stand there now are those who did, plus in, less out. */
function checkFlows({ before, world, events }: WatchedWeek, checks: Checks): void {
  const { people } = world;
  const rows = world.books.electiveSlots.length * 5;
  const expected = new Int32Array(rows);
  const found = new Int32Array(rows);
  for (let i = 0; i < people.capacity; i++) {
    const was = stateBefore(before, i);
    if (isOnPathway(was)) expected[was.place * 5 + was.stage]! += 1;
    const stage = people.pathway(i) & 7;
    const place = people.provider(i) * 8 + ((people.pathway(i) >> 3) & 7);
    if (stage >= STAGE.firstOutpatient) found[place * 5 + stage]! += 1;
  }
  for (const { before: from, after: to, kind } of events) {
    if (kind === 'refer') {
      expected[to.place * 5 + STAGE.firstOutpatient]! += 1;
    } else if (kind === 'move') {
      expected[from.place * 5 + from.stage]! -= 1;
      expected[from.place * 5 + to.stage]! += 1;
    } else if (isOnPathway(from) && LEAVES.includes(kind)) {
      expected[from.place * 5 + from.stage]! -= 1;
    }
  }
  found.forEach((patients, row) => {
    const at = `provider ${Math.floor(row / 40)}, specialty ${Math.floor(row / 5) % 8}, stage ${row % 5}`;
    checks.equal(patients, expected[row]!, () => `referred less treated and left at ${at}`);
  });
}

/**
 * Patients from elsewhere, by provider: of those referred, whoever neither waits nor was treated did not attend the
 * first visit or had left the list when the decision fell due, and that is never fewer than nobody.
 */
function checkPatientsFromElsewhere({ before, world, events }: WatchedWeek, checks: Checks): void {
  const H = world.place.providers.count;
  const now = counted(world);
  const group = 6 + world.place.commissioners.count;
  const was = elsewhereByProvider(before, H);
  const is = elsewhereByProvider(
    {
      firstQueue: world.books.firstQueue.map(entriesOf),
      admissionQueue: world.books.admissionQueue.map(entriesOf),
      decisions: decisionsOf(world),
    },
    H,
  );
  for (let h = 0; h < H; h++) {
    const noted = (what: number): number =>
      now.providers[h * PT_COUNT + what]! - before.counted.providers[h * PT_COUNT + what]!;
    const at = (kind: string, place: number): number =>
      events.filter((event) => event.kind === kind && event.before.place >> 3 === place).length;
    const referredResidents = events.filter((e) => e.kind === 'refer' && e.after.place >> 3 === h).length;
    const referred = noted(PT.gp_referrals) + noted(PT.other_referrals) - referredResidents;
    const treated =
      now.completed[group + h]! - before.counted.completed[group + h]! - at('treat', h) - at('refuse', h);
    const left = referred - treated - (is[h]! - was[h]!);
    checks.that(left >= 0, () => `trust ${h}: ${-left} patients from elsewhere came from nowhere`);
    checks.equal(left % world.tables.backgroundGroup[h]!, 0, () => `trust ${h}: part of a group left`);
    checks.atMost(left, mayHaveLeft(before, world, h), () => `trust ${h}: patients from elsewhere who left`);
  }
}

function elsewhereByProvider(
  lists: Pick<Snapshot, 'firstQueue' | 'admissionQueue' | 'decisions'>,
  providers: number,
): Float64Array {
  const sums = new Float64Array(providers);
  const add = (entry: Entry, provider: number): void => {
    if (entry.slot < 0) sums[provider]! += patientsOf(entry);
  };
  for (const queues of [lists.firstQueue, lists.admissionQueue])
    queues.forEach((entries, list) => {
      for (const entry of entries) add(entry, list >> 4);
    });
  for (const bucket of lists.decisions) for (const entry of bucket) add(entry, entry.place >> 3);
  return sums;
}

/** People from elsewhere leave at a first visit or when their decision falls due: at most as many as came to either. */
function mayHaveLeft(before: Snapshot, world: WatchedWeek['world'], h: number): number {
  let patients = 0;
  for (let list = h * 16; list < h * 16 + 16; list++) {
    for (const entry of before.firstQueue[list]!) if (entry.slot < 0) patients += patientsOf(entry);
    for (const entry of entriesOf(world.books.firstQueue[list]!))
      if (entry.slot < 0 && entry.clock < before.week + CLOCK_OFFSET) patients -= patientsOf(entry);
  }
  let joined = 0;
  for (let hs = h * 8; hs < h * 8 + 8; hs++) {
    joined += referralsFromElsewhere(world, hs) + world.tables.backgroundGroup[h]!;
  }
  const due = before.decisions[before.week % world.books.diagnostics.span]!;
  for (const entry of due) if (entry.slot < 0 && entry.place >> 3 === h) patients += patientsOf(entry);
  return patients + joined;
}

/**
 * Decisions of this week have been taken; those not yet due stay in the calendar. At the end of a quarter, when diagnostics
 * may get faster, they may have come nearer, and no decision may have gone.
 */
function checkDecisions({ before, world }: WatchedWeek, checks: Checks): void {
  const { span } = world.books.diagnostics;
  const due = before.week % span;
  const now = decisionsOf(world);
  checks.equal(now[due]!.length, 0, () => 'decisions due this week and not taken');
  const mayHurry = before.week % QUARTER_WEEKS === QUARTER_WEEKS - 1;
  const latest = new Map<string, number[]>();
  if (mayHurry)
    for (let ahead = 1; ahead < span; ahead++)
      for (const entry of now[(due + ahead) % span]!)
        latest.set(nameOf(entry), [...(latest.get(nameOf(entry)) ?? []), ahead]);
  for (let ahead = 1; ahead < span; ahead++) {
    const bucket = (due + ahead) % span;
    before.decisions[bucket]!.forEach((entry, at) => {
      const there = now[bucket]![at];
      const found = mayHurry
        ? // In ascending order on both sides, so that the soonest is matched with the soonest.
          (latest.get(nameOf(entry))?.shift() ?? span) <= ahead
        : there !== undefined && nameOf(there) === nameOf(entry);
      checks.that(found, () => `the decision on ${entry.slot}, due in a later week, is gone`);
    });
  }
}

/** Names somebody's decision; groups from elsewhere may share a name. */
function nameOf({ slot, clock, place }: DecisionEntry): string {
  return `${slot} ${clock} ${place}`;
}
