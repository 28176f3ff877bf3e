import { describe, expect, it } from 'vitest';
import { headsOf } from '../../../src/model/behaviour/commissioner/view.ts';
import { type SettingValues, withSettings } from '../../../src/model/institutions/settings.ts';
import { commissionerSpending } from '../../../src/model/phases/commissioner-spending.ts';
import { contracts } from '../../../src/model/phases/contracts.ts';
import type { World } from '../../../src/model/world.ts';
import { smallWorld } from '../world.ts';

/** What a commissioner spends in a week beside hospital activity and the base year's services, pence. */
function spentInAWeek(prepare: (world: World) => void): number {
  const world = smallWorld({ people: 500, trusts: 1 });
  prepare(world);
  const before = world.books.held[0]!;
  commissionerSpending(world);
  return before - world.books.held[0]!;
}

function setEverywhere(world: World, set: SettingValues): void {
  world.inForce = world.inForce.map((institutions) => withSettings(institutions, set));
}

describe('what a commissioner spends beside care', () => {
  const world = smallWorld({ people: 500, trusts: 1 });
  const s = world.settings.commissioning;
  const usual = spentInAWeek(() => {});
  const others = 1e8;

  it('is less in turnaround, by a part of its other services', () => {
    const cut = (turnaround: number, pence: number): number =>
      usual -
      spentInAWeek(({ will, books }) => {
        will.turnaroundCommissioner[0] = turnaround;
        books.otherServices[0] = pence;
      });
    // Public health is cut as well, which does not hang on the others.
    const less = (turnaround: number): number => cut(turnaround, others) - cut(turnaround, 0);
    expect(less(0)).toBe(0);
    expect(s.turnaround.otherCut).toBeGreaterThan(0);
    expect(less(1) / ((s.turnaround.otherCut * others) / 52)).toBeCloseTo(1, 4);
    expect(less(0.5) / less(1)).toBeCloseTo(0.5, 4);
  });

  it('is more with clinical governance, by the head', () => {
    const pounds = 0.1 * s.governancePerHead * headsOf(world, 0);
    const more = (change: number): number =>
      spentInAWeek((each) => {
        const { clinicalGovernance } = each.inForce[0]!.governance;
        setEverywhere(each, { 'governance.clinicalGovernance': clinicalGovernance + change });
      }) - usual;
    expect(pounds).toBeGreaterThan(0);
    // To the penny of either week.
    expect(Math.abs(more(0.1) - (pounds * 100) / 52)).toBeLessThanOrEqual(1);
    expect(Math.abs(more(-0.1) + (pounds * 100) / 52)).toBeLessThanOrEqual(1);
  });
});

describe('the plan of a commissioner’s year', () => {
  it('sets aside what practices were promised of their savings', () => {
    const planned = (savingsDue: number): number => {
      const world = smallWorld({ people: 500, trusts: 1 });
      world.week = 52;
      world.books.savingsDue[0] = savingsDue;
      contracts(world);
      return world.books.otherServices[0]!;
    };
    const without = planned(0);
    expect(without).toBeGreaterThan(2e6);
    expect(without - planned(1e6)).toBeCloseTo(1e6, 0);
  });
});
