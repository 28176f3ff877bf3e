import { type ListPositions, listPositions, passThosePaidLess } from '../behaviour/hospital/order-of-list.ts';
import { BATCH, SPARE } from '../population/care-room.ts';
import { type CareBatches, ENDED } from '../population/care-wasm.ts';
import type { World } from '../world.ts';
import { joinLists } from './batches.ts';

/** The same as `decisionsDue` of the admissions, in batches. */
export function decideBatches(world: World, care: CareBatches): void {
  const { columns, module } = care;
  const { batchSlots, batchClocks, batchDetails, batchCounts } = columns;
  const { delaySlots, delayClocks, delayWeeks: queues } = columns;
  const wheel = world.books.diagnostics;
  const bucket = world.week % wheel.span;
  const slots = wheel.slots[bucket]!;
  const clocks = wheel.clocks[bucket]!;
  const places = wheel.places[bucket]!;
  const count = wheel.counts[bucket]!;
  const positions = listPositions(world);
  for (let start = 0; start < count; start += BATCH) {
    const size = Math.min(count - start, BATCH);
    for (let n = 0; n < size; n++) {
      batchSlots[n] = slots[start + n]!;
      batchClocks[n] = clocks[start + n]!;
      batchDetails[n] = places[start + n]!;
    }
    module.decideOnAdmissions(size, start, world.week);
    const joining = batchCounts[ENDED.handed]!;
    for (let n = 0; n < joining; n++) {
      joinAdmissionList(world, positions, queues[n]! >> 1, queues[n]! & 1, delaySlots[n]!, delayClocks[n]!);
    }
    joinLists(world, care);
  }
  wheel.clear(bucket);
}

/** A patient, or a group from elsewhere, joins the list for an operation. */
export function joinAdmissionList(
  world: World,
  positions: ListPositions | null,
  hs: number,
  urgent: number,
  slot: number,
  clock: number,
): void {
  const queue = world.books.admissionQueue[hs * 2 + urgent]!;
  queue.push(slot, clock);
  if (positions !== null && urgent === 0) passThosePaidLess(world, positions, queue, hs, slot);
}

/** The same as `operate` of the admissions, in batches. */
export function operateBatches(world: World, care: CareBatches, hs: number, part: number): void {
  const { books } = world;
  const { columns, module } = care;
  const { batchSlots, batchClocks, batchCounts, delaySlots, delayClocks } = columns;
  const room = books.electiveSlots[hs]! * part + books.electiveCarry[hs]!;
  let left = Math.floor(room);
  const fraction = room - left;
  for (let urgent = 1; urgent >= 0 && left > 0; urgent--) {
    const place = hs * 2 + urgent;
    const queue = books.admissionQueue[place]!;
    const backSlots: number[] = [];
    const backClocks: number[] = [];
    for (let met = 0; left > 0 && queue.length > 0; met += batchCounts[ENDED.entries]!) {
      const count = queue.copyFront(batchSlots, batchClocks, left + SPARE);
      module.operate(count, place, left, met, world.week);
      queue.dropFront(batchCounts[ENDED.entries]!, batchCounts[ENDED.waited]!);
      left = batchCounts[ENDED.left]!;
      for (let n = 0; n < batchCounts[ENDED.handed]!; n++) {
        backSlots.push(delaySlots[n]!);
        backClocks.push(delayClocks[n]!);
      }
      joinLists(world, care);
    }
    for (let n = backSlots.length - 1; n >= 0; n--) queue.unshift(backSlots[n]!, backClocks[n]!);
  }
  books.electiveCarry[hs] = fraction + Math.min(0, left);
}
