import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createWorld } from '../../../src/model/create-world.ts';
import {
  SETTINGS,
  type SettingValue,
  type SettingValues,
  settingsOf,
} from '../../../src/model/institutions/settings.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallInput } from '../world.ts';

/**
 * A setting that nothing reads would be a promise not kept. Under two presets, each setting is given another value after
 * a year, and within a year and a half something must differ: people, books, money or what organisations want. Both
 * runs have the same settings but for that one.
 */
const FROM = 52;
const QUARTER = 13;
const QUARTERS = 6;

/** What else must hold for a setting to matter: settings and parameters that go with it. */
interface Context {
  readonly set?: SettingValues;
  readonly parameters?: Readonly<Record<string, number>>;
  /** Value compared with that of the preset. */
  readonly other?: SettingValue;
}

/** A setting with one allowed value only cannot be changed: community services are paid by block and by nothing else. */
const SINGLE = ['payment.community'];

/** One body of commissioner, trusts and community services, founded at once. */
const BODY: SettingValues = {
  'budget.holder': 'organisation',
  'provision.form': 'vertical',
  'provision.led': 'commissioner',
  'provision.trust': true,
  'provision.community': true,
  'rollout.by': 'decree',
};
/** The same without trusts: it buys all hospital care. */
const BUYER: SettingValues = { ...BODY, 'provision.trust': false };
/** Two bodies that people choose between, with the money that comes with them. */
const SYSTEMS: SettingValues = {
  ...BODY,
  'provision.led': 'practices',
  'provision.practices': true,
  'choice.of': 'system',
  'choice.reviewRate': 0.5,
  'riskAdjustment.formula': 'person',
  'riskAdjustment.income': 'dowry',
  'entitlement.openEnrolment': true,
};
/** Groups of practices that take over as they become ready. */
const READINESS: SettingValues = {
  'budget.holder': 'consortia',
  'provision.form': 'separate',
  'rollout.by': 'readiness',
  'rollout.firstShare': 0,
  'rollout.mandated': true,
};

const CONTEXT: Readonly<Record<string, Context>> = {
  // A list is called by payer only where payers bring different shares of the price.
  'waitingList.order': {
    set: { ...SYSTEMS, 'payment.internalBudgetFollowsActivity': 1, 'payment.outsiderRate': 0 },
  },
  // To choose a system takes several; see `choice.reviewRate`.
  'choice.of': { other: 'none' },
  'choice.steering': { set: SYSTEMS },
  'choice.reviewRate': { set: SYSTEMS },
  'entitlement.openEnrolment': { set: SYSTEMS },
  'entitlement.enforcement': { set: SYSTEMS },
  'riskAdjustment.formula': { set: SYSTEMS },
  'riskAdjustment.income': { set: SYSTEMS },
  'governance.charter': { set: { 'entitlement.guaranteedMaximumWeeks': 6 } },
  // It guards a budget that would fall.
  'governance.publicHealthReview': { parameters: { altruism_commissioner: 0.25 } },
  'governance.seatsHospital': { set: BODY },
  'governance.seatsGeneralPractice': { set: BODY },
  'governance.seatsCommunity': { set: BODY },
  'governance.seatsPublicHealth': { set: BODY },
  'governance.seatsCitizens': { set: BODY },
  'governance.turnout': { set: { ...BODY, 'governance.seatsCitizens': 1 } },
  'payment.activityAbovePlanPaid': { set: BUYER },
  'payment.emergencyMarginalRate': { set: BUYER },
  'payment.marginalRateBothWays': { set: { ...BUYER, 'payment.emergencyMarginalRate': 0.3 } },
  'payment.blockCorridor': { set: { ...BUYER, 'payment.elective': 'block' } },
  // Below what is usual, as a cap above it binds nobody.
  'payment.followUpCap': { other: 0.5 },
  'payment.internalBudgetFollowsActivity': { set: BODY },
  'payment.outOfSystemRate': { set: BUYER },
  'payment.outsiderRate': { set: SYSTEMS },
  'payment.surplusCap': { set: BUYER },
  'provision.led': { set: BODY },
  'provision.trust': { set: BODY },
  'provision.community': { set: BODY },
  'provision.practices': { set: BODY },
  'rollout.by': { set: BODY },
  'rollout.mandated': { set: BODY },
  'rollout.notBeforeWeeks': { set: BODY },
  'rollout.threshold': { set: READINESS },
  'rollout.firstShare': { set: { ...READINESS, 'rollout.threshold': 1 } },
  'rollout.developmentPoundsPerHead': { set: { ...READINESS, 'rollout.threshold': 1 } },
  'rollout.functions': { set: { ...READINESS, 'rollout.threshold': 1 } },
  'rollout.socialEnterprise': {
    set: { ...READINESS, 'rollout.threshold': 1, 'rollout.functions': 'run-down' },
    parameters: { skill_lost_run_down: 0.15, skill_kept_social_enterprise: 0.8 },
  },
};

