import { nearestSpelling } from '../nearest-spelling.ts';
import type { DataFault } from './faults.ts';
import { fault, isMapping, listOf } from './written-data.ts';

/**
 * Faults of the mergers of an arm that need more than one value: who merges, weeks after the end, codes twice or of
 * elsewhere.
 *
 * @param weeks of the run. @param codes of the place; undefined = not known
 */
export function mergerFaults(
  value: unknown,
  path: readonly PropertyKey[],
  weeks: number | undefined,
  codes: {
    readonly trusts: readonly string[] | undefined;
    readonly commissioners: readonly string[] | undefined;
  },
): readonly DataFault[] {
  return listOf(value).flatMap((entry, index) => {
    if (!isMapping(entry)) return [];
    const at = [...path, index];
    const faults: DataFault[] = [];
    const { week, trusts, commissioners, within_km: within } = entry;
    if (trusts === undefined && commissioners === undefined)
      faults.push(fault(at, entry, 'who merges: trusts or commissioners'));
    if (trusts !== undefined && commissioners !== undefined)
      faults.push(fault([...at, 'commissioners'], commissioners, 'either trusts or commissioners, not both'));
    if (typeof week === 'number' && weeks !== undefined && week >= weeks)
      faults.push(fault([...at, 'week'], week, `a week before the end of the run (weeks: ${weeks})`));
    if (within !== undefined && (Array.isArray(trusts) || Array.isArray(commissioners)))
      faults.push(fault([...at, 'within_km'], within, 'no distance where codes say who merges'));
    for (const [key, who] of [
      ['trusts', trusts],
      ['commissioners', commissioners],
    ] as const)
      faults.push(...codeFaults(who, [...at, key], WHAT[key], codes[key]));
    return faults;
  });
}

const WHAT = {
  trusts: 'a trust within reach of the place',
  commissioners: 'a primary care trust of the place',
} as const;

/** Whether any arm of the data names trusts by code, which only the place itself can tell right from wrong. */
export function namesTrusts(arms: unknown): boolean {
  return listOf(arms).some(
    (arm) =>
      isMapping(arm) &&
      listOf(arm.mergers).some((merger) => isMapping(merger) && Array.isArray(merger.trusts)),
  );
}

function codeFaults(
  who: unknown,
  path: readonly PropertyKey[],
  what: string,
  known: readonly string[] | undefined,
): readonly DataFault[] {
  const codes = listOf(who);
  return codes.flatMap((code, n) => {
    if (typeof code !== 'string') return [];
    if (codes.indexOf(code) < n) return [fault([...path, n], code, 'each code once')];
    if (known === undefined || known.includes(code)) return [];
    const nearest = nearestSpelling(code, known);
    const suggestion = nearest === undefined ? undefined : `Did you mean ${nearest}?`;
    const shown = known.length > 12 ? '' : `: ${known.join(', ')}`;
    return [fault([...path, n], code, `the code of ${what}${shown}`, suggestion)];
  });
}
