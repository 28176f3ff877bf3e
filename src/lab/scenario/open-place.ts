import type { Place } from '../../model/place.ts';
import { syntheticPlace } from '../place/synthetic.ts';
import type { PlaceChoice } from './scenario.ts';

/** Named places, by id. */
export function namedPlaces(): readonly { readonly id: string; readonly name: string }[] {
  return [];
}

/**
 * The place that a scenario asks for.
 *
 * @throws PlaceError if its data cannot be used.
 */
export function openPlace(choice: PlaceChoice): Place {
  if (choice.kind === 'synthetic') return syntheticPlace(choice.synthetic);
  throw new Error('to be joined to the loader of places');
}
