import { describe, expect, it } from 'vitest';
import { preventionFactor, spendOnPrevention } from '../../../src/model/behaviour/selection.ts';
import { leverIndex } from '../../../src/model/behaviour/will/levers.ts';
import { createWorld, type Engine } from '../../../src/model/create-world.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { BT, RT } from '../../../src/model/metrics/tallies.ts';
import { avoidEmergencies } from '../../../src/model/phases/avoided-emergencies.ts';
import { classOfEmergency } from '../../../src/model/phases/emergency-care.ts';
import { enrolment } from '../../../src/model/phases/enrolment.ts';
import type { World } from '../../../src/model/world.ts';
import { SYSTEMS_OF_HOSPITALS } from '../bodies.ts';
import { run, smallInput, smallWorld } from '../world.ts';

/** Practices 0 and 1 have been served for years by a body that keeps its people well, 2 and 3 by none. */
function afterYears(): World {
  const world = smallWorld({ people: 1000, set: SYSTEMS_OF_HOSPITALS });
  world.structure.founded[1] = 0;
  world.structure.holdsBudget[1] = 1;
  world.structure.bodyOfPractice.set([1, 1, -1, -1]);
  world.will.level[leverIndex('prevention')]![1] = 2;
  return years(world, 6);
}

function years(world: World, count: number): World {
  for (let week = 0; week < 52 * count; week++) spendOnPrevention(world);
  return world;
}

describe('prevention by a body', () => {
  it('stays with the people when the body is closed, and fades as it came', () => {
    const world = afterYears();
    const kept = preventionFactor(world, 0);
    const { sensitiveElasticity, lagYears } = world.settings.prevention;
    expect(kept).toBeCloseTo(2 ** (-sensitiveElasticity * (1 - Math.exp(-6 / lagYears))), 3);
    expect(preventionFactor(world, 2)).toBe(1);
    world.structure.bodyOfPractice.fill(-1);
    world.structure.founded[1] = -1;
    expect(preventionFactor(world, 0)).toBe(kept);
    years(world, lagYears);
    expect(Math.log(preventionFactor(world, 0)) / Math.log(kept)).toBeCloseTo(Math.exp(-1), 2);
  });

  it('comes to people whom the body takes over in its own time, and those it had before keep theirs', () => {
    const world = afterYears();
    const kept = preventionFactor(world, 0);
    world.structure.bodyOfPractice.fill(1);
    expect(preventionFactor(world, 2)).toBe(1);
    years(world, 1);
    expect(preventionFactor(world, 2)).toBeLessThan(1);
    expect(preventionFactor(world, 2)).toBeGreaterThan(preventionFactor(world, 0));
    expect(preventionFactor(world, 0)).toBeLessThan(kept);
  });
});

describe('emergencies of people who have been kept well', () => {
  const STOCK = 0.5;

  /** Who of a whole place, were they all to have an emergency this week, would have one all the same. */
  function emergenciesOf(engine: Engine, stock: number): { world: World; kept: Set<number> } {
    const world = createWorld(smallInput({ people: 4000, set: SYSTEMS_OF_HOSPITALS }), engine);
    world.will.preventionStock.fill(stock);
    // As the week draws them: more than happen, by a margin.
    const { emergencies } = world.lists;
    const count = Math.min(emergencies.slots.length, world.people.initial);
    for (let i = 0; i < count; i++) emergencies.slots[i] = i;
    emergencies.count = count;
    avoidEmergencies(world);
    return { world, kept: new Set(emergencies.slots.subarray(0, emergencies.count)) };
  }

  it.each(['typescript', 'wasm'] as const)(
    'fall by what prevention is worth, the avoidable ones only: %s',
    (engine) => {
      const plain = emergenciesOf(engine, 0);
      const { world, kept } = emergenciesOf(engine, STOCK);
      const factor = preventionFactor(world, 0);
      expect(factor).toBeCloseTo(Math.exp(-world.settings.prevention.sensitiveElasticity * STOCK), 12);
      expect(factor).toBeLessThan(1);
      const sensitive = [...plain.kept].filter(
        (i) => classOfEmergency(world, i) === RT.emergency_ambulatory_sensitive,
      );
      const avoided = [...plain.kept].filter((i) => !kept.has(i));
      for (const i of kept) expect(plain.kept.has(i)).toBe(true);
      for (const i of avoided) expect(sensitive).toContain(i);
      expect(avoided.length / sensitive.length).toBeGreaterThan((1 - factor) / 2);
      expect(avoided.length / sensitive.length).toBeLessThan((1 - factor) * 1.5);
    },
  );
});

describe('a fine for a refusal that is found', () => {
  it('grows with the money of the area, as the fines that a body expects do', () => {
    const set: SettingValues = {
      ...SYSTEMS_OF_HOSPITALS,
      'provision.form': 'virtual',
      'provision.led': 'practices',
      'choice.reviewRate': 0.9,
      'riskAdjustment.formula': 'age-sex',
      'entitlement.openEnrolment': true,
      'entitlement.enforcement': 1,
    };
    const parameters = { group_of_practices_people: 600, selection_reference: 0.5, system_inertia: 0 };
    const charged = [1, 1.5].map((growth) => {
      const world = smallWorld({
        people: 3000,
        weeks: 60,
        set,
        parameters,
      });
      run(world, 8);
      world.books.allocation[0]! *= growth;
      const fines = world.books.bodyYear[BT.fines]!;
      const treasury = world.ledger.balance[world.ledger.accounts.treasury]!;
      for (let week = 0; week < 26; week++, world.week++) enrolment(world);
      const pence = world.books.bodyYear[BT.fines]! - fines;
      expect(world.ledger.balance[world.ledger.accounts.treasury]! - treasury).toBe(pence);
      return pence;
    });
    expect(charged[0]).toBeGreaterThan(0);
    expect(charged[1]! / charged[0]!).toBeCloseTo(1.5, 9);
  });
});
