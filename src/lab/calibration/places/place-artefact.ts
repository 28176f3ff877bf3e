import type { PlaceFacts } from '../../place/read-folder.ts';
import { fitAllocations } from './allocations.ts';

/** The result of the fit of the rules that fill blank allocations. */
export interface PlaceArtefact {
  readonly format: 'lhe calibration of places';
  readonly formatVersion: 1;
  readonly command: string;
  readonly fit: { readonly rows: Readonly<Record<string, number>> };
  readonly fitted: number;
  readonly residualSd: number;
}

export function placeArtefactOf(facts: PlaceFacts): PlaceArtefact {
  const { rows, fitted, residualSd } = fitAllocations(facts);
  return {
    format: 'lhe calibration of places',
    formatVersion: 1,
    command: 'npm run calibrate:places',
    fit: { rows: Object.fromEntries(Object.entries(rows).map(([id, value]) => [id, short(value)])) },
    fitted,
    residualSd: short(residualSd),
  };
}

/** Five digits: more than any of it is known to, and the same on every machine. */
function short(value: number): number {
  return Number(value.toPrecision(5));
}
