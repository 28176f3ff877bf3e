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
  /** Pages that nobody uses now, by size. */
  readonly #spare = new Map<number, Page[]>();

  /** @param span longest delay in weeks + 1 */
  constructor(span: number) {
    this.span = span;
    this.counts = new Int32Array(span);
    for (let bucket = 0; bucket < span; bucket++) this.#put(bucket, newPage(SMALLEST_PAGE));
  }

  /** Empty a bucket. Its memory goes to the next that grows: a week's list is at its longest on the day it is due. */
  clear(bucket: number): void {
    this.counts[bucket] = 0;
    if (this.slots[bucket]!.length === SMALLEST_PAGE) return;
    this.#leave(bucket);
    this.#put(bucket, this.#take(SMALLEST_PAGE));
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

  /**
   * What is left of every delay gets shorter by a factor of its provider, to the nearest week and at least one.
   *
   * @param week now: its own decisions have been made
   * @param factor by provider; 1 leaves its delays as they are
   */
  hurry(week: number, factor: Float64Array): void {
    // Ascending, so that an entry moves only to weeks that have been looked at already.
    for (let ahead = 2; ahead < this.span; ahead++) this.#hurryOne(week, ahead, factor);
  }

  #hurryOne(week: number, ahead: number, factor: Float64Array): void {
    const bucket = (week + ahead) % this.span;
    const slots = this.slots[bucket]!;
    const clocks = this.clocks[bucket]!;
    const places = this.places[bucket]!;
    const count = this.counts[bucket]!;
    let kept = 0;
    for (let n = 0; n < count; n++) {
      const place = places[n]!;
      const left = Math.max(1, Math.round(ahead * factor[place >> 3]!));
      if (left < ahead) {
        this.add(week + left, slots[n]!, clocks[n]!, place);
        continue;
      }
      slots[kept] = slots[n]!;
      clocks[kept] = clocks[n]!;
      places[kept] = place;
      kept++;
    }
    this.counts[bucket] = kept;
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
    const { slots, clocks, places } = this;
    const page = this.#take(slots[bucket]!.length * 2);
    page.slots.set(slots[bucket]!);
    page.clocks.set(clocks[bucket]!);
    page.places.set(places[bucket]!);
    this.#leave(bucket);
    this.#put(bucket, page);
  }

  /** A page of a size: one that a bucket has left, or a new one. */
  #take(size: number): Page {
    return this.#spare.get(size)?.pop() ?? newPage(size);
  }

  #leave(bucket: number): void {
    const slots = this.slots[bucket]!;
    const page = { slots, clocks: this.clocks[bucket]!, places: this.places[bucket]! };
    const others = this.#spare.get(slots.length);
    if (others === undefined) this.#spare.set(slots.length, [page]);
    else others.push(page);
  }

  #put(bucket: number, { slots, clocks, places }: Page): void {
    this.slots[bucket] = slots;
    this.clocks[bucket] = clocks;
    this.places[bucket] = places;
  }
}

/** Room for the entries of one bucket. */
interface Page {
  readonly slots: Int32Array;
  readonly clocks: Uint16Array;
  readonly places: Uint16Array;
}

const SMALLEST_PAGE = 256;

function newPage(size: number): Page {
  return { slots: new Int32Array(size), clocks: new Uint16Array(size), places: new Uint16Array(size) };
}
