import { describe, expect, it } from 'vitest';
import { syntheticPlace } from '../../../src/lab/place/index.ts';
import {
  decideLocalExtras,
  isOutsidePackage,
  packageLimit,
  paidAtThreshold,
  paidOfListed,
  renewPackages,
} from '../../../src/model/behaviour/commissioner/package.ts';
import { renewReferralThresholds } from '../../../src/model/behaviour/referral-threshold.ts';
import { moveLever, perceive } from '../../../src/model/behaviour/will/adapt.ts';
import type { PayOff } from '../../../src/model/behaviour/will/lever.ts';
import { LEVERS, leverIndex } from '../../../src/model/behaviour/will/levers.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { defaultParameterValues } from '../../../src/model/evidence/parameters.ts';
import { type SettingValues, settingsOf } from '../../../src/model/institutions/settings.ts';
import { RT } from '../../../src/model/metrics/tallies.ts';
import { SPECIALTIES } from '../../../src/model/place.ts';
import { CLOCK_OFFSET, LIFE, STAGE, STAGE_MASK, severityOf } from '../../../src/model/population/people.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';
import { tick } from '../../../src/model/simulate.ts';
import { CATEGORY, type World } from '../../../src/model/world.ts';
import { bookCopy } from '../../../src/testing/book-copy.ts';
import { counted as countedSoFar } from '../../../src/testing/counted.ts';
import { runChecked } from '../../../src/testing/run-checked.ts';
import { differingParts } from '../../../src/testing/state-parts.ts';
import { run, smallInput, smallWorld } from '../world.ts';

const PRESETS = ['purchaser-provider-split', 'heft-decreed'];
const CARDIOLOGY = SPECIALTIES.indexOf('cardiology');
const EYES = SPECIALTIES.indexOf('ophthalmology');

/** A package that leaves out a good part, so that a small place shows it. */
const parameters = { package_outside_share: 0.3 };

function settings(preset: string, bought: string, more: SettingValues = {}): SettingValues {
  const { institutions } = REGIMES.find(({ id }) => id === preset)!;
  return { ...settingsOf(institutions), 'entitlement.package': bought, ...more };
}

function worldWith(preset: string, bought: string, more: SettingValues = {}): World {
  return smallWorld({ people: 3000, set: settings(preset, bought, more), parameters });
}

/** A count of residents since the run began. */
function counted(world: World, what: number): number {
  return countedSoFar(world).residents[what]!;
}

/** Share of those a GP refers whose severity is at least a threshold. */
function shareFrom({ tables }: World, threshold: number): number {
  let below = 0;
  tables.referredCumulative.forEach((share, byte) => {
    if (severityOf(byte) < threshold) below = share;
  });
  return 1 - below;
}

