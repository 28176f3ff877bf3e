import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extraCostPence } from '../../../src/model/behaviour/hospital/capacity-cost.ts';
import { capitalRoom } from '../../../src/model/behaviour/hospital/capital.ts';
import { putLeversIntoEffect } from '../../../src/model/behaviour/hospital/care-factors.ts';
import { pressureOn, reviewSlack } from '../../../src/model/behaviour/hospital/slack.ts';
import { reviewStaff, roomToGrow } from '../../../src/model/behaviour/hospital/staff.ts';
import { renewChoiceFactors } from '../../../src/model/behaviour/hospital-choice.ts';
import { leverIndex } from '../../../src/model/behaviour/will/levers.ts';
import { QUARTER_WEEKS } from '../../../src/model/calendar.ts';
import { type SettingValues, settingsOf } from '../../../src/model/institutions/settings.ts';
import { PT } from '../../../src/model/metrics/tallies.ts';
import { planning } from '../../../src/model/phases/planning.ts';
import { HEFT_DECREED } from '../../../src/model/regimes/heft-decreed.ts';
import type { World } from '../../../src/model/world.ts';
import { CAPACITY, inputOf, MONEY, PEOPLE, QUEUES, runChecked, TIME } from '../../../src/testing/index.ts';
import { EFFORT, SEED } from '../../invariants/settings.ts';
import { run, smallWorld } from '../world.ts';

const STILL: SettingValues = { 'planning.organisationsAct': false };

function set(world: World, lever: string, level: number): World {
  world.will.level[leverIndex(lever)]!.fill(level);
  putLeversIntoEffect(world);
  return world;
}

function still(people = 8000): World {
  return smallWorld({ people, trusts: 1, set: STILL });
}

function counted(world: World, what: keyof typeof PT): number {
  return (
    world.tally.providers[PT[what]]! + world.records.years.reduce((sum, y) => sum + y.providers[PT[what]]!, 0)
  );
}

describe('at the reference', () => {
  it('every effect is exactly its own', () => {
    const world = still(2000);
    const { books } = world;
    const before = [
      books.conversionThreshold,
      books.conversionShare,
      books.conversionAfterDiagnostics,
      books.dayCaseShare,
      books.followUpRatio,
      books.beds,
      books.publishedQuality,
    ].map((values) => values.slice());
    putLeversIntoEffect(world);
    const after = [
      books.conversionThreshold,
      books.conversionShare,
      books.conversionAfterDiagnostics,
      books.dayCaseShare,
      books.followUpRatio,
      books.beds,
      books.publishedQuality,
    ];
    expect(after).toEqual(before);
    for (const factor of [
      books.stayEffort,
      books.unitCost,
      books.fatalityFactor,
      books.readmissionFactor,
      books.emergencyFactor,
      books.readinessToAdmit,
      books.consultantReferrals,
    ]) {
      expect([...factor]).toEqual([1]);
    }
  });
});

