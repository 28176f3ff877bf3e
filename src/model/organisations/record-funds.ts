import type { World } from '../world.ts';
import { nameOfBody } from './body-names.ts';
import { areasOf, counted, tell } from './record-bodies.ts';

/** What the journal says of money that practices hold: budgets of their own, and programmes for long-term conditions. */

/** Practices of a group hold budgets of their own from now on. */
export function tellBudgetsTaken(world: World, o: number, practices: readonly number[], why: string): void {
  const { code, name } = nameOfBody(world, o);
  tell(world, 'budgets taken over', code, why, [
    `${name}: ${counted(practices.length)} ${hold(practices)} budgets of their own`,
    moneyOfFunds(world, practices),
  ]);
}

/** Funds are measured at the turn of a year, so that in its week, and before the first, there is no sum to tell yet. */
function moneyOfFunds(world: World, practices: readonly number[]): string {
  const sum = poundsOf(world, practices, world.books.fundBudget);
  if (world.week > 0 && world.week % 52 === 0) return 'the money begins this week, by what last year cost';
  if (sum > 0) return `${sum} pounds a year`;
  return `the money begins in week ${52 * (Math.floor(world.week / 52) + 1)}, by what the year until then costs`;
}

/** Practices with budgets of their own hand them back. @param groupOf body that each would have been a group of */
export function tellBudgetsBack(
  world: World,
  practices: readonly number[],
  groupOf: Int32Array,
  why: string,
): void {
  for (const [o, own] of byGroup(practices, (g) => groupOf[g]!)) {
    const { code, name } = nameOfBody(world, o);
    const who = areasOf(world, own).map((c) => world.place.commissioners.name[c]!);
    tell(world, 'budgets handed back', code, why, [
      `${name}: ${counted(own.length)} ${hold(own)} budgets of their own no more`,
      `${who.join(', ')} ${who.length === 1 ? 'does' : 'do'}`,
    ]);
  }
}

/** Capitated sums for long-term conditions begin, group by group. */
export function tellProgrammesBegin(world: World, practices: readonly number[], why: string): void {
  for (const [o, own] of byGroup(practices, (g) => groupIn(world, g))) {
    const { code, name } = nameOfBody(world, o);
    tell(world, 'programme begins', code, why, [
      `${name}: ${counted(own.length)} ${own.length === 1 ? 'gets' : 'get'} a capitated sum for long-term conditions`,
      `${poundsOf(world, own, world.books.programmeBudget)} pounds a year`,
    ]);
  }
}

/** Capitated sums for long-term conditions end. */
export function tellProgrammesEnd(world: World, practices: readonly number[], why: string): void {
  for (const [o, own] of byGroup(practices, (g) => groupIn(world, g))) {
    const { code, name } = nameOfBody(world, o);
    tell(world, 'programme ends', code, why, [
      `${name}: ${counted(own.length)} ${own.length === 1 ? 'gets' : 'get'} no capitated sum for long-term conditions any more`,
    ]);
  }
}

/** Number, as that of a body, of the group whose savings a practice shares. */
function groupIn({ structure, place }: World, g: number): number {
  return place.commissioners.count + place.providers.count + structure.groupOfPractice[g]!;
}

/** Practices by group, ascending. */
function byGroup(
  practices: readonly number[],
  groupOf: (g: number) => number,
): readonly (readonly [o: number, own: readonly number[]])[] {
  const groups = new Map<number, number[]>();
  for (const g of practices) groups.set(groupOf(g), [...(groups.get(groupOf(g)) ?? []), g]);
  return [...groups].sort(([a], [b]) => a - b);
}

function hold(practices: readonly number[]): string {
  return practices.length === 1 ? 'holds' : 'hold';
}

function poundsOf({ input }: World, practices: readonly number[], pence: Float64Array): number {
  return Math.round(practices.reduce((sum, g) => sum + pence[g]!, 0) / 100 / input.scale);
}
