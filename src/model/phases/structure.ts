import { fadeDisruption } from '../behaviour/disruption.ts';
import { dowriesFollowPeople, shareOutAllocations } from '../behaviour/dowry.ts';
import {
  type Candidate,
  countStubbornQuarters,
  growReadiness,
  lineOf,
  observedAdvantage,
  reasonToForm,
  reviewSkill,
  startingReadiness,
} from '../behaviour/formation.ts';
import { QUARTER_WEEKS } from '../calendar.ts';
import { institutionsAhead, institutionsOfPractice } from '../institutions/in-force.ts';
import { BT } from '../metrics/tallies.ts';
import { existingBodies, nameOfBody } from '../organisations/body-names.ts';
import { closeBody, foundBody } from '../organisations/change-structure.ts';
import { renewMeantFor } from '../organisations/meant-for.ts';
import { startOnNewTerms, type Terms, termsOfPayment } from '../organisations/new-terms.ts';
import { renewEnrolledShares } from '../organisations/purchasers.ts';
import { wantedStructure } from '../organisations/wanted.ts';
import type { World } from '../world.ts';

/**
 * Step 1b of the tick: where the institutions ask for a structure, it forms when and where the rollout says so; bodies
 * that failed are closed and their people served by others. Disruption fades. Where no institutions of the run ask for a
 * structure there is nothing to do.
 */
export function structure(world: World): void {
  fadeDisruption(world);
  if (world.structure.bodies === 0) return;
  if (world.week === 0) {
    renewMeantFor(world);
    startingReadiness(world);
  }
  const quarter = world.week % QUARTER_WEEKS === 0;
  if (quarter && world.week > 0) {
    countStubbornQuarters(world);
    getReady(world);
    reviewSkill(world);
  }
  // As they stand before the first change of the week; in most weeks nothing changes.
  let terms: Terms | null = null;
  const beforeChange = (): void => {
    terms ??= termsOfPayment(world);
  };
  exits(world, beforeChange);
  const candidates = candidatesOf(world);
  const advantage = quarter ? observedAdvantage(world) : 0;
  for (const candidate of candidates) {
    const { by } = candidate.wanted.institutions.rollout;
    // Who must waits for nobody, waves have dates; who may looks once a quarter, and on the first day.
    const dated = by === 'in-force' || by === 'decree' || by === 'waves';
    if (!dated && !quarter && !candidate.first) continue;
    const why = reasonToForm(world, candidate, lineOf(world, candidate, candidates), advantage);
    if (why === null) continue;
    beforeChange();
    foundBody(world, {
      body: candidate.body,
      practices: candidate.practices,
      wanted: candidate.wanted,
      why,
      fromStart: by === 'in-force' && world.week === 0,
    });
  }
  if (terms !== null) startOnNewTerms(world, terms);
  if (terms !== null && world.week > 0) shareOutAllocations(world);
  else if (quarter && world.week % 52 !== 0 && dowriesFollowPeople(world)) {
    // Who gets an area's money bears its bills, too, by the same count of people.
    renewEnrolledShares(world);
    shareOutAllocations(world);
  }
}

/** Practices for whom a structure is asked for and has not formed, by the body that would serve them. */
function candidatesOf(world: World): Candidate[] {
  const { structure: s, place, cells } = world;
  const byBody = new Map<number, number[]>();
  for (let g = 0; g < place.practices.count; g++) {
    if (s.formedOfPractice[g] === 1) continue;
    const wanted = wantedStructure(world, g);
    if (wanted === null || recoversFromFailure(world, wanted.body, g)) continue;
    const members = byBody.get(wanted.body);
    if (members === undefined) byBody.set(wanted.body, [g]);
    else members.push(g);
  }
  return [...byBody]
    .map(([body, practices]) => {
      const since = s.askedSince[cells.ofPractice[practices[0]!]!]!;
      const wanted = wantedStructure(world, practices[0]!)!;
      const first = since + Math.ceil(wanted.institutions.rollout.notBeforeWeeks);
      return { body, practices, wanted, weeks: world.week - since, first: world.week === first };
    })
    .sort((a, b) => rank(world, b.body) - rank(world, a.body) || a.body - b.body);
}

