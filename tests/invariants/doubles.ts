import { transfer } from '../../src/model/ledger/ledger.ts';
import { RT } from '../../src/model/metrics/tallies.ts';
import { PatientQueue } from '../../src/model/population/patient-queue.ts';
import { LIFE, STAGE, STAGE_MASK } from '../../src/model/population/people.ts';
import type { World } from '../../src/model/world.ts';
import { bookCopy } from '../../src/testing/book-copy.ts';
import { type Build, MODEL } from '../../src/testing/index.ts';
import { withoutEvents } from '../../src/testing/without-events.ts';

/** Builds of the model with one fault each: what the invariants are there to find. */

/** Do something to the world before or after every week. */
function meddling(meddle: { before?: (world: World) => void; after?: (world: World) => void }): Build {
  return {
    create: MODEL.create,
    tick(world, chunk) {
      meddle.before?.(world);
      MODEL.tick(world, chunk);
      meddle.after?.(world);
    },
  };
}

/** Make worlds otherwise. */
function made(alter: (world: World) => World): Build {
  return { create: (...args) => alter(MODEL.create(...args)), tick: MODEL.tick };
}

/** First slot for which something holds, or -1. */
function find(world: World, is: (i: number) => boolean): number {
  for (let i = 0; i < world.people.capacity; i++) if (is(i)) return i;
  return -1;
}

const stageOf = ({ people }: World, i: number): number => people.pathway(i) & STAGE_MASK;

/** Wake the first who died. */
export const RAISES_THE_DEAD = meddling({
  before(world) {
    const dead = find(world, (i) => world.people.life(i) === LIFE.died);
    if (dead >= 0) world.people.setLife(dead, LIFE.present);
  },
});

/** Somebody moves out and nobody writes it down. */
export const LOSES_A_PERSON = meddling({
  after(world) {
    const somebody = find(
      world,
      (i) => world.people.life(i) === LIFE.present && stageOf(world, i) === STAGE.none,
    );
    world.people.setLife(somebody, LIFE.movedOut);
  },
});

/** A birth for every death: the newborn comes before its week. */
export const BIRTH_FOR_A_DEATH = meddling({
  after(world) {
    const next = find(world, (i) => world.people.life(i) === LIFE.notArrived);
    if (next >= 0) world.person.arrive(next);
  },
});

export const LEAKS_A_PENNY = meddling({
  after(world) {
    world.ledger.balance[world.ledger.accounts.suppliers]! -= 1;
  },
});

/** Books balance, but the money was never booked as spent. */
export const SPENDS_UNBOOKED = meddling({
  after({ ledger }) {
    transfer(ledger, ledger.accounts.commissioner, ledger.accounts.suppliers, 12345);
  },
});

export const PAYS_A_FRACTION = meddling({
  after({ ledger }) {
    transfer(ledger, ledger.accounts.treasury, ledger.accounts.provider, 0.5);
  },
});

/** The front entry of the longest clinic list falls under the table. */
export const LOSES_A_PATIENT = meddling({
  after(world) {
    const longest = world.books.firstQueue.toSorted((a, b) => b.length - a.length)[0]!;
    if (longest.length > 0) longest.drop(true);
  },
});

export const QUEUES_SOMEBODY_TWICE = meddling({
  after(world) {
    const queue = world.books.firstQueue.find(({ waiting }) => waiting > 0);
    queue?.push(queue.peekSlot(), queue.peekClock());
  },
});

/** Last come, first served. */
class LastComeFirst extends PatientQueue {
  override peekSlot(): number {
    return this.slots[(this.head + this.length - 1) & (this.slots.length - 1)]!;
  }
  override peekClock(): number {
    return this.clocks[(this.head + this.length - 1) & (this.slots.length - 1)]!;
  }
  override drop(waited: boolean): void {
    if (waited) this.waiting -= Math.max(1, -this.peekSlot());
    this.length--;
  }
  override unshift(slot: number, clock: number): void {
    this.push(slot, clock);
  }
}

function lastComeFirst(queues: PatientQueue[]): void {
  queues.forEach((queue, n) => {
    const reversed = new LastComeFirst();
    while (queue.length > 0) {
      reversed.push(queue.peekSlot(), queue.peekClock());
      queue.drop(true);
    }
    queues[n] = reversed;
  });
}

export const SERVES_CLINICS_LAST_COME_FIRST = made((world) => {
  lastComeFirst(world.books.firstQueue);
  return world;
});

export const OPERATES_LAST_COME_FIRST = made((world) => {
  lastComeFirst(world.books.admissionQueue);
  return world;
});

/** Do the week with other slots than the world will own up to. */
function withMoreSlots(kind: 'outpatientSlots' | 'electiveSlots'): Build {
  return {
    create: MODEL.create,
    tick(world, chunk) {
      // What the phases see is half as much again as what the books hold before and after the week.
      const slots = world.books[kind].slice();
      world.books[kind].set(slots.map((there) => there * 1.5 + 1));
      MODEL.tick(world, chunk);
      world.books[kind].set(slots);
    },
  };
}

