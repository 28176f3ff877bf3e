import { createHash } from 'node:crypto';
import { PARAMETERS } from '../../model/evidence/parameters.ts';

/** Hash of every row but those that are free, whatever their order: what a calibration took as given. */
export function parameterTableHash(free: readonly string[]): string {
  const rows = PARAMETERS.filter(({ id, topic }) => topic !== 'targets' && !free.includes(id))
    .map(({ id, value }) => [id, value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16);
}
