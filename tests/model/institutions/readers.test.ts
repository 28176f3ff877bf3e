import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { syntheticPlace } from '../../../src/lab/place/index.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { cellsOf, PARTS } from '../../../src/model/institutions/in-force.ts';
import type { Institutions } from '../../../src/model/institutions/institutions.ts';
import type { Reader } from '../../../src/model/institutions/readers.ts';
import {
  SETTINGS,
  type Setting,
  type SettingValue,
  type SettingValues,
  settingsOf,
  withSettings,
} from '../../../src/model/institutions/settings.ts';
import { isNobody, readersAmong, standingIn } from '../../../src/model/institutions/standing.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';
import type { RunInput } from '../../../src/model/run-input.ts';
import type { World } from '../../../src/model/world.ts';
import { ONE_BODY, SYSTEMS_OF_PRACTICES } from '../bodies.ts';
import { run, smallInput } from '../world.ts';

/**
 * What is said of who reads a setting is held against what is read: once by watching every look at the institutions in
 * force, and once by changing all that nobody in a part is said to read.
 */

/** To the failures after the second year. */
const WEEKS = 115;
/** As much as can be looked at beside one another. */
const BUSY: SettingValues = {
  'payment.emergencyMarginalRate': 0.3,
  'payment.marginalRateBaseline': 'fixedYear',
  'payment.followUpCap': 0.8,
  'waitingList.order': 'by-payer',
  'entitlement.guaranteedMaximumWeeks': 6,
  'entitlement.package': 'core-and-local',
  'governance.failureRegime': 'merger',
  'governance.clinicalGovernance': 1,
  'provision.communitySpecialistsPer100k': 5,
  'programme.communityClinics': 0.5,
  'programme.demandManagement': 0.5,
};
const BLOCK: SettingValues = {
  'payment.elective': 'block',
  'payment.emergency': 'block',
  'payment.outpatient': 'block',
  'payment.accidentAndEmergency': 'block',
};
const POOR = { administration_deficit_share: 0.02, cost_inflation_per_year: 0.06 };
const WORLDS: readonly (readonly [SettingValues, Readonly<Record<string, number>>])[] = [
  [BUSY, POOR],
  [{ ...BUSY, ...BLOCK }, { political_shocks_per_year: 4 }],
  [{ 'payment.priceFreedom': 'local' }, {}],
  [{ 'payment.priceFreedom': 'negotiated' }, {}],
  [{ ...ONE_BODY, ...BUSY }, {}],
  [{ ...ONE_BODY, ...BUSY, 'provision.trust': false }, {}],
  [{ ...SYSTEMS_OF_PRACTICES, ...BUSY, 'choice.enrolment': 'person', 'entitlement.openEnrolment': true }, {}],
  [
    { ...SYSTEMS_OF_PRACTICES, ...BUSY, ...BLOCK, 'governance.failureRegime': 'administration' },
    { ...POOR, administration_deficit_share: 0 },
  ],
  [{ 'budget.holder': 'practices', 'budget.salience': 'hard', 'rollout.by': 'decree' }, {}],
  [
    {
      'budget.holder': 'consortia',
      'rollout.by': 'readiness',
      'rollout.solvent': true,
      'rollout.developmentPoundsPerHead': 2,
      'payment.longTermConditions': 'programme',
    },
    {},
  ],
  [{ ...ONE_BODY, 'rollout.by': 'waves' }, {}],
  [{ ...ONE_BODY, 'rollout.by': 'organic' }, {}],
  [{ ...ONE_BODY, 'rollout.by': 'stubborn' }, {}],
];

describe('the readers of settings', () => {
  it('are those who look at them', () => {
    const looked = new Map<string, Set<Reader>>();
    for (const [set, parameters] of WORLDS) run(watched(set, parameters, looked), WEEKS);
    const seen = SETTINGS.map(({ path }) => [path, [...(looked.get(path) ?? [])].toSorted()]);
    // What holds for the nation is asked of its commissioners.
    const said = SETTINGS.map(({ path, readers }) => [
      path,
      [...new Set(readers.map((reader) => (reader === 'nation' ? 'commissioner' : reader)))].toSorted(),
    ]);
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(said));
  });

  it.each([
    ['buyers and providers apart', {}, false],
    ['a body', ONE_BODY, true],
  ] as const)(
    'are all there are: with %s, what nobody in a part reads changes nothing',
    (_what, set, bodies) => {
      const first = withSettings(REGIMES[0]!.institutions, set);
      const place = syntheticPlace({ people: 2500, practices: 4, trusts: 2, rural: 0.45, seed: 'parts' });
      const cells = cellsOf(place, 0);
      // Trusts and the primary care trust count as urban; there are practices in the country.
      const rural = standingIn(place, cells, PARTS - 1);
      expect([rural.practices > 0, rural.commissioners, rural.trusts]).toEqual([true, [], []]);
      const unread = SETTINGS.filter(({ readers }) => isNobody(readersAmong(rural, readers, bodies)));
      expect(unread.length).toBeGreaterThan(20);
      const others = Object.fromEntries(
        unread.flatMap((setting) => {
          const value = otherValue(setting, settingsOf(first)[setting.path]!);
          return value === undefined ? [] : [[setting.path, value]];
        }),
      );
      const end = (part: SettingValues): World =>
        run(createWorld(inputOf(place, first, withSettings(first, part))), 60);
      const usual = end({});
      const changed = end(others);
      expect(changed.ledger.balance).toEqual(usual.ledger.balance);
      expect(changed.people.bytes).toEqual(usual.people.bytes);
      expect(changed.journal).toEqual(usual.journal);
      // A setting that practices read is no such thing.
      const read = end({ 'programme.caseManagement': 1 });
      expect(read.ledger.balance).not.toEqual(usual.ledger.balance);
    },
  );
});

