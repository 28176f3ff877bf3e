import { expect, it } from 'vitest';
import { shockOnSlots } from '../../../src/model/phases/outpatient-clinics.ts';
import { admissionList, firstList } from '../../../src/model/population/waiting-lists.ts';
import { run, shock, smallWorld } from '../world.ts';

it('a shock on operations leaves clinics as they are, one on slots changes both', () => {
  const shocks = [shock({ week: 1, weeks: 2, operations: 1.5 }), shock({ week: 2, weeks: 1, slots: 0.5 })];
  const world = smallWorld({ weeks: 4, shocks });
  const factors = () => [shockOnSlots(world, 'clinics'), shockOnSlots(world, 'theatres')];
  expect(factors()).toEqual([1, 1]);
  run(world, 1);
  expect(factors()).toEqual([1, 1.5]);
  run(world, 1);
  expect(factors()).toEqual([0.5, 0.75]);
  run(world, 1);
  expect(factors()).toEqual([1, 1]);
});

it('waits published are of the slots that shocks left in the month, the longest where they left none', () => {
  // Published at once, in the first month's last week; the lists of the two worlds differ, so each is measured by its own.
  const parameters = { published_wait_lag_weeks: 0 };
  const published = (slots: number): number[] => {
    const world = smallWorld({ weeks: 8, shocks: [shock({ week: 0, weeks: 8, slots })], parameters });
    run(world, 4);
    const { books, settings } = world;
    const expected = Array.from(books.outpatientSlots, (planned, hs) => {
      const visits = 1 + books.followUpRatio[hs]! * settings.followUpSlotWeight;
      const clinic = (firstList(world, hs) * visits) / (planned * slots);
      const operation = admissionList(world, hs) / (books.electiveSlots[hs]! * slots);
      if (planned === 0) return 0;
      return slots === 0 ? 104 : Math.min(104, clinic + operation);
    });
    run(world, 1);
    books.publishedWait.forEach((wait, hs) => {
      expect(wait).toBeCloseTo(expected[hs]!, 9);
    });
    return Array.from(books.publishedWait);
  };
  const usual = published(1);
  const halved = published(0.5);
  halved.forEach((wait, hs) => {
    expect(wait).toBeGreaterThan(1.5 * usual[hs]!);
  });
  expect(published(0)).toEqual(usual.map(() => 104));
});