export const EXCEEDS_CLINICS = withMoreSlots('outpatientSlots');
export const EXCEEDS_THEATRES = withMoreSlots('electiveSlots');

/** Unused slots are kept for ever. */
export const HOARDS_SLOTS = meddling({
  after: ({ books }) =>
    books.electiveCarry.forEach((_, hs) => {
      books.electiveCarry[hs] = 3;
    }),
});

export const FORGETS_A_BED_DAY = meddling({
  before({ books, week }) {
    const at = (week + 1) % 64;
    if (books.bedDays[at]! > 0) books.bedDays[at]! -= 1;
  },
});

/** The dead keep their place on the list, and are treated when their turn comes. */
export const TREATS_THE_DEAD = made((world) => ({
  ...world,
  person: {
    ...bookCopy(world.person),
    depart(i, how) {
      const pathway = world.people.pathway(i);
      const clock = world.people.clock(i);
      world.person.depart(i, how);
      world.people.setPathway(i, pathway);
      world.people.setClock(i, clock);
    },
    stillWaiting: (slot, clock) => world.people.clock(slot) === clock,
  },
}));

/** Puts people on the operation list at their first visit, whatever diagnostics will say. */
export const SKIPS_DIAGNOSTICS = made((world) => ({
  ...world,
  person: { ...bookCopy(world.person), moveToStage: (i) => world.person.moveToStage(i, STAGE.admission) },
}));

/** Waits look shorter when clocks start again. */
export const MOVES_A_CLOCK = meddling({
  after(world) {
    const waiting = find(world, (i) => stageOf(world, i) === STAGE.diagnostics);
    if (waiting < 0) return;
    const clock = world.people.clock(waiting);
    world.tally.open[clock]! -= 1;
    world.tally.open[clock + 1]! += 1;
    world.people.setClock(waiting, clock + 1);
  },
});

export const MAKES_SOMEBODY_YOUNGER = meddling({
  after({ people }) {
    const somebody = people.initial >> 1;
    people.setAgeClass(somebody, Math.max(0, people.ageClass(somebody) - 1));
  },
});

/** Registers somebody with a practice and tells no list. */
export const REGISTERS_UNSEEN = meddling({
  after(world) {
    const { people, place } = world;
    const somebody = find(world, (i) => people.life(i) === LIFE.present);
    people.setPractice(somebody, (people.practice(somebody) + 1) % place.practices.count);
  },
});

/** Somebody's way to hospital is not known, and is added all the same. */
export const ADDS_NO_NUMBER = meddling({
  after({ tally }) {
    tally.residents[RT.distance_km]! += Number.NaN;
  },
});

/** A generator that goes on from run to run, as Math.random would. */
export function drawsFromAStream(): Build {
  let drawn = 0;
  return made((world) => ({
    ...world,
    law: withoutEvents(world.law, () => ++drawn % 97 === 0),
  }));
}

/** The first person of each batch is overlooked. */
export const MINDS_THE_BATCHES: Build = {
  create: MODEL.create,
  tick(world, chunk) {
    MODEL.tick(world, chunk);
    if (chunk !== undefined && chunk < 1000) world.tally.gpConsultations += 1;
  },
};

/** Plans capacity today for the target that will be in force at the end of the run. */
export const PEEKS_AHEAD = made((world) => ({
  ...world,
  institutions: {
    ...world.institutions,
    choice: world.input.institutions.at(-1)!.institutions.choice,
  },
}));

/** Knows today how bad the coming flu will be. */
export const FORESEES_SHOCKS = made((world) => {
  world.books.beds[0]! += world.input.shocks.length;
  return world;
});

/** Any entry of the schedule upsets people, even one that changes nothing. */
export const UPSET_BY_ANY_SWITCH = meddling({
  before({ input, week, books }) {
    if (week > 0 && input.institutions.some((entry) => entry.week === week))
      books.diagnosticsPace[0]! *= 1.05;
  },
});

/** Under choice of hospital, other people move in. */
export const ATTRACTS_OTHERS = made((world) => {
  if (world.institutions.choice.of === 'none') return world;
  for (let i = world.people.initial; i < world.people.capacity; i++)
    world.people.setConditions(i, world.people.conditions(i) ^ 1);
  return world;
});

/** Some are worth less than nothing. */
export const COUNTS_LIVES_AS_LOSSES = meddling({
  after(world) {
    world.tally.cohortUtility[0]! -= 2 * present(world) * 1e6;
  },
});

function present({ tally }: World): number {
  return tally.present.reduce((sum, people) => sum + people, 0);
}

/** Names decide: practices called after a doctor get a longer list. */
export const READS_NAMES = made((world) => {
  if (world.place.name === 'Elsewhere') world.books.beds[0]! += 1;
  return world;
});

/** Keeps something outside the world's state: it is lost when the run is stopped. */
export function remembersOutside(): Build {
  const weeksRun = new WeakMap<World['people'], number>();
  return meddling({
    before(world) {
      const weeks = (weeksRun.get(world.people) ?? 0) + 1;
      weeksRun.set(world.people, weeks);
      if (weeks === 12) world.books.beds[0]! *= 0.9;
    },
  });
}
