import { describe, expect, it } from 'vitest';
import { closuresResisted } from '../../../src/model/behaviour/board.ts';
import { putLeversIntoEffect } from '../../../src/model/behaviour/hospital/care-factors.ts';
import { hearOfClosures } from '../../../src/model/behaviour/hospital/closures.ts';
import { leverIndex } from '../../../src/model/behaviour/will/levers.ts';
import { QUARTER_WEEKS } from '../../../src/model/calendar.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { settingsOf } from '../../../src/model/institutions/settings.ts';
import { planning } from '../../../src/model/phases/planning.ts';
import { HEFT_DECREED } from '../../../src/model/regimes/heft-decreed.ts';
import type { World } from '../../../src/model/world.ts';
import { run, shock, smallWorld } from '../world.ts';

type Council = 'none' | 'advisory' | 'elected' | 'veto';
const COUNCILS = ['none', 'advisory', 'elected', 'veto'] as const;

/** Nothing but those who are asked keeps a plan from coming about within a quarter. */
const AT_ONCE = { capacity_decline_max_per_year: 4, capacity_growth_max_per_year: 4 };

function under(council: Council, set: SettingValues = {}): World {
  return smallWorld({
    people: 1000,
    weeks: 1300,
    set: { 'governance.council': council, ...set },
    parameters: AT_ONCE,
  });
}

/** So many reviews at which the board wants its beds at a level over their reference. */
function bedsAfter(world: World, level: number, quarters: number): number {
  world.will.level[leverIndex('beds')]!.fill(level);
  for (let quarter = 0; quarter < quarters; quarter++) {
    hearOfClosures(world);
    putLeversIntoEffect(world);
  }
  return world.books.beds[0]! / (world.place.providers.beds[0]! * world.input.scale);
}

/** Quarters of 100 people on each list, after which slots are those that 100 need, and have stood. */
const SETTLING = 12;

/**
 * So many reviews of slots from there on, with `joined` people on each list in a quarter: total of clinics and theatres
 * after each, over that before.
 */
function slotsAfter(council: Council, quarters: number, joined: (quarter: number) => number): number[] {
  const world = under(council);
  review(world, SETTLING, () => 100);
  world.will.standingClinics.fill(0);
  world.will.standingTheatres.fill(0);
  const before = slotsOf(world);
  return review(world, quarters, joined).map((slots) => slots / before);
}

function slotsOf({ books }: World): number {
  return sum(books.outpatientSlots) + sum(books.electiveSlots);
}

function review(world: World, quarters: number, joined: (quarter: number) => number): number[] {
  const totals: number[] = [];
  for (let quarter = 0; quarter < quarters; quarter++) {
    world.week = quarter * QUARTER_WEEKS + QUARTER_WEEKS - 1;
    for (const queue of [...world.books.firstQueue, ...world.books.admissionQueue])
      queue.joined = joined(quarter);
    hearOfClosures(world);
    planning(world);
    totals.push(slotsOf(world));
  }
  return totals;
}

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

