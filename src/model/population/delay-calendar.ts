/**
 * Patients in diagnostics and decision, by the week in which the decision falls: a wheel of growing lists. A
 * negative slot -n is a group of n patients from elsewhere. Entries of people who have meanwhile left are skipped by the caller.
 */
export class DelayCalendar {
  readonly span: number;
  readonly slots: Int32Array[] = [];
  readonly clocks: Uint16Array[] = [];
  /** Provider * 8 + specialty. */
  readonly places: Uint16Array[] = [];
  readonly counts: Int32Array;

  /** @param span longest delay in weeks + 1 */
  constructor(span: number) {
    this.span = span;
    this.counts = new Int32Array(span);
    for (let bucket = 0; bucket < span; bucket++) this.clear(bucket);
  }

  /** Empty a bucket and give its memory back: a week's list is at its longest on the day it is due. */
  clear(bucket: number): void {
    this.slots[bucket] = new Int32Array(16);
    this.clocks[bucket] = new Uint16Array(16);
    this.places[bucket] = new Uint16Array(16);
    this.counts[bucket] = 0;
  }

  /** @param week the week of the decision, at most `span - 1` ahead */
  add(week: number, slot: number, clock: number, place: number): void {
    const bucket = week % this.span;
    const count = this.counts[bucket]!;
    if (count === this.slots[bucket]!.length) this.#grow(bucket);
    this.slots[bucket]![count] = slot;
    this.clocks[bucket]![count] = clock;
    this.places[bucket]![count] = place;
    this.counts[bucket] = count + 1;
  }

  /** Visit the groups from elsewhere; `place` = provider * 8 + specialty. */
  eachFromElsewhere(visit: (patients: number, clock: number, place: number) => void): void {
    for (let bucket = 0; bucket < this.span; bucket++) {
      for (let n = 0; n < this.counts[bucket]!; n++) {
        const slot = this.slots[bucket]![n]!;
        if (slot < 0) visit(-slot, this.clocks[bucket]![n]!, this.places[bucket]![n]!);
      }
    }
  }

  #grow(bucket: number): void {
    const size = this.slots[bucket]!.length * 2;
    const slots = new Int32Array(size);
    slots.set(this.slots[bucket]!);
    this.slots[bucket] = slots;
    const clocks = new Uint16Array(size);
    clocks.set(this.clocks[bucket]!);
    this.clocks[bucket] = clocks;
    const places = new Uint16Array(size);
    places.set(this.places[bucket]!);
    this.places[bucket] = places;
  }
}
