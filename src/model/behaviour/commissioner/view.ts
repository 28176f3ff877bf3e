import { growthOf } from '../../organisations/purchasers.ts';
import { PRICE, PRICES, type World } from '../../world.ts';
import { clinicSlot, theatreSlot } from '../hospital/slots.ts';
import { targetRelief } from '../hospital/stage-wait.ts';
import { VIEW, VIEWS } from '../will/commissioning-state.ts';

/**
 * What each commissioner sees at a review: prices and target pressure at the hospitals its people use, weighted by their
 * base-year referrals, and how many those are.
 */
export function reviewCommissioners(world: World): void {
  const { place, will, tables, books, settings } = world;
  const H = place.providers.count;
  const C = place.commissioners.count;
  const perHs = hospitalViews(world);
  const short = settings.shortStayShare;
  for (let c = 0; c < C; c++) {
    const at = c * VIEWS;
    let referrals = 0;
    let clinic = 0;
    let theatre = 0;
    let reliefClinic = 0;
    let reliefTheatre = 0;
    let waitTheatre = 0;
    let emergency = 0;
    for (let h = 0; h < H; h++) {
      const trade = will.trade[c * H + h]!;
      if (trade === 0) continue;
      let here = 0;
      for (let s = 0; s < 8; s++) {
        const hs = h * 8 + s;
        const weight = trade * (tables.referralsPerWeek[hs]! + tables.backgroundReferralsPerWeek[hs]!) * 52;
        here += weight;
        clinic += weight * perHs[hs * COLUMNS]!;
        theatre += weight * perHs[hs * COLUMNS + 1]!;
        reliefClinic += weight * perHs[hs * COLUMNS + 2]!;
        reliefTheatre += weight * perHs[hs * COLUMNS + 3]!;
        waitTheatre += weight * perHs[hs * COLUMNS + 4]!;
      }
      referrals += here;
      const row = h * PRICES;
      const price =
        short * books.pricePence[row + PRICE.emergencyShort]! +
        (1 - short) * books.pricePence[row + PRICE.emergencyLong]!;
      emergency += (here * price) / 100;
    }
    if (referrals === 0) continue;
    will.view[at + VIEW.clinic] = clinic / referrals;
    will.view[at + VIEW.theatre] = theatre / referrals;
    will.view[at + VIEW.emergency] = emergency / referrals;
    will.view[at + VIEW.reliefClinic] = reliefClinic / referrals;
    will.view[at + VIEW.reliefTheatre] = reliefTheatre / referrals;
    will.view[at + VIEW.waitTheatre] = waitTheatre / referrals;
    will.view[at + VIEW.referrals] = referrals / headsOf(world, c);
  }
}

/** [hs * COLUMNS]: price of a clinic place and of an operation, target relief at either stage, loss by the wait. */
function hospitalViews(world: World): Float64Array {
  const { place, will, settings } = world;
  const views = new Float64Array(place.providers.count * 8 * COLUMNS);
  for (let hs = 0; hs < place.providers.count * 8; hs++) {
    const clinic = clinicSlot(world, hs).price;
    const theatre = theatreSlot(world, hs).price;
    views[hs * COLUMNS] = clinic;
    views[hs * COLUMNS + 1] = theatre;
    views[hs * COLUMNS + 2] = targetRelief(world, hs, will.clinicWaitProjected[hs]!, clinic, 'projected');
    views[hs * COLUMNS + 3] = targetRelief(world, hs, will.theatreWaitProjected[hs]!, theatre, 'projected');
    const loss = settings.needDecrement[hs & 7]! * settings.severityTreated;
    views[hs * COLUMNS + 4] = (loss * will.theatreWaitProjected[hs]!) / 52;
  }
  return views;
}

/** Columns of what is seen of each provider and specialty. */
const COLUMNS = 5;

/** A column of what a commissioner saw at its last review. */
export function viewOf(world: World, c: number, column: number): number {
  return world.will.view[c * VIEWS + column]!;
}

/** People of an area, whoever holds the money for them, as its budgets were set for. */
export function headsOf(world: World, c: number): number {
  return Math.max(1, world.books.areaRegistered[c]!);
}

/** Pounds of a year's allocation per head. */
export function allocationPerHead(world: World, c: number): number {
  return world.books.allocation[c]! / 100 / headsOf(world, c);
}

/** Growth of the money of all areas of the place since the first year. */
export function growthOfPlace({ books, place }: World): number {
  let now = 0;
  let first = 0;
  for (let c = 0; c < place.commissioners.count; c++) {
    now += books.allocation[c]!;
    first += books.firstAllocation[c]!;
  }
  return first === 0 ? 1 : now / first;
}

/** Growth of a practice's money, whose pay grows with the money of its commissioner's area. */
export function growthOfPractice(world: World, g: number): number {
  return growthOf(world, world.place.practices.commissioner[g]!);
}
