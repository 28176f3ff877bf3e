import { type DataFault, found } from './faults.ts';
import { joinPath } from './locate.ts';

/** A list as it was written, or none where something else stands. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that is not what is expected. */
export function fault(
  path: readonly PropertyKey[],
  value: unknown,
  expected: string,
  suggestion?: string,
): DataFault {
  return {
    path,
    describe: (written) => ({
      path: path.reduce<string>(joinPath, ''),
      message: `expected ${expected}, found ${found(value, written)}`,
      found: found(value, written),
      expected,
      ...(suggestion === undefined ? {} : { suggestion }),
    }),
  };
}

/** A key of the mapping at a path that is not what is expected. */
export function keyFault(
  path: readonly PropertyKey[],
  key: string,
  expected: string,
  suggestion?: string,
): DataFault {
  const { describe } = fault([...path, key], key, expected, suggestion);
  return { path, key, describe: () => describe() };
}
