import { institutionsOfProvider } from '../institutions/in-force.ts';
import { PT, PT_COUNT, RT, RT_COUNT } from '../metrics/tallies.ts';
import { CATEGORY, PRICE, PRICES, type World } from '../world.ts';
import { chargeArea, chargeElsewhere, noteUnpaid } from './money.ts';

/**
 * Part of step 6b of the tick: of the follow-ups of first visits that are still to come an equal share falls due each week,
 * as far as there are slots; they are counted and paid.
 * @param capacity the week's slots
 * @returns follow-ups made
 */
export function followUpsOfWeek(world: World, hs: number, capacity: number): number {
  const { books, settings, place } = world;
  const made = Math.min(
    Math.floor(books.followUpsDue[hs]! * settings.followUpPace + books.followUpCarry[hs]!),
    Math.floor(Math.max(0, capacity) / settings.followUpSlotWeight),
  );
  const falling = books.followUpsDue[hs]! * settings.followUpPace;
  books.followUpsDue[hs]! -= falling;
  books.followUpCarry[hs]! += falling - made;
  countFollowUps(world, hs, made);
  const G = place.practices.count;
  const stays = 1 - settings.followUpPace;
  for (let at = hs * G; at < (hs + 1) * G; at++) books.practiceFollowUps[at]! *= stays;
  return made;
}

/**
 * Follow-ups are counted and paid by provider: each purchaser bears them in proportion to its base-year share of the
 * provider's planned care.
 */
function countFollowUps(world: World, hs: number, count: number): void {
  if (count === 0) return;
  const { tally, books, place } = world;
  const h = hs >> 3;
  tally.providers[h * PT_COUNT + PT.follow_up_outpatients]! += count;
  const full = books.pricePence[h * PRICES + PRICE.followUp + (hs & 7)]!;
  const price = Math.round(full * paidFollowUps(world, hs));
  if (price !== full) noteUnpaid(world, h, count * (full - price));
  const shares = books.purchaserShare;
  const row = h * (place.commissioners.count + 1);
  let counted = 0;
  let cumulative = 0;
  for (let c = 0; c < place.commissioners.count; c++) {
    const share = shares[row + c]!;
    if (share === 0) continue;
    cumulative += share;
    // Shares that are the whole may add up to a last bit less.
    const upTo = Math.min(count, Math.floor(count * cumulative + books.followUpRounding[hs]! + 2 ** -30));
    const here = upTo - counted;
    if (here <= 0) continue;
    counted = upTo;
    chargeArea(world, c, h, CATEGORY.outpatient, here * price);
    // A cap is a cheaper contract, which saves nobody a visit.
    notePracticeFollowUps(world, c, hs, here * full);
    spreadOverQuintiles(world, c, here);
  }
  const elsewhere = count - counted;
  if (elsewhere > 0) chargeElsewhere(world, h, CATEGORY.outpatient, elsewhere * price);
  books.followUpRounding[hs] = (books.followUpRounding[hs]! + 0.6180339887498949) % 1;
}

/** Share of follow-ups that is paid: those up to the cap, a multiple of the specialty's reference ratio. */
function paidFollowUps(world: World, hs: number): number {
  const cap = institutionsOfProvider(world, hs >> 3).payment.followUpCap;
  const ratio = world.books.followUpRatio[hs]!;
  if (cap === 0 || ratio === 0) return 1;
  return Math.min(1, (cap * world.settings.followUpRatio[hs & 7]!) / ratio);
}

/** Residents' follow-ups are counted for the quintiles in proportion to their people. */
function spreadOverQuintiles(world: World, c: number, count: number): void {
  const { tally } = world;
  let people = 0;
  for (let q = 0; q < 5; q++) people += tally.present[c * 5 + q]!;
  for (let q = 0; q < 5; q++) {
    tally.residents[(c * 5 + q) * RT_COUNT + RT.follow_up_outpatients]! +=
      (count * tally.present[c * 5 + q]!) / people;
  }
}

/**
 * What an area's residents' follow-ups cost, at the full price, counts as planned care of its practices: to each in proportion to those still
 * to come of its own people's first visits, or to its list where none are. Whole pence, and their sum is the area's.
 */
function notePracticeFollowUps(world: World, c: number, hs: number, pence: number): void {
  const { books, place, tables } = world;
  const practices = tables.practicesOfArea[c]!;
  const row = hs * place.practices.count;
  let due = 0;
  let people = 0;
  for (const g of practices) {
    due += books.practiceFollowUps[row + g]!;
    people += books.registered[g]!;
  }
  const all = due > 0 ? due : people;
  if (all === 0) return;
  let weight = 0;
  let noted = 0;
  for (const g of practices) {
    weight += due > 0 ? books.practiceFollowUps[row + g]! : books.registered[g]!;
    // Added up in the same order as above, so that the last share is 1.
    const upTo = Math.round(pence * (weight / all));
    books.practiceSpend[g]! += upTo - noted;
    noted = upTo;
  }
}
