import type { RuralPeople } from '../../institutions/rural-people.ts';
import type { World } from '../../world.ts';
import type { YearBook } from '../annual-books.ts';
import { type Row, ratio } from './columns.ts';

/** Where the people of some commissioners live, and how ready the bodies are that they are meant for: means by people. */
export function practicesRow(
  { place }: World,
  year: YearBook,
  { ruralOfCommissioner, peopleOfCommissioner }: RuralPeople,
  keep: (c: number) => boolean,
): Row {
  let rural = 0;
  let people = 0;
  for (let c = 0; c < place.commissioners.count; c++) {
    if (!keep(c)) continue;
    rural += ruralOfCommissioner[c]!;
    people += peopleOfCommissioner[c]!;
  }
  let ready = 0;
  let meant = 0;
  year.readiness.forEach((readiness, g) => {
    if (Number.isNaN(readiness) || !keep(place.practices.commissioner[g]!)) return;
    ready += readiness * year.registered[g]!;
    meant += year.registered[g]!;
  });
  return { rural_people_pct: ratio(100 * rural, people), readiness: ratio(ready, meant) };
}
