import { detLog, logistic } from '../../kernel/deterministic-math.ts';
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

/** Shadow price of a pound to a provider. */
export function providerShadowPrice(world: World, h: number): number {
  return shadowPriceAt(world.settings.shadowPriceProvider, world.will.providerMargin[h]!);
}

/** Shadow price of a pound to a body. */
export function bodyShadowPrice(world: World, o: number): number {
  return shadowPriceAt(world.settings.shadowPricePurchaser, world.will.bodyMargin[o]!);
}
