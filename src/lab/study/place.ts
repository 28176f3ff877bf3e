import type { Place } from '../../model/place.ts';
import { loadPlace, syntheticPlace } from '../place/index.ts';

/** A place and the share of its people that a study simulates. */
export interface StudyPlace {
  readonly id: string;
  readonly place: Place;
  readonly scale: number;
}

/** People of the made-up district of studies, and the most that are simulated of a real one. */
const SYNTHETIC_PEOPLE = 20_000;
const MOST_PEOPLE = 54_000;

/**
 * The place of a study: `synthetic` (20,000 people, two trusts), the name of a place, or the code of a primary care
 * trust; of a real place so many people that about 54,000 are simulated.
 *
 * @throws PlaceError when there is no such place
 */
export function studyPlace(id: string): StudyPlace {
  const place =
    id === 'synthetic'
      ? syntheticPlace({ people: SYNTHETIC_PEOPLE, practices: 6, trusts: 2, rural: 0.3, seed: 'study' })
      : loadPlace(/^[A-Z0-9]{3}$/.test(id) ? { commissioners: [id] } : { named: id });
  let people = 0;
  for (const residents of place.zones.residents) people += residents;
  const scale = Math.min(1, Math.round((1000 * MOST_PEOPLE) / people) / 1000);
  return { id, place, scale };
}