describe('what levers do to care', () => {
  it('a stricter threshold: a log unit is an eighth of the scale, and fewer are admitted', () => {
    const world = set(still(), 'conversion_threshold', Math.E);
    expect(world.books.conversionThreshold[0]! - world.tables.conversionThreshold[0]!).toBeCloseTo(0.125, 9);
    expect(world.books.conversionShare[0]!).toBeLessThan(world.tables.conversionShare[0]!);
    run(world, 40);
    expect(counted(world, 'elective_admissions')).toBeLessThan(
      0.98 * counted(run(still(), 40), 'elective_admissions'),
    );
  });

  it('follow-ups, day cases, stays: each follows its lever', () => {
    const plain = run(still(), 40);
    expect(counted(run(set(still(), 'follow_up_ratio', 1.3), 40), 'follow_up_outpatients')).toBeGreaterThan(
      1.05 * counted(plain, 'follow_up_outpatients'),
    );
    const efficient = run(set(still(), 'efficiency', 2), 40);
    const meanStay = (world: World): number => counted(world, 'stay_days') / counted(world, 'stays');
    expect(meanStay(efficient)).toBeLessThan(0.97 * meanStay(plain));
    expect(counted(efficient, 'day_cases')).toBeGreaterThan(counted(plain, 'day_cases'));
    expect(efficient.books.unitCost[0]).toBeCloseTo(2 ** -0.05, 9);
    // Shorter stays bring some back.
    expect(efficient.books.readmissionFactor[0]).toBeCloseTo(2 ** (0.13 * 0.3), 9);
  });

  it('readiness to admit: short stays become attendances or the other way round', () => {
    const plain = run(still(), 40);
    const strict = run(set(still(), 'emergency_threshold', 0.25), 40);
    const ready = run(set(still(), 'emergency_threshold', 2.5), 40);
    const admitted = (world: World): number => counted(world, 'emergency_admissions');
    expect(admitted(strict)).toBeLessThan(admitted(plain));
    expect(admitted(ready)).toBeGreaterThan(admitted(plain));
    // A quarter of short stays times three quarters, of those who came through the department.
    const { shortStayShare, viaAeShare } = plain.settings;
    expect(1 - admitted(strict) / admitted(plain)).toBeCloseTo(0.1875 * shortStayShare * viaAeShare, 1);
  });

  it('referrals between consultants: more or fewer referrals from other sources', () => {
    const of = (level: number): number =>
      counted(run(set(still(), 'consultant_referrals', level), 40), 'other_referrals');
    const plain = of(1);
    // Four tenths of those from other sources, halved.
    expect(of(0.5) / plain).toBeCloseTo(0.8, 1);
    expect(of(2)).toBeGreaterThan(1.05 * plain);
  });

  it('quality: follows effort within years; deaths and readmissions fall by its log; choice sees it as far as it is shown', () => {
    const world = set(still(2000), 'quality', 2);
    for (let quarter = 0; quarter < 60; quarter++) putLeversIntoEffect(world);
    expect(world.will.quality[0]).toBeCloseTo(Math.LN2, 5);
    expect(world.books.fatalityFactor[0]).toBeCloseTo(Math.exp(-0.09 * Math.LN2), 5);
    expect(world.books.readmissionFactor[0]).toBeCloseTo(Math.exp(-0.17 * Math.LN2), 5);
    const factor = (informationQuality: number): number => {
      world.inForce = world.inForce.map((i) => ({ ...i, choice: { ...i.choice, informationQuality } }));
      renewChoiceFactors(world);
      return world.books.choiceFactor[0]!;
    };
    expect(Math.log(factor(1) / factor(0))).toBeCloseTo(world.settings.betaQuality * Math.LN2, 4);
  });

  it('occupancy far above the knee and the base year raises deaths', () => {
    const world = still(2000);
    world.will.occupancy.fill(1.02);
    putLeversIntoEffect(world);
    expect(world.books.fatalityFactor[0]).toBeCloseTo(Math.exp(0.25 * 0.1), 2);
  });
});

describe('the cost of capacity', () => {
  it('is nothing on the first day, and the holding cost of what is added', () => {
    const world = still(2000);
    expect(extraCostPence(world, 0)).toBe(0);
    world.books.electiveSlots[0]! += 1;
    const row = world.books.pricePence;
    const dayCases = world.settings.dayCaseShare[0]!;
    const price = dayCases * row[16]! + (1 - dayCases) * row[24]!;
    expect(extraCostPence(world, 0)).toBe(Math.round(0.35 * price));
    world.books.electiveSlots[0]! -= 1;
    world.books.beds[0]! -= 2;
    expect(extraCostPence(world, 0)).toBe(-2 * 163 * 7 * 100);
  });
});

