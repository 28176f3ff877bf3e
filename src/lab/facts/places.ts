import type { Place } from '../../model/place.ts';
import { loadPlace, syntheticPlace } from '../place/index.ts';

/** A ground on which facts are posed, and the share of its people that is simulated. */
export interface FactPlace {
  readonly words: string;
  readonly scale: number;
  readonly make: () => Place;
}

/**
 * Made-up districts are closed worlds: nobody comes from elsewhere to hide what a place does. Real places stand where the
 * spread of practices or trusts is the question.
 */
export const FACT_PLACES = {
  district: {
    words: 'a made-up district of 40,000 people and two trusts',
    scale: 1,
    make: () => syntheticPlace({ people: 40_000, practices: 8, trusts: 2, rural: 0.3, seed: 'facts' }),
  },
  town: {
    words: 'a made-up town of 150,000 people, 40 practices and four trusts',
    scale: 1,
    make: () => syntheticPlace({ people: 150_000, practices: 40, trusts: 4, rural: 0.2, seed: 'facts' }),
  },
  fourTrusts: {
    words: 'a made-up district of 60,000 people and four trusts',
    scale: 1,
    make: () => syntheticPlace({ people: 60_000, practices: 12, trusts: 4, rural: 0.2, seed: 'facts' }),
  },
  twoAuthorities: {
    words: 'a made-up district of 40,000 people, two trusts and two commissioners',
    scale: 1,
    make: () =>
      syntheticPlace({
        people: 40_000,
        practices: 8,
        trusts: 2,
        rural: 0.3,
        seed: 'facts',
        commissioners: 2,
      }),
  },
  counties: {
    // Of all trusts with fifty practices or more the two whose lists are spread most like England's.
    words: 'the practices of the Primary Care Trusts of West Kent and South Staffordshire',
    scale: 1,
    make: () => loadPlace({ commissioners: ['5P9', '5PK'] }),
  },
  england: {
    words: 'England, one person in a hundred',
    scale: 0.01,
    make: () => loadPlace({ named: 'england' }),
  },
} as const satisfies Record<string, FactPlace>;
export type FactPlaceId = keyof typeof FACT_PLACES;
