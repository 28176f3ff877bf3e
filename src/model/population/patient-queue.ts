import type { People } from './people.ts';

/**
 * A first-come-first-served list of patients at one provider, specialty and priority: a growing ring of
 * (slot, clock). A negative slot -n is a group of n patients from elsewhere. An entry whose person has meanwhile left the list is
 * skipped when it is reached (the caller checks), so leaving costs nothing.
 */
export class PatientQueue {
  slots: Int32Array;
  clocks: Uint16Array;
  head = 0;
  /** Entries in the ring, those of people who have left included. */
  length = 0;
  /** People who really wait. */
  waiting = 0;
  /** People who have joined since the last review. */
  joined = 0;

  constructor(size = 16) {
    this.slots = new Int32Array(size);
    this.clocks = new Uint16Array(size);
  }

  push(slot: number, clock: number): void {
    if (this.length === this.slots.length) this.#grow();
    const at = (this.head + this.length) & (this.slots.length - 1);
    this.slots[at] = slot;
    this.clocks[at] = clock;
    this.length++;
    const people = slot < 0 ? -slot : 1;
    this.waiting += people;
    this.joined += people;
  }

  /**
   * Copy the first entries into the columns given, as many as so many patients take and the columns hold.
   * @returns number of entries
   */
  copyFront(slots: Int32Array, clocks: Int32Array, patients: number): number {
    const { slots: from, clocks: since, head } = this;
    const mask = from.length - 1;
    const most = Math.min(this.length, slots.length);
    let left = patients;
    let count = 0;
    for (; count < most && left > 0; count++) {
      const at = (head + count) & mask;
      const slot = from[at]!;
      slots[count] = slot;
      clocks[count] = since[at]!;
      left -= slot < 0 ? -slot : 1;
    }
    return count;
  }

  /** Drop so many entries from the front, on which so many people still stood. */
  dropFront(entries: number, people: number): void {
    this.head = (this.head + entries) & (this.slots.length - 1);
    this.length -= entries;
    this.waiting -= people;
  }

  /** Put back at the front, in reverse order of removal. */
  unshift(slot: number, clock: number): void {
    if (this.length === this.slots.length) this.#grow();
    this.head = (this.head - 1) & (this.slots.length - 1);
    this.slots[this.head] = slot;
    this.clocks[this.head] = clock;
    this.length++;
    this.waiting += slot < 0 ? -slot : 1;
  }

  /**
   * The last entry moves forward past those in front of it, one after the other, as long as it may pass them.
   *
   * @param patients number of patients that it passes at most
   */
  advanceLast(patients: number, mayPass: (slot: number) => boolean): void {
    const mask = this.slots.length - 1;
    let left = patients;
    for (let n = this.length - 1; n > 0; n--) {
      const at = (this.head + n) & mask;
      const before = (this.head + n - 1) & mask;
      const slot = this.slots[before]!;
      left -= slot < 0 ? -slot : 1;
      if (left < 0 || !mayPass(slot)) return;
      const clock = this.clocks[before]!;
      this.slots[before] = this.slots[at]!;
      this.clocks[before] = this.clocks[at]!;
      this.slots[at] = slot;
      this.clocks[at] = clock;
    }
  }

  peekSlot(): number {
    return this.slots[this.head]!;
  }

  peekClock(): number {
    return this.clocks[this.head]!;
  }

  /** Drop the front entry; `waited` tells whether somebody still stood there. */
  drop(waited: boolean): void {
    const slot = this.slots[this.head]!;
    this.head = (this.head + 1) & (this.slots.length - 1);
    this.length--;
    if (waited) this.waiting -= slot < 0 ? -slot : 1;
  }

  /** Somebody in the middle has left: the entry stays until it is reached. */
  left(): void {
    this.waiting--;
  }

  /** Fetch the people among the first so many patients, before they are looked at one by one. */
  bringIn(people: People, patients: number): void {
    const size = this.slots.length;
    let entries = 0;
    for (let left = patients; left > 0 && entries < this.length; entries++) {
      const slot = this.slots[(this.head + entries) & (size - 1)]!;
      left -= slot < 0 ? -slot : 1;
    }
    const end = this.head + entries;
    people.bringIn(this.slots, this.head, Math.min(end, size));
    if (end > size) people.bringIn(this.slots, 0, end - size);
  }

  /** Visit the groups from elsewhere, front to back. */
  eachFromElsewhere(visit: (patients: number, clock: number) => void): void {
    for (let n = 0; n < this.length; n++) {
      const at = (this.head + n) & (this.slots.length - 1);
      if (this.slots[at]! < 0) visit(-this.slots[at]!, this.clocks[at]!);
    }
  }

  #grow(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const clocks = new Uint16Array(slots.length);
    for (let i = 0; i < this.length; i++) {
      const at = (this.head + i) & (this.slots.length - 1);
      slots[i] = this.slots[at]!;
      clocks[i] = this.clocks[at]!;
    }
    this.slots = slots;
    this.clocks = clocks;
    this.head = 0;
  }
}
