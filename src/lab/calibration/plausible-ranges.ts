import { PARAMETERS, type Parameter } from '../../model/evidence/parameters.ts';
import { multiplied } from './free-parameters.ts';
import { readArtefact, SHIPPED_ARTEFACT, SHIPPED_BEHAVIOUR } from './read-artefact.ts';

/** The part of a row's range that a calibration leaves plausible. */
export interface PlausibleRange {
  readonly low: number;
  readonly high: number;
}

/** What the shipped calibrations leave of the ranges of rows that their targets inform, by id. */
export function plausibleRanges(): ReadonlyMap<string, PlausibleRange> {
  return new Map(
    [SHIPPED_ARTEFACT, SHIPPED_BEHAVIOUR]
      .flatMap((file) => readArtefact(file).posterior)
      .filter(({ contracted }) => contracted)
      .flatMap(({ parameter, rows, plausibleLow, plausibleHigh }) =>
        rows.map((id) => {
          const unit = id === parameter ? 1 : multiplied(rowOf(id));
          return [id, { low: plausibleLow * unit, high: plausibleHigh * unit }] as const;
        }),
      ),
  );
}

/**
 * Rows as a study draws them: where only a calibration gives the value, over what that leaves of the range, if it says.
 */
export function asUncertain(rows: readonly Parameter[]): readonly Parameter[] {
  const ranges = plausibleRanges();
  return rows.map((row) => (row.status === 'calibrated' ? { ...row, ...ranges.get(row.id) } : row));
}

/** Whether no source gives a row's value: judged, remembered, or fitted by this model. */
export function isUnsourced({ status, low, high }: Parameter): boolean {
  return status !== 'sourced' && low < high;
}

function rowOf(id: string): Parameter {
  return PARAMETERS.find((row) => row.id === id)!;
}
