import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jointWork, stayFactorOfJointWork } from '../../../src/model/behaviour/relations/joint-work.ts';
import {
  disputesOf,
  frictionCost,
  nextRelation,
  renewRelations,
} from '../../../src/model/behaviour/relations/relations.ts';
import { leverIndex } from '../../../src/model/behaviour/will/levers.ts';
import { smallWorld } from '../world.ts';

const law = smallWorld().settings.commissioning.relations;

describe('a relation', () => {
  it('moves by joint work, disputes and culture, one month at a time', () => {
    // .5 + .4 * .1 * .5 - .2 * .1 * .5 + (.8 - .5) / 36
    expect(nextRelation(0.5, 0.8, 0.4, 0.2, { ...law, up: 0.1, down: 0.1, memoryMonths: 36 })).toBeCloseTo(
      0.5 + 0.02 - 0.01 + 0.3 / 36,
      12,
    );
  });

  it('of the base year is about at rest', () => {
    const joint = Math.sqrt(law.effortCommissioner * law.effortProvider);
    expect(nextRelation(0.5, 0.5, joint, law.ordinary, law)).toBeCloseTo(0.5, 3);
    expect(
      nextRelation(0.5, 0.5, law.clinicalJointWork, law.clinicalDisputes * law.ordinary, law),
    ).toBeCloseTo(0.5, 3);
  });

  it('stays between 0 and 1, recovers from nothing, rises with joint work and falls with disputes', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, share, (r, culture, joint, a, b) => {
        const [few, many] = a < b ? [a, b] : [b, a];
        const calm = nextRelation(r, culture, joint, few, law);
        const angry = nextRelation(r, culture, joint, many, law);
        expect(angry).toBeLessThanOrEqual(calm);
        expect(angry).toBeGreaterThanOrEqual(0);
        expect(calm).toBeLessThanOrEqual(1);
      }),
      { seed: 1 },
    );
    expect(nextRelation(0, 0, 0.4, 1, law)).toBeCloseTo(0.4 * law.up, 12);
  });
});

describe('a month of relations', () => {
  // Thirteen months of four weeks are a year.
  const month = (collaboration: number) => {
    const world = smallWorld({ people: 500, set: { 'provision.clinicalCollaboration': collaboration } });
    const { will } = world;
    will.managerial[0] = 0.4;
    will.cultureManagerial[0] = 0.7;
    will.clinical[0] = 0.3;
    will.cultureClinical[0] = 0.6;
    will.gap[0] = 0.2;
    will.level[leverIndex('joint_work_commissioner')]!.fill(2);
    expect(will.trade[0]).toBeGreaterThan(0);
    renewRelations(world);
    return will;
  };
  const disputes = law.ordinary + 0.2 * law.gapWeight;

  it('moves managers by what both sides put in, and their culture by a month of its years', () => {
    const will = month(0);
    const joint = Math.sqrt(2 * law.effortCommissioner * law.effortProvider);
    expect(will.disputes[0]).toBeCloseTo(disputes, 12);
    expect(will.managerial[0]).toBeCloseTo(
      0.4 + joint * law.up * 0.6 - disputes * law.down * 0.4 + 0.3 / law.memoryMonths,
      12,
    );
    expect(will.cultureManagerial[0]).toBeCloseTo(0.7 - 0.3 / (13 * law.cultureYears), 12);
  });

  it('moves clinicians by what is usual and what joint clinics add, and their culture likewise', () => {
    expect(law.collaborationGain).toBeGreaterThan(0);
    for (const collaboration of [0, 0.5, 1]) {
      const will = month(collaboration);
      const together = law.clinicalJointWork + collaboration * law.collaborationGain;
      expect(will.clinical[0]).toBeCloseTo(
        0.3 +
          together * law.up * 0.7 -
          law.clinicalDisputes * disputes * law.down * 0.3 +
          0.3 / law.memoryMonths,
        12,
      );
      expect(will.cultureClinical[0]).toBeCloseTo(0.6 - 0.3 / (13 * law.cultureYears), 12);
    }
  });
});

describe('disputes', () => {
  it('come of ordinary times, the gap at the table and deficits, and never exceed 1', () => {
    const world = smallWorld();
    expect(disputesOf(world, 0, 0)).toBeCloseTo(law.ordinary, 12);
    world.will.gap[0] = 0.4;
    expect(disputesOf(world, 0, 0)).toBeCloseTo(law.ordinary + 0.4 * law.gapWeight, 12);
    world.books.margin[0] = -0.01;
    expect(disputesOf(world, 0, 0)).toBeCloseTo(
      law.ordinary + 0.4 * law.gapWeight + 0.5 * law.deficitWeight,
      12,
    );
    world.books.margin[0] = -1;
    expect(disputesOf(world, 0, 0)).toBe(1);
  });

  it('go on inside one body, scaled by what is not internalised', () => {
    const world = smallWorld({ set: { 'provision.form': 'vertical' } });
    const apart = disputesOf(world, 0, 0);
    world.structure.bodyOfCommissioner[0] = 0;
    world.structure.bodyOfProvider[0] = 0;
    world.structure.form[0] = 2;
    const inside = disputesOf(world, 0, 0);
    expect(inside).toBeLessThan(apart);
    expect(inside).toBeGreaterThan(0);
  });
});

describe('joint work', () => {
  it('is nothing beyond the base year at the reference, and shortens stays when relations are better', () => {
    const world = smallWorld();
    expect(jointWork(world, 0, 0)).toBe(0);
    expect(stayFactorOfJointWork(world, 0)).toBe(1);
    world.will.managerial.fill(0.9);
    // .4 better, at an effort of sqrt(.36 * .40).
    expect(jointWork(world, 0, 0)).toBeCloseTo(0.4 * Math.sqrt(0.36 * 0.4), 12);
    expect(stayFactorOfJointWork(world, 0)).toBeLessThan(1);
  });
});

describe('friction', () => {
  it('costs a share of hospital spend times what is missing to a perfect relation', () => {
    const world = smallWorld();
    expect(frictionCost(world, 0, 1e6).all).toBeCloseTo(1e6 * 0.03 * 0.5, 6);
    expect(frictionCost(world, 0, 1e6).over).toBeCloseTo(0, 6);
    world.will.managerial.fill(0.2);
    expect(frictionCost(world, 0, 1e6).over).toBeCloseTo(1e6 * 0.03 * 0.3, 6);
  });
});
