import { expect, it } from 'vitest';
import { CLOCK_OFFSET } from '../../../src/model/population/people.ts';
import { enqueueInOrder } from '../../../src/model/population/start-queues.ts';
import { entriesOf } from '../../../src/testing/snapshot.ts';
import { smallWorld } from '../world.ts';

it('stands people in the order of joining whatever their clocks, groups from elsewhere between them', () => {
  const world = smallWorld({ people: 500 });
  const { people, books } = world;
  const queue = books.admissionQueue[0]!;
  while (queue.length > 0) queue.drop(true);
  const waiting = [
    { slot: 3, clock: 250, joined: 255 },
    { slot: 5, clock: 180, joined: 257 },
    { slot: 8, clock: 240, joined: 250 },
  ];
  for (const { slot, clock } of waiting) {
    people.setPathway(slot, 4);
    people.setProvider(slot, 0);
    people.setClock(slot, clock);
  }
  const none = books.electiveSlots.length;
  const group = (joined: number) => ({ slot: -5, clock: 150, joined });
  enqueueInOrder(
    world,
    {
      slot: Int32Array.from(waiting, ({ slot }) => slot),
      remaining: new Uint8Array(3),
      joined: Uint16Array.from(waiting, ({ joined }) => joined),
      count: 3,
    },
    {
      first: Array.from({ length: none }, () => []),
      admission: Array.from({ length: none }, (_, hs) => (hs === 0 ? [group(259), group(255)] : [])),
    },
  );
  expect(entriesOf(queue).map(({ slot }) => slot)).toEqual([8, -5, 3, 5, -5]);
});

it('calls first whoever has been longest on the admission list, not whom diagnostics kept longest', () => {
  const world = smallWorld({ people: 30_000, trusts: 1 });
  const { settings, books } = world;
  let excess = 0;
  let expected = 0;
  for (let s = 0; s < 8; s++) {
    const waits = entriesOf(books.admissionQueue[s * 2]!).map(({ clock }) => CLOCK_OFFSET - clock);
    const half = Math.floor(waits.length / 2);
    const sum = (part: readonly number[]) => part.reduce((total, weeks) => total + weeks, 0);
    excess += sum(waits.slice(0, half)) - sum(waits.slice(-half));
    // Half the list's time lies between the two halves; what came before is alike in both.
    expected += (half * settings.startAdmissionWeeks * settings.relativeWait[s]!) / 2;
  }
  // By clocks the ratio would be about 6; delays in diagnostics are wide, so that it is 1 only by and large.
  expect(excess / expected).toBeGreaterThan(0.3);
  expect(excess / expected).toBeLessThan(2);
});
