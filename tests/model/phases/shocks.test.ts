import { expect, it } from 'vitest';
import { shockOnSlots } from '../../../src/model/phases/outpatient-clinics.ts';
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
