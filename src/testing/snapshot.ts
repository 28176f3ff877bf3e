import type { PatientQueue } from '../model/population/patient-queue.ts';
import type { World } from '../model/world.ts';
import { type CareState, careStateFrom } from './care-state.ts';
import { type Counted, counted } from './counted.ts';

/** An entry of a list: a person, or (negative) a group of patients from elsewhere, and when the clock started. */
export interface Entry {
  readonly slot: number;
  readonly clock: number;
}

/** An entry of the calendar of decisions, with its provider * 8 + specialty. */
export interface DecisionEntry extends Entry {
  readonly place: number;
}

/** The state of a world between two weeks, copied. */
export interface Snapshot {
  /** Week about to run. */
  readonly week: number;
  readonly life: Uint8Array;
  readonly pathway: Uint8Array;
  readonly clock: Uint16Array;
  readonly provider: Uint8Array;
  readonly severity: Uint8Array;
  readonly birthWeek: Int16Array;
  readonly ageClass: Uint8Array;
  readonly zone: Uint16Array;
  readonly traits: Uint8Array;
  /** By provider, specialty and urgency: (h * 8 + s) * 2 + urgent. */
  readonly firstQueue: readonly (readonly Entry[])[];
  readonly admissionQueue: readonly (readonly Entry[])[];
  /** By week of decision modulo the span. */
  readonly decisions: readonly (readonly DecisionEntry[])[];
  readonly outpatientSlots: Float64Array;
  readonly electiveSlots: Float64Array;
  readonly outpatientCarry: Float64Array;
  readonly electiveCarry: Float64Array;
  readonly followUpsDue: Float64Array;
  readonly followUpCarry: Float64Array;
  readonly servedFirst: Float64Array;
  readonly servedAdmission: Float64Array;
  readonly bedDays: Float64Array;
  readonly beds: Float64Array;
  readonly dayCaseShare: Float64Array;
  readonly followUpRatio: Float64Array;
  readonly balance: Float64Array;
  /** Pence that purchasers and providers have kept. */
  readonly held: Float64Array;
  readonly retained: Float64Array;
  /** Pence that they owe. */
  readonly debt: Float64Array;
  readonly debtOfProvider: Float64Array;
  /** Lines of the journal so far. */
  readonly journal: number;
  readonly counted: Counted;
}

/** Copy what the invariants compare from week to week. For small worlds: a copy takes about 20 bytes a person. */
export function snapshot(world: World): Snapshot {
  const { people, books, ledger } = world;
  const slots = { length: people.capacity };
  return {
    week: world.week,
    life: Uint8Array.from(slots, (_, i) => people.life(i)),
    pathway: Uint8Array.from(slots, (_, i) => people.pathway(i)),
    clock: Uint16Array.from(slots, (_, i) => people.clock(i)),
    provider: Uint8Array.from(slots, (_, i) => people.provider(i)),
    severity: Uint8Array.from(slots, (_, i) => people.severity(i)),
    birthWeek: Int16Array.from(slots, (_, i) => people.birthWeek(i)),
    ageClass: Uint8Array.from(slots, (_, i) => people.ageClass(i)),
    zone: Uint16Array.from(slots, (_, i) => people.zone(i)),
    traits: Uint8Array.from(slots, (_, i) => people.traits(i)),
    firstQueue: books.firstQueue.map(entriesOf),
    admissionQueue: books.admissionQueue.map(entriesOf),
    decisions: decisionsOf(world),
    outpatientSlots: books.outpatientSlots.slice(),
    electiveSlots: books.electiveSlots.slice(),
    outpatientCarry: books.outpatientCarry.slice(),
    electiveCarry: books.electiveCarry.slice(),
    followUpsDue: books.followUpsDue.slice(),
    followUpCarry: books.followUpCarry.slice(),
    servedFirst: books.servedFirst.slice(),
    servedAdmission: books.servedAdmission.slice(),
    bedDays: books.bedDays.slice(),
    beds: books.beds.slice(),
    dayCaseShare: books.dayCaseShare.slice(),
    followUpRatio: books.followUpRatio.slice(),
    balance: ledger.balance.slice(),
    held: books.held.slice(),
    retained: books.retained.slice(),
    debt: books.debt.slice(),
    debtOfProvider: books.debtOfProvider.slice(),
    journal: world.journal.length,
    counted: counted(world),
  };
}

export function stateBefore(before: Snapshot, i: number): CareState {
  return careStateFrom(before.life[i]!, before.pathway[i]!, before.provider[i]!, before.clock[i]!);
}

/** Entries of a list from its head, those of people who have left it included. */
export function entriesOf(queue: PatientQueue): Entry[] {
  return Array.from({ length: queue.length }, (_, n) => {
    const at = (queue.head + n) & (queue.slots.length - 1);
    return { slot: queue.slots[at]!, clock: queue.clocks[at]! };
  });
}

export function decisionsOf(world: World): DecisionEntry[][] {
  const { slots, clocks, places, counts } = world.books.diagnostics;
  return Array.from(counts, (count, bucket) =>
    Array.from({ length: count }, (_, n) => ({
      slot: slots[bucket]![n]!,
      clock: clocks[bucket]![n]!,
      place: places[bucket]![n]!,
    })),
  );
}
