import { detLog } from '../../../kernel/deterministic-math.ts';
import type { World } from '../../world.ts';
import { perceive, scaleOf } from './adapt.ts';
import type { PayOff } from './lever.ts';
import { LEVERS } from './levers.ts';

/** Pay-offs at the reference, summed over the quarters of the base years and the units of the country. */
export interface AnchorSums {
  /** [lever] weighted sum of D, and of weights (the units' money base). */
  readonly payOff: Float64Array;
  readonly weight: Float64Array;
}

export function anchorSums(): AnchorSums {
  return { payOff: new Float64Array(LEVERS.length), weight: new Float64Array(LEVERS.length) };
}

/** Add what every unit perceives now, with every lever at its reference. */
export function addPayOffs(world: World, sums: AnchorSums): void {
  const term: PayOff = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
  LEVERS.forEach((lever, n) => {
    for (let unit = 0; unit < world.will.level[n]!.length; unit++) {
      if (!lever.acts(world, unit)) continue;
      perceive(lever, world, unit, term);
      const weight = lever.basePounds(world, unit) * lever.size(world, unit);
      sums.payOff[n]! += weight * (term.altruism + term.ownCash + term.jointCash + term.targets);
      sums.weight[n]! += weight;
    }
  });
}

/**
 * `d0 = D0 - scale * atanh(g / (4 step))`: the pay-off at rest, such that at the reference the lever moves as it was
 * observed to. Source: model description, section 6.1.
 *
 * @throws Error when an observed movement is above four steps in size
 */
export function anchorsFrom(world: World, sums: AnchorSums): Readonly<Record<string, number>> {
  return Object.fromEntries(
    LEVERS.map((lever, n) => {
      const law = world.settings.levers[n]!;
      const mean = sums.weight[n] === 0 ? 0 : sums.payOff[n]! / sums.weight[n]!;
      const part = law.observedGrowth / (4 * law.step);
      if (Math.abs(part) >= 1) throw new Error(`${lever.id}: observed growth is above four steps a year`);
      const scale = scaleOf(world.settings.leverScale, law, 1);
      return [lever.id, mean - scale * 0.5 * detLog((1 + part) / (1 - part))];
    }),
  );
}
