import { describe, expect, it } from 'vitest';
import { phiOfCommissioner } from '../../../src/model/behaviour/internalisation.ts';
import { anchorPull, moveLever, perceive } from '../../../src/model/behaviour/will/adapt.ts';
import { LEVERS } from '../../../src/model/behaviour/will/levers.ts';
import { RECORD } from '../../../src/model/behaviour/will/will.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { LEVER_FIGURES, leverHistory, recordLevers } from '../../../src/model/metrics/lever-record.ts';
import { simulate, tick } from '../../../src/model/simulate.ts';
import { run, smallInput } from '../world.ts';

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

describe('a review of an area that one body took over', () => {
  const body = {
    'budget.holder': 'organisation',
    'provision.form': 'vertical',
    'provision.led': 'commissioner',
    'provision.trust': true,
    'rollout.by': 'in-force',
  } as const;

  it('is told by name: what each pay-off was, from which purse, and what a unit of the lever costs', () => {
    const world = run(createWorld({ ...smallInput({ people: 1000, set: body }), recordLevers: true }), 13);
    world.records.levers.length = 0;
    expect(phiOfCommissioner(world, 0)).toBeGreaterThan(0);
    const wanted = LEVERS.map((lever, n) =>
      Array.from(world.will.level[n]!, (level, unit) => {
        if (!lever.acts(world, unit)) return null;
        const term = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
        perceive(lever, world, unit, term);
        const stake = lever.stake?.(world, unit) ?? 1;
        const { d0, stiffness } = world.settings.levers[n]!;
        return { ...term, d0, stake, anchor: anchorPull(stiffness, level), basePounds: 0 };
      }),
    );
    LEVERS.forEach((_, n) => {
      moveLever(world, n, () => 0);
    });
    recordLevers(world);
    const bothPurses = new Set<string>();
    leverHistory(world).levers.forEach(({ lever, values }, n) => {
      wanted[n]!.forEach((want, unit) => {
        if (want === null) return;
        const { stake, ...terms } = want;
        terms.basePounds = LEVERS[n]!.basePounds(world, unit);
        for (const [figure, of] of Object.entries(terms)) {
          const times = figure === 'anchor' || figure === 'basePounds' ? 1 : stake;
          expect({ lever, figure, value: values[figure]![unit] }).toEqual({
            lever,
            figure,
            value: Math.fround(times * of),
          });
        }
        if (terms.ownCash !== 0 && terms.jointCash !== 0 && terms.ownCash !== terms.jointCash)
          bothPurses.add(lever);
      });
    });
    expect(bothPurses.size).toBeGreaterThan(4);
  });

  it('says which levers stand at a bound, either one', () => {
    const world = run(createWorld({ ...smallInput({ people: 1000 }), recordLevers: true }), 1);
    const { low, high } = world.settings.levers[0]!;
    const unit = [...world.will.level[0]!.keys()].find((each) => LEVERS[0]!.acts(world, each))!;
    const atBound = [high, low, (low + high) / 2].map((log) => {
      world.will.level[0]![unit] = Math.exp(log);
      recordLevers(world);
      const { values } = leverHistory(world).levers[0]!;
      const column = values.atBound!;
      return column[column.length - world.will.level[0]!.length + unit];
    });
    expect(atBound).toEqual([1, 1, 0]);
  });
});
