import { raise, shakeRelation } from '../behaviour/disruption.ts';
import { renewKept } from '../behaviour/hospital/diversion.ts';
import { chooseSites, planRationalisation } from '../behaviour/hospital/rationalisation.ts';
import { transfer } from '../ledger/ledger.ts';
import { BT } from '../metrics/tallies.ts';
import { perCent } from '../per-cent.ts';
import type { ScheduledMerger } from '../run-input.ts';
import type { World } from '../world.ts';
import { accountOfProvider, accountOfPurchaser, spend } from './accounts.ts';
import { renewMeantFor } from './meant-for.ts';
import { change } from './organisations.ts';

/**
 * Mergers of organisations that stand alone. Two trusts become one board and one purse: money in hand goes into one
 * account to the penny, debts are served from it, and their hospitals keep their queues, contracts, beds and consultants
 * where the patients are, under indices that never change. Two commissioners become one board and one purse likewise;
 * allocations, contracts and levers stay with the areas.
 */

type Terms = Pick<ScheduledMerger, 'imposed' | 'why'>;

/** One trust takes over another, with all hospitals of both. */
export function mergeTrusts(world: World, into: number, from: number, terms: Terms): void {
  const { structure, place, books, settings, will } = world;
  const lead = structure.trustOfProvider[into]!;
  const kept = hospitalsOf(world, lead);
  const joining = hospitalsOf(world, structure.trustOfProvider[from]!);
  const all = [...kept, ...joining];
  const C = place.commissioners.count;
  const turnover = (h: number): number => will.turnover[h]! || place.providers.incomePounds[h]!;
  const margin = weighted(all, (h) => will.providerMargin[h]!, turnover);
  let debts = 0;
  for (const h of joining) {
    const account = accountOfProvider(world, h);
    structure.trustOfProvider[h] = lead;
    transfer(world.ledger, account, accountOfProvider(world, h), books.retained[h]!);
    debts += books.debtOfProvider[h]!;
  }
  renewKept(world, all);
  renewMeantFor(world);
  let closing = 0;
  for (const h of kept)
    for (const other of joining) closing = Math.max(closing, planRationalisation(world, h, other));
  chooseSites(world, all);
  const size = sizeOf(world, terms);
  for (const h of all) {
    will.providerMargin[h] = margin;
    raise(will.disruptionProvider, h, size);
    for (let c = 0; c < place.commissioners.count; c++)
      if (will.trade[c * place.providers.count + h]! > 0) shakeRelation(world, c, h, size, terms.imposed);
    const pence = Math.round(
      settings.mergers.costShare *
        place.providers.incomePounds[h]! *
        100 *
        world.input.scale *
        books.costLevel,
    );
    transfer(world.ledger, accountOfProvider(world, h), world.ledger.accounts.suppliers, pence);
    books.costYear[h]! += pence;
    books.bodyYear[BT.cost_of_elsewhere]! += pence * books.purchaserShare[h * (C + 1) + C]!;
    books.retained[h]! -= pence;
    books.bodyYear[BT.change_cost]! += pence;
  }
  note(world, 'trusts', lead, joining);
  const { code, name } = place.providers;
  world.journal.push({
    week: world.week,
    kind: 'trusts merged',
    organisation: all.map((h) => code[h]!).join(' '),
    description:
      `${name[lead]!} takes over ${joining.map((h) => name[h]!).join(', ')}: one board and one purse; ` +
      `${perCent(closing)} of duplicate services to close, debts of ${pounds(world, debts)} pounds taken over`,
    why: terms.why,
  });
}

/** One commissioner takes over another, with all areas of both. */
export function mergeCommissioners(world: World, into: number, from: number, terms: Terms): void {
  const { structure, place, books, settings, will } = world;
  const lead = structure.boardOfCommissioner[into]!;
  const joining = areasOf(world, structure.boardOfCommissioner[from]!);
  const all = [...areasOf(world, lead), ...joining];
  const people = (c: number): number => books.areaRegistered[c]!;
  const skill = weighted(all, (c) => will.skill[c]!, people);
  const margin = weighted(all, (c) => books.margin[c]!, people);
  let debts = 0;
  for (const c of joining) {
    const account = accountOfPurchaser(world, c);
    structure.boardOfCommissioner[c] = lead;
    transfer(world.ledger, account, accountOfPurchaser(world, c), books.held[c]!);
    debts += books.debt[c]!;
  }
  const size = sizeOf(world, terms);
  for (const c of all) {
    will.skill[c] = skill;
    books.margin[c] = margin;
    raise(will.disruptionCommissioner, c, size);
    for (let h = 0; h < place.providers.count; h++) shakeRelation(world, c, h, size, terms.imposed);
    const pence = Math.round(people(c) * settings.disruption.poundsPerHead * 100 * books.costLevel);
    spend(world, c, null, pence);
    books.bodyYear[BT.change_cost]! += pence;
  }
  note(world, 'commissioners', lead, joining);
  const { code, name } = place.commissioners;
  world.journal.push({
    week: world.week,
    kind: 'commissioners merged',
    organisation: all.map((c) => code[c]!).join(' '),
    description:
      `${name[lead]!} takes over ${joining.map((c) => name[c]!).join(', ')}: one board and one purse; ` +
      `debts of ${pounds(world, debts)} pounds taken over`,
    why: terms.why,
  });
}

/** Hospitals of a trust, the one it is named after among them; areas of a commissioner. */
export function hospitalsOf({ structure, place }: World, trust: number): number[] {
  return numbers(place.providers.count).filter((h) => structure.trustOfProvider[h] === trust);
}

export function areasOf({ structure, place }: World, board: number): number[] {
  return numbers(place.commissioners.count).filter((c) => structure.boardOfCommissioner[c] === board);
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}

function sizeOf({ settings }: World, { imposed }: Terms): number {
  return Math.min(1, settings.disruption.size * (imposed ? settings.disruption.imposed : 1));
}

/** The tree of organisations says who was taken over by whom. */
function note(world: World, kind: ScheduledMerger['kind'], lead: number, joining: readonly number[]): void {
  const { code } = kind === 'trusts' ? world.place.providers : world.place.commissioners;
  const { organisations } = change(world.organisations, (draft) => {
    for (const n of joining) draft[kind][code[n]!]!.mergedInto = code[lead]!;
  });
  world.organisations = organisations;
}

function weighted(
  units: readonly number[],
  of: (unit: number) => number,
  weight: (unit: number) => number,
): number {
  let sum = 0;
  let all = 0;
  for (const unit of units) {
    sum += weight(unit) * of(unit);
    all += weight(unit);
  }
  return all === 0 ? 0 : sum / all;
}

function pounds({ input }: World, pence: number): number {
  return Math.round(pence / 100 / input.scale);
}
