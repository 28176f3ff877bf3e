import { describe, expect, it } from 'vitest';
import { runSigns } from '../../../src/lab/signs/run-signs.ts';
import { SIGNS } from '../../../src/lab/signs/signs.ts';
import { armInput } from '../../../src/lab/study/arm.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { run, smallInput } from '../../model/world.ts';

const place = { id: 'small', place: smallInput({ people: 10_000 }).place, scale: 1 };
const sign = SIGNS.find(({ id }) => id === 'return-slack')!;
const returned = sign.arms[1]!;

describe('the split, after boards', () => {
  it('is in force again from the week that the arm says, as it was, and no body is left', () => {
    const input = armInput(
      { ...place, place: smallInput({ people: 1000 }).place, seed: 'x', weeks: 400 },
      returned,
    );
    const [before, boards, after] = input.institutions;
    expect([before!.week, boards!.week, after!.week]).toEqual([0, returned.week, returned.until]);
    expect(after!.institutions).toEqual(before!.institutions);
    const world = run(createWorld({ ...input, replicate: 0 }), returned.until!);
    const bodies = () => Array.from(world.structure.form).filter((form) => form !== 0).length;
    expect(bodies()).toBeGreaterThan(0);
    run(world, 8);
    expect(bodies()).toBe(0);
  }, 60_000);

  it('has the slack that it would have had, which boards had raised by more than a third', async () => {
    const study = { signs: [sign], replicates: 2, threads: 1, seed: 'x' };
    const [after] = await runSigns(place, study);
    const { meanBaseline, difference } = after!.judged.paired;
    expect(Math.abs(difference) / meanBaseline).toBeLessThan(0.05);

    const whileThere = { ...sign, arms: sign.arms.map((arm) => ({ ...arm, weeks: returned.until! })) };
    const lastYear = {
      ...sign.reading,
      of: (run: Parameters<typeof sign.reading.of>[0]) => run.annual.slack_pct!.at(-1)!,
    };
    const [there] = await runSigns(place, { ...study, signs: [{ ...whileThere, reading: lastYear }] });
    expect(there!.judged.paired.difference / there!.judged.paired.meanBaseline).toBeGreaterThan(1 / 3);
  }, 120_000);
});
