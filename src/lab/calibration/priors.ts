import { parse } from 'yaml';
import * as z from 'zod';
import type { Artefact } from './artefact.ts';
import { freeParameter } from './free-parameters.ts';

const BOUNDS = { low: z.number().optional(), high: z.number().optional() };

/** What the file of a calibration says about priors; it was checked when it was run. */
const ASKED = z.looseObject({
  parameters: z.array(
    z.union([
      z.object({ row: z.string(), ...BOUNDS }),
      z.object({ name: z.string(), rows: z.array(z.string()), ...BOUNDS }),
    ]),
  ),
});

/** Artefacts hold six digits. */
const ROUNDED = 1e-5;

/** Whether the file of a calibration gives other priors now, as ranges of rows or their values before any fit have changed. */
export function priorsMoved({ spec, posterior }: Pick<Artefact, 'spec' | 'posterior'>): boolean {
  const now = ASKED.parse(parse(spec.text)).parameters.map(freeParameter);
  return posterior.some(({ parameter, low, high }) => {
    const prior = now.find(({ id }) => id === parameter);
    return prior === undefined || !isSame(prior.low, low) || !isSame(prior.high, high);
  });
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDED * Math.max(Math.abs(a), Math.abs(b));
}
