import { detLog } from '../../../kernel/deterministic-math.ts';
import type { World } from '../../world.ts';
import { reviewCommissioners } from '../commissioner/view.ts';
import { perceive, scaleAtRest } from './adapt.ts';
import type { Lever, PayOff } from './lever.ts';
import { LEVERS } from './levers.ts';

/** Pay-offs at the reference, summed over the quarters of the base years and the units of the country. */
export interface AnchorSums {
  /** [lever] weighted sum of D, and of weights (the units' money base). */
  readonly payOff: Float64Array;
  readonly weight: Float64Array;
  /** [lever] sum of the units of the money base; weighted sum of D with prices a tenth higher, over today's base. */
  readonly units: Float64Array;
  readonly payOffDearer: Float64Array;
}

export function anchorSums(): AnchorSums {
  const zeros = (): Float64Array => new Float64Array(LEVERS.length);
  return { payOff: zeros(), weight: zeros(), units: zeros(), payOffDearer: zeros() };
}

/** Add what every unit perceives now, with every lever at its reference. */
export function addPayOffs(world: World, sums: AnchorSums): void {
  const dearer = withPrices(world, DEARER);
  const term: PayOff = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
  const total = (seen: World, lever: Lever, unit: number): number => {
    perceive(lever, seen, unit, term);
    return term.altruism + term.ownCash + term.jointCash + term.targets;
  };
  LEVERS.forEach((lever, n) => {
    for (let unit = 0; unit < world.will.level[n]!.length; unit++) {
      if (!lever.acts(world, unit)) continue;
      const size = lever.size(world, unit);
      const weight = lever.basePounds(world, unit) * size;
      sums.payOff[n]! += weight * total(world, lever, unit);
      sums.weight[n]! += weight;
      sums.units[n]! += size;
      sums.payOffDearer[n]! += lever.basePounds(dearer, unit) * size * total(dearer, lever, unit);
    }
  });
}

/** How much higher prices are where the answer to prices is measured. */
const DEARER = 1.1;

/** The same world for whoever looks at a pay-off, with other prices and the same costs. */
function withPrices(world: World, factor: number): World {
  const { books, settings, will } = world;
  const seen: World = {
    ...world,
    books: { ...books, pricePence: books.pricePence.map((pence) => pence * factor) },
    will: { ...will, view: will.view.slice() },
    settings: {
      ...settings,
      variableCostShare: settings.variableCostShare / factor,
      slotHoldingShare: settings.slotHoldingShare / factor,
    },
  };
  reviewCommissioners(seen);
  return seen;
}

/** Money of a lever in the base years: `basePounds` national mean; `dearer` what prices a tenth higher add to D. */
export function moneyFrom(
  sums: AnchorSums,
): Readonly<Record<string, { readonly basePounds: number; readonly dearer: number }>> {
  return Object.fromEntries(
    LEVERS.map((lever, n) => {
      const weight = sums.weight[n]!;
      const mean = (sum: number, of: number): number => (of === 0 ? 0 : sum / of);
      return [
        lever.id,
        {
          basePounds: mean(weight, sums.units[n]!),
          dearer: mean(sums.payOffDearer[n]! - sums.payOff[n]!, weight),
        },
      ];
    }),
  );
}

/**
 * `d0 = D0 - scale * atanh(g / (4 step))`: the pay-off at rest, such that at the reference the lever moves as it was
 * observed to. Source: model description, section 6.1.
 *
 * @throws Error when an observed movement is above four steps in size
 */
export function anchorsFrom(world: World, sums: AnchorSums): Readonly<Record<string, number>> {
  return Object.fromEntries(
    LEVERS.flatMap((lever, n) => {
      const law = world.settings.levers[n]!;
      // Nobody had it: there is nothing to calibrate.
      if (sums.weight[n] === 0) return [];
      const mean = sums.payOff[n]! / sums.weight[n]!;
      const part = law.observedGrowth / (4 * law.step);
      if (Math.abs(part) >= 1) throw new Error(`${lever.id}: observed growth is above four steps a year`);
      const scale = scaleAtRest(world.settings.leverScale, law, lever.review);
      return [[lever.id, mean - scale * 0.5 * detLog((1 + part) / (1 - part))]];
    }),
  );
}
