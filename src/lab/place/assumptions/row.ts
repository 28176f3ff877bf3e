import type { Parameter } from '../../../model/evidence/parameters.ts';

/** One number that the making of a place rests on; its id stays a literal type, so that a misspelt one is an error. */
export function row<const Id extends string>(
  id: Id,
  label: string,
  value: number,
  unit: string,
  low: number,
  high: number,
  status: Parameter['status'],
  source: string,
): Parameter & { readonly id: Id } {
  return { id, label, value, unit, low, high, status, source, topic: 'place' };
}
