import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { artefactOf } from '../../../src/lab/calibration/artefact-of.ts';
import { calibrate } from '../../../src/lab/calibration/calibrate.ts';
import { type Evaluate, evaluator } from '../../../src/lab/calibration/evaluations.ts';
import { FIGURE_IDS } from '../../../src/lab/calibration/figures.ts';
import { rowsAt } from '../../../src/lab/calibration/free-parameters.ts';
import { ArtefactError, isStale, readArtefact } from '../../../src/lab/calibration/read-artefact.ts';
import { runCalibration } from '../../../src/lab/calibration/run-calibration.ts';
import { type CalibrationSpec, loadSpec } from '../../../src/lab/calibration/spec.ts';
import { syntheticPlace } from '../../../src/lab/place/synthetic.ts';
import { SHIPPED_VOCABULARY } from '../../../src/lab/scenario/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'lhe-calibrate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXT = `name: test
place: { synthetic: { people: 1500, practices: 2, trusts: 1 } }
replicates: 1
luck_worlds: 2
parameters:
  - row: need_scale
  - row: diagnostics_median_weeks
  - row: need_residual_years
targets:
  - { id: gp_referrals_per_1000, tolerance: 0.01, discrepancy: 0.01 }
  - { id: rtt_list_total, tolerance: 0.01, discrepancy: 0.02 }
report: [first_attendances_per_1000]
starts: 2
waves: { count: 2, draws: 40 }
`;

function specOf(text: string): CalibrationSpec {
  const loaded = loadSpec(text, 'test.yaml', SHIPPED_VOCABULARY);
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems, null, 1));
  return loaded.spec;
}
const SPEC = specOf(TEXT);
const PLACE = syntheticPlace({ people: 1500, practices: 2, trusts: 1, rural: false, seed: 'calibrate' });
const PLACES = { fit: PLACE, reference: PLACE };
const FRAME = { version: '1', command: 'lhe calibrate test.yaml', specText: TEXT, specSha256: 'abc' };

/** A model whose truth is known: need 0.95, diagnostics 5 weeks; of the third parameter it knows nothing. */
const TRUTH = { need: 0.95, weeks: 5 };
const modelOf =
  (fewPeople: number): Evaluate =>
  async (asked) =>
    asked.map(({ point, at, worlds }) => {
      const rows = rowsAt(SPEC.parameters, point);
      const need = rows.need_scale! / TRUTH.need;
      const weeks = rows.diagnostics_median_weeks! / TRUTH.weeks;
      return Array.from({ length: worlds }, (_, world) => {
        const luck = 1 + 0.002 * (world % 2);
        const ofScale = at === 'fit' ? fewPeople : 1;
        return Object.fromEntries(
          FIGURE_IDS.map((id) => {
            if (id === 'gp_referrals_per_1000') return [id, need * luck * ofScale];
            if (id === 'rtt_list_total') return [id, need * Math.sqrt(weeks) * luck];
            return [id, need];
          }),
        );
      });
    });

