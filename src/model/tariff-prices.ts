import { institutionsOfProvider } from './institutions/in-force.ts';
import { PRICE, PRICES, type World } from './world.ts';

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
    const planned = (pounds: number): number => pence(pounds * local);
    const row = h * PRICES;
    for (let s = 0; s < 8; s++) {
      books.pricePence[row + PRICE.first + s] = planned(price.first[s]!);
      books.pricePence[row + PRICE.followUp + s] = planned(price.followUp[s]!);
      books.pricePence[row + PRICE.dayCase + s] = planned(price.dayCase[s]!);
      books.pricePence[row + PRICE.inpatient + s] = planned(price.inpatient[s]!);
    }
    books.pricePence[row + PRICE.emergencyShort] = pence(price.emergencyShort);
    books.pricePence[row + PRICE.emergencyLong] = pence(price.emergencyLong);
    books.pricePence[row + PRICE.ae] = pence(price.ae);
  }
}
