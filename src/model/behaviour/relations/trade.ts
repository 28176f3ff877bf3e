import type { World } from '../../world.ts';

/** Mean over a commissioner's providers, weighted by what it spends there; `alone` where it spends nowhere. */
export function meanOverProviders(
  world: World,
  c: number,
  alone: number,
  figureOf: (h: number) => number,
): number {
  const { place, will } = world;
  const H = place.providers.count;
  const income = place.providers.incomePounds;
  let weight = 0;
  let sum = 0;
  for (let h = 0; h < H; h++) {
    const here = will.trade[c * H + h]! * income[h]!;
    if (here === 0) continue;
    weight += here;
    sum += here * figureOf(h);
  }
  return weight === 0 ? alone : sum / weight;
}
