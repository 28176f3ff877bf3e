import { describe, expect, it } from 'vitest';
import { syntheticPlace } from '../../../src/lab/place/synthetic.ts';
import { armInput } from '../../../src/lab/study/arm.ts';
import { QUARTER_WEEKS } from '../../../src/model/calendar.ts';
import { createWorld, DEFAULT_CHUNK } from '../../../src/model/create-world.ts';
import { tick } from '../../../src/model/simulate.ts';
import type { World } from '../../../src/model/world.ts';

const place = syntheticPlace({ people: 20_000, practices: 4, trusts: 2, rural: false, seed: 'planning' });

function afterAQuarter(targetWaitWeeks: number): World {
  const frame = { place, seed: 'planning', weeks: 26, scale: 1 };
  const world = createWorld(
    { ...armInput(frame, { set: { 'entitlement.targetWaitWeeks': targetWaitWeeks } }), replicate: 0 },
    'auto',
    DEFAULT_CHUNK,
  );
  while (world.week < QUARTER_WEEKS) tick(world, DEFAULT_CHUNK);
  return world;
}

/** Entries of the calendar and the weeks that they have left, together and by the longest. */
function left(world: World): { entries: number; weeks: number; longest: number } {
  const { diagnostics } = world.books;
  const found = { entries: 0, weeks: 0, longest: 0 };
  for (let ahead = 0; ahead < diagnostics.span; ahead++) {
    const count = diagnostics.counts[(world.week + ahead) % diagnostics.span]!;
    found.entries += count;
    found.weeks += count * (ahead + 1);
    if (count > 0) found.longest = ahead + 1;
  }
  return found;
}

describe('planning under a target', () => {
  const [without, under] = [0, 18].map(afterAQuarter) as [World, World];

  it('makes diagnostics faster for those who are there already', () => {
    const pace = under.books.diagnosticsPace[0]!;
    expect(pace).toBeLessThan(1);
    expect(without.books.diagnosticsPace[0]).toBe(1);
    expect(left(under).entries).toBe(left(without).entries);
    expect(left(under).weeks / left(without).weeks).toBeCloseTo(pace, 1);
    expect(left(under).longest).toBe(Math.round(left(without).longest * pace));
  });
});
