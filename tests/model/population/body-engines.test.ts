import { describe, expect, it } from 'vitest';
import { syntheticPlace } from '../../../src/lab/place/index.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { bodyOfPerson } from '../../../src/model/organisations/membership.ts';
import { FORM } from '../../../src/model/organisations/structure.ts';
import { LIFE } from '../../../src/model/population/people.ts';
import type { ScheduledMerger } from '../../../src/model/run-input.ts';
import { tick } from '../../../src/model/simulate.ts';
import type { World } from '../../../src/model/world.ts';
import { differingParts } from '../../../src/testing/state-parts.ts';
import { type SmallWorld, shock, smallInput } from '../world.ts';

/** Bodies that hold the money for people who choose them often and by themselves; cases are managed. */
const BODIES: SettingValues = {
  'budget.holder': 'organisation',
  'budget.salience': 'hard',
  'payment.outsiderRate': 0.8,
  'provision.form': 'virtual',
  'provision.led': 'hospital',
  'provision.trust': true,
  'provision.community': true,
  'provision.practices': true,
  'provision.communitySpecialistsPer100k': 16,
  'choice.of': 'system',
  'choice.enrolment': 'person',
  'choice.reviewRate': 1,
  'choice.steering': 0.7,
  'riskAdjustment.formula': 'age-sex',
  'riskAdjustment.income': 'dowry',
  'entitlement.targetWaitWeeks': 8,
  'programme.caseManagement': 1,
  'rollout.by': 'decree',
};
const LED_BY_PRACTICES: SettingValues = { ...BODIES, 'provision.led': 'practices' };
const CONSORTIA: SettingValues = {
  ...LED_BY_PRACTICES,
  'budget.holder': 'consortia',
  'provision.form': 'separate',
};

/** Fewer beds and clinics, fewer operations still, and more emergencies. */
const SHOCK = shock({ week: 20, weeks: 26, emergencies: 1.3, beds: 0.8, slots: 0.9, operations: 0.6 });

interface Scenario extends SmallWorld {
  readonly commissioners?: number;
  /** Trusts that merge in week 5, by number. */
  readonly merge?: readonly number[];
}

/** What a run had in it at its most: a comparison of runs in which nothing happens would say nothing. */
interface Met {
  readonly forms: ReadonlySet<number>;
  readonly apart: number;
  readonly closed: number;
}

const BETWEEN_LOOKS = 4;

/** Run both engines side by side and compare all that changes in a run, every few weeks and at the end. */
function compare({ commissioners = 1, merge = [], ...spec }: Scenario): Met {
  const { people = 3000, weeks = 70 } = spec;
  // Of its three trusts the second and the third are the main ones of three practices each.
  const place = syntheticPlace({ people, practices: 6, trusts: 3, rural: 0.5, commissioners, seed: 'two' });
  const who = merge.map((h) => place.providers.code[h]!);
  const mergers: ScheduledMerger[] =
    merge.length === 0 ? [] : [{ week: 5, kind: 'trusts', who, withinKm: null, imposed: false, why: 'test' }];
  const input = {
    ...smallInput({ ...spec, weeks }),
    place,
    mergers,
  };
  const wasm = createWorld(input, 'wasm', 1024);
  const typescript = createWorld(input, 'typescript');
  // Bodies that had kept people well for years, better than any would: of a few emergencies many do not happen.
  for (const world of [wasm, typescript]) world.will.preventionStock.fill(5);
  const forms = new Set<number>();
  let apart = 0;
  let closed = 0;
  while (wasm.week < weeks) {
    tick(wasm, 1024);
    tick(typescript);
    if (wasm.week % BETWEEN_LOOKS !== 0 && wasm.week < weeks) continue;
    expect({ week: wasm.week, differing: differingParts(wasm, typescript) }).toEqual({
      week: wasm.week,
      differing: [],
    });
    for (const form of formsOf(wasm)) forms.add(form);
    apart = Math.max(apart, apartIn(wasm));
    closed = Math.max(closed, ...wasm.will.closed);
  }
  return { forms, apart, closed };
}

/** People present whose body is another than their practice's. */
function apartIn(world: World): number {
  const { people, structure, books } = world;
  let count = 0;
  for (let i = 0; i < people.capacity; i++) {
    if (books.systemOf[i] === 0 || people.life(i) !== LIFE.present) continue;
    if (bodyOfPerson(world, i) !== structure.bodyOfPractice[people.practice(i)]) count++;
  }
  return count;
}

function formsOf({ structure }: World): number[] {
  return [...structure.form].filter((_, o) => structure.founded[o]! >= 0);
}

describe('the two engines leave the same world behind', () => {
  it.each([
    { label: 'consortia', form: FORM.consortium, set: CONSORTIA },
    { label: 'vertical', form: FORM.vertical, set: { ...BODIES, 'provision.form': 'vertical' } },
    {
      label: 'vertical, led by commissioners',
      form: FORM.vertical,
      set: { ...BODIES, 'provision.form': 'vertical', 'provision.led': 'commissioner' },
    },
    { label: 'virtual, led by practices', form: FORM.virtual, set: LED_BY_PRACTICES },
    { label: 'fluid', form: FORM.fluid, set: { ...BODIES, 'provision.form': 'fluid' } },
  ])('where people join bodies by themselves: $label', ({ form, set }) => {
    const met = compare({
      set,
      commissioners: 2,
      // Two groups of practices in each area.
      parameters: { group_of_practices_people: 750 },
      // In the end they belong where their practices do.
      switches: { 56: { ...set, 'choice.enrolment': 'practice' } },
    });
    expect(met.forms).toEqual(new Set([form]));
    expect(met.apart).toBeGreaterThan(200);
  });

  it('where trusts merged and close services, under a shock to operations, before people join bodies', () => {
    const met = compare({
      set: { 'programme.caseManagement': 1, 'programme.communityClinics': 1 },
      merge: [1, 0],
      shocks: [SHOCK],
      parameters: { merger_closure_weeks: 52 },
      switches: { 40: BODIES },
      weeks: 90,
    });
    expect(met.closed).toBeGreaterThan(0.1);
    expect(met.apart).toBeGreaterThan(200);
  });
});
