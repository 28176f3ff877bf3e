import type { Artefact } from '../calibration/artefact.ts';
import {
  ArtefactError,
  readArtefact,
  SHIPPED_ARTEFACT,
  SHIPPED_BEHAVIOUR,
} from '../calibration/read-artefact.ts';

/** A calibration whose accepted draws are carried on. */
export interface CarriedCalibration {
  /** Its file as the manifest names it. */
  readonly file: string;
  readonly artefact: Artefact;
}

/** The calibrations that come with the package and accept draws. */
const SHIPPED = [
  { file: 'data/calibration/national.json', path: SHIPPED_ARTEFACT },
  { file: 'data/calibration/behaviour.json', path: SHIPPED_BEHAVIOUR },
] as const;

/**
 * The calibrations whose draws are carried on: those that come with the package; with one of the user, that and those
 * that set none of its rows.
 *
 * @throws ArtefactError when a file cannot be used, or accepted no draw
 */
export function carriedCalibrations(own?: string): readonly CarriedCalibration[] {
  const shipped = SHIPPED.map(({ file, path }) => ({ file, artefact: readArtefact(path) }));
  if (own === undefined) return shipped.map(usable);
  const asked = usable({ file: own, artefact: readArtefact(own) });
  const sets = new Set(rowsOf(asked));
  return [asked, ...shipped.filter((one) => !rowsOf(one).some((id) => sets.has(id))).map(usable)];
}

function usable(one: CarriedCalibration): CarriedCalibration {
  if (one.artefact.accepted.length > 0) return one;
  throw new ArtefactError(`${one.file}: the calibration accepted no draw`);
}

function rowsOf({ artefact }: CarriedCalibration): readonly string[] {
  return Object.keys(artefact.accepted[0]?.rows ?? {});
}
