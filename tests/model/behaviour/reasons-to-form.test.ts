import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  countStubbornQuarters,
  growReadiness,
  observedAdvantage,
  reasonToForm,
} from '../../../src/model/behaviour/formation.ts';
import { PURPOSE } from '../../../src/model/draws.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { wantedStructure } from '../../../src/model/organisations/wanted.ts';
import type { World } from '../../../src/model/world.ts';
import { type SmallWorld, smallWorld } from '../world.ts';

const BODY: SettingValues = {
  'budget.holder': 'organisation',
  'provision.form': 'vertical',
  'provision.led': 'commissioner',
  'provision.trust': true,
  'rollout.mandated': true,
  'rollout.threshold': 0.6,
};

function opened(set: SettingValues, spec: SmallWorld = {}): World {
  return smallWorld({ people: 500, trusts: 2, ...spec, set: { ...BODY, ...set } });
}

/** Relation of managers, and the culture behind it, of every commissioner and trust. */
function getOn(world: World, relation: number): void {
  world.will.managerial.fill(relation);
  world.will.cultureManagerial.fill(relation);
}

/** What all practices together would say of forming the body that is meant for them. */
function reason(world: World, advantage = 0): string | null {
  const wanted = wantedStructure(world, 0)!;
  const practices = Array.from({ length: world.place.practices.count }, (_, g) => g);
  const candidate: Candidate = { body: 0, practices, wanted, weeks: 30, first: false };
  return reasonToForm(world, candidate, { length: 1, ahead: 0 }, advantage);
}

describe('where partners form a body', () => {
  it('by getting on, they do so at the threshold and not below it', () => {
    const world = opened({ 'rollout.by': 'willing' });
    getOn(world, 0.59);
    expect(reason(world)).toBeNull();
    getOn(world, 0.61);
    expect(reason(world)).toContain('at least 0.6');
  });

  it('by stubbornness, they do so after as many quarters in a row as it takes', () => {
    const world = opened({ 'rollout.by': 'stubborn' });
    const quarter = (relation: number): number => {
      getOn(world, relation);
      countStubbornQuarters(world);
      return world.will.stubbornQuarters[0]!;
    };
    expect([0.59, 0.61, 0.59].map(quarter)).toEqual([1, 0, 1]);
    expect(reason(world)).toBeNull();
    for (let more = 1; more < world.settings.formation.stubbornQuarters; more++) {
      expect(reason(world)).toBeNull();
      quarter(0.59);
    }
    expect(reason(world)).toContain('below 0.6');
  });

  it('count no quarters where stubbornness is not what is asked for', () => {
    const world = opened({ 'rollout.by': 'willing' });
    getOn(world, 0.1);
    countStubbornQuarters(world);
    expect(world.will.stubbornQuarters[0]).toBe(0);
  });

  it('by initiative or imitation, some try anyway, and the more the better others fare', () => {
    const QUARTERS = 400;
    const tried = (world: World, advantage: number): number => {
      let count = 0;
      for (let quarter = 0; quarter < QUARTERS; quarter++) {
        world.keys.k0[PURPOSE.formation] = quarter;
        if (reason(world, advantage) !== null) count++;
      }
      return count / QUARTERS;
    };
    const of = (formation_try_per_quarter: number, formation_imitation: number): World => {
      const parameters = { formation_try_per_quarter, formation_imitation };
      return opened({ 'rollout.by': 'organic' }, { parameters });
    };
    const followers = of(0, 1);
    expect(tried(followers, 0)).toBe(0);
    expect(tried(followers, 0.5)).toBeCloseTo(0.5, 1);
    expect(tried(followers, 1)).toBe(1);
    expect(tried(of(0.2, 0), 1)).toBeCloseTo(0.2, 1);
  });
});

describe('how much better those seem to fare who formed', () => {
  /** Practices 0 and 1 have formed and use hospital 0 alone, the others have not and use hospital 1 alone. */
  const world = opened({ 'rollout.by': 'organic' });
  const { tables, structure, books, settings } = world;
  const advantage = (formed: number, others: number, weeks = settings.formation.delayWeeks): number => {
    world.week = 10 + weeks;
    books.publishedWait.fill(formed, 0, 8).fill(others, 8);
    return observedAdvantage(world);
  };
  for (let g = 0; g < 4; g++) {
    for (let e = tables.practiceReachStart[g]!; e < tables.practiceReachStart[g + 1]!; e++)
      tables.practiceReachWeight[e] = tables.practiceReachProvider[e] === (g < 2 ? 0 : 1) ? 1 : 0;
  }
  structure.formedOfPractice.set([1, 1, 0, 0]);
  structure.bodyOfPractice.set([0, 0, -1, -1]);
  structure.founded[0] = 10;

  it('is the part by which their published waits are shorter, and nothing where they are longer', () => {
    expect(advantage(6, 12)).toBeCloseTo(0.5, 9);
    expect(advantage(9, 12)).toBeCloseTo(0.25, 9);
    expect(advantage(12, 12)).toBeCloseTo(0, 9);
    expect(advantage(24, 12)).toBe(0);
  });

  it('is not seen before the body has stood for a while', () => {
    expect(advantage(6, 12, settings.formation.delayWeeks - 1)).toBe(0);
  });
});

describe('a quarter of getting ready', () => {
  it('closes a part of what is lacking: engagement, a quarter of the year’s development money, practice', () => {
    const world = opened({ 'rollout.by': 'readiness' });
    const { engagement, perPound, practice } = world.settings.readiness;
    const grown = (pounds: number, practising: boolean): number => {
      world.will.readiness[0] = 0.2;
      growReadiness(world, 0, pounds, practising);
      return (world.will.readiness[0]! - 0.2) / 0.8;
    };
    expect(grown(0, false)).toBeCloseTo(engagement, 12);
    expect(grown(4, false)).toBeCloseTo(engagement + perPound, 12);
    expect(grown(4, true)).toBeCloseTo(engagement + perPound + practice, 12);
    expect(grown(1000, true)).toBe(1);
  });
});
