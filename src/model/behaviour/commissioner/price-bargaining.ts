import { qualitySeen } from '../../institutions/choice.ts';
import { institutionsOfProvider } from '../../institutions/in-force.ts';
import { purchasersOf } from '../../organisations/structure.ts';
import { settlePrice } from '../../tariff-prices.ts';
import type { World } from '../../world.ts';
import { contestabilityOf } from '../hospital/diversion.ts';
import { phiOfProvider } from '../internalisation.ts';
import { tradeRow, weightsOf } from './bargaining-weight.ts';

/** What a price is settled between, over the national price. */
export interface PriceRange {
  /** What the trust would save without the patients: below it, it is better off without the contract. */
  readonly floor: number;
  /** What the patients would cost their commissioner otherwise. */
  readonly ceiling: number;
}

/**
 * The yearly round, before volumes: where prices are negotiated, a trust and those who buy from it share what a contract is
 * worth to both, `P = floor + (1 - w) (ceiling - floor)`, w the buyers' bargaining weight. Trusts are in it in the
 * order of the place, all against last year's prices of their rivals, so that the order does not matter.
 */
export function negotiatePrices(world: World): void {
  const { place } = world;
  const atTheTable = Array.from({ length: place.providers.count }, (_, h) => {
    const { payment, planning } = institutionsOfProvider(world, h);
    return payment.priceFreedom === 'negotiated' && planning.organisationsAct;
  });
  if (!atTheTable.includes(true)) return;
  const rivals = pricesOfRivals(world);
  const settled = atTheTable.map((sits, h) =>
    sits ? negotiatedPrice(priceRange(world, h, rivals[h]!), sellersShare(world, h)) : null,
  );
  settled.forEach((price, h) => {
    if (price === null) return;
    settlePrice(world, h, price);
    world.books.priceNegotiated[h] = 1;
  });
}

/** Nash bargaining over a price; where nothing is to be shared, the trust gets what it would save. */
export function negotiatedPrice({ floor, ceiling }: PriceRange, sellersShare: number): number {
  return floor + sellersShare * Math.max(0, ceiling - floor);
}

/**
 * The trust's floor is its avoidable cost. The buyers' ceiling is their outside option: as many patients as would go
 * elsewhere cost the rivals' price there, the others what a commissioner would pay rather than leave them without care.
 * Quality raises the ceiling as far as it is seen: where it is hidden, only the price is left to bargain with.
 */
export function priceRange(world: World, h: number, rivalPrice: number): PriceRange {
  const { books, settings } = world;
  const { choice } = institutionsOfProvider(world, h);
  const { withoutAlternative, qualityPremium } = settings.bargainedPrice;
  const cost = (settings.variableCostShare + settings.slotHoldingShare) * books.unitCost[h]!;
  const elsewhere = contestabilityOf(world, h).felt;
  return {
    floor: (cost * books.costLevel) / books.priceLevel,
    ceiling:
      elsewhere * rivalPrice +
      (1 - elsewhere) * withoutAlternative +
      qualityPremium * qualitySeen(choice) * books.publishedQuality[h]!,
  };
}

/** The trust's part of what a contract is worth, by the weights of those who buy; buyers from elsewhere are usual ones. */
export function sellersShare(world: World, h: number): number {
  const { place, structure, settings } = world;
  let share = 0;
  let counted = 0;
  for (let p = 0; p < purchasersOf(place, structure); p++) {
    if (p >= place.commissioners.count && structure.founded[p - place.commissioners.count]! < 0) continue;
    const trade = tradeRow(world, p);
    if (trade[h] === 0) continue;
    counted += trade[h]!;
    share += trade[h]! * (1 - weightsOf(world, p, trade)[h]!);
  }
  return share + Math.max(0, 1 - counted) * (1 - settings.commissioning.bargaining.weight);
}

/**
 * [h] mean price of other trusts, by who would take a hospital's patients; the national price where nobody would. Those of
 * its own body are rivals only as far as it does not feel as the body does.
 */
export function pricesOfRivals(world: World): Float64Array {
  return Float64Array.from({ length: world.place.providers.count }, (_, h) => priceOfRivals(world, h));
}

/** The same of one hospital. */
export function priceOfRivals(world: World, h: number): number {
  const { place, tables, structure, books } = world;
  const { zones, reach } = place;
  const { trustOfProvider, bodyOfProvider } = structure;
  const own = bodyOfProvider[h]!;
  const apart = 1 - phiOfProvider(world, h);
  let weights = 0;
  let prices = 0;
  for (let z = 0; z < zones.count; z++) {
    const end = reach.start[z + 1]!;
    for (let e = reach.start[z]!; e < end; e++) {
      if (reach.provider[e] !== h) continue;
      const here = zones.residents[z]! * tables.plannedShare[e]!;
      for (let other = reach.start[z]!; other < end; other++) {
        const rival = reach.provider[other]!;
        if (trustOfProvider[rival] === trustOfProvider[h]) continue;
        const inBody = own >= 0 && bodyOfProvider[rival] === own;
        const weight = here * tables.plannedShare[other]! * (inBody ? apart : 1);
        weights += weight;
        prices += weight * books.priceFactor[rival]!;
      }
    }
  }
  return weights === 0 ? 1 : prices / weights;
}

/**
 * What one standard deviation more of quality adds to a trust's negotiated price, over the national one: its part of what
 * buyers would pay for it, and nothing where they are no better off with the contract than without.
 */
export function priceForQuality(world: World, h: number): number {
  const { floor, ceiling } = priceRange(world, h, priceOfRivals(world, h));
  if (ceiling <= floor) return 0;
  const { choice } = institutionsOfProvider(world, h);
  return sellersShare(world, h) * world.settings.bargainedPrice.qualityPremium * qualitySeen(choice);
}
