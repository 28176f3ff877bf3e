import { describe, expect, it } from 'vitest';
import { type Authorised, authorisedGroups } from '../../../src/lab/facts/observe.ts';
import type { World } from '../../../src/model/world.ts';
import { answerOf, figureOf, handMade } from './hand-made-run.ts';

const group = (week: number, chance: number, directed = 0): Authorised => ({ week, chance, directed });

function figure(measure: string, authorised: readonly Authorised[]): number {
  return figureOf(answerOf('B47', [handMade({ years: 3, rest: { authorised } })]), `B47 ${measure}`).value;
}

describe('groups that take over in waves', () => {
  it('are ordered by week, however they are listed: earlier over later', () => {
    // The first over the later three, 0.42 over 0.7 / 3, and the first two over the last two, 0.72 over 0.4: both 1.8.
    const waves = [group(132, 0.2), group(117, 0.42), group(127, 0.2), group(122, 0.3)];
    expect(figure('first-movers', waves)).toBeCloseTo(1.8, 9);
  });

  it('count each group once, also where waves differ in size', () => {
    const waves = [
      ...[group(117, 0.4, 0.1), group(117, 0.2, 0.1)],
      ...[group(122, 0.6, 0)],
      ...[group(127, 0.2, 0.2)],
      ...[group(132, 0.1, 0.4), group(132, 0.3, 0.1)],
    ];
    // 1.2 of three groups over 0.6 of three; 1.8 of six in full and 0.9 of six under directions.
    expect(figure('first-half', waves)).toBeCloseTo(2, 9);
    expect(figure('in-full', waves)).toBeCloseTo(30, 9);
    expect(figure('directed', waves)).toBeCloseTo(15, 9);
  });
});

describe('what an assessor was likely to say of a group', () => {
  const world = {
    settings: { assessment: { fullReadiness: 0.9, directedReadiness: 0.1, noise: 0.2 } },
    will: { fullAuthorisation: Float64Array.of(0.5, 0, 1 / (1 + Math.E)) },
    structure: { founded: Int32Array.of(117, -1, 122) },
  } as unknown as World;

  it('is worked back from the chance noted when it took over; places without a group are left out', () => {
    // Readiness 0.9, four noises above directions; and 0.7, three of them.
    const [even, less, ...rest] = authorisedGroups(world);
    expect(rest).toEqual([]);
    expect(even).toMatchObject({ week: 117, chance: 0.5 });
    expect(even!.directed).toBeCloseTo(1 / (1 + Math.E ** 4), 9);
    expect(less!.week).toBe(122);
    expect(less!.directed).toBeCloseTo(1 / (1 + Math.E ** 3), 9);
  });
});
