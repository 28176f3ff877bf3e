import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readArtefact, SHIPPED_BEHAVIOUR } from '../../../src/lab/calibration/read-artefact.ts';
import { carriedCalibrations } from '../../../src/lab/uncertainty/carried.ts';

const home = mkdtempSync(join(tmpdir(), 'lhe-carried-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A calibration that says of its rows what the shipped one of behaviour says of its own. */
function written(name: string, accepted: readonly Readonly<Record<string, number>>[]): string {
  const file = join(home, name);
  const draws = accepted.map((rows, draw) => ({ draw, values: rows, rows, implausibility: 1 }));
  writeFileSync(file, JSON.stringify({ ...readArtefact(SHIPPED_BEHAVIOUR), accepted: draws }));
  return file;
}

const filesOf = (own?: string) => carriedCalibrations(own).map(({ file }) => file);

describe('the calibrations that are carried on', () => {
  it('are those that come with the package, each with draws of its own rows', () => {
    expect(filesOf()).toEqual(['data/calibration/national.json', 'data/calibration/behaviour.json']);
    const [national, behaviour] = carriedCalibrations().map(({ artefact }) =>
      Object.keys(artefact.accepted[0]!.rows),
    );
    expect(national).toContain('need_scale');
    expect(behaviour).toContain('acsc_elasticity');
    expect(national!.filter((id) => behaviour!.includes(id))).toEqual([]);
  });

  it('are one of the user and those that set none of its rows', () => {
    const need = written('need.json', [{ need_scale: 0.9 }]);
    expect(filesOf(need)).toEqual([need, 'data/calibration/behaviour.json']);
    const control = written('control.json', [{ acsc_elasticity: 1 }]);
    expect(filesOf(control)).toEqual([control, 'data/calibration/national.json']);
    const other = written('other.json', [{ a_wait: 0.05 }]);
    expect(filesOf(other)).toHaveLength(3);
  });

  it('must have accepted a draw', () => {
    const none = written('none.json', []);
    expect(() => carriedCalibrations(none)).toThrow(`${none}: the calibration accepted no draw`);
  });
});
