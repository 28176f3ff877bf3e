import type { PayOff } from '../will/lever.ts';

/** Mean of a figure over the specialties of a provider, weighted; 0 where there is no weight. */
export function trustMean(h: number, of: (hs: number) => number, weight: (hs: number) => number): number {
  let sum = 0;
  let all = 0;
  for (let hs = h * 8; hs < h * 8 + 8; hs++) {
    const here = weight(hs);
    if (here === 0) continue;
    sum += here * of(hs);
    all += here;
  }
  return all === 0 ? 0 : sum / all;
}

/** Sum of a figure over the specialties of a provider. */
export function trustSum(h: number, of: (hs: number) => number): number {
  let sum = 0;
  for (let hs = h * 8; hs < h * 8 + 8; hs++) sum += of(hs);
  return sum;
}

/** Terms of a pay-off that were summed with weights over specialties, as their mean; nothing was summed without weight. */
export function averageOver(weight: number, into: PayOff): void {
  if (weight === 0) return;
  into.altruism /= weight;
  into.ownCash /= weight;
  into.jointCash /= weight;
  into.targets /= weight;
}
