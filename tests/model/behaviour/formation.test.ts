import { describe, expect, it } from 'vitest';
import { reasonToForm, reviewSkill, unsettled } from '../../../src/model/behaviour/formation.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { wantedStructure } from '../../../src/model/organisations/wanted.ts';
import { run, smallWorld } from '../world.ts';

/** One body where relations are stubborn: here they never are, so it is announced and never forms. */
const ANNOUNCED: SettingValues = {
  'budget.holder': 'organisation',
  'provision.form': 'vertical',
  'provision.trust': true,
  'rollout.by': 'stubborn',
  'rollout.threshold': 0,
};

describe('a commissioner that is to hand over', () => {
  it('loses skill while the announcement is news, and no more once it has stood for its time', () => {
    const world = smallWorld({ people: 1000, set: ANNOUNCED });
    const { kept, announcementWeeks } = world.settings.attrition;
    const start = world.will.skill[0]!;
    world.week = announcementWeeks;
    expect(unsettled(world, 0)).toBe(1);
    reviewSkill(world);
    expect(world.will.skill[0]).toBeCloseTo(start * (1 - kept), 12);
    world.week = announcementWeeks + 13;
    expect(unsettled(world, 0)).toBe(0);
    reviewSkill(world);
    expect(world.will.skill[0]).toBeCloseTo(start * (1 - kept), 12);
  });

  it('loses it by the disruption that there really is, and wholly once a part of the area has gone over', () => {
    const world = smallWorld({ people: 1000, set: ANNOUNCED });
    const { kept, announcementWeeks } = world.settings.attrition;
    world.week = announcementWeeks + 13;
    const start = world.will.skill[0]!;
    world.will.disruptionCommissioner[0] = 0.5;
    reviewSkill(world);
    expect(world.will.skill[0]).toBeCloseTo(start * (1 - kept / 2), 12);
    world.structure.formedOfPractice[0] = 1;
    expect(unsettled(world, 0)).toBe(1);
  });

  it('is unsettled for as long again as nothing may form', () => {
    const world = smallWorld({ people: 1000, set: { ...ANNOUNCED, 'rollout.notBeforeWeeks': 100 } });
    world.week = world.settings.attrition.announcementWeeks + 100;
    expect(unsettled(world, 0)).toBe(1);
    world.week += 13;
    expect(unsettled(world, 0)).toBe(0);
  });

  it('is unsettled anew when a body that failed is to be tried again', () => {
    const world = smallWorld({ people: 1000, set: ANNOUNCED });
    const { meantFor, failedIn } = world.structure;
    const { announcementWeeks } = world.settings.attrition;
    meantFor.fill(0);
    world.week = announcementWeeks + 13;
    expect(unsettled(world, 0)).toBe(0);
    failedIn[0] = 13;
    expect(unsettled(world, 0)).toBe(1);
    world.week += 13;
    expect(unsettled(world, 0)).toBe(0);
  });
});

describe('a commissioner that holds its people’s money again', () => {
  const HANDED_OVER: SettingValues = {
    'budget.holder': 'consortia',
    'budget.salience': 'hard',
    'rollout.by': 'decree',
    'rollout.mandated': true,
    'rollout.functions': 'run-down',
    'rollout.notBeforeWeeks': 26,
  };
  const HELD: SettingValues = { 'budget.holder': 'commissioner', 'budget.salience': 'indicative' };

  it('gets back the skill that it lost, over years, and no more than it began with', () => {
    const world = smallWorld({
      people: 1000,
      trusts: 1,
      weeks: 700,
      switches: { 13: HANDED_OVER, 104: HELD },
    });
    const start = world.will.skill[0]!;
    run(world, 104);
    const lost = start - world.will.skill[0]!;
    expect(lost).toBeGreaterThan(0.2 * start);
    run(world, 52 * world.settings.attrition.rebuiltYears);
    const lacking = start - world.will.skill[0]!;
    // After as many years about a third is still lacking, a little more for the disruption of the way back.
    expect(lacking / lost).toBeGreaterThan(0.3);
    expect(lacking / lost).toBeLessThan(0.5);
    run(world, 52 * 7);
    expect(world.will.skill[0]).toBeLessThan(start);
    expect(start - world.will.skill[0]!).toBeLessThan(lost / 15);
  });

  it('learns the less, the more it is disrupted; nobody hires who is to hand over, or has', () => {
    const world = smallWorld({ people: 1000 });
    const gain = (disruption: number): number => {
      world.will.skill[0] = 0.3;
      world.will.disruptionCommissioner[0] = disruption;
      reviewSkill(world);
      return world.will.skill[0]! - 0.3;
    };
    expect(gain(0)).toBeGreaterThan(0);
    expect(gain(0.5)).toBeCloseTo(gain(0) / 2, 12);
    expect(gain(1)).toBe(0);
    const waiting = smallWorld({ people: 1000, set: ANNOUNCED });
    waiting.week = waiting.settings.attrition.announcementWeeks + 13;
    waiting.will.skill[0] = 0.3;
    reviewSkill(waiting);
    expect(waiting.will.skill[0]).toBe(0.3);
  });

  it('goes on learning inside a body that took it in whole', () => {
    const body: SettingValues = { ...ANNOUNCED, 'rollout.by': 'in-force' };
    const world = run(smallWorld({ people: 1000, trusts: 1, set: body }), 1);
    expect(world.structure.bodyOfCommissioner[0]).toBeGreaterThanOrEqual(0);
    world.will.skill[0] = 0.3;
    reviewSkill(world);
    expect(world.will.skill[0]).toBeGreaterThan(0.3);
  });
});

describe('a local initiative', () => {
  it('says how much shorter the waits are that it imitates', () => {
    const set: SettingValues = {
      'budget.holder': 'consortia',
      'rollout.by': 'organic',
      'rollout.firstShare': 0,
      'rollout.threshold': 0,
    };
    const parameters = { formation_try_per_quarter: 1, formation_relation_least: 0 };
    const world = run(smallWorld({ people: 1000, set, parameters }), 1);
    const wanted = wantedStructure(world, 0)!;
    const candidate = { body: wanted.body, practices: [0], wanted, weeks: 13, first: false };
    const why = (advantage: number) => reasonToForm(world, candidate, { length: 1, ahead: 0 }, advantage);
    expect(why(0)).toMatch(/^ready \(0\.\d+\): a local initiative$/);
    expect(why(0.0312)).toMatch(
      /^ready \(0\.\d+\); published waits for the people of those who did are 3\.1% shorter$/,
    );
  });
});