describe.each(PRESETS)('a package of operations under %s', (preset) => {
  it('leaves out nothing where it is comprehensive', () => {
    const world = run(worldWith(preset, 'comprehensive'), 30);
    expect(world.books.packageFrom.every((limit) => limit === 0)).toBe(true);
    expect(counted(world, RT.operations_refused)).toBe(0);
    expect(paidAtThreshold(world, EYES)).toBe(1);
  });

  it('leaves out the least severe of those listed, and nobody in specialties without listed treatments', () => {
    const world = run(worldWith(preset, 'core'), 1);
    const { books, tables } = world;
    const norm = tables.conversionThreshold[EYES]!;
    const limit = books.packageFrom[EYES]!;
    expect(limit).toBeGreaterThan(norm);
    // Severity has steps of a 256th; here one is about 2% of those listed.
    const left = shareFrom(world, limit) / shareFrom(world, norm);
    expect(Math.abs(left - 0.7)).toBeLessThan(0.03);
    expect(books.packageFrom[CARDIOLOGY]).toBe(0);
    for (let g = 0; g < world.place.practices.count; g++)
      expect(books.packageFrom[g * SPECIALTIES.length + EYES]).toBe(limit);
  });

  it('makes consultants refuse, keeps the need and operates on fewer', () => {
    const all = run(worldWith(preset, 'comprehensive'), 51);
    const world = run(worldWith(preset, 'core'), 51);
    const refused = counted(world, RT.operations_refused);
    expect(refused).toBeGreaterThan(10);
    expect(counted(world, RT.elective_admissions)).toBeLessThan(counted(all, RT.elective_admissions));
    /** People whom general practice keeps with a need that the core leaves out. */
    const keptOutside = ({ people }: World): number => {
      let kept = 0;
      for (let i = 0; i < people.capacity; i++) {
        if (people.life(i) !== LIFE.present || (people.pathway(i) & STAGE_MASK) !== STAGE.kept) continue;
        const s = (people.pathway(i) >> 3) & 7;
        if (severityOf(people.severity(i)) < world.books.packageFrom[s]!) kept++;
      }
      return kept;
    };
    expect(keptOutside(world)).toBeGreaterThan(keptOutside(all) + 10);
  });

  it('operates on nobody outside it who was referred under it', () => {
    const set = settings(preset, 'core', { 'programme.communityClinics': 0.3 });
    const world = smallWorld({ people: 3000, set, parameters });
    const book = bookCopy(world.person);
    const operated: boolean[] = [];
    const treat: typeof book.treat = (i, week, admitted) => {
      const s = (world.people.pathway(i) >> 3) & 7;
      if (admitted && world.people.clock(i) >= CLOCK_OFFSET) operated.push(isOutsidePackage(world, i, s));
      book.treat(i, week, admitted);
    };
    run({ ...world, person: { ...book, treat } }, 51);
    expect(operated.length).toBeGreaterThan(50);
    expect(operated).not.toContain(true);
  });

  it('keeps every law of the model', () => {
    const input = smallInput({
      people: 1500,
      weeks: 60,
      set: settings(preset, 'core-and-local'),
      parameters,
    });
    expect(() => runChecked(input)).not.toThrow();
  });

  it('is the same in both engines', () => {
    const more = { 'entitlement.guaranteedMaximumWeeks': 12, 'programme.communityClinics': 0.3 };
    const set = settings(preset, 'core-and-local', more);
    const input = smallInput({ people: 3000, weeks: 60, set, parameters });
    const wasm = createWorld(input, 'wasm', 1024);
    const typescript = createWorld(input, 'typescript');
    for (let week = 0; week < 60; week++) {
      tick(wasm, 1024);
      tick(typescript);
    }
    expect(differingParts(wasm, typescript)).toEqual([]);
    expect(counted(wasm, RT.operations_refused)).toBeGreaterThan(0);
  });

  it('is felt neither by practices nor by trusts as money for operations that nobody pays for', () => {
    const world = run(worldWith(preset, 'core'), 1);
    expect(world.books.listedFrom[EYES]).toBe(world.books.packageFrom[EYES]);
    // The area's own people bring nothing at the threshold; what is left is from elsewhere.
    const trade = world.will.trade[0]!;
    expect(trade).toBeGreaterThan(0);
    expect(paidAtThreshold(world, EYES)).toBeCloseTo(1 - trade);
    expect(paidAtThreshold(world, CARDIOLOGY)).toBe(1);
    // A trust stricter than the package leaves nobody for it to refuse.
    world.books.conversionThreshold[EYES] = 0.99;
    expect(paidAtThreshold(world, EYES)).toBe(1);
  });
});

