import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { rewindWorld, saveWorld } from '../../../src/model/checkpoint.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import {
  SETTINGS,
  type SettingValue,
  type SettingValues,
  settingsOf,
} from '../../../src/model/institutions/settings.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';
import type { RunInput } from '../../../src/model/run-input.ts';
import type { World } from '../../../src/model/world.ts';
import { ONE_BODY, SYSTEMS_OF_PRACTICES } from '../bodies.ts';
import { run, smallInput } from '../world.ts';

/**
 * A setting that nothing reads would be a promise not kept. Under two presets, each setting is given another value after
 * a year, and within a year and a half something must differ for people, with money or in care; that organisations want
 * something else is not enough. Both runs have the same settings but for that one.
 */
const FROM = 52;
const QUARTER = 13;
const QUARTERS = 6;

type Parameters = Readonly<Record<string, number>>;

/** What else must hold for a setting to matter: settings and parameters that go with it. */
interface Context {
  readonly set?: SettingValues;
  readonly parameters?: Parameters;
  /** Value compared with that of the preset. */
  readonly other?: SettingValue;
}

/** A setting with one allowed value only cannot be changed: community services are paid by block and by nothing else. */
const SINGLE = ['payment.community'];

/** The same without trusts: it buys all hospital care. */
const BUYER: SettingValues = { ...ONE_BODY, 'provision.trust': false };
/** Two bodies that people choose between, with the money that comes with them. */
const SYSTEMS: SettingValues = {
  ...SYSTEMS_OF_PRACTICES,
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
    parameters: { list_passed_by_payer: 0.8 },
  },
  // To choose a system takes several; see `choice.reviewRate`.
  'choice.of': { other: 'none' },
  'choice.enrolment': { set: SYSTEMS },
  'choice.steering': { set: SYSTEMS },
  'choice.reviewRate': { set: SYSTEMS },
  'choice.minimumEnrolmentWeeks': { set: SYSTEMS },
  // A body fails at the end of its first year, and is closed at once or a year later.
  'governance.exitNoticeWeeks': {
    set: { ...SYSTEMS, 'governance.failureRegime': 'administration' },
    parameters: {
      administration_deficit_share: 0,
      allocation_growth_later_per_year: 0,
      cost_inflation_per_year: 0.1,
    },
    other: 0,
  },
  // A trust fails at the end of the second year and is taken over at once, or after the control.
  'governance.mergerControlWeeks': {
    set: {
      'provision.form': 'separate',
      'budget.holder': 'commissioner',
      'governance.failureRegime': 'merger',
    },
    parameters: { administration_deficit_share: 0.02, cost_inflation_per_year: 0.06 },
    other: 0,
  },
  'entitlement.openEnrolment': { set: SYSTEMS },
  'entitlement.enforcement': { set: SYSTEMS },
  'riskAdjustment.formula': { set: SYSTEMS },
  'riskAdjustment.income': { set: SYSTEMS },
  // Hardly anybody of a small place waits for two years.
  'entitlement.guaranteedMaximumWeeks': { other: 12 },
  'governance.charter': { set: { 'entitlement.guaranteedMaximumWeeks': 6 } },
  // It takes part of the weight of a practice's own money.
  'governance.constitution': {
    set: { 'budget.salience': 'hard' },
    parameters: { a_budget: 0.3, constitution_protection: 1 },
  },
  // Of two thousand people few are operated on outside.
  'provision.independentCentres': { parameters: { purchase_reference_share: 5 } },
  // It guards a budget that would fall.
  'governance.publicHealthReview': {
    parameters: { lever_rest_shift_public_health: 2 },
  },
  'governance.seatsHospital': { set: ONE_BODY },
  'governance.seatsGeneralPractice': { set: ONE_BODY },
  'governance.seatsCommunity': { set: ONE_BODY },
  'governance.seatsPublicHealth': { set: ONE_BODY },
  'governance.seatsCitizens': { set: ONE_BODY },
  'budget.accounts': { set: ONE_BODY },
  'payment.elective': { set: BUYER },
  'payment.emergency': { set: BUYER },
  'payment.outpatient': { set: BUYER },
  'payment.accidentAndEmergency': { set: BUYER },
  'payment.activityAbovePlanPaid': { set: BUYER },
  'payment.emergencyMarginalRate': { set: BUYER },
  'payment.marginalRateBaseline': {
    set: { ...BUYER, 'payment.emergencyMarginalRate': 0.3 },
  },
  'payment.marginalRateAllowance': {
    set: { ...BUYER, 'payment.emergencyMarginalRate': 0.3, 'payment.marginalRateBothWays': true },
  },
  // The first year of these runs is 2007-08: the next is counted at its end, when the same setting names it.
  'payment.marginalRateBaseYear': {
    set: {
      ...BUYER,
      'payment.emergencyMarginalRate': 0.3,
      'payment.marginalRateBaseline': 'fixedYear',
    },
  },
  'payment.marginalRateBothWays': { set: { ...BUYER, 'payment.emergencyMarginalRate': 0.3 } },
  // What is retained in a year is spent in the next, or is not.
  'payment.emergencyRetained': { set: { ...BUYER, 'payment.emergencyMarginalRate': 0.3 } },
  'payment.blockCorridor': { set: { ...BUYER, 'payment.elective': 'block' } },
  // Below what is usual, as a cap above it binds nobody.
  'payment.followUpCap': { other: 0.5 },
  'payment.internalBudgetFollowsActivity': { set: ONE_BODY },
  'payment.outOfSystemRate': { set: BUYER },
  'payment.outsiderRate': { set: SYSTEMS },
  'payment.surplusCap': { set: BUYER },
  // It takes a group that has formed, and the April after.
  'payment.longTermConditions': { set: ONE_BODY },
  'provision.led': { set: ONE_BODY },
  'provision.trust': { set: ONE_BODY },
  'provision.community': { set: ONE_BODY },
  'provision.practices': { set: ONE_BODY },
  'rollout.by': { set: ONE_BODY },
  'rollout.mandated': { set: ONE_BODY },
  'rollout.notBeforeWeeks': { set: ONE_BODY },
  'rollout.threshold': { set: READINESS },
  'rollout.firstShare': { set: { ...READINESS, 'rollout.threshold': 1 } },
  'rollout.developmentPoundsPerHead': { set: { ...READINESS, 'rollout.threshold': 1 } },
  'rollout.allByWeeks': { set: { ...READINESS, 'rollout.threshold': 1 }, other: 26 },
  'rollout.minimumPeople': { set: ONE_BODY },
  // Every commissioner is in turnaround at once.
  'rollout.solvent': {
    set: { ...READINESS, 'rollout.threshold': 0 },
    parameters: { turnaround_margin: -1, turnaround_step: 1 },
  },
  'rollout.waveWeeks': { set: { ...READINESS, 'rollout.by': 'waves', 'rollout.firstShare': 0.5 } },
  'rollout.functions': { set: { ...READINESS, 'rollout.threshold': 1 } },
  'rollout.socialEnterprise': {
    set: { ...READINESS, 'rollout.threshold': 1, 'rollout.functions': 'run-down' },
    parameters: { skill_lost_run_down: 0.15, skill_kept_social_enterprise: 0.8 },
  },
};

