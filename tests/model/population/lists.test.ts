import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DelayCalendar } from '../../../src/model/population/delay-calendar.ts';
import { PatientQueue } from '../../../src/model/population/patient-queue.ts';
import { WeekList } from '../../../src/model/population/week-list.ts';

describe('a list of patients', () => {
  it('keeps the order of a plain array through any pushes, drops and returns to the front', () => {
    const step = fc.oneof(
      fc.record({ push: fc.integer({ min: -9, max: 99 }).filter((n) => n !== 0) }),
      fc.constant('drop' as const),
      fc.constant('return' as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const queue = new PatientQueue(2);
        const plain: number[] = [];
        for (const action of steps) {
          if (typeof action === 'object') {
            queue.push(action.push, 300);
            plain.push(action.push);
          } else if (plain.length > 0) {
            const front = plain.shift()!;
            expect(queue.peekSlot()).toBe(front);
            queue.drop(true);
            if (action === 'return') {
              queue.unshift(front, 300);
              plain.unshift(front);
            }
          }
          expect(queue.length).toBe(plain.length);
          expect(queue.waiting).toBe(plain.reduce((sum, slot) => sum + (slot < 0 ? -slot : 1), 0));
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('does not count somebody who has left, though the entry still stands', () => {
    const queue = new PatientQueue();
    queue.push(4, 300);
    queue.push(-3, 301);
    queue.left();
    expect([queue.length, queue.waiting]).toEqual([2, 3]);
    queue.drop(false);
    expect([queue.length, queue.waiting, queue.peekSlot(), queue.peekClock()]).toEqual([1, 3, -3, 301]);
  });
});

describe('the calendar of decisions', () => {
  it('gives every patient back in the week that was set, in the order of joining', () => {
    const calendar = new DelayCalendar(8);
    for (let slot = 0; slot < 40; slot++) calendar.add(5, slot, 300 + slot, slot % 3);
    calendar.add(6, 99, 1, 2);
    expect(calendar.counts[5]).toBe(40);
    expect(Array.from(calendar.slots[5]!.subarray(0, 40))).toEqual(Array.from({ length: 40 }, (_, n) => n));
    calendar.clear(5);
    expect(calendar.counts[5]).toBe(0);
    // The wheel has turned: week 13 uses the same bucket as week 5.
    calendar.add(13, 7, 301, 1);
    expect([calendar.counts[5], calendar.slots[5]![0], calendar.counts[6]]).toEqual([1, 7, 1]);
  });

  it('shortens what is left of every delay by the factor of its provider, and loses nobody', () => {
    const delays = fc.array(fc.tuple(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 0, max: 23 })), {
      maxLength: 60,
    });
    const factors = fc.tuple(...[0, 1, 2].map(() => fc.double({ min: 0.1, max: 1, noNaN: true })));
    fc.assert(
      fc.property(delays, factors, fc.integer({ min: 0, max: 50 }), (entries, factor, week) => {
        const calendar = new DelayCalendar(20);
        for (const [n, [ahead, place]] of entries.entries()) calendar.add(week + ahead, n, 300 + n, place);
        calendar.hurry(week, Float64Array.from(factor));
        const found: [number, number, number, number][] = [];
        for (let ahead = 0; ahead < 20; ahead++) {
          const bucket = (week + ahead) % 20;
          for (let n = 0; n < calendar.counts[bucket]!; n++) {
            const slot = calendar.slots[bucket]![n]!;
            found.push([slot, ahead, calendar.clocks[bucket]![n]!, calendar.places[bucket]![n]!]);
          }
        }
        expect(found.toSorted((a, b) => a[0] - b[0])).toEqual(
          entries.map(([ahead, place], n) => [
            n,
            Math.max(1, Math.round(ahead * factor[place >> 3]!)),
            300 + n,
            place,
          ]),
        );
      }),
    );
  });
});

describe('a list of the week', () => {
  it('keeps slots and details in order while it grows, and starts afresh when it is emptied', () => {
    const list = new WeekList();
    for (const first of [0, 5000]) {
      list.count = 0;
      for (let n = 0; n < 1000; n++) list.push(first + n, n % 8);
      expect(list.count).toBe(1000);
      expect(Array.from(list.slots.subarray(0, 1000))).toEqual(
        Array.from({ length: 1000 }, (_, n) => first + n),
      );
      expect(Array.from(list.details.subarray(0, 1000))).toEqual(
        Array.from({ length: 1000 }, (_, n) => n % 8),
      );
    }
  });
});
