import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ListPositions,
  listPositions,
  passThosePaidLess,
} from '../../../src/model/behaviour/hospital/order-of-list.ts';
import { PatientQueue } from '../../../src/model/population/patient-queue.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

const slotsOf = (queue: PatientQueue): number[] =>
  Array.from({ length: queue.length }, (_, n) => queue.slots[(queue.head + n) & (queue.slots.length - 1)]!);

describe('a list for operations kept by payer', () => {
  const world = smallWorld({ people: 1000 });
  const of = (g: number): number[] =>
    Array.from({ length: world.people.arrivalEnd[0]! }, (_, i) => i).filter(
      (i) => world.people.practice(i) === g,
    );
  const [well, badly] = [of(0), of(1)];
  /** Practice 0 brings the whole price, the others and those from elsewhere nothing. */
  const stride = world.place.practices.count + 1;
  const positions: ListPositions = {
    stride,
    share: Float64Array.from({ length: 2 * stride }, (_, n) => (n % stride === 0 ? 1 : 0)),
    byPayer: new Uint8Array(2 * stride).fill(1),
    least: new Float64Array(2),
  };
  const passing = (passedByPayer: number): World => ({
    ...world,
    settings: { ...world.settings, hospital: { ...world.settings.hospital, passedByPayer } },
  });
  const join = (queue: PatientQueue, i: number, share = 0.5): void => {
    queue.push(i, 300);
    passThosePaidLess(passing(share), positions, queue, 0, i);
  };

  it('lets who brings more pass a part of those who bring less, and nobody of the same payer', () => {
    const queue = new PatientQueue();
    for (const i of badly.slice(0, 9)) join(queue, i);
    join(queue, well[0]!);
    // Half of ten on the list.
    expect(slotsOf(queue).indexOf(well[0]!)).toBe(4);
    join(queue, well[1]!);
    expect(slotsOf(queue).slice(4, 6)).toEqual([well[0], well[1]]);
    join(queue, badly[9]!);
    expect(slotsOf(queue).at(-1)).toBe(badly[9]);
  });

  it('keeps the order of each payer and loses nobody, whoever joins and leaves', () => {
    const action = fc.oneof(
      fc.constant('well'),
      fc.constant('badly'),
      fc.constant('elsewhere'),
      fc.constant('call'),
    );
    fc.assert(
      fc.property(
        fc.array(action, { maxLength: 120 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (actions, part) => {
          const queue = new PatientQueue(2);
          const joined: Record<string, number[]> = { well: [], badly: [], elsewhere: [] };
          const called: Record<string, number[]> = { well: [], badly: [], elsewhere: [] };
          const kind = (i: number): string =>
            i < 0 ? 'elsewhere' : world.people.practice(i) === 0 ? 'well' : 'badly';
          for (const each of actions) {
            if (each === 'call') {
              if (queue.length === 0) continue;
              called[kind(queue.peekSlot())]!.push(queue.peekSlot());
              queue.drop(true);
              continue;
            }
            const n = joined[each]!.length;
            const i = each === 'elsewhere' ? -1 - (n % 3) : (each === 'well' ? well : badly)[n]!;
            joined[each]!.push(i);
            join(queue, i, part);
          }
          for (const i of slotsOf(queue)) called[kind(i)]!.push(i);
          expect(called).toEqual(joined);
        },
      ),
      { numRuns: 100, seed: 9 },
    );
  });

  it('is a common one where nobody is called by payer, or where nothing may be passed', () => {
    expect(listPositions(world)).toBeNull();
    const queue = new PatientQueue();
    for (const i of [...badly.slice(0, 9), well[0]!]) join(queue, i, 0);
    expect(slotsOf(queue).at(-1)).toBe(well[0]);
  });

  it('knows what each payer brings: a budget of a practice pays case by case, a block its corridor', () => {
    const block = {
      'payment.outpatient': 'block',
      'payment.elective': 'block',
      'payment.blockCorridor': 0,
    } as const;
    const hybrid = run(
      smallWorld({
        people: 1000,
        set: block,
        parameters: { group_of_practices_people: 250 },
        switches: {
          4: {
            'payment.elective': 'tariff',
            'budget.holder': 'practices',
            'waitingList.order': 'by-payer',
            'rollout.by': 'readiness',
            'rollout.firstShare': 0.4,
          },
        },
      }),
      5,
    );
    const formed = hybrid.structure.formedOfPractice;
    const found = listPositions(hybrid)!;
    expect(formed).toContain(1);
    expect(formed).toContain(0);
    formed.forEach((has, g) => {
      expect(found.byPayer[g]).toBe(has);
      if (has === 1) expect(found.share[g]).toBe(1);
      else expect(found.share[g]).toBeLessThan(0.5);
    });
  });
});
