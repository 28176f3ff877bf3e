import { describe, expect, it } from 'vitest';
import { Observer } from '../../../src/lab/facts/observe.ts';
import { WAIT_BANDS } from '../../../src/model/metrics/waiting-times.ts';
import type { World } from '../../../src/model/world.ts';
import { shock } from '../../model/world.ts';

const waiting = (people: number) => ({ waiting: people });

/** Two trusts, two commissioners, three practices at the end of a year; only orthopaedics has patients. */
function worldAt(
  week: number,
  fatality: readonly [number, number],
  shocks: World['input']['shocks'] = [],
): World {
  const open = new Int32Array(WAIT_BANDS * 2);
  open[3] = 50;
  open[25] = 20;
  open[26] = 15;
  open[39] = 5;
  open[60] = 10;
  // Another group, that does not count.
  open[WAIT_BANDS + 100] = 999;
  const bySpecialty = (first: number, second: number) =>
    Float64Array.from({ length: 16 }, (_, hs) => (hs === 0 ? first : hs === 8 ? second : 0));
  const queues = (first: number, second: number) =>
    Array.from({ length: 32 }, (_, n) => waiting(n === 0 ? first : n === 17 ? second : 0));
  return {
    week,
    place: { providers: { count: 2 }, commissioners: { count: 2 } },
    input: { shocks },
    settings: {
      followUpSlotWeight: 0.5,
      commissioning: { skillStart: 1 },
      // Even odds at usual skill; three log odds for all of it.
      assessment: { usual: 0.5, skill: 3, balance: 0, balanceScale: 1 },
    },
    tables: { referralsPerWeek: bySpecialty(30, 10) },
    books: {
      fatalityFactor: Float64Array.from(fatality),
      publishedWait: bySpecialty(8, 12),
      // Clinics hold 60 and 20 slots, two follow-ups of half a slot each for a first visit: 30 and 10 people.
      outpatientSlots: bySpecialty(60, 20),
      followUpRatio: bySpecialty(2, 2),
      electiveSlots: bySpecialty(10, 5),
      firstQueue: queues(300, 50),
      admissionQueue: queues(40, 35),
      areaRegistered: Float64Array.of(300, 100),
      margin: Float64Array.of(0, 0),
    },
    will: {
      skill: Float64Array.of(1, 0.6),
      disruptionCommissioner: Float64Array.of(0, 0.5),
      enrolledShare: new Float64Array(),
    },
    structure: { formedOfPractice: Uint8Array.of(1, 0, 1), bodies: 0 },
    records: { years: [{ open }] },
  } as unknown as World;
}

describe('what is seen of a world, by hand', () => {
  const observer = new Observer(worldAt(0, [1, 1]));
  // Quarters end in weeks 13, 26, 39 and 52: the mean of four logarithms.
  for (const week of [12, 13, 20, 26, 39, 52])
    observer.look(worldAt(week, week === 26 ? [Math.E ** 4, 1] : week === 52 ? [1, Math.E ** -2] : [1, 1]));
  const { yearly } = observer;

  it('has the shares of the whole list that wait 26, 39 and 52 weeks and more', () => {
    expect(yearly.over26).toEqual([0.3]);
    expect(yearly.over39).toEqual([0.15]);
    expect(yearly.over52).toEqual([0.1]);
  });

  it('weighs orthopaedic waits by referrals: 8 weeks thrice and 12 once are 9', () => {
    expect(yearly.orthopaedicWait).toEqual([9]);
  });

  it('expects lists over what is served: 10 + 4 weeks thrice and 5 + 7 once are 13.5', () => {
    expect(yearly.expectedWait[0]).toBeCloseTo(13.5, 12);
  });

  it('counts the operations of a shock as served, in its last week too: 10 + 4 / 2 thrice and 5 + 7 / 2 once', () => {
    const twice = shock({ week: 10, weeks: 42, operations: 2 });
    const wait = (shocks: World['input']['shocks']) => {
      const shocked = new Observer(worldAt(0, [1, 1]));
      shocked.look(worldAt(52, [1, 1], shocks));
      return shocked.yearly.expectedWait[0];
    };
    expect(wait([twice])).toBeCloseTo(11.125, 12);
    // Twice the clinics as well; and a shock that has ended, or is to come.
    expect(wait([{ ...twice, operations: 1, slots: 2 }])).toBeCloseTo(13.5 / 2, 12);
    expect(wait([{ ...twice, weeks: 41 }])).toBeCloseTo(13.5, 12);
    expect(wait([{ ...twice, week: 52 }])).toBeCloseTo(13.5, 12);
  });

  it('weighs skill by people: 1 thrice and 0.6 once are 0.9', () => {
    expect(yearly.skill[0]).toBeCloseTo(0.9, 12);
  });

  it('rates commissioners at the end of each quarter by the skill that disruption leaves: 1, and 0.6 halved', () => {
    expect(yearly.rated).toHaveLength(4);
    for (const rated of yearly.rated) expect(rated).toBeCloseTo((3 * 0.5 + 1 / (1 + Math.exp(2.1))) / 4, 9);
  });

  it('means logarithms of fatality over the quarters of a year, by trust', () => {
    expect(yearly.logFatality[0]).toBeCloseTo(1, 9);
    expect(yearly.logFatality[1]).toBeCloseTo(-0.5, 9);
  });

  it('keeps who held a budget', () => {
    expect(yearly.formed).toEqual([1, 0, 1]);
  });
});
