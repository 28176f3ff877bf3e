import { diversion } from '../behaviour/hospital/diversion.ts';
import type { World } from '../world.ts';
import { kilometres, trustsAlone, type Unit } from './stand-alone.ts';

/** The trust that is to take over one that failed. */
export interface Partner {
  readonly unit: Unit;
  /** Part of the planned care of the failed trust's patients that would go to it, 0 to 1; 0 = none is shared. */
  readonly shared: number;
  readonly km: number;
}

/**
 * Trusts that could take over another: general ones that stand alone, can pay what they owe and wait for no partner
 * themselves.
 */
export function trustsThatCanTakeOver(world: World): Unit[] {
  const { place, will } = world;
  return trustsAlone(world).filter(
    ({ lead, members }) =>
      members.some((h) => place.providers.specialist[h] === 0) &&
      will.takenOverIn[lead] === 0 &&
      isSolvent(world, members),
  );
}

/** Whether deficits and debts would bring a trust neither a loan nor an administrator, by its income of the last full year. */
function isSolvent({ books, settings }: World, hospitals: readonly number[]): boolean {
  const { loanShare, administrationShare } = settings.failure;
  let position = 0;
  let turnover = 0;
  for (const h of hospitals) {
    position += books.retained[h]! - books.debtOfProvider[h]!;
    turnover += books.incomeLastYear[h]!;
  }
  return position >= -Math.min(loanShare, administrationShare) * turnover;
}

/**
 * Of the trusts that could, the one to which most of a failed trust's patients would go if it closed (the choice model of
 * the base year); where none would go to any, the nearest. The first of equals. Null = there is none.
 */
export function partnerFor(world: World, failed: Unit, able: readonly Unit[]): Partner | null {
  const partners = able
    .filter(({ lead }) => lead !== failed.lead)
    .map((unit) => ({ unit, shared: patientsShared(world, failed, unit), km: kilometres(failed, unit) }));
  if (partners.length === 0) return null;
  const closest = partners.reduce((a, b) => (b.shared > a.shared ? b : a));
  return closest.shared > 0 ? closest : partners.reduce((a, b) => (b.km < a.km ? b : a));
}

/** Mean over the hospitals of a trust, by what they earn from the place's people. */
function patientsShared(world: World, failed: Unit, other: Unit): number {
  const { incomePounds, plannedShareFromPlace } = world.place.providers;
  let shared = 0;
  let all = 0;
  for (const h of failed.members) {
    const weight = incomePounds[h]! * plannedShareFromPlace[h]!;
    all += weight;
    for (const to of other.members) shared += weight * diversion(world, h, to);
  }
  return all === 0 ? 0 : shared / all;
}

/**
 * Whether the model sees who a trust's patients are: `member_trade_least` of the planned care of one of its hospitals is
 * for the people of the place.
 */
export function isSeenHere(world: World, { members }: Unit): boolean {
  const { plannedShareFromPlace } = world.place.providers;
  return members.some((h) => plannedShareFromPlace[h]! >= world.settings.memberTradeLeast);
}