describe('those who are asked about closures', () => {
  it('hold beds open: at first by their part, for good by a veto alone', () => {
    const [none, advisory, elected, veto] = COUNCILS.map((council) => bedsAfter(under(council), 0.8, 1));
    const { councilDelayAdvisory, councilDelayElected } = under('none').settings.board;
    expect(none).toBeCloseTo(0.8, 12);
    expect(advisory).toBeCloseTo(0.8 + 0.2 * councilDelayAdvisory, 12);
    expect(elected).toBeCloseTo(0.8 + 0.2 * councilDelayElected, 12);
    expect(veto).toBeCloseTo(1, 12);
    expect(bedsAfter(under('elected'), 0.8, 40)).toBeCloseTo(0.8, 2);
    expect(bedsAfter(under('veto'), 0.8, 40)).toBeCloseTo(1, 12);
  });

  it('hold clinics and theatres open where the demand of years falls', () => {
    const [none, advisory, elected, veto] = COUNCILS.map((council) => slotsAfter(council, 60, () => 60));
    expect(none![7]).toBeCloseTo(0.6, 6);
    expect(advisory![7]).toBeGreaterThan(0.61);
    expect(elected![7]).toBeGreaterThan(advisory![7]! + 0.03);
    expect(veto![7]).toBeGreaterThan(elected![7]! + 0.1);
    // What is delayed comes in the end; what a veto stops does not.
    expect(elected![59]).toBeCloseTo(0.6, 2);
    expect(veto![59]).toBeCloseTo(1, 3);
  });

  it('have nothing to say about the luck of a quarter: what comes and goes ends where it would have', () => {
    const luck = (quarter: number): number => [120, 80, 120, 80, 80, 120, 80, 120][quarter % 8]!;
    const [none, veto] = (['none', 'veto'] as const).map((council) => mean(slotsAfter(council, 40, luck)));
    expect(none).toBeCloseTo(1, 2);
    expect(veto).toBeGreaterThan(0.99);
    expect(veto).toBeLessThan(1.05);
  });

  it('ask for no more than what stood, be a quarter as busy as it may', () => {
    // After years at 60, of which a veto holds 100 open, a quarter's demand of 90 needs nothing besides.
    const veto = slotsAfter('veto', 31, (quarter) => (quarter < 30 ? 60 : 90));
    expect(veto[29]).toBeCloseTo(1, 2);
    expect(veto[30]).toBeLessThan(1.001);
  });

  it('do not mind growth, nor that what has only just grown goes again', () => {
    const world = under('veto');
    bedsAfter(world, 1, 8);
    expect(bedsAfter(world, 1.2, 1)).toBeCloseTo(1.2, 12);
    expect(bedsAfter(world, 1, 1)).toBeLessThan(1.06);
    // What has stood for years is another thing.
    bedsAfter(world, 1.2, 24);
    expect(bedsAfter(world, 1, 1)).toBeGreaterThan(1.19);
  });

  it('leave behind them what closes over years, not at once', () => {
    const world = under('veto');
    bedsAfter(world, 0.7, 12);
    world.inForce = world.inForce.map((each) => ({
      ...each,
      governance: { ...each.governance, council: 'none' },
    }));
    const after = bedsAfter(world, 0.7, 1);
    expect(after).toBeLessThan(1);
    expect(after).toBeGreaterThan(0.85);
    expect(bedsAfter(world, 0.7, 40)).toBeCloseTo(0.7, 6);
  });

  it('are citizens too, as far as they outvote the others on the board of the hospital’s body', () => {
    const resisted = (citizens: number): number => {
      const heft = {
        ...settingsOf(HEFT_DECREED.institutions),
        'rollout.notBeforeWeeks': 0,
        'governance.council': 'none',
        'governance.seatsHospital': 1 - citizens,
        'governance.seatsGeneralPractice': 0,
        'governance.seatsCommunity': 0,
        'governance.seatsPublicHealth': 0,
        'governance.seatsCitizens': citizens,
      } as const;
      const world = run(smallWorld({ people: 1000, trusts: 1, set: heft }), 1);
      expect(world.structure.bodyOfProvider[0]).toBeGreaterThanOrEqual(0);
      return closuresResisted(world, 0);
    };
    const { councilDelayElected } = under('none').settings.board;
    expect(resisted(0.5)).toBe(0);
    expect(resisted(0.75)).toBeCloseTo(councilDelayElected / 2, 12);
    expect(resisted(1)).toBeCloseTo(councilDelayElected, 12);
    // Who has no body has no such board.
    expect(closuresResisted(under('none', { 'governance.seatsCitizens': 1 }), 0)).toBe(0);
  });

  it('hold beds open in a whole run: fewer emergencies close beds, but not against a veto', () => {
    const [none, veto] = (['none', 'veto'] as const).map((council) => {
      const world = smallWorld({
        people: 2000,
        trusts: 1,
        weeks: 200,
        set: { 'governance.council': council },
        shocks: [shock({ week: 0, weeks: 200, emergencies: 0.6 })],
      });
      const before = sum(world.books.beds);
      return sum(run(world, 182).books.beds) / before;
    });
    expect(none).toBeLessThan(0.93);
    expect(veto).toBeGreaterThan(0.99);
  });
});
