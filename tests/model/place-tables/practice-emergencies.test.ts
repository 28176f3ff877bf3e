import { describe, expect, it } from 'vitest';
import { seedKey } from '../../../src/kernel/seed.ts';
import { syntheticPlace } from '../../../src/lab/place/index.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { createWeekKeys, fillWeekKeys, SYNTHESIS_WEEK } from '../../../src/model/draws.ts';
import { defaultParameterValues } from '../../../src/model/evidence/parameters.ts';
import { GT, GT_COUNT } from '../../../src/model/metrics/tallies.ts';
import { practiceEmergencies } from '../../../src/model/place-tables/practice-emergencies.ts';
import { LIFE, RISK_SHIFT } from '../../../src/model/population/people.ts';
import { readSettings } from '../../../src/model/settings.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallInput } from '../world.ts';

const PLACE = syntheticPlace({
  people: 400_000,
  practices: 1000,
  trusts: 2,
  rural: 0.3,
  seed: 'practices',
  commissioners: 2,
});

function ratios(sd: number, replicate = 0, place = PLACE): Float64Array {
  const parameters = { ...defaultParameterValues(), practice_emergency_sd: sd };
  const keys = createWeekKeys();
  fillWeekKeys(keys, seedKey('practices'), SYNTHESIS_WEEK, replicate);
  return practiceEmergencies({ place, parameters }, readSettings(parameters), keys);
}

describe('emergencies of practices beyond need', () => {
  it('are one where practices do not differ', () => {
    expect([...ratios(0)].every((ratio) => ratio === 1)).toBe(true);
  });

  it('differ by the spread of their logarithms, another draw in another world', () => {
    const logs = Array.from(ratios(0.13), Math.log);
    const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
    const sd = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / logs.length);
    // Four standard errors of the spread of a thousand draws.
    expect(Math.abs(sd / 0.13 - 1)).toBeLessThan(4 / Math.sqrt(2000));
    expect(ratios(0.13)).toEqual(ratios(0.13));
    expect(ratios(0.13, 1)[0]).not.toBe(ratios(0.13)[0]);
  });

  it('have a mean of one over the people of each commissioner', () => {
    const { commissioner, registered } = PLACE.practices;
    const ratio = ratios(0.4);
    for (let c = 0; c < PLACE.commissioners.count; c++) {
      let people = 0;
      let weighted = 0;
      ratio.forEach((value, g) => {
        if (commissioner[g] !== c) return;
        for (let b = 0; b < 5; b++) {
          people += registered[g * 5 + b]!;
          weighted += registered[g * 5 + b]! * value;
        }
      });
      // Weights are the emergencies that ages let expect, not heads: near one, not exactly.
      expect(weighted / people).toBeCloseTo(1, 2);
    }
    const alone = syntheticPlace({ people: 5000, practices: 1, trusts: 1, rural: 0, seed: 'practices' });
    expect([...ratios(0.4, 0, alone)]).toEqual([1]);
  });
});

describe('a place whose practices differ in how they meet emergencies', () => {
  const YEAR = 52;
  const district = (sd: number): World => {
    const input = smallInput({ weeks: YEAR, parameters: { practice_emergency_sd: sd } });
    const place = syntheticPlace({ people: 240_000, practices: 6, trusts: 2, rural: 0.3, seed: 'practices' });
    return createWorld({ ...input, place });
  };
  const alike = district(0);
  const unlike = district(0.5);
  const ratio = unlike.tables.practiceEmergencies;
  const expected = expectedByPractice(unlike);
  run(alike, YEAR);
  run(unlike, YEAR);
  const counted = (world: World, g: number) =>
    world.records.years[0]!.practices[g * GT_COUNT + GT.emergency_admissions]!;
  const all = (world: World) => ratio.reduce((sum, _, g) => sum + counted(world, g), 0);

  it('has the emergencies of each practice in proportion', () => {
    expect(Math.max(...ratio) / Math.min(...ratio)).toBeGreaterThan(2);
    const level = all(unlike) / expected.reduce((sum, x, g) => sum + x * ratio[g]!, 0);
    ratio.forEach((times, g) => {
      const mean = level * expected[g]! * times;
      // Four standard deviations of a count.
      expect(Math.abs(counted(unlike, g) - mean)).toBeLessThan(4 * Math.sqrt(mean));
    });
  });

  it('has as many emergencies as if they were alike', () => {
    expect(Math.abs(all(unlike) / all(alike) - 1)).toBeLessThan(0.03);
  });

  it('has no more deaths where more are admitted: the life table is the people’s own', () => {
    const many = (g: number) => ratio[g]! > 1;
    const [expectedDeaths, died] = [alike, unlike].map((world) => deathsWhere(world, many)) as [
      number,
      number,
    ];
    expect(Math.abs(died - expectedDeaths)).toBeLessThan(4 * Math.sqrt(2 * expectedDeaths));
  });

  it('violates no bound of the weekly draw', () => {
    expect(unlike.tally.boundViolations).toBe(0);
  });
});

/** Emergencies a year that the people of the first day are expected to have, were practices alike. */
function expectedByPractice({ people, hazards, place }: World): number[] {
  const expected = new Array<number>(place.practices.count).fill(0);
  for (let i = 0; i < people.initial; i++) {
    if (people.life(i) !== LIFE.present) continue;
    const traits = people.traits(i);
    const row = people.ageClass(i) * 5 + ((traits >> 1) & 7);
    expected[people.practice(i)]! +=
      hazards.emergencyPerYear[row]! *
      hazards.emergencyMultiplier[people.conditions(i)]! *
      hazards.riskBins[traits >> RISK_SHIFT]!;
  }
  return expected;
}

/** People who have died on the lists of some practices. */
function deathsWhere({ people, week }: World, chosen: (g: number) => boolean): number {
  let deaths = 0;
  for (let i = 0; i < people.arrivalEnd[week - 1]!; i++) {
    if (people.life(i) === LIFE.died && chosen(people.practice(i))) deaths++;
  }
  return deaths;
}
