import { LIFE, STAGE } from '../model/population/people.ts';
import type { RunInput } from '../model/run-input.ts';
import type { World } from '../model/world.ts';
import { bookCopy } from './book-copy.ts';
import { type Build, MODEL } from './build.ts';
import { careState } from './care-state.ts';
import { InvariantError } from './invariant.ts';
import { watch } from './watch.ts';
import { withoutEvents } from './without-events.ts';

/**
 * A life saved never lowers the health of the closed cohort: run again with one death of the cohort not happening, the
 * person living on untouched by further events, and in every week the cohort's utility is higher by exactly what that
 * person's is, which is never negative. Deaths on a pathway are left out (a place on a list would be taken), and GPs
 * must not look at money (a registered person costs), so that nobody else's life may change.
 * @param rank which of the run's deaths does not happen, modulo their number
 * @returns false when nobody of the cohort dies off a list, so that there is nothing to check
 * @throws InvariantError in the first week that breaks the law
 */
export function checkSavedLife(input: RunInput, rank: number, build: Build = MODEL): boolean {
  const { deaths, utility } = withDeaths(build, input);
  if (deaths.length === 0) return false;
  const spared = deaths[rank % deaths.length]!;
  const world = sparing(build.create(input), spared);
  for (let week = 0; week < input.weeks; week++) {
    build.tick(world);
    const gain = world.tally.cohortUtility[0]! - utility[week]!;
    const expected = week < spared.week ? 0 : world.person.utilityOf(spared.slot);
    if (expected < 0 || gain !== expected)
      throw new InvariantError(
        'saved life',
        week,
        `sparing slot ${spared.slot} adds ${gain}, expected ${expected}`,
      );
  }
  return true;
}

interface Death {
  readonly slot: number;
  readonly week: number;
}

/** Deaths of the cohort off a list, and the utility of the cohort week by week. */
function withDeaths(build: Build, input: RunInput): { deaths: Death[]; utility: number[] } {
  const { world, events, forget } = watch(build.create(input));
  const deaths: Death[] = [];
  const utility: number[] = [];
  while (world.week < input.weeks) {
    const { week } = world;
    forget();
    build.tick(world);
    utility.push(world.tally.cohortUtility[0]!);
    for (const { kind, slot, before, after } of events) {
      if (kind !== 'depart' || after.life !== LIFE.died || slot >= world.tables.cohortEnd) continue;
      if (before.stage === STAGE.none) deaths.push({ slot, week });
    }
  }
  return { deaths, utility };
}

/** The same world, in which this one death does not happen and nothing else ever happens to that person. */
function sparing(world: World, { slot, week }: Death): World {
  const { person, law, people } = world;
  const kept: World = {
    ...world,
    law: withoutEvents(law, (i) => i === slot && kept.week > week),
    person: {
      ...bookCopy(person),
      depart(i, how) {
        const spared = i === slot && kept.week === week && careState(people, i).life === LIFE.present;
        if (!spared) person.depart(i, how);
      },
    },
  };
  return kept;
}
