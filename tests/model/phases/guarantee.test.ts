import { describe, expect, it } from 'vitest';
import { withSettings } from '../../../src/model/institutions/settings.ts';
import { treatElsewhere } from '../../../src/model/phases/treated-elsewhere.ts';
import { CLOCK_OFFSET, STAGE, STAGE_MASK } from '../../../src/model/population/people.ts';
import { run, smallWorld } from '../world.ts';

describe('a guarantee of twelve weeks', () => {
  it('lets those go who have waited for twelve, all who know of it, and nobody before', () => {
    const world = run(smallWorld({ people: 4000, parameters: { guarantee_uptake: 1 } }), 16);
    world.inForce = world.inForce.map((institutions) =>
      withSettings(institutions, { 'entitlement.guaranteedMaximumWeeks': 12 }),
    );
    // Nobody else is bought operations for.
    world.will.purchaseCarry.fill(0);
    const { people } = world;
    const listed = (): Map<number, number> => {
      const waits = new Map<number, number>();
      for (let i = 0; i < people.initial; i++) {
        const stage = people.pathway(i) & STAGE_MASK;
        if (stage === STAGE.firstOutpatient || stage === STAGE.admission)
          waits.set(i, world.week + CLOCK_OFFSET - people.clock(i));
      }
      return waits;
    };
    const before = listed();
    treatElsewhere(world);
    const after = listed();
    const gone = [...before].filter(([i]) => !after.has(i)).map(([, waited]) => waited);
    const had = [...before.values()];
    expect(had).toContain(11);
    expect(gone).toContain(12);
    expect(Math.min(...gone)).toBe(12);
    expect(gone).toHaveLength(had.filter((waited) => waited >= 12).length);
  });
});