describe('slack', () => {
  it('starts at its own rest and stays there', () => {
    const world = run(smallWorld({ people: 2000, set: STILL }), 60);
    expect(world.will.slack[0]).toBeGreaterThan(0);
    expect(world.will.slack[0]).toBe(world.will.slackReference[0]);
  });

  it('is 0.15 without pressure, less with each pressure, in two years most of the way', () => {
    const world = smallWorld({ people: 2000, switches: { 150: { 'provision.form': 'vertical' } } });
    world.will.slackReference.fill(0.15);
    // The only purchaser and the trust are of one body.
    world.structure.bodyOfCommissioner[0] = 0;
    world.structure.bodyOfProvider[0] = 0;
    world.inForce = world.inForce.map((i) => ({
      ...i,
      choice: { ...i.choice, of: 'none', informationQuality: 0 },
      governance: { ...i.governance, clinicalGovernance: 0, regulator: 0 },
    }));
    expect(Object.values(pressureOn(world, 0))).toEqual([0, 0, 0, 0, 0, 0]);
    for (let quarter = 0; quarter < 8; quarter++) reviewSlack(world);
    expect(world.will.slack[0]).toBeCloseTo(0.15 * (1 - Math.exp(-1)), 9);
  });

  it('is pressed by choice with money behind it, a buyer, comparisons, voice with information, oversight', () => {
    const base = {
      'choice.of': 'none',
      'choice.informationQuality': 0,
      'governance.clinicalGovernance': 0,
      'governance.regulator': 0,
      'governance.turnout': 0,
      'governance.failureRegime': 'none',
    } as const;
    const at = (changes: SettingValues): number => {
      const world = smallWorld({ people: 1000, set: { ...base, ...changes } });
      return Object.values(pressureOn(world, 0)).reduce((a, b) => a + b, 0);
    };
    // A separate buyer of middling skill, and nothing else.
    const buyer = 0.67 * 0.6;
    expect(at({})).toBeCloseTo(buyer, 9);
    expect(at({ 'choice.of': 'provider' })).toBeGreaterThan(buyer);
    expect(at({ 'choice.of': 'provider', 'payment.elective': 'block' })).toBeCloseTo(buyer, 9);
    expect(at({ 'choice.informationQuality': 1 })).toBeCloseTo(buyer + 0.2, 9);
    expect(at({ 'governance.regulator': 1 })).toBeCloseTo(buyer + 0.4, 9);
    expect(at({ 'governance.clinicalGovernance': 1 })).toBeCloseTo(buyer + 0.5, 9);
    const citizens = { 'governance.seatsCitizens': 1, 'governance.turnout': 1 } as const;
    expect(at(citizens)).toBeCloseTo(buyer, 9);
    // Of seats of 2 in all; members who elect governors are heard where there are no seats.
    const informed = { ...citizens, 'choice.informationQuality': 1 } as const;
    const half = 1 - 0.5 * 0.75;
    expect(at(informed)).toBeCloseTo(buyer + 0.2 + 0.3 * half, 9);
    expect(at({ ...informed, 'governance.turnout': 0.5 })).toBeCloseTo(buyer + 0.2 + 0.15 * half, 9);
  });

  it('is pressed by members without seats, and more by an elected council, as far as they vote and know', () => {
    const set = settingsOf(HEFT_DECREED.institutions);
    const voice = (changes: SettingValues): number =>
      pressureOn(smallWorld({ people: 1000, set: { ...set, 'rollout.by': 'in-force', ...changes } }), 0)
        .voice;
    const members = { 'governance.seatsCitizens': 0, 'governance.council': 'none' } as const;
    expect(voice(members)).toBeCloseTo(0.3 * 0.25 * 0.27, 9);
    expect(voice({ ...members, 'governance.turnout': 0.54 })).toBeCloseTo(0.3 * 0.25 * 0.54, 9);
    expect(voice({ ...members, 'governance.turnout': 0 })).toBe(0);
    expect(voice({ ...members, 'choice.informationQuality': 0 })).toBe(0);
    expect(voice({ ...members, 'governance.council': 'advisory' })).toBe(voice(members));
    expect(voice({ ...members, 'governance.council': 'elected' })).toBeCloseTo(
      0.3 * (1 - 0.75 * 0.75) * 0.27,
      9,
    );
    expect(voice({ ...members, 'governance.seatsCitizens': 1 })).toBeGreaterThan(voice(members));
  });

  it('is watched by a body that buys from it and does not own it, and not by the body that owns it', () => {
    const heft = { ...settingsOf(HEFT_DECREED.institutions), 'rollout.by': 'in-force' } as const;
    const monitoring = (changes: SettingValues): number => {
      const world = run(smallWorld({ people: 1000, set: { ...heft, ...changes } }), 2);
      expect(world.structure.bodyOfPractice.every((o) => o >= 0)).toBe(true);
      return pressureOn(world, 0).monitoring;
    };
    expect(monitoring({})).toBe(0);
    // The commissioner that the body took in buys with the skill it always had, and groups that hold the money with theirs.
    expect(monitoring({ 'provision.trust': false })).toBeCloseTo(0.67 * 0.6, 9);
    const groups = { 'provision.led': 'practices', 'provision.form': 'virtual' } as const;
    expect(monitoring({ ...groups, 'provision.trust': false })).toBeGreaterThan(0.2);
  });
});