describe('a threshold of admission under a core', () => {
  const CONVERSION = leverIndex('conversion_threshold');
  const lever = LEVERS[CONVERSION]!;

  /** Where a list of thirty weeks relieves the target and nobody comes from elsewhere. */
  function pressed(bought: string): World {
    const world = run(worldWith('purchaser-provider-split', bought), 1);
    world.will.theatreWait.fill(30);
    world.will.trade.fill(0);
    // All that the first trust does is for the first area.
    world.will.trade[0] = 1;
    return world;
  }

  function payOff(world: World): PayOff {
    const into: PayOff = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
    perceive(lever, world, 0, into);
    return into;
  }

  it('is felt for those who are operated on, as if there were no others', () => {
    const core = pressed('core');
    const all = pressed('comprehensive');
    for (let s = 0; s < SPECIALTIES.length; s++)
      if (core.will.packageOfArea[s]! > 0) all.books.electiveSlots[s] = 0;
    expect(payOff(core).targets).toBeGreaterThan(0.1);
    expect(payOff(core)).toEqual(payOff(all));
  });

  it('moves a trust only as far as those matter to it: the others keep to the norm', () => {
    const core = pressed('core');
    const { electiveSlots } = core.books;
    let all = 0;
    let listed = 0;
    for (let s = 0; s < SPECIALTIES.length; s++) {
      all += electiveSlots[s]!;
      if (core.will.packageOfArea[s] === 0) listed += electiveSlots[s]!;
    }
    expect(lever.stake!(core, 0)).toBeCloseTo(listed / all, 9);
    expect(lever.stake!(core, 0)).toBeLessThan(0.6);
    expect(lever.stake!(pressed('comprehensive'), 0)).toBe(1);
    core.will.level[CONVERSION]![0] = 1;
    moveLever(core, CONVERSION, () => 1);
    const record = core.will.record[CONVERSION]!;
    const { altruism, ownCash, jointCash, targets } = payOff(core);
    const { d0 } = core.settings.levers[CONVERSION]!;
    // At its norm the anchor does not pull.
    const marginal = (altruism + ownCash + jointCash + targets - d0) * lever.stake!(core, 0);
    expect(record[6]).toBeCloseTo(marginal, 9);
  });

  it('rests where a trust has nobody at the threshold whom the package has', () => {
    const world = pressed('core');
    expect(lever.acts(world, 0)).toBe(true);
    for (let s = 0; s < SPECIALTIES.length; s++)
      if (world.will.packageOfArea[s] === 0) world.books.electiveSlots[s] = 0;
    expect(lever.acts(world, 0)).toBe(false);
  });

  it('is about where it is without, and so is who is listed in specialties that a core leaves alone', () => {
    const [all, core] = ['comprehensive', 'core'].map((bought) =>
      run(smallWorld({ people: 8000, set: settings('purchaser-provider-split', bought) }), 66),
    );
    const threshold = (world: World): number => world.will.level[CONVERSION]![0]!;
    expect(Math.abs(threshold(core!) - threshold(all!))).toBeLessThan(0.05);
    const listed = (world: World): number => world.books.conversionShare[CARDIOLOGY]!;
    expect(Math.abs(listed(core!) / listed(all!) - 1)).toBeLessThan(0.03);
  });

  it('and what an operation that is left out would bring is no reason for a clinic or a first visit', () => {
    const world = pressed('core');
    const { books } = world;
    expect(paidOfListed(world, CARDIOLOGY)).toBe(1);
    expect(Math.abs(paidOfListed(world, EYES) - 0.7)).toBeLessThan(0.03);
    world.will.trade[0] = 0.5;
    expect(Math.abs(paidOfListed(world, EYES) - 0.85)).toBeLessThan(0.015);
    books.conversionThreshold[EYES] = 0.99;
    expect(paidOfListed(world, EYES)).toBe(1);

    const clinics = LEVERS[leverIndex('outpatient_capacity')]!;
    const cash = (bought: string): number => {
      const one = pressed(bought);
      one.will.theatreWaitProjected.fill(0);
      one.will.clinicWaitProjected.fill(10);
      const into: PayOff = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
      perceive(clinics, one, EYES, into);
      return into.ownCash;
    };
    expect(cash('core')).toBeLessThan(cash('comprehensive'));
  });
});

describe('two areas under one list', () => {
  it('have the same core, whatever their money; local extras are those of who can pay', () => {
    const place = syntheticPlace({
      people: 4000,
      practices: 6,
      trusts: 2,
      rural: 0.5,
      commissioners: 2,
      seed: 'two',
    });
    const limits = (bought: string): readonly [number, number] => {
      const input = {
        ...smallInput({
          set: settings('purchaser-provider-split', bought),
          parameters: { ...parameters, board_memory_years: 1 / 4 },
        }),
        place,
      };
      const world = run(createWorld(input), 1);
      const { books } = world;
      books.activityLastYear.fill(100_000);
      books.held.set([1_000_000, -1_000_000]);
      decideLocalExtras(world);
      renewPackages(world);
      const of = (c: number): number =>
        books.packageFrom[place.practices.commissioner.indexOf(c) * SPECIALTIES.length + EYES]!;
      return [of(0), of(1)];
    };
    const [rich, poor] = limits('core');
    expect(rich).toBe(poor);
    expect(limits('core-and-local')).toEqual([0, poor]);
  });
});

