import { describe, expect, it } from 'vitest';
import { addPayOffs, anchorSums, moneyFrom } from '../../../src/model/behaviour/will/anchors.ts';
import { saveWorld } from '../../../src/model/checkpoint.ts';
import { run, smallWorld } from '../world.ts';

describe('the money of levers in the base years', () => {
  const world = run(smallWorld({ set: { 'planning.organisationsAct': false } }), 26);
  const before = saveWorld(world);
  const sums = anchorSums();
  addPayOffs(world, sums);
  const money = moneyFrom(sums);

  it('is looked up without changing the world', () => {
    expect(saveWorld(world)).toEqual(before);
  });

  it('is a price where a lever is counted in visits or operations', () => {
    expect(money.elective_capacity!.basePounds).toBeGreaterThan(500);
    expect(money.elective_capacity!.basePounds).toBeLessThan(3000);
    expect(money.outpatient_capacity!.basePounds).toBeLessThan(money.elective_capacity!.basePounds);
  });

  it('under a tariff makes dearer operations worth more to a trust, and less to its commissioner', () => {
    expect(money.elective_capacity!.dearer).toBeGreaterThan(0);
    expect(money.demand_management!.dearer).toBeGreaterThan(0);
    expect(money.contract_volume!.dearer).toBeLessThan(0);
  });

  it('under a simple block leaves operations worth the same', () => {
    const set = {
      'payment.elective': 'block',
      'payment.blockCorridor': 0,
      'planning.organisationsAct': false,
    };
    const blocked = run(smallWorld({ set, parameters: { plan_shortfall_share: 0 } }), 26);
    const sumsUnderBlock = anchorSums();
    addPayOffs(blocked, sumsUnderBlock);
    const { dearer } = moneyFrom(sumsUnderBlock).elective_capacity!;
    // Relief from targets may be worth a share of the price.
    expect(dearer).toBeLessThan(0.05);
    expect(dearer).toBeLessThan(money.elective_capacity!.dearer);
  });
});
