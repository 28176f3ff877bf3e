import { describe, expect, it } from 'vitest';
import { loseSkill, unsettled } from '../../../src/model/behaviour/formation.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { smallWorld } from '../world.ts';

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
    loseSkill(world);
    expect(world.will.skill[0]).toBeCloseTo(start * (1 - kept), 12);
    world.week = announcementWeeks + 13;
    expect(unsettled(world, 0)).toBe(0);
    loseSkill(world);
    expect(world.will.skill[0]).toBeCloseTo(start * (1 - kept), 12);
  });

  it('loses it by the disruption that there really is, and wholly once a part of the area has gone over', () => {
    const world = smallWorld({ people: 1000, set: ANNOUNCED });
    const { kept, announcementWeeks } = world.settings.attrition;
    world.week = announcementWeeks + 13;
    const start = world.will.skill[0]!;
    world.will.disruptionCommissioner[0] = 0.5;
    loseSkill(world);
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
