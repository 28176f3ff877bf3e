import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../src/model/create-world.ts';
import { WAIT_BANDS } from '../../../src/model/metrics/waiting-times.ts';
import { AGE_YEARS, CLOCK_OFFSET, LIFE } from '../../../src/model/population/people.ts';
import { tick } from '../../../src/model/simulate.ts';
import { smallInput } from '../../determinism/small-run.ts';

describe.each(['wasm', 'typescript'] as const)('the census of the %s engine', (engine) => {
  it('counts everybody present by age and sex, and every open clock in the place and in each division of it', () => {
    const world = createWorld(smallInput({ weeks: 30 }), engine);
    while (world.week < 30) tick(world);
    const { people, person, place } = world;
    const week = 29;
    const classes = new Array<number>(2 * AGE_YEARS).fill(0);
    const bands = new Array<number>(WAIT_BANDS).fill(0);
    for (let i = 0; i < people.arrivalEnd[week]!; i++) {
      if (people.life(i) !== LIFE.present) continue;
      const years = Math.floor(Math.max(0, week + 1 - people.birthWeek(i)) / 52);
      classes[Math.min(AGE_YEARS - 1, years) + (people.traits(i) & 1) * AGE_YEARS]! += 1;
      if (people.clock(i) > 0) bands[Math.min(WAIT_BANDS - 1, week + CLOCK_OFFSET - people.clock(i))]! += 1;
    }

    // Twice: a census starts from nothing.
    person.census(people.arrivalEnd[week]!, week);
    const census = person.census(people.arrivalEnd[week]!, week);

    expect(Array.from(census.classes)).toEqual(classes);
    const total = (from: number, groups: number): number[] =>
      bands.map((_, band) => {
        let sum = 0;
        for (let g = from; g < from + groups; g++) sum += census.open[g * WAIT_BANDS + band]!;
        return sum;
      });
    const commissioners = place.commissioners.count;
    expect(total(0, 1)).toEqual(bands);
    expect(total(1, commissioners)).toEqual(bands);
    expect(total(1 + commissioners, 5)).toEqual(bands);
    expect(total(6 + commissioners, place.providers.count)).toEqual(bands);
  });
});
