import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stayFactorOfSocialCare } from '../../../src/model/behaviour/governance/social-care.ts';
import { nextTurnaround, renewTurnaround } from '../../../src/model/behaviour/governance/turnaround.ts';
import {
  attentionOf,
  guaranteeUptake,
  insulation,
  loudness,
} from '../../../src/model/behaviour/national/politics.ts';
import { LEVERS, leverIndex } from '../../../src/model/behaviour/will/levers.ts';
import { run, smallWorld } from '../world.ts';

describe('turnaround', () => {
  const law = smallWorld().settings.commissioning.turnaround;

  it('stands still at a deficit of the margin, deepens below and fades above, in steps', () => {
    expect(nextTurnaround(0.4, -law.margin, law)).toBeCloseTo(0.4, 12);
    expect(nextTurnaround(0.4, -1, law)).toBeCloseTo(0.4 + law.step, 6);
    expect(nextTurnaround(0.4, 1, law)).toBeCloseTo(0.4 - law.step, 6);
  });

  it('is smooth and stays between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        (turn, margin) => {
          const next = nextTurnaround(turn, margin, law);
          expect(next).toBeGreaterThanOrEqual(0);
          expect(next).toBeLessThanOrEqual(1);
          expect(Math.abs(next - nextTurnaround(turn, margin + 1e-6, law))).toBeLessThan(1e-4);
        },
      ),
      { seed: 1 },
    );
  });

  it('is told once when it begins and once when it ends', () => {
    const world = smallWorld();
    world.journal.length = 0;
    world.books.margin.fill(-0.05);
    for (let quarter = 0; quarter < 8; quarter++) renewTurnaround(world);
    world.books.margin.fill(0.05);
    for (let quarter = 0; quarter < 12; quarter++) renewTurnaround(world);
    expect(world.journal.map((line) => line.kind)).toEqual(['turnaround begins', 'turnaround ends']);
    const { margin } = world.settings.commissioning.turnaround;
    const limit = `of income; only a deficit of more than ${Math.round(margin * 1000) / 10}%`;
    expect(world.journal.map((line) => line.why)).toEqual([
      `balance of -5% ${limit} deepens it`,
      `balance of 5% ${limit} would hold it`,
    ]);
  });

  it('is not told to end where it was not told to begin', () => {
    const world = smallWorld();
    world.journal.length = 0;
    for (const turns of [world.will.turnaroundCommissioner, world.will.turnaroundProvider]) turns.fill(0.45);
    for (const margin of [world.books.margin, world.will.providerMargin]) margin.fill(0.05);
    for (let quarter = 0; quarter < 12; quarter++) renewTurnaround(world);
    expect(world.will.turnaroundProvider.every((depth) => depth === 0)).toBe(true);
    expect(world.journal).toEqual([]);
  });

  it('is told by how deep it is and what that does', () => {
    const world = smallWorld();
    world.journal.length = 0;
    world.will.providerMargin[0] = -0.05;
    const depths: number[] = [];
    for (let quarter = 0; quarter < 8; quarter++) {
      renewTurnaround(world);
      depths.push(world.will.turnaroundProvider[0]!);
    }
    const first = depths.find((depth) => depth >= 0.5)!;
    const ofTrust = world.journal.filter(
      ({ organisation }) => organisation === world.place.providers.code[0],
    );
    expect(ofTrust.map(({ description }) => description)).toEqual([
      `depth ${(Math.floor(first * 100) / 100).toFixed(2)} of 1, told from 0.5 on; attention goes to economy`,
    ]);
  });
});

describe('national politics', () => {
  it('makes fewer priorities loud, and presses targets less, under an independent board', () => {
    const usual = smallWorld();
    const board = smallWorld({ set: { 'governance.nationalBoard': true } });
    expect(insulation(usual)).toBe(0);
    expect(insulation(board)).toBe(usual.settings.commissioning.national.insulationBoard);
    run(usual, 13);
    run(board, 13);
    const { forceLost } = usual.settings.commissioning.national;
    const loud = (1 + loudness(board)) * (board.will.loudPriority === 0 ? 1 : 0);
    const quiet = board.will.loudPriority === 0 ? 0 : 1;
    expect(board.will.targetForce).toBeCloseTo((1 - forceLost * insulation(board)) * (loud + quiet), 12);
    const shocks = (set: Record<string, boolean>): number => {
      let count = 0;
      for (const seed of ['a', 'b', 'c', 'd']) {
        const world = run(
          smallWorld({ people: 500, weeks: 160, seed, set, parameters: { political_shocks_per_year: 2 } }),
          156,
        );
        count += world.journal.filter((line) => line.kind === 'political priority').length;
      }
      return count;
    };
    expect(shocks({ 'governance.nationalBoard': true })).toBeLessThan(shocks({}));
  });

  it('leaves attention even while nothing is loud, and moves it without adding any', () => {
    const world = smallWorld();
    const units = (id: string): number => attentionOf(world, LEVERS, leverIndex(id))(0);
    expect(units('elective_capacity')).toBe(1);
    world.will.loudPriority = 0;
    const commissioners = LEVERS.filter((lever) => lever.unit === 'commissioner').map((lever) =>
      units(lever.id),
    );
    expect(units('waiting_list_purchases')).toBeGreaterThan(1);
    expect(units('demand_management')).toBeLessThan(1);
    expect(commissioners.reduce((a, b) => a + b, 0)).toBeCloseTo(commissioners.length, 9);
    const executive = smallWorld({ set: { 'governance.executiveManagementBoard': true } });
    expect(loudness(executive)).toBeLessThan(loudness(world));
  });

  it('has less attention left in disruption', () => {
    const world = smallWorld();
    world.will.disruptionCommissioner[0] = 0.4;
    expect(attentionOf(world, LEVERS, leverIndex('demand_management'))(0)).toBeCloseTo(0.6, 12);
  });
});

describe('what institutions say of rights and councils', () => {
  it('a charter makes more people use a guarantee', () => {
    expect(guaranteeUptake(smallWorld({ set: { 'governance.charter': true } }), 0)).toBeGreaterThan(
      guaranteeUptake(smallWorld(), 0),
    );
  });

  it('a guarantee takes people off the list, at the commissioner’s cost', () => {
    const world = run(smallWorld({ set: { 'entitlement.guaranteedMaximumWeeks': 12 } }), 20);
    const usual = run(smallWorld(), 20);
    expect(world.will.purchaseYear[0]).toBeGreaterThan(0);
    expect(usual.will.purchaseYear[0]).toBe(0);
    const list = (w: typeof world): number => w.records.weekly.list_total![19]!;
    expect(list(world)).toBeLessThan(list(usual));
  });

  it('a council shortens or lengthens stays by its part of delayed discharges', () => {
    const of = (localAuthority: string): number =>
      stayFactorOfSocialCare(smallWorld({ set: { 'governance.localAuthority': localAuthority } }), 0);
    expect(of('neutral')).toBe(1);
    expect(of('partner')).toBeCloseTo(1 - 0.042 * 0.26 * 0.4, 12);
    expect(of('adversary')).toBeCloseTo(1 + 0.042 * 0.26 * 0.8, 12);
  });
});
