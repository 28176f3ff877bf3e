import { describe, expect, it } from 'vitest';
import { syntheticPlace } from '../../../src/lab/place/index.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { type SettingValues, settingsOf, withSettings } from '../../../src/model/institutions/settings.ts';
import { INTEGRATED_CHOICE_GP_LED } from '../../../src/model/regimes/integrated-choice-gp-led.ts';
import { INTEGRATED_CHOICE_MANDATED } from '../../../src/model/regimes/integrated-choice-mandated.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../../../src/model/regimes/purchaser-provider-split.ts';
import type { Regime } from '../../../src/model/regimes/regime.ts';
import { fromWeek } from '../../../src/model/run-input.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallInput } from '../world.ts';

const NOW: SettingValues = { 'rollout.by': 'decree', 'rollout.mandated': true, 'rollout.notBeforeWeeks': 0 };
const COUNTRY = syntheticPlace({
  people: 8000,
  practices: 16,
  trusts: 3,
  rural: 0.4,
  seed: 'rural-and-urban',
});

/** The regime founded in week 2, town and country under settings of their own. */
function founded(regime: Regime, parts: Readonly<Record<string, SettingValues>> = {}): World {
  const set = { ...settingsOf(regime.institutions), ...NOW };
  const of = (part: 'rural' | 'urban'): SettingValues => ({ ...regime.parts[part], ...NOW, ...parts[part] });
  const institutions = withSettings(PURCHASER_PROVIDER_SPLIT.institutions, set);
  const input = smallInput({ weeks: 20 });
  const later = {
    ...fromWeek(2, institutions, 'test'),
    overrides: (['rural', 'urban'] as const).map((part) => ({
      part,
      commissioner: null,
      institutions: withSettings(institutions, of(part)),
    })),
  };
  return run(createWorld({ ...input, place: COUNTRY, institutions: [input.institutions[0]!, later] }), 3);
}

/** Practices of the place by part, and the bodies that serve them. */
function bodiesOf(world: World, rural: boolean): Set<number> {
  const found = new Set<number>();
  world.structure.bodyOfPractice.forEach((o, g) => {
    if ((world.cells.ofPractice[g]! % 2 === 1) === rural) found.add(o);
  });
  return found;
}

/** How many people of a part would go to a hospital, by the choice model. */
function useOf({ tables, books, cells, place }: World, h: number, rural: boolean): number {
  let use = 0;
  for (let g = 0; g < place.practices.count; g++) {
    if ((cells.ofPractice[g]! % 2 === 1) !== rural) continue;
    for (let e = tables.practiceReachStart[g]!; e < tables.practiceReachStart[g + 1]!; e++)
      if (tables.practiceReachProvider[e] === h) use += tables.practiceReachWeight[e]! * books.registered[g]!;
  }
  return use;
}

function hospitalsOf({ structure }: World, o: number): number[] {
  return [...structure.bodyOfProvider.keys()].filter((h) => structure.bodyOfProvider[h] === o);
}

describe('town and country with one form of body', () => {
  const world = founded(INTEGRATED_CHOICE_MANDATED);

  it('leave no body without a hospital, and no practice apart from the body that has its own', () => {
    const { structure } = world;
    expect(bodiesOf(world, true).size).toBeGreaterThan(0);
    structure.bodyOfPractice.forEach((o, g) => {
      expect(o).toBeGreaterThanOrEqual(0);
      expect(hospitalsOf(world, o)).toContain(structure.mainProviderOfPractice[g]);
    });
  });
});

describe('town and country with bodies of different forms', () => {
  const world = founded(INTEGRATED_CHOICE_MANDATED, { urban: { 'provision.form': 'virtual' } });
  const { structure, place } = world;

  it('share no body, and each hospital is of the one whose people use it most', () => {
    const country = bodiesOf(world, true);
    const town = bodiesOf(world, false);
    expect([...country].filter((o) => town.has(o))).toEqual([]);
    for (let h = 0; h < place.providers.count; h++) {
      const o = structure.bodyOfProvider[h]!;
      // Those of the town whom another hospital would lead do not count for this one.
      if (useOf(world, h, true) > useOf(world, h, false)) expect(country).toContain(o);
      if (useOf(world, h, false) > 3 * useOf(world, h, true)) expect(town).toContain(o);
    }
  });

  it('whoever has no hospital says so, and from whom it buys', () => {
    const without = world.journal.filter(({ description }) => description.includes('no hospital joins it'));
    expect(without.length).toBeGreaterThan(0);
    for (const { description, organisation } of without) {
      expect(description).toMatch(/it buys from Trust \d( \(body [^)]*\))?/);
      expect(world.organisations.bodies[organisation]!.trusts).toEqual([]);
    }
  });
});

describe('systems led by general practice, with hospitals outside', () => {
  it('stay without hospitals in the country, too, where the town uses these more', () => {
    const world = founded(INTEGRATED_CHOICE_GP_LED);
    const { structure } = world;
    structure.bodyOfProvider.forEach((o, h) => {
      if (o < 0) return;
      expect(useOf(world, h, true)).toBeGreaterThanOrEqual(useOf(world, h, false));
    });
    expect([...structure.bodyOfProvider].filter((o) => o < 0).length).toBeGreaterThan(0);
  });
});
