import { nearestSpelling } from '../nearest-spelling.ts';
import { syntheticCommissioners } from '../place/synthetic-limits.ts';
import { organisationFaults, switchFaults } from './change-checks.ts';
import type { DataFault } from './faults.ts';
import type { FolderFaults } from './folder-place.ts';
import { mergerFaults } from './merger-checks.ts';
import { nationalSettingFaults } from './national-settings.ts';
import { placeCodes } from './place-codes.ts';
import { DEFAULT_WEEKS } from './scenario.ts';
import type { Vocabulary } from './vocabulary.ts';
import { fault, isMapping, listOf } from './written-data.ts';

/**
 * Faults that need two places of the file at once, or names that only the outside knows: places, names used twice,
 * the baseline, the order of switches, weeks after the end, primary care trusts and trusts of elsewhere, national
 * settings in a part, shocks that would do nothing.
 *
 * Works on data of any shape, so that these faults are reported together with those of the schema.
 *
 * @param folder what is wrong with the folder that the place names, and the codes in it. @param trusts codes of the trusts
 *   within reach of the place; undefined = not known
 */
export function crossChecks(
  data: unknown,
  vocabulary: Vocabulary,
  folder: Pick<FolderFaults, 'request' | 'commissioners'> = { request: [], commissioners: undefined },
  trusts?: readonly string[],
): readonly DataFault[] {
  if (!isMapping(data)) return [];
  const arms = listOf(data.arms);
  const names = arms.map((arm) => (isMapping(arm) && typeof arm.name === 'string' ? arm.name : undefined));
  const asked = data.weeks === undefined ? DEFAULT_WEEKS : data.weeks;
  const weeks = typeof asked === 'number' && asked >= 1 ? asked : undefined;
  const codes = placeCodes(data.place, vocabulary, folder.commissioners);
  return [
    ...placeFaults(data.place, vocabulary),
    ...folder.request.map((problem) => folderFault(problem)),
    ...repeatedNames(names),
    ...baselineFaults(data.baseline, names),
    ...repeatedEntries(data.headline, ['headline']),
    ...repeatedEntries(data.outputs, ['outputs']),
    ...repeatedEntries(data.place, ['place']),
    ...shockFaults(data.shocks, ['shocks'], weeks),
    ...arms.flatMap((arm, index) =>
      isMapping(arm)
        ? [
            ...organisationFaults(arm.organisations, ['arms', index, 'organisations'], codes),
            ...nationalSettingFaults(arm, ['arms', index]),
            ...switchFaults(arm.switch, ['arms', index, 'switch'], weeks),
            ...listOf(arm.switch).flatMap((change, n) =>
              isMapping(change)
                ? [
                    ...organisationFaults(
                      change.organisations,
                      ['arms', index, 'switch', n, 'organisations'],
                      codes,
                    ),
                    ...nationalSettingFaults(change, ['arms', index, 'switch', n]),
                  ]
                : [],
            ),
            ...mergerFaults(arm.mergers, ['arms', index, 'mergers'], weeks, { commissioners: codes, trusts }),
            ...shockFaults(arm.shocks, ['arms', index, 'shocks'], weeks),
          ]
        : [],
    ),
  ];
}

/** A place that there is not. */
export function placeFaults(place: unknown, vocabulary: Vocabulary): readonly DataFault[] {
  if (Array.isArray(place)) return codeFaults(place, vocabulary.commissioners);
  if (isMapping(place) && isMapping(place.synthetic)) return syntheticFaults(place.synthetic);
  if (typeof place !== 'string' || vocabulary.places === undefined) return [];
  const ids = vocabulary.places.map((entry) => entry.id);
  if (ids.includes(place)) return [];
  const nearest = nearestSpelling(place, ids) ?? vocabulary.places.find((entry) => entry.name === place)?.id;
  const expected = `one of ${ids.join(', ')}`;
  return [fault(['place'], place, expected, nearest === undefined ? undefined : `Did you mean ${nearest}?`)];
}

function codeFaults(codes: readonly unknown[], known: readonly string[] | undefined): readonly DataFault[] {
  if (known === undefined) return [];
  return codes.flatMap((code, index) => {
    if (typeof code !== 'string' || !/^[A-Z0-9]{3}$/.test(code) || known.includes(code)) return [];
    const nearest = nearestSpelling(code, known);
    const suggestion = nearest === undefined ? 'lhe places england lists them.' : `Did you mean ${nearest}?`;
    return [fault(['place', index], code, 'the code of a primary care trust', suggestion)];
  });
}

/** Everybody has a commissioner, and every commissioner a practice. */
function syntheticFaults({ people, practices }: Readonly<Record<string, unknown>>): readonly DataFault[] {
  if (typeof people !== 'number' || typeof practices !== 'number' || practices < 1) return [];
  const least = syntheticCommissioners(people);
  if (practices >= least) return [];
  const expected = `at least ${least} practices, one for each of the ${least} commissioners of so many people`;
  return [fault(['place', 'synthetic', 'practices'], practices, expected)];
}

function folderFault({ found, expected, suggestion }: FolderFaults['request'][number]): DataFault {
  const path = ['place', 'folder'];
  return {
    path,
    describe: () => ({
      path: 'place.folder',
      message: `expected ${expected}, found ${found}`,
      found,
      expected,
      ...(suggestion === undefined ? {} : { suggestion }),
    }),
  };
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

function shockFaults(
  value: unknown,
  path: readonly PropertyKey[],
  weeks: number | undefined,
): readonly DataFault[] {
  return listOf(value).flatMap((entry, index) => {
    if (!isMapping(entry) || typeof entry.week !== 'number') return [];
    if (weeks !== undefined && entry.week >= weeks) {
      return [
        fault([...path, index, 'week'], entry.week, `a week before the end of the run (weeks: ${weeks})`),
      ];
    }
    return budgetFaults(entry, [...path, index, 'week'], weeks ?? DEFAULT_WEEKS);
  });
}

/** Allocations are set at the first week of a financial year; growth at other weeks would change nothing. */
function budgetFaults(
  shock: Readonly<Record<string, unknown>>,
  path: readonly PropertyKey[],
  weeks: number,
): readonly DataFault[] {
  const { week, for: length, budget_growth: growth } = shock;
  if (typeof week !== 'number' || typeof length !== 'number' || typeof growth !== 'number') return [];
  // Those of week 0 are the published ones.
  const next = Math.max(52, Math.ceil(week / 52) * 52);
  if (next < week + length && next < weeks) return [];
  if (next >= weeks) {
    const expected = `a budget_growth that covers the first week of a later financial year (52, 104, ...) before the end of the run (weeks: ${weeks})`;
    return [fault(path, week, expected)];
  }
  const expected =
    'a budget_growth that covers the first week of a financial year (52, 104, ...), when allocations are set';
  return [fault(path, week, expected, `Write week: ${next}, or for: ${next - week + 1} or more.`)];
}
