import { LIFE, type People } from '../model/population/people.ts';
import type { RunInput } from '../model/run-input.ts';
import { type Build, MODEL } from './build.ts';
import { InvariantError } from './invariant.ts';

/** Who somebody is on arrival. */
const TRAITS = [
  'birthWeek',
  'zone',
  'practice',
  'traits',
  'conditions',
  'ageClass',
  'usualProvider',
] as const;

/**
 * Whatever the institutions and the shocks, the same people arrive in the same weeks.
 * @param input @param other two arms of one experiment
 * @throws InvariantError in the first week in which somebody else arrives
 */
export function checkSameArrivals(input: RunInput, other: RunInput, build: Build = MODEL): void {
  const a = build.create(input);
  const b = build.create(other);
  compare(a.people, b.people, 0, a.people.capacity, 0);
  while (a.week < Math.min(input.weeks, other.weeks)) {
    const { week } = a;
    const from = week === 0 ? a.people.initial : a.people.arrivalEnd[week - 1]!;
    compare(a.people, b.people, from, a.people.arrivalEnd[week]!, week);
    build.tick(a);
    build.tick(b);
    for (const { people } of [a, b])
      for (let i = 0; i < people.capacity; i++) {
        const arrived = people.life(i) !== LIFE.notArrived;
        if (arrived !== i < a.people.arrivalEnd[week]!)
          throw new InvariantError('arrivals', week, `slot ${i} has ${arrived ? '' : 'not '}arrived`);
      }
  }
}

function compare(a: People, b: People, from: number, to: number, week: number): void {
  for (let i = from; i < to; i++)
    for (const trait of TRAITS)
      if (a[trait](i) !== b[trait](i))
        throw new InvariantError(
          'arrivals',
          week,
          `slot ${i} has another ${trait}: ${a[trait](i)}, ${b[trait](i)}`,
        );
}
