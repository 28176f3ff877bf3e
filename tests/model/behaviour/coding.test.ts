import { describe, expect, it } from 'vitest';
import {
  auditedShare,
  auditStrength,
  codingDrift,
  codingFactorOf,
} from '../../../src/model/behaviour/hospital/coding.ts';
import { perceive } from '../../../src/model/behaviour/will/adapt.ts';
import type { PayOff } from '../../../src/model/behaviour/will/lever.ts';
import { LEVERS, leverIndex } from '../../../src/model/behaviour/will/levers.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import type { World } from '../../../src/model/world.ts';
import { run, type SmallWorld, smallWorld } from '../world.ts';

const BLOCK: SettingValues = {
  'payment.elective': 'block',
  'payment.emergency': 'block',
  'payment.blockCorridor': 0,
};
const LEVER = leverIndex('coding');

function world(set: SettingValues = {}): World {
  const made = smallWorld({ people: 1000, set, parameters: { plan_shortfall_share: 0 } });
  made.will.emergenciesAYear.fill(1000);
  made.will.turnover.fill(3_000_000);
  return made;
}

function payOff(of: World): PayOff {
  const into: PayOff = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
  perceive(LEVERS[LEVER]!, of, 0, into);
  return into;
}

describe('what a trust gains from coding more deeply', () => {
  it('is the price by case, less what audit finds; under a block nothing', () => {
    expect(payOff(world())).toEqual({
      altruism: 0,
      ownCash: expect.closeTo(0.9, 9),
      jointCash: 0,
      targets: 0,
    });
    expect(payOff(world(BLOCK)).ownCash).toBeCloseTo(0, 9);
    expect(payOff(world({ ...BLOCK, 'payment.emergency': 'tariff' })).ownCash).toBeGreaterThan(0.1);
  });

  it('is found by those who pay by case, and by nobody else', () => {
    // A block that pays for all that is done beyond it is no case to audit.
    const blocks = { ...BLOCK, 'payment.blockCorridor': 1 };
    expect(payOff(world(blocks)).ownCash).toBeCloseTo(1, 9);
    const mixed = world({ ...blocks, 'payment.emergency': 'tariff' });
    mixed.will.emergenciesAYear.fill(20);
    expect(payOff(mixed).ownCash).toBeGreaterThan(0.91);
    expect(payOff(mixed).ownCash).toBeLessThan(0.99);
  });

  it('is more where commissioners are unskilled, and less the further coding has drifted', () => {
    const unskilled = world();
    unskilled.will.skill.fill(0);
    expect(payOff(unskilled).ownCash).toBeCloseTo(1, 9);
    const drifted = world();
    drifted.will.level[LEVER]![0] = 2;
    // 1 - .1 (1 + 2 * .0625 ln 2 / .05)
    expect(payOff(drifted).ownCash).toBeCloseTo(0.9 - 0.2 * ((0.0625 * Math.LN2) / 0.05), 9);
  });

  it('rises with prices where costs stay', () => {
    const dear = world();
    dear.books.priceLevel *= 1.1;
    for (let n = 0; n < dear.books.pricePence.length; n++) dear.books.pricePence[n]! *= 1.1;
    expect(payOff(dear).ownCash / payOff(world()).ownCash).toBeCloseTo(1.1, 6);
  });
});

describe('what audit takes back', () => {
  it('is nothing at the reference, a part of the drift below it, and grows faster above it', () => {
    const audited = world();
    expect(auditedShare(audited, 0, auditStrength(audited, 0))).toBe(0);
    expect(codingFactorOf(audited, 0)).toBe(1);
    const drift = 0.0625;
    audited.will.level[LEVER]!.set([Math.E, 1 / Math.E]);
    expect([codingDrift(audited, 0), codingDrift(audited, 1)]).toEqual([
      expect.closeTo(drift, 9),
      expect.closeTo(-drift, 9),
    ]);
    expect(auditedShare(audited, 0, auditStrength(audited, 0))).toBeCloseTo(
      0.1 * 0.3 * (drift + drift ** 2 / 0.05),
      9,
    );
    expect(auditedShare(audited, 1, auditStrength(audited, -1))).toBeCloseTo(-0.1 * 0.3 * drift, 9);
  });
});

describe('a trust that codes more deeply for the same patients', () => {
  const spec: SmallWorld = { people: 2000, weeks: 100, set: { 'planning.organisationsAct': false } };
  const coded = (set: SettingValues): readonly [World, World] => {
    const worlds = [1, 1.5].map((level) => {
      const made = smallWorld({ ...spec, set: { ...spec.set, ...set } });
      made.will.level[LEVER]!.fill(level);
      return run(made, 45);
    });
    return [worlds[0]!, worlds[1]!];
  };

  it('earns more by case, at the same cost, and not more than its admissions are recorded at', () => {
    const [plain, deep] = coded({});
    for (const h of [0, 1]) {
      const more = deep.books.incomeYear[h]! / plain.books.incomeYear[h]!;
      expect(more).toBeGreaterThan(1.001);
      expect(more).toBeLessThan(codingFactorOf(deep, h));
      // Rounding to whole pence, line by line.
      expect(deep.books.costYear[h]! / plain.books.costYear[h]!).toBeCloseTo(1, 4);
    }
    expect(deep.books.servedAdmission).toEqual(plain.books.servedAdmission);
  });
});

describe('in a run', () => {
  it('coding falls where a block takes the place of the tariff', () => {
    const [tariff, block] = [{}, BLOCK].map((set) =>
      run(smallWorld({ people: 2000, switches: { 52: set } }), 140),
    );
    for (const h of [0, 1]) expect(codingDrift(block!, h)).toBeLessThan(codingDrift(tariff!, h) - 0.001);
  });
});
