import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parameterTableHash, takenAsGiven } from '../../../src/lab/calibration/parameter-table.ts';
import {
  isStale,
  readArtefact,
  SHIPPED_ARTEFACT,
  SHIPPED_BEHAVIOUR,
} from '../../../src/lab/calibration/read-artefact.ts';
import { parameter } from '../../../src/model/evidence/parameters.ts';
import { classOf } from '../../../src/model/evidence/provenance.ts';

const SHIPPED = [
  ['national', SHIPPED_ARTEFACT, 10],
  ['behaviour', SHIPPED_BEHAVIOUR, 3],
] as const;

const FOLDER = new URL('../../../data/calibration/', import.meta.url);

describe('calibrations of other kinds that come with the package', () => {
  const artefacts = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json') && !SHIPPED.some(([name]) => file === `${name}.json`))
    .map((file) => [file, JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))] as const)
    // Allocations of places are solved from published figures alone: they take no row as given.
    .filter(([, artefact]) => 'parameterTable' in artefact);

  it('are there', () => {
    expect(artefacts.map(([file]) => file)).toContain('tables.json');
  });

  it.each(artefacts)(
    'took as given the values that are in force: %s',
    (_, { parameterTable, fit, command }) => {
      const free = Object.keys(fit.rows);
      // The tables are solved from expected values: no lever rests anywhere in them.
      const given = command === 'npm run calibrate:tables' ? parameterTableHash(free) : takenAsGiven(free);
      expect(parameterTable, `run again: ${command}`).toBe(given);
    },
  );
});

describe.each(SHIPPED)('the %s calibration that comes with the package', (name, file, draws) => {
  const artefact = readArtefact(file);

  it('was asked by the file beside it', () => {
    const text = readFileSync(new URL(`../../../data/calibration/${name}.yaml`, import.meta.url));
    expect(artefact.spec.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('was made from the priors and the given rows that are in force', () => {
    expect(isStale(artefact), `run again: ${artefact.command} --artefact data/calibration/${name}.json`).toBe(
      false,
    );
  });

  it('accepted draws that lie in the plausible ranges and are near enough', () => {
    expect(artefact.accepted.length).toBeGreaterThanOrEqual(draws);
    for (const { rows, implausibility } of artefact.accepted) {
      expect(implausibility).toBeLessThanOrEqual(artefact.cutoff);
      for (const [id, value] of Object.entries(rows)) {
        const { low, high } = parameter(id);
        expect(value, id).toBeGreaterThanOrEqual(low * (1 - 1e-5));
        expect(value, id).toBeLessThanOrEqual(high * (1 + 1e-5));
      }
    }
  });

  it('looked at the rows that are in force', () => {
    // One factor of several rows, each of which is rounded, is none of them to the last digit.
    for (const [id, value] of Object.entries(artefact.inForce.rows))
      expect(Math.abs(value / parameter(id).value - 1), id).toBeLessThan(0.005);
  });

  it('finds the values in force plausible', () => {
    expect(artefact.inForce.implausibility).toBeLessThanOrEqual(artefact.cutoff);
  });

  it('has its name for what it could not know: such rows are assumptions everywhere', () => {
    for (const id of artefact.assumptions) expect(classOf(parameter(id)), id).toBe('assumption');
    for (const id of Object.keys(artefact.fit.rows).filter((row) => !artefact.assumptions.includes(row)))
      expect(classOf(parameter(id)), id).toBe('calibrated');
  });
});