describe('a calibration of a model whose truth is known', async () => {
  const artefact = artefactOf(await calibrate(SPEC, PLACES, modelOf(1)), FRAME);

  it('finds the truth from every start', () => {
    for (const { to } of artefact.starts) {
      expect(Math.abs(Math.log(to.need_scale! / TRUTH.need))).toBeLessThan(0.01);
      expect(Math.abs(Math.log(to.diagnostics_median_weeks! / TRUTH.weeks))).toBeLessThan(0.05);
    }
    expect(artefact.fit.loss).toBeLessThan(0.1);
    expect(artefact.centre.loss).toBeGreaterThan(1);
  });

  it('tells which target informs which parameter', () => {
    const of = (target: string, parameter: string) =>
      artefact.sensitivities.find((one) => one.target === target && one.parameter === parameter)!.elasticity;
    expect(of('gp_referrals_per_1000', 'need_scale')).toBeCloseTo(1, 3);
    expect(of('gp_referrals_per_1000', 'diagnostics_median_weeks')).toBeCloseTo(0, 6);
    expect(of('rtt_list_total', 'diagnostics_median_weeks')).toBeCloseTo(0.5, 3);
  });

  it('calls an assumption what no target knows, and not what one does', () => {
    const width = Object.fromEntries(artefact.posterior.map((one) => [one.parameter, one.width]));
    expect(width.need_residual_years).toBeGreaterThan(0.9);
    expect(width.need_scale).toBeLessThan(0.4);
    expect(artefact.assumptions).toContain('need_residual_years');
    expect(artefact.assumptions).not.toContain('need_scale');
  });

  it('keeps draws that the model itself says are near enough, with their rows', () => {
    expect(artefact.accepted.length).toBeGreaterThan(10);
    for (const { rows, implausibility } of artefact.accepted) {
      expect(implausibility).toBeLessThanOrEqual(3);
      // Three standard deviations of 1.4% and the luck.
      expect(Math.abs(Math.log(rows.need_scale! / TRUTH.need))).toBeLessThan(0.06);
    }
    expect(artefact.waves[1]!.accepted).toBeGreaterThan(artefact.waves[0]!.accepted);
  });

  it('is the same bytes when it is done again', async () => {
    expect(JSON.stringify(artefactOf(await calibrate(SPEC, PLACES, modelOf(1)), FRAME))).toBe(
      JSON.stringify(artefact),
    );
  });

  it('takes off what a small place does', async () => {
    const spec = { ...SPEC, reference: { place: SPEC.place!, scale: 1, replicates: 1 } };
    const corrected = artefactOf(await calibrate(spec, PLACES, modelOf(0.9)), FRAME);
    const plain = artefactOf(await calibrate(SPEC, PLACES, modelOf(0.9)), FRAME);
    const off = (need: number) => Math.abs(Math.log(need / TRUTH.need));
    // Among few people the model refers a tenth less.
    expect(off(plain.fit.values.need_scale!)).toBeGreaterThan(0.03);
    expect(off(corrected.fit.values.need_scale!)).toBeLessThan(0.01);
    expect(corrected.reference!.shifts.gp_referrals_per_1000).toBeCloseTo(-Math.log(0.9), 3);
  });
});

describe('a calibration of the model', () => {
  const small = specOf(
    TEXT.replace('draws: 40', 'draws: 2')
      .replace('count: 2', 'count: 1')
      .replace('starts: 2', 'starts: 1\niterations: 1')
      .replace(/ {2}- row: (diag|need_res)\w+\n/g, ''),
  );
  const run = (name: string, onEvaluation?: (n: number) => void) =>
    runCalibration({
      ...FRAME,
      spec: small,
      places: PLACES,
      folder: join(folder, name),
      artefactFile: undefined,
      threads: 1,
      ...(onEvaluation === undefined ? {} : { onEvaluation }),
    });

  it('goes on where it was stopped, to the same bytes, and drops a line cut in two', async () => {
    let computed = 0;
    await run('first', (n) => {
      computed = n;
    });
    expect(computed).toBeGreaterThan(5);
    const file = join(folder, 'first', 'calibration.json');
    const bytes = readFileSync(file, 'utf8');
    rmSync(file);
    appendFileSync(join(folder, 'first', 'evaluations.jsonl'), '{"at":"fit","poi');
    let again = 0;
    await run('first', (n) => {
      again = n;
    });
    expect(again).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(bytes);
  });

  it('never mixes with another calibration', async () => {
    const other = { ...FRAME, specSha256: 'other' };
    await expect(
      runCalibration({
        ...other,
        spec: small,
        places: PLACES,
        folder: join(folder, 'first'),
        artefactFile: undefined,
        threads: 1,
      }),
    ).rejects.toThrow(/choose another --out/);
  });

  it('writes what can be read back, and is told when other numbers have changed', () => {
    const artefact = readArtefact(join(folder, 'first', 'calibration.json'));
    expect(isStale(artefact)).toBe(false);
    expect(isStale({ ...artefact, parameterTable: 'other' })).toBe(true);
    const [aim] = artefact.targets;
    expect(isStale({ ...artefact, targets: [{ ...aim!, published: aim!.published * 1.01 }] })).toBe(true);
    // As if the range of its row had been cut since.
    const [prior] = artefact.posterior;
    expect(isStale({ ...artefact, posterior: [{ ...prior!, high: prior!.high * 1.01 }] })).toBe(true);
    expect(() => readArtefact(join(folder, 'none.json'))).toThrow(ArtefactError);
    appendFileSync(join(folder, 'bad.json'), '{"format": "something"}');
    expect(() => readArtefact(join(folder, 'bad.json'))).toThrow(
      /not a calibration of this program at format/,
    );
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    const evaluate = evaluator({ spec: small, places: PLACES, threads: 1, signal: stop.signal });
    await expect(evaluate([{ point: [0.5], at: 'fit', worlds: 1 }])).rejects.toThrow(/stopped/);
  });
});
