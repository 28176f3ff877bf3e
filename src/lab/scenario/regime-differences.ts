import type { Part } from '../../model/institutions/by-part.ts';
import {
  SETTINGS,
  type Setting,
  type SettingValue,
  type SettingValues,
  settingsOf,
  withSettings,
} from '../../model/institutions/settings.ts';
import type { Regime } from '../../model/regimes/regime.ts';

/** A setting in which two regimes differ. */
export interface RegimeDifference {
  /** The part of a place that has these values, be they the same there; null = the whole place. */
  readonly part: Part | null;
  readonly setting: Setting;
  readonly values: readonly [SettingValue, SettingValue];
}

/**
 * Settings in which two regimes differ: of the whole place, and of a part that has other values. In the order of the
 * institutions; empty for a regime and itself.
 */
export function regimeDifferences(a: Regime, b: Regime): readonly RegimeDifference[] {
  const everywhere: Pair = [settingsOf(a.institutions), settingsOf(b.institutions)];
  const differences = SETTINGS.filter(({ path }) => differ(everywhere, path));
  const inParts = (['rural', 'urban'] as const).flatMap((part) => {
    const here: Pair = [partOf(a, part), partOf(b, part)];
    return SETTINGS.filter(({ path }) => differ(here, path) || differ(everywhere, path))
      .filter(({ path }) => here.some((settings, index) => settings[path] !== everywhere[index]![path]))
      .map((setting) => differenceIn(part, setting, here));
  });
  return [...differences.map((setting) => differenceIn(null, setting, everywhere)), ...inParts];
}

type Pair = readonly [SettingValues, SettingValues];

function partOf({ institutions, parts }: Regime, part: Part): SettingValues {
  return settingsOf(withSettings(institutions, parts[part] ?? {}));
}

function differ([a, b]: Pair, path: string): boolean {
  return a[path] !== b[path];
}

function differenceIn(part: Part | null, setting: Setting, [a, b]: Pair): RegimeDifference {
  return { part, setting, values: [a[setting.path]!, b[setting.path]!] };
}
