import { describe, expect, it } from 'vitest';
import { bedDayCost, DAYS } from '../../../src/model/behaviour/hospital/bed-worth.ts';
import { moveLever, scaleAtRest } from '../../../src/model/behaviour/will/adapt.ts';
import { isDecidedIn } from '../../../src/model/behaviour/will/lever.ts';
import { LEVERS, leverIndex } from '../../../src/model/behaviour/will/levers.ts';
import type { World } from '../../../src/model/world.ts';
import { smallWorld } from '../world.ts';

/** A world at a review of its third year, with books that a board can look at. */
function atReview(weekOfYear: number): World {
  const world = smallWorld({ people: 1000 });
  world.week = 104 + weekOfYear;
  world.will.emergenciesAYear.fill(1000);
  world.will.turnover.fill(3_000_000);
  world.will.occupancy.fill(0.9);
  world.will.clinicWait.fill(4);
  world.will.clinicWaitProjected.fill(4);
  world.will.theatreWait.fill(4);
  world.will.theatreWaitProjected.fill(4);
  return world;
}

function move(world: World, id: string): number {
  const before = Math.log(levelOf(world, id));
  moveLever(world, leverIndex(id), () => 1);
  return Math.log(levelOf(world, id)) - before;
}

function levelOf(world: World, id: string): number {
  return world.will.level[leverIndex(id)]![0]!;
}

describe('what is planned by the year', () => {
  it('is staff, beds and buildings, decided at the first review of a financial year', () => {
    const yearly = LEVERS.filter(({ review }) => review === 'year').map(({ id }) => id);
    expect(yearly).toEqual(['outpatient_capacity', 'elective_capacity', 'beds', 'community_capacity']);
    const weeks = [12, 25, 38, 51];
    expect(weeks.map((week) => isDecidedIn({ review: 'year' }, 104 + week))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(weeks.every((week) => isDecidedIn({ review: 'quarter' }, 104 + week))).toBe(true);
  });

  it('keeps its course until the next plan, whatever is seen meanwhile', () => {
    const world = atReview(12);
    const step = move(world, 'elective_capacity');
    expect(step).not.toBe(0);
    world.week += 13;
    // Nobody waits any more: anew it would be cut.
    world.will.theatreWaitProjected.fill(0);
    expect(move(world, 'elective_capacity')).toBeCloseTo(step, 12);
    world.week = 156 + 12;
    expect(move(world, 'elective_capacity')).toBeLessThan(0);
  });

  it('waits for the first plan where there has been none', () => {
    expect(move(atReview(25), 'elective_capacity')).toBe(0);
    expect(move(atReview(25), 'conversion_threshold')).not.toBe(0);
  });
});

describe('the scale of a step', () => {
  const law = { stiffness: 2, d0: 0, step: 0.015, observedGrowth: 0, low: -1, high: 1 };

  it('is so wide that what is decided at once goes at most half of the way back', () => {
    for (const review of ['quarter', 'year'] as const) {
      const steps = review === 'year' ? 4 : 1;
      const scale = scaleAtRest(0, law, review);
      expect((steps * law.step * 2 * law.stiffness) / scale).toBeCloseTo(0.5, 12);
    }
    expect(scaleAtRest(0.3, law, 'quarter')).toBe(0.3);
  });

  it('counts how fast a fuller house answers to beds, by the difference that beds make', () => {
    const world = atReview(12);
    const beds = LEVERS[leverIndex('beds')]!;
    const total = (occupancy: number): number => {
      world.will.occupancy.fill(occupancy);
      const into = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
      beds.payOff(world, 0, into);
      return into.ownCash + into.jointCash + into.targets;
    };
    const log = 1e-4;
    const slope = (total(0.9 * Math.exp(log)) - total(0.9 * Math.exp(-log))) / (2 * log);
    world.will.occupancy.fill(0.9);
    expect(bedDayCost(world) * DAYS).toBeGreaterThan(0);
    expect(beds.ownSlope!(world, 0)).toBeCloseTo(slope, 4);
  });
});
