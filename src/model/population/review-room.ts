import { float64 } from '../../kernel/arena.ts';
import type { Place } from '../place.ts';
import { AGE_YEARS } from './people.ts';

/**
 * What the module of WebAssembly needs to say who thinks again about their system (see ../behaviour/enrolment.ts): what
 * holds this week for the people of each practice, [g], and for those who belong to a body by themselves, [G + o].
 * @param bodies number of bodies there may be; without any nobody thinks again
 */
export function reviewRoom(place: Place, bodies: number) {
  const groups = bodies === 0 ? 0 : place.practices.count + bodies;
  return {
    reviewRate: float64(groups),
    reviewTarget: float64(groups),
    reviewLaunch: float64(groups),
    reviewLeast: float64(groups),
    reviewByAge: float64(AGE_YEARS),
  };
}