/** Whether a body failed a short time ago, under the institutions that ask for it still: it is not founded again yet. */
function recoversFromFailure({ structure: s, cells, settings, week }: World, o: number, g: number): boolean {
  const failed = s.failedIn[o]!;
  const asked = s.askedSince[cells.ofPractice[g]!]!;
  return failed >= 0 && failed >= asked && week - failed < settings.formation.afterFailureWeeks;
}

/** Bodies that hospitals lead are founded before those that commissioners lead in what is left of an area. */
function rank({ place }: World, o: number): number {
  return o < place.commissioners.count ? 0 : 1;
}

/** Development money and practice make ready; those who wait learn from neither unless they are paid for. */
function getReady(world: World): void {
  const { structure: s, place } = world;
  const seen = new Set<number>();
  for (let g = 0; g < place.practices.count; g++) {
    const wanted = wantedStructure(world, g);
    if (wanted === null || seen.has(wanted.body)) continue;
    seen.add(wanted.body);
    const formed = s.formedOfPractice[g] === 1;
    const pounds = formed ? 0 : institutionsAhead(world, g).rollout.developmentPoundsPerHead;
    growReadiness(world, wanted.body, pounds, formed);
  }
}

/**
 * A body in administration is closed when its notice is over. Practices whose people choose their body go to an open one,
 * that of the practice nearest to them. The others go back to their commissioner, and wait before theirs may be founded again.
 * @param beforeChange told before a body is closed
 */
function exits(world: World, beforeChange: () => void): void {
  for (const o of existingBodies(world)) {
    const week = world.will.closesAt[o]!;
    if (week === 0 || world.week < week) continue;
    beforeChange();
    const { structure: s, books } = world;
    const served: number[] = [];
    s.bodyOfPractice.forEach((body, g) => {
      if (body === o) served.push(g);
    });
    const taken = new Map<number, number[]>();
    for (const g of served) {
      const next = choosesBody(world, g) ? nearestOpenBody(world, g, o) : -1;
      if (next >= 0) taken.set(next, [...(taken.get(next) ?? []), g]);
    }
    closeBody(world, o, { why: 'it could not pay its debts', taken: [...taken.values()].flat() });
    for (const [next, practices] of taken) {
      const wanted = wantedStructure(world, ownPractice(s, next))!;
      foundBody(world, {
        body: next,
        practices,
        wanted,
        why: `${nameOfBody(world, o).name} was closed`,
        fromStart: true,
      });
      for (const g of practices) books.bodyYear[BT.people_moved_by_exit]! += books.registered[g]!;
    }
    s.failedIn[o] = world.week;
  }
}

/** A practice of a body that it was founded for; the first where it serves only others. */
function ownPractice({ bodyOfPractice, meantFor }: World['structure'], o: number): number {
  const own = bodyOfPractice.findIndex((body, g) => body === o && meantFor[g] === o);
  return own >= 0 ? own : bodyOfPractice.indexOf(o);
}

function choosesBody(world: World, g: number): boolean {
  return institutionsOfPractice(world, g).choice.of === 'system';
}

/** The body, another than the one given, whose practices are nearest; -1 = none. */
function nearestOpenBody({ place, structure: s, will }: World, g: number, not: number): number {
  const { practices } = place;
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let other = 0; other < practices.count; other++) {
    const o = s.bodyOfPractice[other]!;
    if (o < 0 || o === not || will.closesAt[o]! > 0) continue;
    const north = practices.latitude[other]! - practices.latitude[g]!;
    const east = practices.longitude[other]! - practices.longitude[g]!;
    // Degrees of longitude are about 0.6 of those of latitude here; only the order counts.
    const far = north * north + 0.36 * east * east;
    if (far >= least) continue;
    least = far;
    nearest = o;
  }
  return nearest;
}
