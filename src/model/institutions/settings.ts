import * as z from 'zod';
import { type Institutions, institutionsSchema, READERS } from './institutions.ts';
import type { Reader } from './readers.ts';

/** One setting of an institution, addressed by its dotted path, e.g. `choice.of`. */
export interface Setting {
  readonly path: string;
  readonly schema: z.ZodType<SettingValue>;
  readonly description: string;
  /** By whose place it goes where a part or an area has another value. */
  readonly readers: readonly Reader[];
}

export type SettingValue = string | number | boolean;

/** Values of settings by dotted path. */
export type SettingValues = Readonly<Record<string, SettingValue>>;

/** Every setting there is, in the order of the institutions. */
export const SETTINGS: readonly Setting[] = Object.entries(institutionsSchema.shape).flatMap(
  ([institution, settings]) =>
    Object.entries(settings.shape).map(([name, schema]) => ({
      path: `${institution}.${name}`,
      schema: schema as z.ZodType<SettingValue>,
      description: schema.description ?? '',
      readers: (READERS[institution as keyof Institutions] as Readonly<Record<string, readonly Reader[]>>)[
        name
      ]!,
    })),
);

/** What a setting may be, in words: `tariff, block`, `0 to 1`, `true, false`. */
export function allowedValues({ schema }: Setting): string {
  if (schema instanceof z.ZodEnum) return schema.options.join(', ');
  if (schema instanceof z.ZodNumber) return `${schema.minValue} to ${schema.maxValue}`;
  return 'true, false';
}

/**
 * Institutions with some settings replaced.
 *
 * @param changes values by dotted path. Throws when a path does not exist or a value is not allowed; scenario files
 *   are checked before, so that their authors get a message with a line instead.
 */
export function withSettings(institutions: Institutions, changes: SettingValues): Institutions {
  const changed: Record<string, Record<string, unknown>> = {};
  for (const [institution, settings] of Object.entries(institutions)) changed[institution] = { ...settings };
  for (const [path, value] of Object.entries(changes)) {
    const setting = SETTINGS.find((candidate) => candidate.path === path);
    if (setting === undefined) throw new Error(`no setting of an institution is called "${path}"`);
    const [institution, name] = path.split('.') as [string, string];
    changed[institution]![name] = value;
  }
  return institutionsSchema.parse(changed);
}

/** The value of every setting, by dotted path. */
export function settingsOf(institutions: Institutions): SettingValues {
  return Object.fromEntries(
    Object.entries(institutions).flatMap(([institution, settings]) =>
      Object.entries(settings as Record<string, SettingValue>).map(([name, value]) => [
        `${institution}.${name}`,
        value,
      ]),
    ),
  );
}
