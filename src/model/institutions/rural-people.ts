import type { Place } from '../place.ts';

/** People of the first day who live in rural zones, and all of them, by practice and by commissioner. */
export interface RuralPeople {
  readonly ruralOfPractice: Float64Array;
  readonly peopleOfPractice: Float64Array;
  readonly ruralOfCommissioner: Float64Array;
  readonly peopleOfCommissioner: Float64Array;
}

/** Where people live by who registers with whom. */
export function ruralPeople({ zones, practices, commissioners, registration }: Place): RuralPeople {
  const ruralOfPractice = new Float64Array(practices.count);
  const peopleOfPractice = new Float64Array(practices.count);
  const ruralOfCommissioner = new Float64Array(commissioners.count);
  const peopleOfCommissioner = new Float64Array(commissioners.count);
  for (let z = 0; z < zones.count; z++) {
    const c = zones.commissioner[z]!;
    peopleOfCommissioner[c]! += zones.residents[z]!;
    if (zones.rural[z] === 1) ruralOfCommissioner[c]! += zones.residents[z]!;
    for (let e = registration.start[z]!; e < registration.start[z + 1]!; e++) {
      const g = registration.practice[e]!;
      const here = zones.residents[z]! * registration.share[e]!;
      peopleOfPractice[g]! += here;
      if (zones.rural[z] === 1) ruralOfPractice[g]! += here;
    }
  }
  return { ruralOfPractice, peopleOfPractice, ruralOfCommissioner, peopleOfCommissioner };
}
