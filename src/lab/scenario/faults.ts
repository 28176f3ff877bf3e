import * as z from 'zod';
import { SETTINGS } from '../../model/institutions/settings.ts';
import { nearestSpelling } from '../nearest-spelling.ts';
import { joinPath } from './locate.ts';
import { type Fault, printable } from './problem.ts';

/** A fault of the data, with what is needed to find its place in the text. */
export interface DataFault {
  /** Path of the value; for an unknown key, of the mapping that has it. */
  readonly path: readonly PropertyKey[];
  /** The key that is wrong, where it is not the value. */
  readonly key?: string;
  /** The fault; `written` is the text of the value as it stands in the file. */
  readonly describe: (written?: string) => Fault;
}

/**
 * What the schema found, in words: what was found, what was expected, what was probably meant.
 *
 * @param hint what to say of an unknown key, before the nearest spelling is looked for.
 */
export function dataFaults(
  schema: z.ZodType,
  data: unknown,
  hint: (path: readonly PropertyKey[], key: string) => string | undefined = () => undefined,
): readonly DataFault[] {
  // The empty message marks issues for which the schema has no phrase of its own.
  const outcome = schema.safeParse(data, { error: () => '' });
  return outcome.success
    ? []
    : outcome.error.issues.flatMap((issue) => issueFaults(schema, data, issue, [], hint));
}

/** A value as a reader would name it. */
export function found(value: unknown, written?: string): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') {
    if (value === '') return 'an empty text';
    return `the text "${printable(value.length > 60 ? `${value.slice(0, 60)}…` : value)}"`;
  }
  const note =
    written === undefined || written === String(value) ? '' : ` (written ${printable(written.slice(0, 60))})`;
  return typeof value === 'number' ? `the number ${value}${note}` : `${value}${note}`;
}

function issueFaults(
  schema: z.ZodType,
  data: unknown,
  issue: z.core.$ZodIssue,
  parentPath: readonly PropertyKey[],
  hint: (path: readonly PropertyKey[], key: string) => string | undefined,
): readonly DataFault[] {
  const path = [...parentPath, ...issue.path];
  const value = valueAt(data, path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, data, path);
    return issue.keys.map((key) => unknownKey(path, key, known, hint(path, key)));
  }
  if (issue.code === 'invalid_union') {
    // The branch whose own kind of value this is tells more than "none of these".
    const fitting = issue.errors.filter((branch) =>
      branch.every((inner) => inner.path.length > 0 || isOfKind(inner)),
    );
    if (fitting.length === 1)
      return fitting[0]!.flatMap((inner) => issueFaults(schema, data, inner, path, hint));
  }
  const expected = issue.message === '' ? expectedBy(issue) : issue.message;
  return [
    {
      path,
      describe: (written) => {
        const missing = value === undefined;
        const what = found(value, written);
        const suggestion = suggest(issue, value, expected, written);
        return {
          path: path.reduce<string>(joinPath, ''),
          message: missing ? `is missing: expected ${expected}` : `expected ${expected}, found ${what}`,
          found: what,
          expected,
          ...(suggestion === undefined ? {} : { suggestion }),
        };
      },
    },
  ];
}

/** Whether a branch of a union failed on the value's content, not on its kind. */
function isOfKind(issue: z.core.$ZodIssue): boolean {
  return issue.code !== 'invalid_type' && issue.code !== 'unrecognized_keys';
}

function unknownKey(
  path: readonly PropertyKey[],
  key: string,
  known: readonly string[],
  hint: string | undefined,
): DataFault {
  return {
    path,
    key,
    describe: () => {
      const shown = printable(key.slice(0, 60));
      const expected =
        known.length <= 20 ? `one of ${known.join(', ')}` : `one of ${known.length} known names`;
      return {
        path: [...path, key].reduce<string>(joinPath, ''),
        message: `"${shown}" is not known here`,
        found: `the key "${shown}"`,
        expected,
        suggestion: hint ?? suggestKey(key, known) ?? `Expected ${expected}.`,
      };
    },
  };
}

function suggestKey(key: string, known: readonly string[]): string | undefined {
  const ofInstitution = SETTINGS.filter((setting) => setting.path.startsWith(`${key}.`));
  if (known.includes(SETTINGS[0]!.path) && ofInstitution.length > 0) {
    return `Settings are written with a dot: ${ofInstitution.map((setting) => setting.path).join(', ')}.`;
  }
  const nearest = nearestSpelling(key, known);
  return nearest === undefined ? undefined : `Did you mean ${nearest}?`;
}

function suggest(
  issue: z.core.$ZodIssue,
  value: unknown,
  expected: string,
  written?: string,
): string | undefined {
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    const nearest = nearestSpelling(value, issue.values.map(String));
    return nearest === undefined ? undefined : `Did you mean ${nearest}?`;
  }
  if (typeof value === 'string' && /^a (whole )?number\b/.test(expected)) {
    const digits = value.replace(/[\s_,]/g, '');
    if (/^[+-]?\d+(\.\d+)?$/.test(digits))
      return `Write it without quotes, commas or underscores: ${digits}.`;
    if (/^\d+(\.\d+)?%$/.test(digits)) return `Write it as a share: ${Number(digits.slice(0, -1)) / 100}.`;
  }
  if (typeof value === 'string' && issue.code === 'invalid_type' && issue.expected === 'boolean') {
    if (/^(yes|on)$/i.test(value)) return 'Write true.';
    if (/^(no|off)$/i.test(value)) return 'Write false.';
  }
  if (value !== null && typeof value !== 'object' && value !== undefined && /text|name|code/.test(expected)) {
    if (typeof value !== 'string') return `Put it in quotes: "${written ?? String(value)}".`;
  }
  return undefined;
}

/** What an issue for which the schema has no phrase wants. */
function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      if (issue.values.length === 1) return String(issue.values[0]);
      return issue.values.length <= 20
        ? `one of ${issue.values.join(', ')}`
        : `one of ${issue.values.length} known names`;
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    default:
      return 'another value';
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping (key: value)',
};

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<PropertyKey, unknown>)[key];
  }, data);
}

/** The keys that the schema knows at a path, following the branch of a union that has the next key. */
function keysAt(schema: z.ZodType, data: unknown, path: readonly PropertyKey[]): readonly string[] {
  let shapes = shapesOf(schema);
  for (const key of path) {
    shapes = shapes.flatMap((shape) => {
      const next =
        typeof key === 'number' && shape instanceof z.ZodArray ? shape.element : fieldOf(shape, String(key));
      return next === undefined ? [] : shapesOf(next as z.ZodType);
    });
  }
  const written = Object.keys((valueAt(data, path) ?? {}) as object);
  const objects = shapes
    .filter((shape) => shape instanceof z.ZodObject)
    .map((shape) => Object.keys(shape.shape));
  // Of several branches, the one that shares most keys with what was written.
  const shared = (keys: readonly string[]) => keys.filter((key) => written.includes(key)).length;
  return objects.toSorted((a, b) => shared(b) - shared(a))[0] ?? [];
}

function fieldOf(schema: z.core.$ZodType, key: string): z.core.$ZodType | undefined {
  return schema instanceof z.ZodObject && Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
}

/** The objects and lists behind optional values and unions. */
function shapesOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional) return shapesOf(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(shapesOf);
  return [schema];
}