describe('staff', () => {
  it('leave because of disruption and come back in years', () => {
    const world = still(2000);
    world.will.disruptionProvider.fill(1);
    for (let quarter = 0; quarter < 4; quarter++) reviewStaff(world);
    const low = world.will.staff[0]!;
    expect(low).toBeLessThan(0.98);
    world.will.disruptionProvider.fill(0);
    for (let quarter = 0; quarter < 40; quarter++) reviewStaff(world);
    expect(world.will.staff[0]).toBeCloseTo(1, 2);
  });

  it('hold growth back only near the full overtime', () => {
    expect(roomToGrow(1, 0.25)).toBe(1);
    expect(roomToGrow(1.125, 0.25)).toBe(1);
    expect(roomToGrow(1.1875, 0.25)).toBeCloseTo(0.5, 12);
    expect(roomToGrow(1.3, 0.25)).toBe(0);
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => {
        expect(roomToGrow(x + 0.01, 0.25)).toBeLessThanOrEqual(roomToGrow(x, 0.25));
      }),
    );
  });
});

describe('capital', () => {
  const parameters = { capital_deficit_share: 0.04 };

  it('is there without a deficit, and gone at the stated one', () => {
    const world = smallWorld({ people: 500, parameters });
    for (const [margin, room] of [
      [0.03, 1],
      [0, 1],
      [-0.01, 0.75],
      [-0.04, 0],
      [-0.2, 0],
    ]) {
      world.will.providerMargin[0] = margin!;
      expect(capitalRoom(world, 0)).toBeCloseTo(room!, 12);
    }
  });

  it('limits how fast clinics grow', () => {
    const slotsAfter = (margin: number): number => {
      const world = smallWorld({ people: 2000, parameters, set: { 'planning.organisationsAct': false } });
      const before = world.books.outpatientSlots[0]!;
      world.week = QUARTER_WEEKS - 1;
      world.will.providerMargin.fill(margin);
      // Far more demand than the clinics can hold.
      world.books.servedFirst[0] = 20 * before * QUARTER_WEEKS;
      planning(world);
      return world.books.outpatientSlots[0]! / before;
    };
    const [rich, tight, none] = [slotsAfter(0), slotsAfter(-0.02), slotsAfter(-0.05)];
    expect(none).toBe(1);
    expect(tight - 1).toBeCloseTo((rich - 1) / 2, 9);
    expect(rich).toBeGreaterThan(1);
  });
});

describe('with levers anywhere within their bounds', () => {
  it('the invariants hold every week', () => {
    const levels = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 11, maxLength: 11 });
    fc.assert(
      fc.property(levels, fc.integer({ min: 1, max: 99 }), (parts, seed) => {
        const input = inputOf({
          place: {
            people: 1500,
            practices: 2,
            trusts: 2,
            commissioners: 1,
            zones: 6,
            rural: 0.3,
            seed,
            fromElsewhere: 0.3,
          },
          weeks: 40,
          scale: 1,
          seed: `levers-${seed}`,
          replicate: 0,
          parameters: {},
          set: {},
          switch: [],
          shocks: [],
        });
        runChecked(input, {
          invariants: [PEOPLE, MONEY, QUEUES, CAPACITY, TIME],
          onWeek: (world) => {
            if (world.week !== 14 && world.week !== 27) return;
            const { levers } = world.settings;
            world.will.level.forEach((level, n) => {
              const { low, high } = levers[n]!;
              level.fill(Math.exp(low + (high - low) * parts[n % parts.length]!));
            });
          },
        });
      }),
      { seed: SEED, numRuns: 6 * EFFORT },
    );
  });
});
