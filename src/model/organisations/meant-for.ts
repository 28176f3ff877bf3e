import { institutionsAhead, needsStructure } from '../institutions/in-force.ts';
import type { World } from '../world.ts';
import { bodiesOfTrusts, type Users } from './joining-trusts.ts';

/**
 * The body that each practice's people are meant for, by the institutions that hold or are to come. Renewed when
 * institutions change, or trusts merge: what is asked for does not move with the week.
 *
 * A hospital has one owner. Where a body led by a hospital and one led by the commissioner of the area would both take it
 * in, it belongs with those of whom more use it, and the others, if they are to have a body of the same form, belong with
 * them: one body serves all who use the hospital. If theirs is of another form they have one without the hospital, which
 * they then buy from.
 */
export function renewMeantFor(world: World): void {
  const { structure, place } = world;
  if (structure.bodies === 0) return;
  const asked = Int32Array.from({ length: place.practices.count }, (_, g) => askedBody(world, g));
  structure.bodyOfTrust.set(bodiesOfTrusts(world, usersOf(world, asked)));
  structure.meantFor.set(
    asked.map((own, g) => (takesTrusts(world, g) ? withHospital(world, asked, g) : own)),
  );
}

/** Body of a practice that is to have one with a hospital, whoever else that hospital belongs with. */
function withHospital(world: World, asked: Int32Array, g: number): number {
  const { structure, place, tables } = world;
  const C = place.commissioners.count;
  const leads = (o: number): boolean => o >= C && o < C + place.providers.count;
  const own = asked[g]!;
  const main = structure.mainProviderOfPractice[g]!;
  const home = main < 0 ? -1 : structure.bodyOfTrust[main]!;
  if (home < 0 || home === own || own >= C + place.providers.count) return own;
  if (own < C && !leads(home)) return own;
  // Who is asked for in another area only is not what the institutions here ask for.
  const there = asked.findIndex(
    (o, other) => o === home && tables.commissionerOfPractice[other] === tables.commissionerOfPractice[g],
  );
  const form = (practice: number): string => institutionsAhead(world, practice).provision.form;
  if (there >= 0 && form(there) === form(g)) return home;
  // Practices whose hospital leads them not, lead themselves.
  return leads(own) ? groupOf(world, g) : own;
}

/** Body that institutions ask for where a practice is, by who leads; -1 = none. */
function askedBody(world: World, g: number): number {
  const institutions = institutionsAhead(world, g);
  if (!needsStructure(institutions)) return -1;
  const { place, structure, tables } = world;
  const { budget, provision } = institutions;
  if (provision.form === 'separate' && budget.holder !== 'organisation') return groupOf(world, g);
  const main = structure.mainProviderOfPractice[g]!;
  const hospital = main < 0 ? main : structure.trustOfProvider[main]!;
  if (provision.led === 'practices') return groupOf(world, g);
  if (provision.led === 'hospital' && hospital >= 0) return place.commissioners.count + hospital;
  return tables.commissionerOfPractice[g]!;
}

function groupOf({ place, structure }: World, g: number): number {
  return place.commissioners.count + place.providers.count + structure.groupOfPractice[g]!;
}

function takesTrusts(world: World, g: number): boolean {
  const { provision } = institutionsAhead(world, g);
  return provision.form !== 'separate' && provision.trust;
}

/** How much of each provider's planned care is for those for whom a body is asked that takes trusts in, by body. */
function usersOf(world: World, asked: Int32Array): Users {
  const { place, structure, tables, books, will } = world;
  const C = place.commissioners.count;
  const H = place.providers.count;
  const { practiceReachStart: start, practiceReachProvider: provider, practiceReachWeight: weight } = tables;
  const ofArea = new Float64Array(C * H);
  const eachUse = (visit: (g: number, h: number, use: number) => void): void => {
    for (let g = 0; g < place.practices.count; g++)
      for (let e = start[g]!; e < start[g + 1]!; e++)
        visit(g, provider[e]!, weight[e]! * books.registered[g]!);
  };
  eachUse((g, h, use) => {
    ofArea[tables.commissionerOfPractice[g]! * H + h]! += use;
  });
  const practices = new Map<number, number[]>();
  asked.forEach((o, g) => {
    if (o >= 0 && takesTrusts(world, g)) practices.set(o, [...(practices.get(o) ?? []), g]);
  });
  const uses = new Float64Array(structure.bodies * H);
  const outside = new Float64Array(C * H);
  eachUse((g, h, use) => {
    const c = tables.commissionerOfPractice[g]!;
    const part = ofArea[c * H + h] === 0 ? 0 : (will.trade[c * H + h]! * use) / ofArea[c * H + h]!;
    const o = asked[g]!;
    if (o >= 0 && takesTrusts(world, g)) uses[o * H + h]! += part;
    else outside[c * H + h]! += part;
  });
  return { practices, uses, outside };
}
