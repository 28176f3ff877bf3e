import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readArtefact } from '../../../src/lab/calibration/read-artefact.ts';
import { fittedRows, isRounded } from '../../../src/lab/calibration/stages.ts';
import { ANCHOR_TOPIC } from '../../../src/lab/parameters/anchor-rows.ts';
import { registry } from '../../../src/lab/parameters/registry.ts';

/** Of a sum of squared standardised misses, where a miss as large as its standard deviation counts 1. */
const WITHIN_LUCK = 0.1;

const home = mkdtempSync(join(tmpdir(), 'lhe-stages-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the calibrations that come with the package', () => {
  const fitted = fittedRows();
  const rows = registry();

  it('hold every row that is called calibrated, with the command that gives it', () => {
    // Where levers rest stands in the file that its command writes; there is no row beside it that could differ.
    for (const { source, topic } of rows)
      if (topic === ANCHOR_TOPIC) expect(source).toContain('npm run calibrate:anchors');
    const calibrated = rows.filter(({ status, topic }) => status === 'calibrated' && topic !== ANCHOR_TOPIC);
    expect(calibrated.length).toBeGreaterThan(30);
    expect(calibrated.filter(({ id }) => !fitted.has(id)).map(({ id }) => id)).toEqual([]);
    for (const { command } of fitted.values()) expect(command).toMatch(/^(lhe calibrate |npm run )/);
  });

  /** Fitted by simulation, until what is left is luck: where in that the fit ends moves from run to run. */
  const simulated = ['national', 'behaviour'];

  it('agree with the rows in force, to rounding, where they are solved', () => {
    const byId = new Map(rows.map((row) => [row.id, row]));
    const off = [...fitted].flatMap(([id, { stage, value, command }]) => {
      const inForce = byId.get(id)?.value;
      return simulated.includes(stage) || (inForce !== undefined && isRounded(inForce, value))
        ? []
        : [`${id}: ${inForce} is in force, ${command} gives ${value}`];
    });
    expect(off).toEqual([]);
  });

  it.each(simulated)('leave a loss in force that luck cannot tell from that of the fit: %s', (name) => {
    const { fit, inForce } = readArtefact(
      fileURLToPath(new URL(`../../../data/calibration/${name}.json`, import.meta.url)),
    );
    expect(inForce.loss).toBeLessThan(fit.loss + WITHIN_LUCK);
  });
});

describe('artefacts', () => {
  const artefact = (name: string, content: object) =>
    writeFileSync(join(home, name), JSON.stringify({ command: 'npm run x', ...content }));

  it('may not fit one row twice', () => {
    artefact('a.json', { fit: { rows: { need_scale: 1 } } });
    expect(fittedRows(home).get('need_scale')).toEqual({ stage: 'a', command: 'npm run x', value: 1 });
    artefact('b.json', { fit: { rows: { need_scale: 1.1 } } });
    expect(() => fittedRows(home)).toThrow('need_scale is fitted by a and by b');
  });

  it('must say what they fitted', () => {
    artefact('b.json', { rows: {} });
    expect(() => fittedRows(home)).toThrow('b.json: not the result of a calibration');
  });
});

describe('a rounded value', () => {
  it.each([
    [0.875, 0.874598, true],
    [0.9, 0.899794, true],
    [26400, 26412.7, true],
    // By more than half of the last digit, or by more than a hundredth.
    [0.875, 0.8756, false],
    [0.07, 0.0745, false],
    [1, 1.3, false],
  ])('%d of %d: %s', (value, fit, rounded) => {
    expect(isRounded(value, fit)).toBe(rounded);
  });
});
