import { electiveCapacity } from '../hospital/elective-capacity.ts';
import { outpatientCapacity } from '../hospital/outpatient-capacity.ts';
import type { Lever } from './lever.ts';

/** Every lever of every organisation, in the order in which they are moved and recorded. */
export const LEVERS: readonly Lever[] = [outpatientCapacity, electiveCapacity];

const AT: ReadonlyMap<string, number> = new Map(LEVERS.map((lever, n) => [lever.id, n]));

/**
 * Position of a lever in `LEVERS` and in every array by lever.
 * @throws RangeError when no lever has that id
 */
export function leverIndex(id: string): number {
  const at = AT.get(id);
  if (at === undefined) throw new RangeError(`no lever '${id}'`);
  return at;
}
