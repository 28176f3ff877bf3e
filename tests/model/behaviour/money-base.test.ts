import { describe, expect, it } from 'vitest';
import { longTermCare } from '../../../src/model/behaviour/commissioner/long-term-care.ts';
import { publicHealth } from '../../../src/model/behaviour/commissioner/public-health.ts';
import { access } from '../../../src/model/behaviour/practice/access.ts';
import { peerReview } from '../../../src/model/behaviour/practice/peer-review.ts';
import { prescribing } from '../../../src/model/behaviour/practice/prescribing.ts';
import { proactiveCare } from '../../../src/model/behaviour/practice/proactive-care.ts';
import { prevention, selection, spendOnPrevention } from '../../../src/model/behaviour/selection.ts';
import type { Lever, PayOff } from '../../../src/model/behaviour/will/lever.ts';
import { leverIndex } from '../../../src/model/behaviour/will/levers.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { commissionerSpending } from '../../../src/model/phases/commissioner-spending.ts';
import type { World } from '../../../src/model/world.ts';
import { smallWorld } from '../world.ts';

const GROWTH = 1.4;

const SET: SettingValues = {
  'budget.salience': 'hard',
  'budget.emergencySalience': 'hard',
  'programme.peerReview': 1,
};

/** The same district, and the same with money that has grown; prices and waits as they were. */
function worlds(set: SettingValues = SET): readonly [World, World] {
  const [before, grown] = [smallWorld({ set }), smallWorld({ set })];
  grown.books.allocation[0]! *= GROWTH;
  return [before, grown];
}

function pounds(lever: Lever, world: World, unit = 0): PayOff {
  const into: PayOff = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
  lever.payOff(world, unit, into);
  const base = lever.basePounds(world, unit);
  return {
    altruism: into.altruism * base,
    ownCash: into.ownCash * base,
    jointCash: into.jointCash * base,
    targets: into.targets * base,
  };
}

/** Pence that one more tenth of a commissioner's lever costs it in a week, in the ledger. */
function chargedForATenth(world: World, id: string): number {
  const spent = (): number => {
    const before = world.books.spendYear[0]!;
    commissionerSpending(world);
    return world.books.spendYear[0]! - before;
  };
  const usual = spent();
  world.will.level[leverIndex(id)]![0] = 1.1;
  return spent() - usual;
}

describe('money that has grown', () => {
  it.each([longTermCare, publicHealth])(
    'makes a unit of $id dearer by as much as the ledger charges',
    (lever) => {
      const [before, grown] = worlds();
      expect(lever.basePounds(grown, 0) / lever.basePounds(before, 0)).toBeCloseTo(GROWTH, 12);
      const charged = chargedForATenth(grown, lever.id) / chargedForATenth(before, lever.id);
      expect(charged).toBeCloseTo(GROWTH, 2);
      // What it saves is worth the same pounds; its cost has grown, by what is charged, and what people give for a QALY.
      const [one, other] = [pounds(lever, before), pounds(lever, grown)];
      expect(other.altruism).toBeCloseTo(GROWTH * one.altruism, 9);
      expect(one.ownCash - other.ownCash).toBeCloseTo(1.1 * (GROWTH - 1) * lever.basePounds(before, 0), 9);
    },
  );

  it.each([proactiveCare, access, peerReview, prescribing])(
    'makes $id of a practice dearer, and its health worth as many more pounds',
    (lever) => {
      const [before, grown] = worlds();
      expect(lever.basePounds(grown, 0) / lever.basePounds(before, 0)).toBeCloseTo(GROWTH, 12);
      expect(pounds(lever, grown).altruism).toBeCloseTo(GROWTH * pounds(lever, before).altruism, 9);
    },
  );

  it('leaves what a doctor’s share of income says where pay and cost both grow', () => {
    const [before, grown] = worlds();
    for (const lever of [proactiveCare, access])
      expect(pounds(lever, grown).targets / pounds(lever, before).targets).toBeCloseTo(GROWTH, 9);
    expect(pounds(prescribing, grown).ownCash / pounds(prescribing, before).ownCash).toBeCloseTo(GROWTH, 9);
  });

  it('makes what a body does for its people dearer, in its pay-offs as in its ledger', () => {
    const body = (grown: boolean): World => {
      const world = smallWorld({
        set: {
          'budget.holder': 'organisation',
          'provision.form': 'vertical',
          'choice.of': 'system',
          'riskAdjustment.income': 'dowry',
        },
      });
      world.structure.founded[1] = 0;
      world.structure.holdsBudget[1] = 1;
      world.structure.bodyOfPractice.fill(1);
      world.structure.purchaserOfPractice.fill(2);
      world.will.level[leverIndex('prevention')]![1] = 2;
      if (grown) world.books.allocation[0]! *= GROWTH;
      return world;
    };
    const [before, grown] = [body(false), body(true)];
    for (const lever of [prevention, selection]) {
      expect(lever.acts(before, 1)).toBe(true);
      expect(lever.basePounds(grown, 1) / lever.basePounds(before, 1)).toBeCloseTo(GROWTH, 12);
    }
    const charged = [before, grown].map((world) => {
      spendOnPrevention(world);
      return world.books.spendYear[2]!;
    });
    expect(charged[1]! / charged[0]!).toBeCloseTo(GROWTH, 2);
    // Nothing is gained yet: effort at choosing costs what it costs.
    expect(pounds(selection, grown).ownCash / pounds(selection, before).ownCash).toBeCloseTo(GROWTH, 9);
  });
});
