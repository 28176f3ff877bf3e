import { institutionsOfProvider } from './institutions/in-force.ts';
import { CATEGORIES, CATEGORY, PRICE, PRICES, type World } from './world.ts';

/** Level of tariff prices in a year of the run over the first, which is 0. */
export function priceLevelOf({ tariffUplift }: World['settings'], year: number): number {
  let level = 1;
  for (let y = 1; y <= year; y++) level *= 1 + tariffUplift[Math.min(y, tariffUplift.length) - 1]!;
  return level;
}

/** Tariff prices of this year by provider, pence: national price, price level, market forces factor; for
 * planned care the local price, where prices are free. */
export function renewPrices(world: World): void {
  const { place, books, settings } = world;
  const { price } = settings;
  for (let h = 0; h < place.providers.count; h++) {
    const { payment } = institutionsOfProvider(world, h);
    const factor = payment.marketForcesFactor ? place.providers.marketForcesFactor[h]! : 1;
    const pence = (pounds: number): number => Math.round(pounds * 100 * books.priceLevel * factor);
    const local = books.priceFactor[h]!;
    const coded = books.codingFactor[h]!;
    const planned = (pounds: number): number => pence(pounds * local);
    const row = h * PRICES;
    for (let s = 0; s < 8; s++) {
      books.pricePence[row + PRICE.first + s] = planned(price.first[s]!);
      books.pricePence[row + PRICE.followUp + s] = planned(price.followUp[s]!);
      books.pricePence[row + PRICE.dayCase + s] = planned(price.dayCase[s]! * coded);
      books.pricePence[row + PRICE.inpatient + s] = planned(price.inpatient[s]! * coded);
    }
    books.pricePence[row + PRICE.emergencyShort] = pence(price.emergencyShort * coded);
    books.pricePence[row + PRICE.emergencyLong] = pence(price.emergencyLong * coded);
    books.pricePence[row + PRICE.ae] = pence(price.ae);
  }
}

/**
 * What a provider is paid for a case of a category over the national price of the same case: its local or negotiated
 * price of planned care, and how it records admissions.
 */
export function paidOverNational({ books }: World, h: number, category: number): number {
  if (category === CATEGORY.outpatient) return books.priceFactor[h]!;
  if (category === CATEGORY.elective) return books.priceFactor[h]! * books.codingFactor[h]!;
  return category === CATEGORY.emergency ? books.codingFactor[h]! : 1;
}

/** What activity of a provider is worth at national prices: what it costs does not depend on how well it is sold. */
export function atNationalPrices(world: World, h: number, category: number, pence: number): number {
  const over = paidOverNational(world, h, category);
  return over === 1 ? pence : Math.round(pence / over);
}

/**
 * What activity of a provider is paid, as if admissions were recorded as in the base year. Budgets and savings of practices
 * are reckoned so: a change of counting and coding is not theirs to bear.
 */
export function atBaseCoding({ books }: World, h: number, category: number, pence: number): number {
  const coded =
    category === CATEGORY.elective || category === CATEGORY.emergency ? books.codingFactor[h]! : 1;
  return coded === 1 ? pence : Math.round(pence / coded);
}

/**
 * A price of planned care that was settled: plans and the books of this year and the last are stated at it from now on, so that a contract
 * for the same patients is a contract for as many.
 */
export function settlePrice({ books, will, place }: World, h: number, factor: number): void {
  const ratio = factor / books.priceFactor[h]!;
  books.priceFactor[h] = factor;
  if (ratio === 1) return;
  const H = place.providers.count;
  for (const book of [books.plan, books.activityLastYear, books.activityYear]) {
    const pairs = book.length / CATEGORIES;
    for (const category of [CATEGORY.outpatient, CATEGORY.elective])
      for (let at = category * pairs + h; at < (category + 1) * pairs; at += H)
        book[at] = Math.round(book[at]! * ratio);
  }
  for (const book of [books.elsewherePlan, books.elsewhereLastYear, books.elsewhereYear])
    for (const category of [CATEGORY.outpatient, CATEGORY.elective])
      book[category * H + h] = Math.round(book[category * H + h]! * ratio);
  for (const book of [will.plan, will.planExcess, will.planExcessBefore])
    for (let at = h; at < book.length; at += H) book[at] = Math.round(book[at]! * ratio);
}
