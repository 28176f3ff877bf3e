import type { Institutions } from '../institutions/institutions.ts';
import type { World } from '../world.ts';

/** Share of people who think again in a year: more of them where the practice stays whatever they choose. */
export function reviewRateOf({ settings }: World, { reviewRate, enrolment }: Institutions['choice']): number {
  return enrolment === 'person' ? Math.min(1, reviewRate * settings.enrolment.apart) : reviewRate;
}
