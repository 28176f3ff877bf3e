import { seatsOf } from '../behaviour/board.ts';
import { institutionsOfBody } from '../institutions/in-force.ts';
import type { World } from '../world.ts';
import { nameOfBody } from './body-names.ts';
import { change } from './organisations.ts';
import { FORM } from './structure.ts';

/** What the tree of organisations and the journal say of bodies: who joins, who leaves, and why. */

/** Put the body as it is now into the tree, and what changed into the journal. */
export function recordBody(world: World, o: number, why: string): void {
  const { structure, place } = world;
  const { code, name } = nameOfBody(world, o);
  const { governance } = institutionsOfBody(world, o);
  const commissioners = place.commissioners.code.filter((_, c) => structure.bodyOfCommissioner[c] === o);
  const trusts = place.providers.code.filter((_, h) => structure.bodyOfProvider[h] === o);
  const practices = practicesOf(world, o);
  const holdsBudget = structure.holdsBudget[o] === 1;
  const form = Object.entries(FORM).find(([, value]) => value === structure.form[o])![0];
  const existed = world.organisations.bodies[code] !== undefined;
  const { organisations, patches } = change(world.organisations, (draft) => {
    (draft.bodies as Record<string, unknown>)[code] = {
      name,
      form,
      founded: structure.founded[o]!,
      commissioners,
      trusts,
      practices: practices.length,
      holdsBudget,
      seats: seatsOf(governance),
    };
  });
  world.organisations = organisations;
  if (patches.length === 0) return;
  const members = [
    ...commissioners.map((c) => place.commissioners.name[place.commissioners.code.indexOf(c)]!),
    ...trusts.map((h) => place.providers.name[place.providers.code.indexOf(h)]!),
    counted(practices.length),
  ];
  const seats = Object.entries(seatsOf(governance))
    .filter(([, weight]) => weight > 0)
    .map(([who, weight]) => `${who} ${Math.round(weight * 100)}%`);
  tell(world, existed ? 'body grows' : 'body founded', code, why, [
    `${name} (${form}): ${members.join(', ')}${holdsBudget ? ', holds the budget' : ''}`,
    hospitalOutside(world, o, practices),
    `board: ${seats.join(', ')}`,
  ]);
}

/** Who would have a hospital of their own, and buys from it instead. */
function hospitalOutside(world: World, o: number, practices: readonly number[]): string {
  const { structure, place } = world;
  const { provision } = institutionsOfBody(world, o);
  if (!provision.trust || structure.form[o] === FORM.consortium) return '';
  if (structure.bodyOfProvider.includes(o)) return '';
  const mains = [...new Set(practices.map((g) => structure.mainProviderOfPractice[g]!))].filter(
    (h) => h >= 0,
  );
  const owned = mains.map((h) => {
    const owner = structure.bodyOfProvider[h]!;
    return `${place.providers.name[h]!}${owner < 0 ? '' : ` (${nameOfBody(world, owner).name})`}`;
  });
  return owned.length === 0 ? '' : `no hospital joins it, it buys from ${owned.join(', ')}`;
}

/** Who leaves a body that is closed. */
export interface Leavers {
  readonly practices: readonly number[];
  /** Practices among them that another body takes over at once. */
  readonly taken: readonly number[];
  readonly commissioners: readonly number[];
  readonly providers: readonly number[];
  readonly why: string;
}

export function tellClosed(
  world: World,
  o: number,
  { practices, taken, commissioners, providers, why }: Leavers,
): void {
  const { place } = world;
  const { code, name } = nameOfBody(world, o);
  const alone = [
    ...commissioners.map((c) => place.commissioners.name[c]!),
    ...providers.map((h) => place.providers.name[h]!),
  ];
  const back = practices.filter((g) => !taken.includes(g));
  tell(world, 'body closed', code, why, [
    `${name} is closed`,
    back.length === 0 ? '' : returned(world, back),
    taken.length === 0
      ? ''
      : `${counted(taken.length)} ${taken.length === 1 ? 'goes' : 'go'} to another body`,
    alone.length === 0 ? '' : `${alone.join(', ')} ${alone.length === 1 ? 'stands' : 'stand'} alone again`,
  ]);
}

/** Practices leave a body that goes on. */
export function tellShrunk(world: World, o: number, left: readonly number[], why: string): void {
  const { code, name } = nameOfBody(world, o);
  const stay = practicesOf(world, o).length;
  const { organisations } = change(world.organisations, (draft) => {
    (draft.bodies[code] as { practices: number }).practices = stay;
  });
  world.organisations = organisations;
  tell(world, 'body shrinks', code, why, [`${name}: ${returned(world, left)}`, `${counted(stay)} stay`]);
}

export function tell(
  world: World,
  kind: string,
  organisation: string,
  why: string,
  parts: readonly string[],
): void {
  const description = parts.filter((part) => part !== '').join('; ');
  world.journal.push({ week: world.week, kind, organisation, description, why });
}

function returned(world: World, practices: readonly number[]): string {
  const names = areasOf(world, practices).map((c) => world.place.commissioners.name[c]!);
  return `${counted(practices.length)} ${practices.length === 1 ? 'returns' : 'return'} to ${names.join(', ')}`;
}

export function areasOf({ tables }: World, practices: readonly number[]): number[] {
  return [...new Set(practices.map((g) => tables.commissionerOfPractice[g]!))].sort((a, b) => a - b);
}

function practicesOf({ structure }: World, o: number): number[] {
  const served: number[] = [];
  structure.bodyOfPractice.forEach((body, g) => {
    if (body === o) served.push(g);
  });
  return served;
}

export function counted(practices: number): string {
  return practices === 1 ? '1 practice' : `${practices} practices`;
}
