import { BT } from '../metrics/tallies.ts';
import { spend } from '../organisations/accounts.ts';
import { spendForArea } from '../organisations/purchasers.ts';
import type { Wanted } from '../organisations/wanted.ts';
import type { World } from '../world.ts';

/** A change of structure, as those feel it who are part of it: who joins a body, or leaves it. */
export interface StructuralChange {
  readonly body: number;
  /** Part of the body that is new: all where it is founded or others join, none where it is closed. */
  readonly ofBody: number;
  readonly form: number;
  /** Decided above the heads of those concerned. */
  readonly imposed: boolean;
  readonly practices: readonly number[];
  /** Commissioners that join or leave as a whole. */
  readonly commissioners: readonly number[];
  readonly providers: readonly number[];
}

/**
 * A change of structure, to found or to close, raises the disruption of all that are part of it by its size, more if it
 * is imposed; it costs money once, whatever the form, and shakes the relations of those who are lumped together or
 * parted, and their culture where it is imposed. Source: model description, section 6.8.
 */
export function disrupt(world: World, change: StructuralChange): void {
  const { will, books, settings, place, tables, structure } = world;
  const { body, ofBody, form, imposed, practices, commissioners, providers } = change;
  const { disruption } = settings;
  const size = disruption.size * disruption.byForm[form]! * (imposed ? disruption.imposed : 1);
  const moved = new Float64Array(place.commissioners.count);
  const people = new Float64Array(place.commissioners.count);
  for (let g = 0; g < place.practices.count; g++)
    people[tables.commissionerOfPractice[g]!]! += books.registered[g]!;
  const byPurchaser = new Map<number, number>();
  for (const g of practices) {
    moved[tables.commissionerOfPractice[g]!]! += books.registered[g]!;
    const p = structure.purchaserOfPractice[g]!;
    byPurchaser.set(p, (byPurchaser.get(p) ?? 0) + books.registered[g]!);
  }
  for (let c = 0; c < place.commissioners.count; c++) {
    if (people[c] === 0 || moved[c] === 0) continue;
    raise(will.disruptionCommissioner, c, size * (commissioners.includes(c) ? 1 : moved[c]! / people[c]!));
    for (const h of providers) shakeRelation(world, c, h, size, imposed);
  }
  for (const h of providers) raise(will.disruptionProvider, h, size);
  raise(will.disruptionBody, body, size * ofBody);
  for (const [p, n] of byPurchaser) {
    const pence = Math.round(n * disruption.poundsPerHead * 100 * books.costLevel);
    spend(world, p, null, pence);
    books.bodyYear[BT.change_cost]! += pence;
  }
}

/** Whom partners knew is new in their post, or gone; what is imposed shakes the culture of a place, too. */
export function shakeRelation(world: World, c: number, h: number, size: number, imposed: boolean): void {
  const { will, settings, place } = world;
  const ch = c * place.providers.count + h;
  const left = 1 - Math.min(1, settings.disruption.shake * size);
  will.managerial[ch]! *= left;
  will.clinical[ch]! *= left;
  if (!imposed) return;
  will.cultureManagerial[ch]! *= left;
  will.cultureClinical[ch]! *= left;
}

/**
 * A commissioner that has handed over all of its area, and lives on in no body, not even one that it leads for a part of
 * it, is closed: staff are paid off, and in part hired again by others, once in a run, however often the area forms again.
 * Those who go on as a social enterprise are not. Who holds the money for the area pays.
 */
export function closeAuthority(world: World, c: number, { institutions }: Wanted): void {
  const { books, settings, place, tables, structure } = world;
  if (structure.closedAuthority[c] === 1) return;
  structure.closedAuthority[c] = 1;
  let people = 0;
  for (let g = 0; g < place.practices.count; g++)
    if (tables.commissionerOfPractice[g] === c) people += books.registered[g]!;
  const leave = institutions.rollout.socialEnterprise ? 1 - settings.attrition.socialEnterprise : 1;
  const pence = Math.round(people * settings.disruption.closingPoundsPerHead * leave * 100 * books.costLevel);
  spendForArea(world, c, pence);
  books.bodyYear[BT.change_cost]! += pence;
}

export function raise(levels: Float64Array, at: number, by: number): void {
  levels[at] = Math.min(1, levels[at]! + by);
}

/** Disruption fades week by week, half of it within the half-life. */
export function fadeDisruption(world: World): void {
  const { will, settings } = world;
  for (const levels of [will.disruptionCommissioner, will.disruptionProvider, will.disruptionBody]) {
    for (let n = 0; n < levels.length; n++) {
      if (levels[n] === 0) continue;
      levels[n] = levels[n]! < 1e-6 ? 0 : levels[n]! * settings.disruption.weeklyFactor;
    }
  }
}
