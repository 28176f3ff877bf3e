import { asksPeople, isNewBody } from '../behaviour/enrolment.ts';
import { reviewRateOf } from '../behaviour/review-rate.ts';
import { institutionsOfBody } from '../institutions/in-force.ts';
import type { Institutions } from '../institutions/institutions.ts';
import { institutionsOfMembers } from '../organisations/membership.ts';
import type { CareBatches } from '../population/care-wasm.ts';
import type { World } from '../world.ts';
import { tellKeys } from './batches.ts';

/** What decides this week on who thinks again, by practice and, for those who enrolled by themselves, by body. */
export function tellReview(world: World, care: CareBatches): void {
  const { structure, place, settings } = world;
  const { columns } = care;
  const tell = (at: number, { choice, entitlement }: Institutions, o: number): void => {
    columns.reviewRate[at] = asksPeople(choice, o) ? reviewRateOf(world, choice) : 0;
    columns.reviewTarget[at] = entitlement.targetWaitWeeks;
    columns.reviewLaunch[at] = isNewBody(world, o) ? settings.enrolment.launch : 1;
    columns.reviewLeast[at] = choice.minimumEnrolmentWeeks;
  };
  tellKeys(world, care);
  columns.reviewByAge.set(settings.enrolment.byAge);
  const G = place.practices.count;
  for (let g = 0; g < G; g++) tell(g, institutionsOfMembers(world, g), structure.bodyOfPractice[g]!);
  for (let o = 0; o < structure.bodies; o++) tell(G + o, institutionsOfBody(world, o), o);
}
