import { parameter } from '../../model/evidence/parameters.ts';
import type { FreeParameter } from './free-parameters.ts';

/** The value of a free parameter that the rows have now; of a factor, 1. */
export function valuesInForce(free: FreeParameter): number {
  return free.factor ? 1 : parameter(free.rows[0]!).value;
}
