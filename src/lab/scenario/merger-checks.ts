import type { Place } from '../../model/place.ts';
import { nearestSpelling } from '../nearest-spelling.ts';
import type { DataFault } from './faults.ts';
import { type Problem, problemOfFile } from './problem.ts';
import type { Scenario } from './scenario.ts';
import { fault, isMapping, listOf } from './written-data.ts';

/**
 * Faults of the mergers of an arm that need more than one value: who merges, weeks after the end, codes twice or of
 * elsewhere.
 *
 * @param weeks of the run. @param codes of the primary care trusts of the place; undefined = not known
 */
export function mergerFaults(
  value: unknown,
  path: readonly PropertyKey[],
  weeks: number | undefined,
  codes: readonly string[] | undefined,
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
      faults.push(...codeFaults(who, [...at, key], key === 'commissioners' ? codes : undefined));
    return faults;
  });
}

function codeFaults(
  who: unknown,
  path: readonly PropertyKey[],
  known: readonly string[] | undefined,
): readonly DataFault[] {
  const codes = listOf(who);
  return codes.flatMap((code, n) => {
    if (typeof code !== 'string') return [];
    if (codes.indexOf(code) < n) return [fault([...path, n], code, 'each code once')];
    if (known === undefined || known.includes(code)) return [];
    const nearest = nearestSpelling(code, known);
    const suggestion = nearest === undefined ? undefined : `Did you mean ${nearest}?`;
    return [fault([...path, n], code, 'the code of a primary care trust of the place', suggestion)];
  });
}

/** Whether any arm names trusts by code, which only the place itself can tell right from wrong. */
export function namesTrusts({ arms }: Scenario): boolean {
  return arms.some((arm) =>
    arm.mergers.some(({ kind, who }) => kind === 'trusts' && who !== 'nearest-smaller'),
  );
}

/** Codes of trusts that the place does not have. */
export function unknownTrusts(scenario: Scenario, place: Place, file: string): readonly Problem[] {
  const known = place.providers.code;
  return scenario.arms.flatMap((arm, a) =>
    arm.mergers.flatMap(({ kind, who }, m) => {
      if (kind !== 'trusts' || who === 'nearest-smaller') return [];
      return who
        .filter((code) => !known.includes(code))
        .map((code) => {
          const shown = known.length > 12 ? '' : `: ${known.join(', ')}`;
          const expected = `the code of a trust within reach of the place${shown}`;
          const nearest = nearestSpelling(code, known);
          const problem = problemOfFile(file, `expected ${expected}, found "${code}"`, expected, code);
          return {
            ...problem,
            path: `arms[${a}].mergers[${m}].trusts`,
            ...(nearest === undefined ? {} : { suggestion: `Did you mean ${nearest}?` }),
          };
        });
    }),
  );
}