/** Runs of the settings that others are compared with, quarter by quarter, and first years by parameters. */
const unchanged = new Map<string, number[]>();
const firstYears = new Map<string, { readonly world: World; readonly bytes: Uint8Array }>();

/** Presets under which each setting is tried. */
const PRESETS = ['purchaser-provider-split', 'heft-decreed'];
const TRIED = SETTINGS.filter(({ path }) => !SINGLE.includes(path));

describe.each(PRESETS)('every setting, under %s', (preset) => {
  const base = settingsOf(REGIMES.find(({ id }) => id === preset)!.institutions);

  it.each(TRIED.map(({ path, schema }) => [path, schema] as const))(
    '%s changes what happens',
    (path, schema) => {
      const { set = {}, parameters = {}, other }: Context = CONTEXT[path] ?? {};
      const start = { ...base, ...set };
      const changed = { ...start, [path]: other ?? anotherValue(schema, start[path]!) };
      expect(differ(start, changed, parameters)).toBe(true);
    },
  );
});

/**
 * Settings of three values and more: that one value differs from the preset's says nothing about the others. What is not
 * here: this place has one quintile of deprivation, so that two formulas see the same (`behaviour/dowry.test.ts`), and
 * rollouts that find everybody willing, or nobody, are alike (`behaviour/reasons-to-form.test.ts`).
 */
