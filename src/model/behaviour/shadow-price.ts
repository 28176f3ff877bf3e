import { detLog, logistic } from '../../kernel/deterministic-math.ts';
import type { World } from '../world.ts';

/**
 * Shadow price of a pound to a commissioner: `low + (high - low) * logistic(-margin / scale + c)`, with c such that it
 * is exactly 1 at break-even. Low when money is left, high when it runs out.
 */
export function shadowPrice(world: World, commissioner: number): number {
  const { shadowPriceLow: low, shadowPriceHigh: high, shadowPriceScale: scale } = world.settings;
  const atBreakEven = detLog((1 - low) / (high - 1));
  return low + (high - low) * logistic(-world.books.margin[commissioner]! / scale + atBreakEven);
}
