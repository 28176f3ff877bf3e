import { detLog, logistic } from '../../kernel/deterministic-math.ts';
import { effectiveSkill } from '../../model/behaviour/commissioner/skill.ts';
import { chanceOfGoodRating } from '../../model/behaviour/governance/assessment.ts';
import { WAIT_BANDS } from '../../model/metrics/waiting-times.ts';
import { bodyOfPerson } from '../../model/organisations/membership.ts';
import { FORM } from '../../model/organisations/structure.ts';
import { shockOnSlots } from '../../model/phases/outpatient-clinics.ts';
import { LIFE } from '../../model/population/people.ts';
import { admissionList, firstList } from '../../model/population/waiting-lists.ts';
import type { World } from '../../model/world.ts';

/** What is seen of a world beside the metrics; one value for each year that ended, [year] or [year * count + unit]; `rated` by quarter. */
export interface Yearly {
  /** Residents' clocks open for more than 26, 39 and 52 weeks, as a share of the list. */
  readonly over26: number[];
  readonly over39: number[];
  readonly over52: number[];
  /** Published orthopaedic wait, weeks, mean over trusts by patients on their orthopaedic lists of the first day. */
  readonly orthopaedicWait: number[];
  /** Weeks to a clinic and from there to an operation: lists over what is served, mean by referrals. */
  readonly expectedWait: number[];
  /** The same lists over the slots that were planned, without those that a shock adds. */
  readonly expectedWaitAsPlanned: number[];
  /** Skill of commissioners, mean by people. */
  readonly skill: number[];
  /** [quarter] chance that an assessor at its end would rate commissioners good or excellent, mean by people. */
  readonly rated: number[];
  /** Logarithm of the factor on emergency fatality, mean of the year's quarters, by trust. */
  readonly logFatality: number[];
  /** 1 = the practice holds a budget of its own, or belongs to a body. */
  readonly formed: number[];
}

const ORTHOPAEDICS = 0;
const QUARTER = 13;
const YEAR = 52;

/** Looks at a world after every week and keeps what a year ended with. */
export class Observer {
  readonly yearly: Yearly = {
    over26: [],
    over39: [],
    over52: [],
    orthopaedicWait: [],
    expectedWait: [],
    expectedWaitAsPlanned: [],
    skill: [],
    rated: [],
    logFatality: [],
    formed: [],
  };
  private readonly quarterLogs: Float64Array;

  constructor(world: World) {
    this.quarterLogs = new Float64Array(world.place.providers.count);
  }

  look(world: World): void {
    if (world.week % QUARTER === 0) {
      this.quarterLogs.forEach((_, h, logs) => {
        logs[h]! += (detLog(world.books.fatalityFactor[h]!) * QUARTER) / YEAR;
      });
      this.yearly.rated.push(overAreas(world, (c) => ratingOf(world, c)));
    }
    if (world.week % YEAR === 0) this.closeYear(world);
  }

  private closeYear(world: World): void {
    const { yearly } = this;
    const { open } = world.records.years.at(-1)!;
    yearly.over26.push(shareFrom(open, 26));
    yearly.over39.push(shareFrom(open, 39));
    yearly.over52.push(shareFrom(open, 52));
    yearly.orthopaedicWait.push(orthopaedicWait(world));
    // Slots of a shock are served as well, though nobody planned them: those of the week that has just ended.
    const clinics = shockOnSlots(world, 'clinics', world.week - 1);
    const theatres = shockOnSlots(world, 'theatres', world.week - 1);
    yearly.expectedWait.push(expectedWait(world, clinics, theatres));
    yearly.expectedWaitAsPlanned.push(expectedWait(world, 1, 1));
    yearly.skill.push(overAreas(world, (c) => world.will.skill[c]!));
    yearly.logFatality.push(...this.quarterLogs);
    this.quarterLogs.fill(0);
    yearly.formed.push(...world.structure.formedOfPractice);
  }
}

/** Share of the place's open clocks that have run for so many weeks. */
function shareFrom(open: Int32Array, weeks: number): number {
  let list = 0;
  let over = 0;
  for (let band = 0; band < WAIT_BANDS; band++) {
    list += open[band]!;
    if (band >= weeks) over += open[band]!;
  }
  return over / list;
}

function orthopaedicWait({ books, place, tables }: World): number {
  let sum = 0;
  let weight = 0;
  for (let h = 0; h < place.providers.count; h++) {
    const hs = h * 8 + ORTHOPAEDICS;
    const patients = tables.referralsPerWeek[hs]!;
    sum += patients * books.publishedWait[hs]!;
    weight += patients;
  }
  return sum / weight;
}

/** @param clinicShock slots that are served over those that were planned, as is theatreShock */
function expectedWait(world: World, clinicShock: number, theatreShock: number): number {
  const { books, tables, settings } = world;
  let sum = 0;
  let weight = 0;
  tables.referralsPerWeek.forEach((patients, hs) => {
    const visits = 1 + books.followUpRatio[hs]! * settings.followUpSlotWeight;
    const clinics = (books.outpatientSlots[hs]! * clinicShock) / visits;
    const operations = books.electiveSlots[hs]! * theatreShock;
    if (patients === 0 || clinics === 0 || operations === 0) return;
    sum += patients * (firstList(world, hs) / clinics + admissionList(world, hs) / operations);
    weight += patients;
  });
  return sum / weight;
}

/** Mean over commissioners' areas, by people. */
function overAreas({ books, place }: World, value: (c: number) => number): number {
  let sum = 0;
  let people = 0;
  for (let c = 0; c < place.commissioners.count; c++) {
    sum += value(c) * books.areaRegistered[c]!;
    people += books.areaRegistered[c]!;
  }
  return sum / people;
}

/** The yearly rating asked at one moment: the skill that is at work now, and the balance of the last year that was closed. */
function ratingOf(world: World, c: number): number {
  return chanceOfGoodRating(world, effectiveSkill(world, c), world.books.margin[c]!);
}

/** Body that each slot's person belongs to; -1 = none. */
export function bodiesOfPeople(world: World): Int16Array {
  const { people, structure, week } = world;
  const arrived = people.arrivalEnd[Math.min(week, people.arrivalEnd.length - 1)]!;
  return Int16Array.from({ length: arrived }, (_, i) => {
    const o = bodyOfPerson(world, i);
    return o >= 0 && structure.form[o] !== FORM.none ? o : -1;
  });
}

/** Practice that each slot's person is registered with; -1 = nobody is there. */
export function practicesOfPeople({ people, week }: World): Int16Array {
  const arrived = people.arrivalEnd[Math.min(week, people.arrivalEnd.length - 1)]!;
  return Int16Array.from({ length: arrived }, (_, i) =>
    people.life(i) === LIFE.present ? people.practice(i) : -1,
  );
}

/** A group that took over a budget: the week, and the chances of full authorisation and of directions. */
export interface Authorised {
  readonly week: number;
  readonly chance: number;
  readonly directed: number;
}

/** Groups that took over and still stand; what the assessor saw is worked back from the chance that was noted then. */
export function authorisedGroups({ will, structure, settings }: World): readonly Authorised[] {
  const { fullReadiness, directedReadiness, noise } = settings.assessment;
  return Array.from(will.fullAuthorisation, (chance, o) => {
    const readiness = fullReadiness + noise * detLog(chance / (1 - chance));
    return {
      week: structure.founded[o]!,
      chance,
      directed: logistic((directedReadiness - readiness) / noise),
    };
  }).filter(({ chance }) => chance > 0);
}
