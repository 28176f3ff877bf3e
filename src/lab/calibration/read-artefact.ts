import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { PARAMETERS } from '../../model/evidence/parameters.ts';
import { ARTEFACT_FORMAT, ARTEFACT_VERSION, type Artefact } from './artefact.ts';
import { publishedFigure } from './figures.ts';
import { takenAsGiven } from './parameter-table.ts';
import { priorsMoved } from './priors.ts';

/** The calibration that comes with the package, and the file that it was asked by. */
export const SHIPPED_ARTEFACT = fileURLToPath(
  new URL('../../../data/calibration/national.json', import.meta.url),
);

/** The calibration of behaviour that comes with the package. */
export const SHIPPED_BEHAVIOUR = fileURLToPath(
  new URL('../../../data/calibration/behaviour.json', import.meta.url),
);

/** A file is no artefact of a calibration that can be used: the message is for the user. */
export class ArtefactError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ArtefactError';
  }
}

/** What others rely on; the rest is for the reader. */
const READ = z.looseObject({
  format: z.literal(ARTEFACT_FORMAT),
  formatVersion: z.literal(ARTEFACT_VERSION),
  parameterTable: z.string(),
  accepted: z.array(z.looseObject({ draw: z.int(), rows: z.record(z.string(), z.number()) })),
  posterior: z.array(z.looseObject({ rows: z.array(z.string()), contracted: z.boolean() })),
  assumptions: z.array(z.string()),
});

/** @throws ArtefactError when the file cannot be read, is something else, or names rows that are not there */
export function readArtefact(file: string = SHIPPED_ARTEFACT): Artefact {
  if (!existsSync(file)) throw new ArtefactError(`${file}: there is no such file; lhe calibrate writes one`);
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ArtefactError(`${file}: not the JSON of a calibration (${(error as Error).message})`);
  }
  const checked = READ.safeParse(data);
  if (!checked.success) {
    const { path, message } = checked.error.issues[0]!;
    throw new ArtefactError(
      `${file}: not a calibration of this program at ${path.join('.') || 'its start'}: ${message}`,
    );
  }
  const unknown = checked.data.accepted
    .flatMap(({ rows }) => Object.keys(rows))
    .find((id) => !PARAMETERS.some((row) => row.id === id));
  if (unknown !== undefined) throw new ArtefactError(`${file}: there is no parameter ${unknown}`);
  return data as Artefact;
}

/**
 * Whether what a calibration read has changed since it was made: the value of a row that it did not free, where levers rest,
 * the prior of a row that it freed, or what it aimed at. Sources, statuses and ranges of the others are not read.
 */
export function isStale(
  artefact: Pick<Artefact, 'parameterTable' | 'fit' | 'spec' | 'posterior' | 'targets'>,
): boolean {
  return (
    artefact.parameterTable !== takenAsGiven(Object.keys(artefact.fit.rows)) ||
    priorsMoved(artefact) ||
    artefact.targets.some(({ id, published }) => publishedFigure(id)?.target !== published)
  );
}
