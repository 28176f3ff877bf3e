import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** Where the results of calibrations are that come with the package. */
const FOLDER = fileURLToPath(new URL('../../../data/calibration', import.meta.url));

/** What every artefact of a calibration has, whatever else it holds. */
const STAGE = z.looseObject({
  command: z.string().min(1),
  fit: z.looseObject({ rows: z.record(z.string(), z.number()) }),
});

/** Where the value of a fitted row comes from. */
export interface FittedRow {
  /** Name of the artefact, e.g. `national`. */
  readonly stage: string;
  /** The command that gives the value again. */
  readonly command: string;
  readonly value: number;
}

/**
 * Every row that a calibration that comes with the package fits, by id.
 *
 * @throws Error when a file of the folder is no artefact of a calibration, or two of them fit the same row
 */
export function fittedRows(folder: string = FOLDER): ReadonlyMap<string, FittedRow> {
  const found = new Map<string, FittedRow>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    const stage = file.slice(0, -'.json'.length);
    const checked = STAGE.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    if (!checked.success)
      throw new Error(`${file}: not the result of a calibration, which has a command and fit.rows`);
    const { command, fit } = checked.data;
    for (const [id, value] of Object.entries(fit.rows)) {
      const other = found.get(id);
      if (other !== undefined) throw new Error(`${id} is fitted by ${other.stage} and by ${stage}`);
      found.set(id, { stage, command, value });
    }
  }
  return found;
}

/** Share by which a value may differ from its fit and still be the fit, rounded. */
const MOST_ROUNDING = 0.01;

/** Whether a value is a fit rounded to the digits that it is written with, and not by more than a hundredth. */
export function isRounded(value: number, fit: number): boolean {
  const off = Math.abs(value - fit);
  return off <= 0.5001 * lastDigit(value) && off <= MOST_ROUNDING * Math.abs(fit);
}

/** The unit of the last digit of a number that is not nought, e.g. 0.01 of 0.25 and 100 of 26,400. */
function lastDigit(value: number): number {
  const [digits, exponent] = value.toExponential().split('e') as [string, string];
  return 10 ** (Number(exponent) - (digits.split('.')[1]?.length ?? 0));
}
