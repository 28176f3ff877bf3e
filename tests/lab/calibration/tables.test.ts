import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectedFigure } from '../../../src/lab/calibration/tables/expected-figures.ts';
import { solveSteps } from '../../../src/lab/calibration/tables/solve.ts';
import { type TableArtefact, tableArtefactOf } from '../../../src/lab/calibration/tables/table-artefact.ts';
import { loadTableSpec, type TableSpec } from '../../../src/lab/calibration/tables/table-spec.ts';
import { defaultParameterValues, parameter } from '../../../src/model/evidence/parameters.ts';

const shipped = (file: string) =>
  readFileSync(new URL(`../../../data/calibration/${file}`, import.meta.url), 'utf8');

function specOf(text: string): TableSpec {
  const loaded = loadTableSpec(text, 'tables.yaml');
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems, null, 1));
  return loaded.spec;
}

describe('the calibration of the tables that comes with the package', () => {
  it('is what its file gives with the rows in force', () => {
    const text = shipped('tables.yaml');
    const artefact: TableArtefact = JSON.parse(shipped('tables.json'));
    const again = tableArtefactOf(specOf(text), text, defaultParameterValues(), artefact.command);
    expect(again).toEqual(artefact);
  });

  it('leaves removals from the list for admission where they were published', () => {
    const { low, high } = parameter('removal_share_of_admissions');
    const { model } = expectedFigure('removal_share_of_admissions', defaultParameterValues());
    expect(model).toBeGreaterThan(low);
    expect(model).toBeLessThan(high);
    // Nobody leaves whose hazard is nought.
    const nobody = { ...defaultParameterValues(), removal_base_per_week: 0 };
    expect(expectedFigure('removal_share_of_admissions', nobody).model).toBe(0);
  });
});

describe('a step', () => {
  const given = defaultParameterValues();
  const solve = (step: TableSpec['steps'][number]) => solveSteps([step], given)[0]!;

  it('gives its figure, whatever stood before', () => {
    const text = 'name: x\nsteps:\n  - { row: removal_before_decision_share, figure: list_admissions }\n';
    const elsewhere = { ...given, removal_before_decision_share: 0.14 };
    const [one] = solveSteps(specOf(text).steps, elsewhere);
    expect(one!.model / one!.published).toBeCloseTo(1, 8);
    // By hand: admissions are in proportion to what is left before the decision.
    const { model } = expectedFigure('list_admissions', elsewhere);
    expect(one!.rows.removal_before_decision_share).toBeCloseTo(1 - (0.86 * one!.published) / model, 8);
  });

  it('moves rows by one factor from what they were before any fit', () => {
    const rows = ['conversion_cardiology', 'conversion_other', 'conversion_orthopaedics'];
    const { moved, rows: values } = solve({
      name: 'some',
      rows,
      move: 'factor',
      figure: 'list_admissions',
    });
    for (const id of rows) expect(values[id]! / parameter(id).beforeFit!).toBeCloseTo(moved, 12);
  });

  it('moves shares by one factor of their odds, so that they stay shares', () => {
    const rows = ['daycase_share_ophthalmology', 'daycase_share_other'];
    const { moved, rows: values } = solve({
      name: 'some',
      rows,
      move: 'odds',
      figure: 'elective_daycase_share',
    });
    for (const id of rows) {
      const prior = parameter(id).beforeFit!;
      const odds = (share: number) => share / (1 - share);
      expect(odds(values[id]!) / odds(prior)).toBeCloseTo(moved, 9);
    }
  });

  it('stands on those before it', () => {
    const twice = solveSteps(
      [
        { name: 'a', rows: ['conversion_other'], move: 'value', figure: 'list_admissions' },
        { name: 'b', rows: ['removal_before_decision_share'], move: 'value', figure: 'list_admissions' },
      ],
      given,
    );
    // Nothing is left for the second.
    expect(twice[1]!.rows.removal_before_decision_share).toBeCloseTo(given.removal_before_decision_share!, 6);
  });

  it('says what cannot be reached within the plausible range', () => {
    expect(() =>
      solve({ name: 'births', rows: ['births_per_1000'], move: 'value', figure: 'deaths' }),
    ).toThrow('births: no value in the plausible range gives deaths');
  });
});

describe('the file of a calibration of the tables', () => {
  const problemOf = (text: string) => {
    const loaded = loadTableSpec(text, 'tables.yaml');
    if (!('problems' in loaded)) throw new Error('no problem found');
    return loaded.problems[0]!;
  };

  it.each([
    ['an unknown row', 'row: need_scal, figure: deaths', 'need_scal'],
    ['an unknown figure', 'row: need_scale, figure: death', 'death'],
    ['a row twice', 'row: need_scale, figure: deaths }\n  - { row: need_scale, figure: deaths', 'need_scale'],
    ['a row that no law reads', 'row: deaths_per_1000, figure: deaths', 'deaths_per_1000'],
  ])('is refused for %s, with its line', (_, entry, found) => {
    const problem = problemOf(`name: x\nsteps:\n  - { ${entry} }\n`);
    expect(problem.line).toBeGreaterThanOrEqual(3);
    expect(problem.found).toContain(found);
  });
});
