/** People whom something befalls this week, in the order in which it does, each with a detail: a list that grows. */
export class WeekList {
  slots = new Int32Array(256);
  /** Specialty of a need or a referral; nothing for others. */
  details = new Uint8Array(256);
  count = 0;

  push(slot: number, detail: number): void {
    if (this.count === this.slots.length) this.#grow();
    this.slots[this.count] = slot;
    this.details[this.count] = detail;
    this.count++;
  }

  /** Push the first so many of a list. */
  append(slots: Int32Array, details: Uint8Array | null, count: number): void {
    while (this.count + count > this.slots.length) this.#grow();
    const { slots: toSlots, details: toDetails, count: from } = this;
    for (let n = 0; n < count; n++) toSlots[from + n] = slots[n]!;
    for (let n = 0; n < count; n++) toDetails[from + n] = details === null ? 0 : details[n]!;
    this.count = from + count;
  }

  #grow(): void {
    const { slots, details } = this;
    this.slots = new Int32Array(slots.length * 2);
    this.slots.set(slots);
    this.details = new Uint8Array(slots.length * 2);
    this.details.set(details);
  }
}
