import { nearestSpelling } from '../nearest-spelling.ts';
import { type DataFault, found } from './faults.ts';
import { joinPath } from './locate.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Faults that need two places of the file at once, or names that only the outside knows: places, names used twice,
 * the baseline, the order of switches, weeks after the end.
 *
 * Works on data of any shape, so that these faults are reported together with those of the schema.
 */
export function crossChecks(data: unknown, vocabulary: Vocabulary): readonly DataFault[] {
  if (!isMapping(data)) return [];
  const arms = listOf(data.arms);
  const names = arms.map((arm) => (isMapping(arm) && typeof arm.name === 'string' ? arm.name : undefined));
  const weeks = typeof data.weeks === 'number' && data.weeks >= 1 ? data.weeks : undefined;
  return [
    ...placeFaults(data.place, vocabulary),
    ...repeatedNames(names),
    ...baselineFaults(data.baseline, names),
    ...repeatedEntries(data.headline, ['headline']),
    ...repeatedEntries(data.outputs, ['outputs']),
    ...repeatedEntries(data.place, ['place']),
    ...shockFaults(data.shocks, ['shocks'], weeks),
    ...arms.flatMap((arm, index) =>
      isMapping(arm)
        ? [
            ...switchFaults(arm.switch, ['arms', index, 'switch'], weeks),
            ...shockFaults(arm.shocks, ['arms', index, 'shocks'], weeks),
          ]
        : [],
    ),
  ];
}

function placeFaults(place: unknown, vocabulary: Vocabulary): readonly DataFault[] {
  if (typeof place !== 'string' || vocabulary.places === undefined) return [];
  const ids = vocabulary.places.map((entry) => entry.id);
  if (ids.includes(place)) return [];
  const nearest = nearestSpelling(place, ids) ?? vocabulary.places.find((entry) => entry.name === place)?.id;
  const expected = `one of ${ids.join(', ')}`;
  return [fault(['place'], place, expected, nearest === undefined ? undefined : `Did you mean ${nearest}?`)];
}

function repeatedNames(names: readonly (string | undefined)[]): readonly DataFault[] {
  return names.flatMap((name, index) => {
    if (name === undefined) return [];
    const first = names.findIndex((other) => other?.toLowerCase() === name.toLowerCase());
    if (first === index) return [];
    return [fault(['arms', index, 'name'], name, `a name that no other arm has (arms[${first}] has it)`)];
  });
}

function baselineFaults(baseline: unknown, names: readonly (string | undefined)[]): readonly DataFault[] {
  if (typeof baseline !== 'string' || names.includes(baseline)) return [];
  const known = names.filter((name) => name !== undefined);
  const nearest = nearestSpelling(baseline, known);
  const expected = `the name of an arm: ${known.join(', ')}`;
  return [
    fault(['baseline'], baseline, expected, nearest === undefined ? undefined : `Did you mean ${nearest}?`),
  ];
}

function repeatedEntries(value: unknown, path: readonly PropertyKey[]): readonly DataFault[] {
  const entries = listOf(value);
  return entries.flatMap((entry, index) =>
    typeof entry === 'string' && entries.indexOf(entry) < index
      ? [fault([...path, index], entry, 'each entry once')]
      : [],
  );
}

function switchFaults(
  value: unknown,
  path: readonly PropertyKey[],
  weeks: number | undefined,
): readonly DataFault[] {
  const faults: DataFault[] = [];
  let previous = 0;
  listOf(value).forEach((entry, index) => {
    if (!isMapping(entry) || typeof entry.week !== 'number') return;
    const at = [...path, index, 'week'];
    if (index > 0 && entry.week <= previous) {
      faults.push(fault(at, entry.week, `a week after ${previous}, that of the switch before it`));
    } else if (weeks !== undefined && entry.week >= weeks) {
      faults.push(fault(at, entry.week, `a week before the end of the run (weeks: ${weeks})`));
    }
    previous = entry.week;
  });
  return faults;
}

function shockFaults(
  value: unknown,
  path: readonly PropertyKey[],
  weeks: number | undefined,
): readonly DataFault[] {
  return listOf(value).flatMap((entry, index) =>
    isMapping(entry) && typeof entry.week === 'number' && weeks !== undefined && entry.week >= weeks
      ? [fault([...path, index, 'week'], entry.week, `a week before the end of the run (weeks: ${weeks})`)]
      : [],
  );
}

function fault(
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

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
