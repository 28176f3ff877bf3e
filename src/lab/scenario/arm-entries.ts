import type { Arm, Changes } from './scenario.ts';

/** What an arm says of its institutions at one moment: at its start, then switch by switch. */
export interface ArmEntry {
  readonly changes: Changes;
  /** Where it stands in the data. */
  readonly path: readonly PropertyKey[];
  /** The key that names a regime, if any does. */
  readonly regimeKey: 'regime' | 'to' | null;
}

export function entriesOf(arm: Arm, index: number): readonly ArmEntry[] {
  const path = ['arms', index];
  return [
    { changes: arm, path, regimeKey: 'regime' },
    ...arm.switch.map(
      (change, n): ArmEntry => ({
        changes: change,
        path: [...path, 'switch', n],
        regimeKey: change.to === undefined ? null : 'to',
      }),
    ),
  ];
}

/** Where an entry writes one of some settings: for everybody, a part or a primary care trust; else where it names a regime. */
export function writtenAt(
  { changes, path, regimeKey }: ArmEntry,
  settings: readonly string[],
): readonly PropertyKey[] {
  const { set, parts, organisations } = changes;
  const places: readonly (readonly [readonly PropertyKey[], Readonly<Record<string, unknown>>])[] = [
    [['set'], set],
    ...Object.entries(parts).map(([part, own]) => [['parts', part], own] as const),
    ...Object.entries(organisations).map(([code, own]) => [['organisations', code], own] as const),
  ];
  for (const [where, own] of places) {
    const key = settings.find((setting) => Object.hasOwn(own, setting));
    if (key !== undefined) return [...path, ...where, key];
  }
  return regimeKey === null ? path : [...path, regimeKey];
}
