import { describe, expect, it } from 'vitest';
import { effectiveSkill } from '../../../src/model/behaviour/commissioner/skill.ts';
import { FORM } from '../../../src/model/organisations/structure.ts';
import { smallWorld } from '../world.ts';

describe('skill with which care is bought', () => {
  it('is the commissioner’s own where it pays, less what disruption takes', () => {
    const world = smallWorld();
    world.will.skill[0] = 0.6;
    world.will.disruptionCommissioner[0] = 0.25;
    expect(effectiveSkill(world, 0)).toBeCloseTo(0.45, 12);
  });

  it('is that of a group that holds the budget, made up by what the commissioner can still support it with', () => {
    const world = smallWorld({
      parameters: { consortium_support: 0.5 },
      switches: { 52: { 'budget.holder': 'consortia', 'rollout.by': 'readiness' } },
    });
    const { structure, will } = world;
    const o = structure.bodies - 1;
    structure.form[o] = FORM.consortium;
    will.enrolledShare[o] = 0.5;
    will.skill[0] = 0.6;
    will.readiness[o] = 0.4;
    // Half of the people by the commissioner, 0.6; half by the group, 0.4 + 0.6 * 0.5 * 0.6 = 0.58.
    expect(effectiveSkill(world, 0)).toBeCloseTo(0.59, 12);
    will.skill[0] = 0;
    expect(effectiveSkill(world, 0)).toBeCloseTo(0.2, 12);
  });
});
