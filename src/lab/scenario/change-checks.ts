import { nearestSpelling } from '../nearest-spelling.ts';
import type { DataFault } from './faults.ts';
import { fault, isMapping, keyFault, listOf } from './written-data.ts';

/**
 * Faults of the switches of an arm: when they happen, and in which order. Those with a week come first, ascending;
 * those that wait for a trigger come last, so that it is known what each of them changes.
 *
 * @param weeks of the run; undefined = not known.
 */
export function switchFaults(
  value: unknown,
  path: readonly PropertyKey[],
  weeks: number | undefined,
): readonly DataFault[] {
  const faults: DataFault[] = [];
  let previous: number | undefined;
  let waits = false;
  listOf(value).forEach((entry, index) => {
    if (!isMapping(entry)) return;
    const at = [...path, index];
    const { week, when } = entry;
    if (week === undefined && when === undefined) {
      faults.push(fault(at, entry, 'a week or a trigger (when)'));
    } else if (week !== undefined && when !== undefined) {
      faults.push(fault([...at, 'when'], when, 'either a week or a trigger (when), not both'));
    } else if (isMapping(when)) {
      faults.push(...triggerFaults(when, [...at, 'when'], weeks));
      waits = true;
    } else if (typeof week === 'number') {
      faults.push(...weekFaults(week, [...at, 'week'], previous, waits, weeks));
      previous = week;
    }
  });
  return faults;
}

function weekFaults(
  week: number,
  path: readonly PropertyKey[],
  previous: number | undefined,
  waits: boolean,
  weeks: number | undefined,
): readonly DataFault[] {
  if (waits) return [fault(path, week, 'switches with a week before those that wait for a trigger (when)')];
  if (previous !== undefined && week <= previous) {
    return [fault(path, week, `a week after ${previous}, that of the switch before it`)];
  }
  return weeks !== undefined && week >= weeks ? [fault(path, week, beforeTheEnd(weeks))] : [];
}

function triggerFaults(
  when: Readonly<Record<string, unknown>>,
  path: readonly PropertyKey[],
  weeks: number | undefined,
): readonly DataFault[] {
  const faults: DataFault[] = [];
  const { above, below, for: length, not_before: notBefore } = when;
  if (above !== undefined && below !== undefined) {
    faults.push(fault([...path, 'below'], below, 'either above or below, not both'));
  } else if (above === undefined && below === undefined) {
    faults.push(fault(path, when, 'a level: above or below'));
  }
  if (weeks !== undefined && typeof notBefore === 'number' && notBefore >= weeks) {
    faults.push(fault([...path, 'not_before'], notBefore, beforeTheEnd(weeks)));
  } else if (weeks !== undefined && typeof length === 'number' && length >= weeks) {
    faults.push(fault([...path, 'for'], length, `fewer weeks than the run has (weeks: ${weeks})`));
  }
  return faults;
}

function beforeTheEnd(weeks: number): string {
  return `a week before the end of the run (weeks: ${weeks})`;
}

/**
 * Codes for which settings are given although no primary care trust of the place has them.
 *
 * @param codes of the place; undefined = not known.
 */
export function organisationFaults(
  value: unknown,
  path: readonly PropertyKey[],
  codes: readonly string[] | undefined,
): readonly DataFault[] {
  if (!isMapping(value) || codes === undefined) return [];
  return Object.keys(value)
    .filter((code) => !codes.includes(code))
    .map((code) => {
      const nearest = nearestSpelling(code, codes);
      const shown = codes.length > 12 ? '' : `: ${codes.join(', ')}`;
      const expected = `the code of a primary care trust of the place${shown}`;
      return keyFault(path, code, expected, nearest === undefined ? undefined : `Did you mean ${nearest}?`);
    });
}
