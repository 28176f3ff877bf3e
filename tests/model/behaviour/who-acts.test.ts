import { describe, expect, it } from 'vitest';
import { renewTurnaround } from '../../../src/model/behaviour/governance/turnaround.ts';
import { renewRelations } from '../../../src/model/behaviour/relations/relations.ts';
import { withSettings } from '../../../src/model/institutions/settings.ts';
import type { World } from '../../../src/model/world.ts';
import { smallWorld } from '../world.ts';

/** A district of two parts, of which the one where the organisation is at home does not act. */
function withPart(cellOf: (world: World) => number): World {
  const world = smallWorld({ people: 1000 });
  const cell = cellOf(world);
  world.inForce = world.inForce.map((institutions, n) =>
    n === cell ? withSettings(institutions, { 'planning.organisationsAct': false }) : institutions,
  );
  return world;
}

describe('where organisations do not act in a part of the place', () => {
  it('relations of its commissioner stand still', () => {
    const world = withPart(({ cells }) => cells.ofCommissioner[0]!);
    const before = world.will.managerial[0]!;
    world.books.margin[0] = -0.05;
    renewRelations(world);
    expect(world.will.managerial[0]).toBe(before);
    const acting = smallWorld({ people: 1000 });
    acting.books.margin[0] = -0.05;
    renewRelations(acting);
    expect(acting.will.managerial[0]).toBeLessThan(before);
  });

  it('nobody there comes under turnaround; who acts elsewhere does', () => {
    const world = withPart(({ cells }) => cells.ofProvider[0]!);
    const other = world.cells.ofProvider[1]!;
    world.cells.ofCommissioner[0] = world.cells.ofProvider[0]!;
    world.books.margin[0] = -0.05;
    world.will.providerMargin.fill(-0.05);
    renewTurnaround(world);
    expect(world.will.turnaroundCommissioner[0]).toBe(0);
    expect(world.will.turnaroundProvider[0]).toBe(0);
    if (other !== world.cells.ofProvider[0]) expect(world.will.turnaroundProvider[1]).toBeGreaterThan(0);
    const acting = smallWorld({ people: 1000 });
    acting.will.providerMargin.fill(-0.05);
    renewTurnaround(acting);
    expect(acting.will.turnaroundProvider[0]).toBeCloseTo(
      acting.settings.commissioning.turnaround.step *
        Math.tanh(
          (0.05 - acting.settings.commissioning.turnaround.margin) /
            acting.settings.commissioning.turnaround.scale,
        ),
      6,
    );
  });
});
