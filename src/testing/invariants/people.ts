import { RT } from '../../model/metrics/tallies.ts';
import { LIFE, STAGE_MASK } from '../../model/population/people.ts';
import type { World } from '../../model/world.ts';
import { type Checks, checksOf, type Invariant } from '../invariant.ts';

/**
 * Each slot is one person who has not arrived, is present, has died or has moved out, and never goes back; arrivals,
 * deaths and moves add up; and what is counted about people is what a count finds.
 */
export const PEOPLE: Invariant = {
  id: 'people',
  law: 'each slot is one person in exactly one state, and arrivals, deaths and moves add up',
  check({ before, world }) {
    const { people } = world;
    const checks = checksOf('people', before.week);
    const from = before.week === 0 ? people.initial : people.arrivalEnd[before.week - 1]!;
    const to = people.arrivalEnd[before.week]!;
    const found = { present: 0, presentBefore: 0, births: 0, died: 0, moved: 0 };
    for (let i = 0; i < people.capacity; i++) {
      const was = before.life[i]!;
      const is = people.life(i);
      checks.that(KNOWN.has(is), () => `slot ${i} is in state ${is}, which does not exist`);
      checks.equal(Number(is === LIFE.notArrived), Number(i >= to), () => `slot ${i} has not arrived`);
      checks.that(
        is === was || was === LIFE.present || (was === LIFE.notArrived && i >= from),
        () => `slot ${i} went from ${NAMES[was]} to ${NAMES[is]}`,
      );
      checks.that(
        before.birthWeek[i] === people.birthWeek(i) &&
          before.zone[i] === people.zone(i) &&
          before.traits[i] === people.traits(i),
        () => `slot ${i} has become somebody else`,
      );
      if (was === LIFE.present) found.presentBefore++;
      if (is === LIFE.present) found.present++;
      if (is === LIFE.died && was !== LIFE.died) found.died++;
      if (is === LIFE.movedOut && was !== LIFE.movedOut) found.moved++;
      if (i >= from && i < to && people.birthWeek(i) === before.week) found.births++;
    }
    checks.equal(found.present, found.presentBefore + to - from - found.died - found.moved, () => 'people');
    const noted = (what: number): number =>
      world.records.years.reduce((sum, year) => sum + sumOf(year.residents, what), 0) -
      before.counted.residents[what]!;
    checks.equal(noted(RT.births), found.births, () => 'births noted');
    checks.equal(noted(RT.arrivals_in), to - from - found.births, () => 'people noted as moved in');
    checks.equal(noted(RT.deaths), found.died, () => 'deaths noted');
    checks.equal(noted(RT.departures), found.moved, () => 'people noted as moved out');
    booksCountPeople(world, checks);
  },
};

const NAMES = ['not arrived', 'present', 'died', 'moved out'];
const KNOWN: ReadonlySet<number> = new Set(Object.values(LIFE));

function sumOf(residents: Float64Array, what: number): number {
  const columns = Object.keys(RT).length;
  let sum = 0;
  for (let at = what; at < residents.length; at += columns) sum += residents[at]!;
  return sum;
}

/** The running counts equal a count from nothing, by commissioner and quintile and by condition. */
function booksCountPeople(world: World, checks: Checks): void {
  const { people, tally, person, tables } = world;
  const present = new Float64Array(tally.present.length);
  const withCondition = new Float64Array(tally.withCondition.length);
  const utility = new Float64Array(tally.utility.length);
  const severity = new Float64Array(tally.unmetSeverity.length);
  const stage = new Float64Array(tally.stage.length);
  let cohort = 0;
  for (let i = 0; i < people.capacity; i++) {
    if (people.life(i) !== LIFE.present) continue;
    const cell = person.cellOf(i);
    const here = person.utilityOf(i);
    checks.that(here >= 0 && here <= 1e6, () => `slot ${i} has a utility of ${here / 1e6}`);
    present[cell]! += 1;
    utility[cell]! += here;
    if (i < tables.cohortEnd) cohort += here;
    for (let c = 0; c < 12; c++)
      if ((people.conditions(i) & (1 << c)) !== 0) withCondition[cell * 12 + c]! += 1;
    const at = people.pathway(i) & STAGE_MASK;
    if (at === 0) continue;
    stage[at]! += 1;
    severity[cell]! += people.severity(i);
  }
  const same = (noted: Float64Array, recount: Float64Array, what: string): void => {
    noted.forEach((value, n) => {
      checks.equal(value, recount[n]!, () => `${what} noted in row ${n}`);
    });
  };
  same(tally.present, present, 'people');
  same(tally.withCondition, withCondition, 'people with a condition');
  same(tally.utility, utility, 'utility');
  same(tally.unmetSeverity, severity, 'severity of unmet needs');
  same(tally.stage, stage, 'people by stage');
  checks.equal(tally.cohortUtility[0]!, cohort, () => 'utility of the closed cohort');
}
