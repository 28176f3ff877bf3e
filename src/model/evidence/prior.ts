import type { Parameter } from './parameters.ts';

/**
 * Shape of what is believed of a number within its range: `fixed` (the range is a point), `uniform` (the value is an
 * end of it), `halves` (half of the belief below the value and half above, evenly on each side), `log halves` (the
 * same, evenly in the logarithm).
 */
export type PriorShape = 'fixed' | 'uniform' | 'halves' | 'log halves';

/** A range that spans this factor is a belief about the order of magnitude, so that its sides are even in the logarithm. */
const ORDERS_APART = 10;

export function priorShape({ value, low, high }: Pick<Parameter, 'value' | 'low' | 'high'>): PriorShape {
  if (low === high) return 'fixed';
  if (value <= low || value >= high) return 'uniform';
  return low > 0 && high / low >= ORDERS_APART ? 'log halves' : 'halves';
}