/** From week 26 on the country has institutions of its own. */
function inputOf(place: RunInput['place'], first: Institutions, rural: Institutions): RunInput {
  const input = smallInput({ weeks: 60 });
  const start = { ...input.institutions[0]!, institutions: first };
  const overrides = [{ part: 'rural' as const, commissioner: null, institutions: rural }];
  return { ...input, place, institutions: [start, { ...start, week: 26, overrides }] };
}

/**
 * A world of two areas in which each kind of organisation has a cell of its own, so that whose institutions are looked
 * at says who looks.
 */
function watched(
  set: SettingValues,
  parameters: Readonly<Record<string, number>>,
  looked: Map<string, Set<Reader>>,
): World {
  const input = smallInput({
    weeks: 110,
    set,
    parameters: { group_of_practices_people: 400, ...parameters },
  });
  const place = syntheticPlace({
    people: 1200,
    practices: 4,
    trusts: 2,
    commissioners: 2,
    zones: 6,
    rural: 0.5,
    seed: 'readers',
  });
  const world = createWorld({ ...input, place });
  const WHO: readonly Reader[] = ['practice', 'trust', 'commissioner', 'body'];
  const raw = structuredClone(world.inForce) as Institutions[];
  world.inForce = Object.assign(
    raw.map((institutions, cell) => lookedAt(institutions, WHO[cell % WHO.length]!, looked)),
    // Whether anybody anywhere has a setting is asked by nobody.
    { some: raw.some.bind(raw), [Symbol.iterator]: raw[Symbol.iterator].bind(raw) },
  );
  world.cells.ofPractice.fill(0);
  world.cells.ofProvider.fill(1);
  world.cells.ofCommissioner.fill(2);
  const ofBody = world.cells.ofBody.fill(3);
  // A body that is founded is given the cell of a practice.
  const apart = new Proxy(ofBody, {
    get: (cells, key) => Reflect.get(cells, key, cells),
    set: (cells, key, cell: number) => Reflect.set(cells, key, cell < 4 ? 3 : 7, cells),
  });
  return Object.assign(world, { cells: { ...world.cells, ofBody: apart } });
}

/** Payers and providers are asked whether these are new, which ends old plans, and not what they are. */
const TERMS = ['budget.holder', 'provision.form'];

/** Institutions that note who looks at which setting; a copy of all of them is no look. */
function lookedAt(institutions: Institutions, who: Reader, looked: Map<string, Set<Reader>>): Institutions {
  return Object.fromEntries(
    Object.entries(institutions).map(([name, settings]) => {
      let copied = 0;
      const watch = new Proxy(settings as object, {
        ownKeys: (all) => {
          copied = Reflect.ownKeys(all).length;
          return Reflect.ownKeys(all);
        },
        get: (all, key) => {
          if (copied > 0) copied--;
          else if (typeof key === 'string' && !(who !== 'practice' && TERMS.includes(`${name}.${key}`))) {
            const path = `${name}.${key}`;
            looked.set(path, (looked.get(path) ?? new Set()).add(who));
          }
          return Reflect.get(all, key);
        },
      });
      return [name, watch];
    }),
  ) as unknown as Institutions;
}

/** Another value that a setting may have; undefined = there is none. */
function otherValue({ schema }: Setting, value: SettingValue): SettingValue | undefined {
  if (schema instanceof z.ZodBoolean) return value !== true;
  if (schema instanceof z.ZodEnum) return (schema.options as string[]).find((option) => option !== value);
  const { minValue: low, maxValue: high } = schema as unknown as z.ZodNumber;
  return (value as number) > (low! + high!) / 2 ? low! : high!;
}
