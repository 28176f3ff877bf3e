import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitAllocations } from '../../../src/lab/calibration/places/allocations.ts';
import { placeArtefactOf } from '../../../src/lab/calibration/places/place-artefact.ts';
import { ENGLAND_FOLDER } from '../../../src/lab/place/load-place.ts';
import { ENGLAND_DEPRIVATION, needIndex } from '../../../src/lab/place/national-averages.ts';
import { type PlaceFacts, readPlaceFolder } from '../../../src/lab/place/read-folder.ts';

const facts = readPlaceFolder(ENGLAND_FOLDER);

describe('the rules for blank allocations', () => {
  it('are what the known allocations give: the shipped result', () => {
    const shipped = readFileSync(new URL('../../../data/calibration/places.json', import.meta.url), 'utf8');
    expect(placeArtefactOf(facts)).toEqual(JSON.parse(shipped));
  });

  it('find a rule that was put in', () => {
    const { number, text, count } = facts.commissioners;
    const money = new Float64Array(count).fill(Number.NaN);
    const { population } = facts;
    for (let row = 0; row < population.count; row++) {
      if (population.number.year![row] !== 2010) continue;
      const c = text.code!.indexOf(population.text.commissioner_code![row]!);
      const bands = ['0_4', '5_14', '15_44', '45_64', '65_74', '75_84', '85_plus'];
      const ages = bands.map((band) => population.number[`age_${band}`]![row]!);
      const people = ages.reduce((a, b) => a + b, 0);
      const deprivation = (number.deprivation_score![c]! - ENGLAND_DEPRIVATION) / 10;
      const london = text.region![c] === 'London' ? 0.05 : 0;
      money[c] = people * 1500 * needIndex(ages) ** 0.6 * Math.exp(0.1 * deprivation + london);
    }
    const made: PlaceFacts = {
      ...facts,
      commissioners: { ...facts.commissioners, number: { ...number, allocation_2010_11_pounds: money } },
    };
    const { rows, residualSd } = fitAllocations(made);
    expect(rows.place_allocation_age).toBeCloseTo(0.6, 5);
    expect(rows.place_allocation_deprivation).toBeCloseTo(0.1, 5);
    expect(rows.place_allocation_london).toBeCloseTo(0.05, 5);
    expect(residualSd).toBeLessThan(1e-5);
  });
});
