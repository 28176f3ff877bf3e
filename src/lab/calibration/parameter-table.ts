import { createHash } from 'node:crypto';
import { ANCHORS } from '../../model/evidence/anchors.ts';
import { PARAMETERS } from '../../model/evidence/parameters.ts';

/** Hash of every row but those that are free, whatever their order: what a calibration without a run took as given. */
export function parameterTableHash(free: readonly string[]): string {
  return hashOf(givenRows(free));
}

/** The same of a calibration that runs the model, in which levers rest somewhere as well. */
export function takenAsGiven(free: readonly string[]): string {
  return hashOf({ rows: givenRows(free), rests: ANCHORS });
}

function givenRows(free: readonly string[]): readonly (readonly [string, number])[] {
  return PARAMETERS.filter(({ id, topic }) => topic !== 'targets' && !free.includes(id))
    .map(({ id, value }) => [id, value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function hashOf(given: object): string {
  return createHash('sha256').update(JSON.stringify(given)).digest('hex').slice(0, 16);
}
