import type { World } from '../world.ts';
import type { Demand } from './expected-demand.ts';

/**
 * Weekly demand of the residents by provider, and beside it that of people from elsewhere: what fills a provider up to
 * the part of its demand that the place is known to send.
 */
export function openDemand(world: World, demand: Demand): void {
  setPlannedDemand(world, demand);
  setEmergencyDemand(world, demand);
}

/** Ratio of other people's demand to the residents' at a provider. */
export function elsewhereRatio(shareFromPlace: number): number {
  return shareFromPlace <= SMALLEST_SHARE ? 0 : (1 - shareFromPlace) / shareFromPlace;
}

/** A provider that gets less than this share of its demand from the place is not filled up with people from elsewhere. */
export const SMALLEST_SHARE = 0.0005;

function setPlannedDemand(world: World, demand: Demand): void {
  const { place, tables, books } = world;
  const H = place.providers.count;
  const C = place.commissioners.count;
  for (let h = 0; h < H; h++) {
    const ratio = elsewhereRatio(place.providers.plannedShareFromPlace[h]!);
    let planned = 0;
    let referrals = 0;
    for (let s = 0; s < 8; s++) {
      tables.referralsPerWeek[h * 8 + s] = demand.referralsByHs[h * 8 + s]! / 52;
      tables.backgroundReferralsPerWeek[h * 8 + s] = (demand.referralsByHs[h * 8 + s]! / 52) * ratio;
      referrals += demand.referralsByHs[h * 8 + s]!;
    }
    for (let c = 0; c < C; c++) planned += demand.plannedByCh[c * H + h]!;
    tables.backgroundPlannedPerWeek[h] = (planned / 52) * ratio;
    tables.backgroundGroup[h] = Math.max(1, Math.min(LARGEST_GROUP, Math.floor(ratio / 2)));
    const all = referrals * (1 + ratio);
    for (let c = 0; c < C; c++) {
      books.purchaserShare[h * (C + 1) + c] = all === 0 ? 0 : demand.referralsByCh[c * H + h]! / all;
    }
    for (let c = 0; c < C; c++) world.will.trade[c * H + h] = books.purchaserShare[h * (C + 1) + c]!;
    books.purchaserShare[h * (C + 1) + C] = ratio / (1 + ratio);
  }
}

/** People from elsewhere go in groups where they are many times the place's own; larger groups would be felt. */
const LARGEST_GROUP = 48;

function setEmergencyDemand(world: World, demand: Demand): void {
  const { place, tables } = world;
  const H = place.providers.count;
  for (let h = 0; h < H; h++) {
    const ratio = elsewhereRatio(place.providers.emergencyShareFromPlace[h]!);
    let emergencies = 0;
    let minor = 0;
    for (let c = 0; c < place.commissioners.count; c++) {
      emergencies += demand.emergenciesByCh[c * H + h]!;
      minor += demand.minorAeByCh[c * H + h]!;
    }
    tables.backgroundEmergenciesPerWeek[h] = (emergencies / 52) * ratio;
    tables.backgroundMinorAePerWeek[h] = (minor / 52) * ratio;
  }
}
