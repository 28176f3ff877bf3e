import { describe, expect, it } from 'vitest';
import {
  createWorld,
  defaultParameterValues,
  fromWeek,
  loadScenario,
  REGIMES,
  type RunInput,
  report,
  SHIPPED_VOCABULARY,
  simulate,
  syntheticPlace,
  tick,
} from '../src/index.ts';

const input: RunInput = {
  place: syntheticPlace({ people: 400, practices: 2, trusts: 1, rural: 0.5, seed: 1 }),
  parameters: defaultParameterValues(),
  institutions: [fromWeek(0, REGIMES[0]!.institutions, 'the run starts')],
  shocks: [],
  seed: '1',
  replicate: 0,
  weeks: 15,
  scale: 1,
  cohortWeek: 0,
};

describe('the public interface', () => {
  it('runs a place week by week or at once, with the same result', () => {
    const world = createWorld(input);
    while (world.week < input.weeks) tick(world);
    const result = simulate(input);
    expect(report(world)).toStrictEqual(result);
    expect(result.weekly.population).toHaveLength(15);
    expect(result.weekly.population![14]).toBeGreaterThan(350);
  });

  it('says what is wrong with a scenario', () => {
    const loaded = loadScenario('name: x\nplace: nowhere\n', 'x.yaml', SHIPPED_VOCABULARY);
    if (!('problems' in loaded)) throw new Error('a scenario without arms was taken');
    expect(loaded.problems.map((problem) => problem.line)).toContain(1);
  });
});