describe.each(PRESETS)('local extras under %s', (preset) => {
  /** The purchaser of the first practice, with last year's admissions at a million pence and what it kept as said. */
  function withKept(
    kept: number,
    bought = 'core-and-local',
    owed = 0,
    step = 1,
  ): { world: World; p: number } {
    const set = settings(preset, bought);
    const world = run(
      smallWorld({ people: 3000, set, parameters: { ...parameters, board_memory_years: 1 / (4 * step) } }),
      1,
    );
    const { books, structure, place } = world;
    const p = structure.purchaserOfPractice[0]!;
    const H = place.providers.count;
    const purchasers = books.held.length;
    books.activityLastYear.fill(0);
    books.activityLastYear[(CATEGORY.elective * purchasers + p) * H] = 700_000;
    books.held.fill(0);
    books.debt.fill(0);
    books.retained.fill(0);
    books.held[p] = kept;
    books.debt[p] = owed;
    decideLocalExtras(world);
    renewPackages(world);
    return { world, p };
  }

  it('are, at once, as much as what was kept pays for: 300,000 would buy all that 700,000 for the other 70% left out', () => {
    const half = withKept(150_000);
    expect(half.world.will.localExtras[half.p]).toBeCloseTo(0.5);
    const all = withKept(900_000);
    expect(all.world.will.localExtras[all.p]).toBe(1);
    const none = withKept(-1);
    expect(none.world.will.localExtras[none.p]).toBe(0);
    const borrowed = withKept(150_000, 'core-and-local', 150_000);
    expect(borrowed.world.will.localExtras[borrowed.p]).toBe(0);
  });

  it('are paid out of the purse of the whole body where there is one, its hospitals’ included', () => {
    const { world, p } = withKept(150_000);
    const owned = world.structure.bodyOfProvider[0]! >= 0;
    expect(owned).toBe(preset === 'heft-decreed');
    world.books.retained[0] = -150_000;
    decideLocalExtras(world);
    // At extras of a half last year's bill would have held half of what is outside.
    const cost = (0.3 * 700_000) / (1 - 0.3 * 0.5);
    expect(world.will.localExtras[p]).toBeCloseTo(owned ? 0 : 150_000 / cost);
  });

  it('move the limit of the package down, to nothing where all is added', () => {
    const limit = (kept: number): number => withKept(kept).world.books.packageFrom[EYES]!;
    expect(limit(900_000)).toBe(0);
    expect(limit(150_000)).toBeLessThan(limit(0));
    expect(limit(150_000)).toBe(packageLimit(withKept(0).world, EYES, 0.5));
    renewReferralThresholds(withKept(900_000).world);
  });

  it('are nobody’s where the package is common, whatever was kept, and the journal says what changed', () => {
    const common = withKept(900_000, 'core');
    expect(common.world.will.localExtras[common.p]).toBe(0);
    const { world } = withKept(150_000);
    const told = world.journal.filter(({ kind }) => kind === 'local extras');
    expect(told).toHaveLength(1);
    expect(told[0]!.description).toContain('50%');
  });

  it('settle, where the plan takes up last year’s bill: what is given at once comes and goes', () => {
    /** Eight years in which a purse is short by what extras cost over the year before, which its plan knew. */
    const years = (step: number): number[] => {
      const { world, p } = withKept(0, 'core-and-local', 0, step);
      const outside = 300_000;
      world.books.held[p] = 200_000;
      return Array.from({ length: 8 }, () => {
        const before = world.will.localExtras[p]!;
        decideLocalExtras(world);
        const now = world.will.localExtras[p]!;
        const bill = (CATEGORY.elective * world.books.held.length + p) * world.place.providers.count;
        world.books.activityLastYear[bill] = 700_000 + outside * now;
        world.books.held[p]! -= outside * (now - before);
        return now;
      });
    };
    const swings = (of: number[]): number => Math.abs(of[7]! - of[6]!);
    const atOnce = years(1);
    expect(swings(atOnce)).toBeCloseTo(2 / 3);
    const inPart = years(1 / (4 * defaultParameterValues().board_memory_years!));
    expect(swings(inPart)).toBeLessThan(0.005);
    expect(inPart[7]).toBeGreaterThan(0.1);
  });
});
