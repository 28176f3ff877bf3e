import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  SETTINGS,
  type SettingValue,
  type SettingValues,
  settingsOf,
} from '../../../src/model/institutions/settings.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

/**
 * A setting that nothing reads would be a promise not kept. Under two presets, each setting is given another value after
 * a year, and a year and a half later something must differ: people, books, money or what organisations want.
 */
const WEEKS = 130;

/** What else must hold for a setting to matter: settings and parameters that go with it. */
interface Context {
  readonly set?: SettingValues;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly other?: SettingValue;
}

const CONTEXT: Readonly<Record<string, Context>> = {};

/** Presets under which each setting is tried. */
const PRESETS = ['purchaser-provider-split', 'heft-decreed'];

describe.each(PRESETS)('every setting, under %s', (preset) => {
  const institutions = REGIMES.find(({ id }) => id === preset)!.institutions;
  const base = settingsOf(institutions);

  it.each(SETTINGS.map(({ path, schema }) => [path, schema] as const))(
    '%s changes what happens',
    (path, schema) => {
      const context = CONTEXT[path] ?? {};
      const start = { ...base, ...context.set };
      const other = context.other ?? anotherValue(schema, start[path]!);
      const changed = { ...start, [path]: other };
      expect(trace(start, context)).not.toEqual(trace(changed, context));
    },
  );
});

function trace(set: SettingValues, { parameters = {} }: Context): number[] {
  const world = run(smallWorld({ people: 3000, weeks: WEEKS, switches: { 52: set }, parameters }), WEEKS);
  return [...columns(world)].map((values) => hash(values));
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

function hash(values: ArrayLike<number>): number {
  let sum = 0;
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