const ALIKE_HERE = ['riskAdjustment.formula', 'rollout.by'];
const OF_MANY = TRIED.flatMap(({ path, schema }) => {
  const options = schema instanceof z.ZodEnum ? (schema.options as string[]) : [];
  return options.length > 2 && !ALIKE_HERE.includes(path) ? [[path, options] as const] : [];
});

/** What must hold for all values to matter, where it is more than for two. */
const CONTEXT_OF_MANY: Readonly<Record<string, Context>> = {
  // A body that provides care is the one that takes over, whether it is called the one or the other.
  'budget.holder': { set: { 'provision.form': 'separate', 'rollout.by': 'decree' } },
  // Trusts fail that stand alone: a body finds no partner.
  'governance.failureRegime': CONTEXT['governance.mergerControlWeeks']!,
};

describe('every value of a setting', () => {
  const base = settingsOf(REGIMES.find(({ id }) => id === 'heft-decreed')!.institutions);

  it.each(OF_MANY)('%s: each is another thing', (path, options) => {
    const { set = {}, parameters = {} } = CONTEXT_OF_MANY[path] ?? CONTEXT[path] ?? {};
    const distinct = (length: number): number => {
      const runs = options.map((option) => {
        const sums: number[] = [];
        for (const sum of quarters({ ...base, ...set, [path]: option }, parameters)) {
          sums.push(sum);
          if (sums.length === length) break;
        }
        return sums.join();
      });
      return new Set(runs).size;
    };
    // What differs soon need not be run to the end.
    if (distinct(1) < options.length) expect(distinct(QUARTERS)).toBe(options.length);
  });
});

describe('a setting of one value', () => {
  it.each(SINGLE)('%s has no other', (path) => {
    const { schema } = SETTINGS.find((setting) => setting.path === path)!;
    expect((schema as unknown as z.ZodEnum).options).toHaveLength(1);
  });
});

/** Whether runs with these settings differ at the end of a quarter, the second going no further than needed. */
function differ(start: SettingValues, changed: SettingValues, parameters: Parameters): boolean {
  const key = JSON.stringify([start, parameters]);
  const before = unchanged.get(key) ?? [...quarters(start, parameters)];
  unchanged.set(key, before);
  let quarter = 0;
  for (const now of quarters(changed, parameters)) if (now !== before[quarter++]) return true;
  return false;
}

/** Runs from quarter to quarter after the switch, each as a number that differs where anything does. */
function* quarters(set: SettingValues, parameters: Parameters): Generator<number> {
  let world = atSwitch(set, parameters);
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    world = run(world, QUARTER);
    let sum = 0;
    for (const column of columns(world)) sum = hash(column, sum);
    yield sum;
  }
}

/** The world before its switch: until then every run with these parameters is the same, so it is run once. */
function atSwitch(set: SettingValues, parameters: Parameters): World {
  const key = JSON.stringify(parameters);
  let first = firstYears.get(key);
  if (first === undefined) {
    const world = run(createWorld(inputOf(ONE_BODY, parameters)), FROM);
    first = { world, bytes: saveWorld(world) };
    firstYears.set(key, first);
  }
  return { ...rewindWorld(first.world, first.bytes), input: inputOf(set, parameters) };
}

function inputOf(set: SettingValues, parameters: Parameters): RunInput {
  const input = smallInput({
    people: 2000,
    weeks: FROM + QUARTERS * QUARTER,
    switches: { [FROM]: set },
    parameters: { group_of_practices_people: 600, ...parameters },
  });
  // Prices differ from trust to trust.
  const providers = { ...input.place.providers, marketForcesFactor: Float64Array.of(1.05, 0.98) };
  return { ...input, place: { ...input.place, providers } };
}

/** What happened to people, with money and in care: not what organisations want, nor what books prepare for later. */
function* columns({ ledger, tally, people }: World): Generator<ArrayLike<number>> {
  yield people.bytes;
  yield ledger.balance;
  for (const value of Object.values(tally)) {
    if (ArrayBuffer.isView(value)) yield value as Float64Array;
    else if (Array.isArray(value))
      for (const row of value) if (ArrayBuffer.isView(row)) yield row as Float64Array;
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
