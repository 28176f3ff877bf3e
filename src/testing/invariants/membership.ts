import { purchaserOfPerson } from '../../model/organisations/membership.ts';
import { purchaserOfBody } from '../../model/organisations/structure.ts';
import type { Place } from '../../model/place.ts';
import { LIFE } from '../../model/population/people.ts';
import { checksOf, type Invariant } from '../invariant.ts';

/**
 * Everybody present is registered with one practice that takes people of their zone, and has one budget holder: that of
 * their practice, or of the body that they joined by themselves.
 */
export const MEMBERSHIP: Invariant = {
  id: 'membership',
  law: 'every person has one practice and one budget holder',
  check({ before, world }) {
    const { people, place, books, tables, structure } = world;
    const { bodies } = structure;
    const checks = checksOf('membership', before.week);
    const takes = practicesOfZones(place);
    const registered = new Int32Array(place.practices.count);
    let present = 0;
    for (let i = 0; i < people.capacity; i++) {
      if (people.life(i) !== LIFE.present) continue;
      const practice = people.practice(i);
      checks.that(
        practice < place.practices.count,
        () => `slot ${i} has practice ${practice}, which does not exist`,
      );
      checks.that(
        takes.has(people.zone(i) * place.practices.count + practice),
        () =>
          `slot ${i} of zone ${people.zone(i)} is registered with practice ${practice}, which takes nobody there`,
      );
      const own = bodies === 0 ? 0 : books.systemOf[i]!;
      const body = own > 0 ? own - 1 : structure.bodyOfPractice[practice]!;
      checks.that(
        body < 0 || structure.founded[body]! >= 0,
        () => `slot ${i} belongs to body ${body}, which is gone`,
      );
      checks.equal(
        purchaserOfPerson(world, i),
        body >= 0 && structure.holdsBudget[body] === 1
          ? purchaserOfBody(structure, place.commissioners.count, body)
          : tables.commissionerOfPractice[practice]!,
        () => `who pays for slot ${i}`,
      );
      checks.that(people.usualProvider(i) < place.providers.count, () => `slot ${i} has no hospital`);
      registered[practice]! += 1;
      present++;
    }
    let listed = 0;
    registered.forEach((patients, practice) => {
      checks.equal(books.registered[practice]!, patients, () => `people on the list of practice ${practice}`);
      listed += books.registered[practice]!;
    });
    checks.equal(listed, present, () => 'people on all lists');
  },
};

function practicesOfZones(place: Place): ReadonlySet<number> {
  const pairs = new Set<number>();
  const { start, practice } = place.registration;
  for (let zone = 0; zone < place.zones.count; zone++)
    for (let e = start[zone]!; e < start[zone + 1]!; e++)
      pairs.add(zone * place.practices.count + practice[e]!);
  return pairs;
}
