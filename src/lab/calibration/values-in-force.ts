import { detExp, detLog } from '../../kernel/deterministic-math.ts';
import { parameter } from '../../model/evidence/parameters.ts';
import { type FreeParameter, multiplied } from './free-parameters.ts';

/** The value of a free parameter that the rows have now; of a factor, the geometric mean of its rows. */
export function valuesInForce(free: FreeParameter): number {
  const rows = free.rows.map(parameter);
  if (!free.factor) return rows[0]!.value;
  const logs = rows.map((row) => detLog(row.value / multiplied(row)));
  return detExp(logs.reduce((a, b) => a + b, 0) / logs.length);
}
