import { describe, expect, it } from 'vitest';
import { LEVERS } from '../../../src/model/behaviour/will/levers.ts';
import { RECORD } from '../../../src/model/behaviour/will/will.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { LEVER_FIGURES } from '../../../src/model/metrics/lever-record.ts';
import { simulate, tick } from '../../../src/model/simulate.ts';
import { smallInput } from '../world.ts';

const input = { ...smallInput({ weeks: 60 }), recordLevers: true };

describe('the record of levers', () => {
  const { levers, ...rest } = simulate(input);

  it('has every lever at every quarterly review', () => {
    expect(levers!.weeks).toEqual([12, 25, 38, 51]);
    expect(levers!.levers.map(({ lever }) => lever)).toEqual(LEVERS.map(({ id }) => id));
    for (const { codes, names, specialties, values } of levers!.levers) {
      expect(names).toHaveLength(codes.length);
      expect(specialties).toHaveLength(codes.length);
      expect(Object.keys(values)).toEqual([...LEVER_FIGURES]);
      for (const column of Object.values(values)) expect(column).toHaveLength(4 * codes.length);
    }
  });

  it('adds up: the terms less d0 and anchor make the marginal pay-off, steps make the level', () => {
    let counted = 0;
    for (const { codes, values } of levers!.levers) {
      for (let row = 0; row < codes.length; row++) {
        let logarithm = 0;
        for (let review = 0; review < 4; review++) {
          const at = (figure: string): number => values[figure]![review * codes.length + row]!;
          if (Number.isNaN(at('level'))) continue;
          counted += 1;
          const sum =
            at('altruism') + at('ownCash') + at('jointCash') + at('targets') - at('d0') - at('anchor');
          expect(at('marginal')).toBeCloseTo(sum, 5);
          logarithm += at('step');
          expect(Math.log(at('level'))).toBeCloseTo(logarithm, 5);
          expect(at('basePounds')).toBeGreaterThan(0);
        }
      }
    }
    expect(counted).toBeGreaterThan(100);
  });

  it('changes nothing else in a run', () => {
    const { recordLevers, ...without } = input;
    const plain = simulate(without);
    expect(plain.levers).toBeUndefined();
    expect(plain.diagnostics.checksum).toBe(rest.diagnostics.checksum);
    expect(plain.annual).toEqual(rest.annual);
  });

  it('shows what the law kept of its last step', () => {
    const world = createWorld(input);
    while (world.week < 13) tick(world);
    const figures = world.records.levers[0]!.figures[0]!;
    const [, ...terms] = LEVER_FIGURES;
    for (let unit = 0; unit < world.will.level[0]!.length; unit++) {
      if (!LEVERS[0]!.acts(world, unit)) continue;
      const recorded = figures.subarray(
        unit * LEVER_FIGURES.length + 1,
        unit * LEVER_FIGURES.length + 1 + RECORD,
      );
      expect([...recorded]).toEqual([
        ...Float32Array.from(world.will.record[0]!.subarray(unit * RECORD, (unit + 1) * RECORD)),
      ]);
      expect(terms.slice(0, RECORD)).toContain('step');
    }
  });
});
