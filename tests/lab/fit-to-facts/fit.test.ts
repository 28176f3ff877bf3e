import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { uncalibratedValue } from '../../../src/lab/calibration/uncalibrated.ts';
import { allFacts } from '../../../src/lab/facts/table.ts';
import { type FittedRow, fitRows, type Pose } from '../../../src/lab/fit-to-facts/fit-rows.ts';
import { nextValue } from '../../../src/lab/fit-to-facts/secant.ts';
import { checkFitSpec, type FitSpec, readFitSpec } from '../../../src/lab/fit-to-facts/spec.ts';
import { parameter } from '../../../src/model/evidence/parameters.ts';

const SPEC = 'data/calibration/institutions.yaml';
const RANGE = { low: 0, high: 10 };

describe('the next value', () => {
  it('goes a tenth of the range the right way, then along the line through the last two', () => {
    expect(nextValue([{ value: 5, figure: 3 }], 4, true, RANGE)).toBe(6);
    expect(nextValue([{ value: 5, figure: 3 }], 4, false, RANGE)).toBe(4);
    const two = [
      { value: 5, figure: 3 },
      { value: 6, figure: 3.5 },
    ];
    expect(nextValue(two, 4, true, RANGE)).toBe(7);
  });

  it('does not trust a line that rises the wrong way, and stays in the range', () => {
    const wrong = [
      { value: 5, figure: 3 },
      { value: 6, figure: 2.9 },
    ];
    expect(nextValue(wrong, 4, true, RANGE)).toBe(7);
    expect(nextValue([{ value: 10, figure: 3 }], 4, true, RANGE)).toBe(10);
  });
});

describe('a fit', () => {
  const row = (id: string, figure: string, target: number) => ({
    row: id,
    figure,
    target,
    tolerance: 0.01,
    rises: true,
    digits: 4,
    source: '',
  });
  const spec: FitSpec = {
    name: 'a test',
    description: '',
    seed: '1',
    replicates: 1,
    rounds: 20,
    rows: [
      row('system_review_apart_ratio', 'B42 steady', 6),
      row('system_review_launch_ratio', 'B42 launch', 18),
    ],
  };
  // Two rows of one question, one of which acts on both figures.
  const pose: Pose = (_, values) => {
    const [apart, launch] = [values.system_review_apart_ratio!, values.system_review_launch_ratio!];
    return Promise.resolve(
      new Map([
        ['B42 steady', 2.5 * apart],
        ['B42 launch', 2 * apart * launch],
      ]),
    );
  };

  it('meets all figures at once', async () => {
    const [apart, launch] = await fitRows(spec, pose);
    expect(apart).toMatchObject({ met: true });
    expect(apart!.value).toBeCloseTo(2.4, 2);
    expect(launch!.value).toBeCloseTo(3.75, 2);
  });

  it('begins before any fit, not at the values that ship', async () => {
    const [apart] = await fitRows({ ...spec, rounds: 1 }, pose);
    const { value, low, high } = parameter('system_review_apart_ratio');
    expect(apart).toMatchObject({ met: false, start: apart!.value });
    expect(apart!.start).toBeCloseTo(Math.sqrt(low * high), 3);
    expect(apart!.start).not.toBeCloseTo(value, 2);
  });

  it('says so where a figure lies beyond the range', async () => {
    const [far] = await fitRows({ ...spec, rows: [{ ...spec.rows[0]!, target: 100 }] }, pose);
    expect(far).toMatchObject({ met: false, value: parameter('system_review_apart_ratio').high });
  });
});

describe('what may be fitted', () => {
  const asked = parse(readFileSync(SPEC, 'utf8')) as { readonly rows: readonly object[] };
  const changed = (part: object) => () =>
    checkFitSpec({ ...asked, rows: [{ ...asked.rows[0]!, ...part }] }, 'a.yaml');

  it('is a known row, to a figure of a fact that is there to calibrate', () => {
    expect(changed({ figure: 'B38 beds' })).toThrow('a.yaml: figure B38 beds: B38 is there to validate');
    expect(changed({ row: 'no_row' })).toThrow('a.yaml: row no_row: there is no such row');
    expect(changed({ figure: 'B99 x' })).toThrow('there is no fact B99');
    expect(changed({ figure: 'B46 skil' })).toThrow('a.yaml: figure B46 skil: B46 has no such figure');
    expect(changed({ figure: 'B42 young-old' })).toThrow('with a closed band');
    expect(() => checkFitSpec({ ...asked, rows: [asked.rows[0], asked.rows[0]] }, 'a.yaml')).toThrow('twice');
    expect(() => readFitSpec('none.yaml')).toThrow('none.yaml: cannot be read');
  });

  it('has no target of its own: it is the middle of the band of the figure', () => {
    expect(changed({ target: -25 })).toThrow('target');
    for (const { figure, target } of readFitSpec(SPEC).rows) {
      const [id, measure] = figure.split(' ');
      const { band } = allFacts()
        .find((fact) => fact.id === id)!
        .measures.find((one) => one.id === measure)!;
      expect(target, figure).toBe((band[0]! + band[1]!) / 2);
    }
  });
});

describe('the rows about institutions that ship', () => {
  const artefact = JSON.parse(readFileSync('data/calibration/institutions.json', 'utf8')) as {
    readonly command: string;
    readonly spec: { readonly sha256: string };
    readonly parameterTable: string;
    readonly fit: { readonly rows: Readonly<Record<string, number>> };
    readonly figures: readonly FittedRow[];
  };

  it('are those that the fit found, all met', () => {
    expect(artefact.figures.map(({ row }) => row).toSorted()).toEqual(
      readFitSpec(SPEC)
        .rows.map(({ row }) => row)
        .toSorted(),
    );
    for (const { row, value, start, met, source } of artefact.figures) {
      expect(start, row).toBeCloseTo(uncalibratedValue(parameter(row)), 2);
      expect(met).toBe(true);
      // What nobody has published is judgement, whatever command solved it.
      const status = source.includes('not published') ? 'assumption' : 'calibrated';
      expect(parameter(row), row).toMatchObject({ value, status });
      expect(parameter(row).source).toContain('stage institutions');
    }
    expect(parameter('skill_lost_run_down').status).toBe('assumption');
  });

  it('were found by the file as it is', () => {
    const { sha256, rows } = readFitSpec(SPEC);
    expect(artefact.spec.sha256).toBe(sha256);
    expect(artefact.command).toBe('npm run calibrate:institutions');
    for (const { row, target } of rows)
      expect(artefact.figures.find((one) => one.row === row)).toMatchObject({ target });
  });
});
