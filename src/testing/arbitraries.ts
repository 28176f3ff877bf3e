import * as fc from 'fast-check';
import * as z from 'zod';
import { PARAMETERS } from '../model/evidence/parameters.ts';
import {
  SETTINGS,
  type Setting,
  type SettingValue,
  type SettingValues,
} from '../model/institutions/settings.ts';
import type { ScheduledMerger, Shock, Trigger } from '../model/run-input.ts';
import type { SettingsOfParts, SmallPlace, SmallScenario, SmallSwitch } from './small-scenario.ts';

/** Numbers rounded to what a person would write in a scenario. */
function shareFrom(low: number, high: number): fc.Arbitrary<number> {
  return fc
    .integer({ min: Math.round(low * 100), max: Math.round(high * 100) })
    .map((percent) => percent / 100);
}

/** Synthetic places of 300 to 4,000 people; it shrinks to a village of 300 with one trust and nobody from elsewhere. */
export function arbitraryPlace(): fc.Arbitrary<SmallPlace> {
  return fc
    .record({
      people: fc.integer({ min: 300, max: 4000 }),
      practices: fc.integer({ min: 1, max: 5 }),
      trusts: fc.integer({ min: 1, max: 3 }),
      commissioners: fc.integer({ min: 1, max: 2 }),
      zones: fc.integer({ min: 1, max: 6 }),
      rural: shareFrom(0, 1),
      seed: fc.integer({ min: 0, max: 999 }),
      fromElsewhere: fc.oneof(fc.constant(0), shareFrom(0, 0.95)),
    })
    .map((place) => ({
      ...place,
      practices: Math.max(place.practices, place.commissioners),
      zones: Math.max(place.zones, place.commissioners),
    }));
}

/** Every setting of an institution with any value that a scenario may give it. */
export const SETTING_VALUES: Readonly<Record<string, fc.Arbitrary<SettingValue>>> = Object.fromEntries(
  SETTINGS.map((setting) => [setting.path, valuesOf(setting)]),
);

function valuesOf({ path, schema }: Setting): fc.Arbitrary<SettingValue> {
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...(schema.options as string[]));
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (!(schema instanceof z.ZodNumber)) throw new Error(`no values are known for the setting ${path}`);
  const { minValue: low, maxValue: high } = schema;
  return path.endsWith('Weeks') ? fc.integer({ min: low!, max: high! }) : shareFrom(low!, high!);
}

/** Some settings, each with any of its values; it shrinks to none. */
export function arbitrarySettings(): fc.Arbitrary<SettingValues> {
  return someOf(SETTING_VALUES, 16);
}

/** Some parameters anywhere in their plausible range; it shrinks to none, and values to the low end. */
export function arbitraryParameters(): fc.Arbitrary<Record<string, number>> {
  return fc
    .array(fc.tuple(fc.constantFrom(...PARAMETERS), fc.integer({ min: 0, max: 20 })), { maxLength: 5 })
    .map((picks) =>
      Object.fromEntries(picks.map(([row, n]) => [row.id, row.low + ((row.high - row.low) * n) / 20])),
    );
}

/** Settings for the countryside, the towns or both that differ from those of the place; most often none. */
function arbitraryParts(): fc.Arbitrary<SettingsOfParts> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc.record({ rural: arbitrarySettings(), urban: arbitrarySettings() }, { requiredKeys: [] }),
    },
  );
}

/** Settings of the first primary care trust alone; most often none. */
function arbitraryOfOne(): fc.Arbitrary<NonNullable<SmallSwitch['organisations']>> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.record({ C1: arbitrarySettings() }) },
  );
}

/** Of what happens in many small places, and in the weeks after it may happen first. */
function arbitraryTrigger(weeks: number): fc.Arbitrary<Trigger> {
  return fc.record({
    metric: fc.constant('list_per_1000'),
    is: fc.constantFrom('above' as const, 'below' as const),
    level: fc.integer({ min: 20, max: 80 }),
    weeks: fc.integer({ min: 1, max: 8 }),
    notBefore: fc.integer({ min: 0, max: weeks - 1 }),
  });
}

/** Up to three, of which the last waits for a trigger instead of its week in half of all cases. */
export function arbitrarySwitches(weeks: number): fc.Arbitrary<SmallSwitch[]> {
  const dated = fc
    .uniqueArray(
      fc.record({
        week: fc.integer({ min: 1, max: weeks - 1 }),
        set: arbitrarySettings(),
        parts: arbitraryParts(),
        organisations: arbitraryOfOne(),
      }),
      { maxLength: 3, selector: (change) => change.week },
    )
    .map((changes) => changes.toSorted((a, b) => a.week - b.week));
  const trigger = fc.option(arbitraryTrigger(weeks), { nil: null, freq: 2 });
  return fc
    .tuple(dated, trigger)
    .map(([changes, when]) =>
      changes.map((change, n) => (when !== null && n === changes.length - 1 ? { ...change, when } : change)),
    );
}

export function arbitraryShock(weeks: number): fc.Arbitrary<Shock> {
  return fc.record({
    week: fc.integer({ min: 0, max: weeks - 1 }),
    weeks: fc.integer({ min: 1, max: 30 }),
    emergencies: fc.oneof(fc.constant(1), shareFrom(0, 3)),
    beds: fc.oneof(fc.constant(1), shareFrom(0.1, 2)),
    slots: fc.oneof(fc.constant(1), shareFrom(0, 2)),
    operations: fc.oneof(fc.constant(1), shareFrom(0, 2)),
    budgetGrowth: fc.oneof(fc.constant(null), shareFrom(-0.3, 0.3)),
  });
}

/** The largest of a place takes over the nearest: of one, nothing; of bodies' members, a line that says why not. */
export function arbitraryMerger(weeks: number): fc.Arbitrary<ScheduledMerger> {
  return fc.record({
    week: fc.integer({ min: 1, max: weeks - 1 }),
    kind: fc.constantFrom('trusts' as const, 'commissioners' as const),
    who: fc.constant('nearest-smaller' as const),
    withinKm: fc.constant(null),
    imposed: fc.boolean(),
    why: fc.constant('test'),
  });
}

/** Runs of 10 to 120 weeks of small places under any institutions, with switches, shocks and odd parameters. */
export function arbitraryScenario(longest = 120): fc.Arbitrary<SmallScenario> {
  return fc.integer({ min: 10, max: longest }).chain((weeks) =>
    fc.record({
      place: arbitraryPlace(),
      weeks: fc.constant(weeks),
      scale: fc.constantFrom(1, 0.5),
      seed: fc.integer({ min: 0, max: 999 }).map(String),
      replicate: fc.integer({ min: 0, max: 3 }),
      parameters: arbitraryParameters(),
      set: arbitrarySettings(),
      parts: arbitraryParts(),
      switch: arbitrarySwitches(weeks),
      shocks: fc.array(arbitraryShock(weeks), { maxLength: 3 }),
      mergers: fc.array(arbitraryMerger(weeks), { maxLength: 2 }),
    }),
  );
}

function someOf<T>(
  values: Readonly<Record<string, fc.Arbitrary<T>>>,
  most: number,
): fc.Arbitrary<Record<string, T>> {
  const one = fc
    .constantFrom(...Object.keys(values))
    .chain((key) => values[key]!.map((value): [string, T] => [key, value]));
  return fc.array(one, { maxLength: most }).map((entries) => Object.fromEntries(entries));
}
