import { detLog, logistic } from '../../kernel/deterministic-math.ts';
import { accountsOf } from '../organisations/sides.ts';
import type { World } from '../world.ts';

/** Parameters of a shadow price: far in surplus, far in deficit, and the margin over which it turns. */
export interface ShadowPrice {
  readonly low: number;
  readonly high: number;
  readonly scale: number;
}

/**
 * Shadow price of a pound: `low + (high - low) * logistic(-margin / scale + c)`, with c such that it is exactly 1 at
 * break-even. Low when money is left, high when it runs out. @param margin share of income, reserves counted in part
 */
export function shadowPriceAt({ low, high, scale }: ShadowPrice, margin: number): number {
  return low + (high - low) * logistic(-margin / scale + detLog((1 - low) / (high - 1)));
}

/** Shadow price of a pound to a purchaser: a commissioner, or a body that holds a budget. */
export function shadowPrice(world: World, purchaser: number): number {
  return shadowPriceAt(world.settings.shadowPricePurchaser, world.books.margin[purchaser]!);
}

/** Shadow price of a pound to a provider: where both sides of its body share one book, that of the book. */
export function providerShadowPrice(world: World, h: number): number {
  const o = world.structure.bodyOfProvider[h]!;
  if (o >= 0 && accountsOf(world, o) === 'single') return bodyShadowPrice(world, o, 'buying');
  return shadowPriceAt(world.settings.shadowPriceProvider, world.will.providerMargin[h]!);
}

/** Shadow price of a pound to a body: of all it has; behind a ring-fence, of the book of the side that spends or gets it. */
export function bodyShadowPrice(world: World, o: number, side: 'buying' | 'providing'): number {
  const { settings, will } = world;
  if (accountsOf(world, o) !== 'ring-fence')
    return shadowPriceAt(settings.shadowPricePurchaser, will.bodyMargin[o]!);
  return side === 'buying'
    ? shadowPriceAt(settings.shadowPricePurchaser, will.buyingMargin[o]!)
    : shadowPriceAt(settings.shadowPriceProvider, will.providingMargin[o]!);
}
