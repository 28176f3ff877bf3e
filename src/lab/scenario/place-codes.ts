import { syntheticCommissionerCodes } from '../place/synthetic-limits.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isMapping } from './written-data.ts';

/**
 * Codes of the primary care trusts of a place as it is written, whatever else is wrong with it.
 *
 * @param inFolder those of the folder that it names. @returns undefined when nothing can be said.
 */
export function placeCodes(
  place: unknown,
  vocabulary: Vocabulary,
  inFolder: readonly string[] | undefined,
): readonly string[] | undefined {
  if (Array.isArray(place)) return place.filter((code) => typeof code === 'string');
  if (typeof place === 'string') {
    const named = vocabulary.places?.find(({ id }) => id === place);
    return named?.commissioners.length === 0 ? vocabulary.commissioners : named?.commissioners;
  }
  if (!isMapping(place)) return undefined;
  if (!isMapping(place.synthetic)) return inFolder;
  const { people } = place.synthetic;
  return typeof people === 'number' && people > 0 && people < 1e9
    ? syntheticCommissionerCodes(people)
    : undefined;
}