/** Presets under which each setting is tried. */
const PRESETS = ['purchaser-provider-split', 'heft-decreed'];
const TRIED = SETTINGS.filter(({ path }) => !SINGLE.includes(path));

const unchanged = new Map<string, Trail>();
afterAll(() => unchanged.clear());

describe.each(PRESETS)('every setting, under %s', (preset) => {
  const base = settingsOf(REGIMES.find(({ id }) => id === preset)!.institutions);

  it.each(TRIED.map(({ path, schema }) => [path, schema] as const))(
    '%s changes what happens',
    (path, schema) => {
      const { set = {}, parameters = {}, other }: Context = CONTEXT[path] ?? {};
      const start = { ...base, ...set };
      const key = JSON.stringify([start, parameters]);
      const before = unchanged.get(key) ?? new Trail(start, parameters);
      unchanged.set(key, before);
      const after = new Trail({ ...start, [path]: other ?? anotherValue(schema, start[path]!) }, parameters);
      expect(differ(before, after)).toBe(true);
    },
  );
});

describe('a setting of one value', () => {
  it.each(SINGLE)('%s has no other', (path) => {
    const { schema } = SETTINGS.find((setting) => setting.path === path)!;
    expect((schema as unknown as z.ZodEnum).options).toHaveLength(1);
  });
});

function differ(one: Trail, other: Trail): boolean {
  for (let quarter = 0; quarter < QUARTERS; quarter++) if (one.at(quarter) !== other.at(quarter)) return true;
  return false;
}

/** A run from quarter to quarter, each as a number that differs where anything does; no further than asked for. */
class Trail {
  readonly #world: World;
  readonly #hashes: number[] = [];

  constructor(set: SettingValues, parameters: Readonly<Record<string, number>>) {
    const input = smallInput({
      people: 2000,
      weeks: FROM + QUARTERS * QUARTER,
      switches: { [FROM]: set },
      parameters: { group_of_practices_people: 600, ...parameters },
    });
    // Prices differ from place to place.
    const providers = { ...input.place.providers, marketForcesFactor: Float64Array.of(1.05, 0.98) };
    this.#world = run(createWorld({ ...input, place: { ...input.place, providers } }), FROM);
  }

  at(quarter: number): number {
    while (this.#hashes.length <= quarter) {
      run(this.#world, QUARTER);
      let sum = 0;
      for (const column of columns(this.#world)) sum = hash(column, sum);
      this.#hashes.push(sum);
    }
    return this.#hashes[quarter]!;
  }
}

function* columns({ will, books, ledger, tally, people }: World): Generator<ArrayLike<number>> {
  yield people.bytes;
  yield ledger.balance;
  for (const part of [will, books, tally]) {
    for (const value of Object.values(part)) {
      if (ArrayBuffer.isView(value)) yield value as Float64Array;
      else if (Array.isArray(value))
        for (const row of value) if (ArrayBuffer.isView(row)) yield row as Float64Array;
    }
  }
}

function hash(values: ArrayLike<number>, from: number): number {
  let sum = from;
  for (let n = 0; n < values.length; n++) sum = (Math.imul(sum, 31) + Math.round(values[n]! * 1e6)) | 0;
  return sum;
}

/** A value that differs: the other end of a range, the next of a list, the other truth. */
function anotherValue(schema: z.ZodType<SettingValue>, value: SettingValue): SettingValue {
  if (schema instanceof z.ZodBoolean) return value !== true;
  if (schema instanceof z.ZodEnum) {
    const options = schema.options as string[];
    return options[(options.indexOf(value as string) + 1) % options.length]!;
  }
  const { minValue: low, maxValue: high } = schema as unknown as z.ZodNumber;
  return (value as number) > (low! + high!) / 2 ? low! : high!;
}
