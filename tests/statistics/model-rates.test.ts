import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/model/create-world.ts';
import { report } from '../../src/model/metrics/report/report.ts';
import { LIFE, QUINTILE_SHIFT, RISK_SHIFT, STAGE, STAGE_MASK } from '../../src/model/population/people.ts';
import { tick } from '../../src/model/simulate.ts';
import type { World } from '../../src/model/world.ts';
import { smallInput } from '../model/world.ts';

/**
 * What the model counts in a year beside what the hazard tables expect of its people: each week's chances of everybody
 * present, summed. Counts of many rare events of a week stray from that sum by about its root. Seeds are fixed, so that
 * nothing flickers; each bound says how often a right program would be beyond it under another seed.
 */
const WORLDS = ['rates 1', 'rates 2', 'rates 3', 'rates 4'];
const PEOPLE = 20_000;
const WEEKS = 52;
/** A person counts as on a list for at most this share of the time. */
const BUSY_CAP = 0.8;
/** By luck once in 16,000. */
const FOUR_ERRORS = 4;

const KINDS = ['deaths', 'emergency_admissions', 'planned_admissions', 'needs_arising'] as const;
type Kind = (typeof KINDS)[number];

/** Chances of the coming week, summed over everybody who is present. */
function expectedNextWeek(world: World): Record<Kind, number> {
  const { people, hazards: h, settings, tables } = world;
  const sum: Record<Kind, number> = {
    deaths: 0,
    emergency_admissions: 0,
    planned_admissions: 0,
    needs_arising: 0,
  };
  const season = tables.season[world.week % WEEKS]!;
  for (let i = 0; i < people.capacity; i++) {
    if (people.life(i) !== LIFE.present) continue;
    const traits = people.traits(i);
    const cls = people.ageClass(i);
    const row = cls * 5 + ((traits >> QUINTILE_SHIFT) & 7);
    const mask = people.conditions(i);
    const risk = h.riskBins[traits >> RISK_SHIFT]!;
    sum.deaths += (h.deathPerYear[row]! * h.deathMultiplier[mask]! * risk) / WEEKS;
    sum.emergency_admissions +=
      (h.emergencyPerYear[row]! * h.emergencyMultiplier[mask]! * risk * season) / WEEKS;
    sum.planned_admissions += h.plannedAdmissionsPerYear[cls]! / WEEKS;
    if ((people.pathway(i) & STAGE_MASK) !== STAGE.none) continue;
    let need = 0;
    for (let s = 0; s < 8; s++) need += h.needPerYear[row * 8 + s]! * h.needMultiplier[mask * 8 + s]!;
    need *= risk * settings.needScale;
    // Who is on a list has no second need: the others' chance makes up for it.
    const busy = need * tables.busyYearsPerNeed + h.otherSourcePerYear[row]! * tables.busyYearsOther;
    sum.needs_arising += need / (1 - Math.min(BUSY_CAP, busy)) / WEEKS;
  }
  return sum;
}

/** Counted and expected in a year of all worlds together. */
function countedAndExpected(): Record<Kind, { counted: number; expected: number }> {
  const found = Object.fromEntries(KINDS.map((kind) => [kind, { counted: 0, expected: 0 }])) as Record<
    Kind,
    { counted: number; expected: number }
  >;
  for (const seed of WORLDS) {
    // Nobody moves a lever, so that chances stay those of the tables.
    const input = smallInput({
      people: PEOPLE,
      weeks: WEEKS,
      seed,
      set: { 'planning.organisationsAct': false },
    });
    const world = createWorld(input);
    while (world.week < WEEKS) {
      const next = expectedNextWeek(world);
      for (const kind of KINDS) found[kind].expected += next[kind];
      tick(world);
    }
    const result = report(world);
    for (const kind of KINDS) found[kind].counted += result.annual[kind]![0]!;
  }
  return found;
}

describe('a year of four worlds of 20,000 people', () => {
  const found = countedAndExpected();
  const errorsFrom = (kind: Kind, expected: number) =>
    Math.abs(found[kind].counted - expected) / Math.sqrt(expected);

  it.each(KINDS)('has as many %s as the tables say (fails by luck once in 16,000)', (kind) => {
    expect(errorsFrom(kind, found[kind].expected)).toBeLessThan(FOUR_ERRORS);
  });

  // Rarest first: the fewer, the larger a fault must be to be seen.
  it.each([
    ['deaths', 1 / 3],
    ['planned_admissions', 1 / 6],
    ['emergency_admissions', 1 / 10],
    ['needs_arising', 1 / 20],
  ] as const)('would show that %s were wrong by %d (fails by luck once in 1,000)', (kind, wrong) => {
    for (const factor of [1 - wrong, 1 + wrong]) {
      expect(errorsFrom(kind, found[kind].expected * factor)).toBeGreaterThan(FOUR_ERRORS);
    }
  });
});
