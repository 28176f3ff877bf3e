import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../src/model/create-world.ts';
import { withSettings } from '../../../src/model/institutions/settings.ts';
import type { JournalEvent } from '../../../src/model/result.ts';
import type { ScheduledInstitutions, Trigger } from '../../../src/model/run-input.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallInput } from '../world.ts';

const WEEKS = 30;

function worldWith(...triggers: readonly Partial<Trigger>[]): World {
  const input = smallInput({ people: 1500, weeks: WEEKS });
  const [first] = input.institutions;
  const entries = triggers.map(
    (part, n): ScheduledInstitutions => ({
      week: null,
      when: { metric: 'list_total', is: 'above', level: 0, weeks: 1, notBefore: 0, ...part },
      institutions: withSettings(first!.institutions, { 'payment.followUpCap': n + 1 }),
      overrides: [],
      why: `reason ${n}`,
    }),
  );
  return createWorld({ ...input, institutions: [first!, ...entries] });
}

function lines(world: World): JournalEvent[] {
  return world.journal.filter(({ kind }) => kind.startsWith('trigger'));
}

/** Most (least) of a metric in some weeks, and the first week that has it. */
function extreme(world: World, metric: string, from: number, to: number, most: boolean): [number, number] {
  const values = [...world.records.weekly[metric]!.slice(from, to)];
  const value = most ? Math.max(...values) : Math.min(...values);
  return [value, from + values.indexOf(value)];
}

describe('a trigger that fires', () => {
  const world = run(worldWith({ weeks: 4, notBefore: 7 }), 9);

  it('has a line of its own before what it changes: metric, level, weeks, the last value, the reason', () => {
    const at = world.journal.findIndex(({ kind }) => kind === 'trigger met');
    expect(world.journal[at]).toEqual({
      week: 7,
      kind: 'trigger met',
      organisation: '',
      description: `list_total above 0 for 4 weeks: ${world.records.weekly.list_total![6]} in the last of them`,
      why: 'reason 0',
    });
    expect(world.journal[at + 1]).toMatchObject({ week: 7, kind: 'institution changed', why: 'reason 0' });
  });

  it('has no other line, now or at the end', () => {
    expect(lines(run(world, WEEKS - 9))).toHaveLength(1);
  });
});

describe('a trigger that never fires', () => {
  it('says so in the last week: how near it came, and for how long', () => {
    const world = run(worldWith({ level: 1e6 }), WEEKS - 1);
    expect(lines(world)).toEqual([]);
    run(world, 1);
    const [most, week] = extreme(world, 'list_total', 0, WEEKS - 1, true);
    expect(lines(world)).toEqual([
      {
        week: WEEKS - 1,
        kind: 'trigger not met',
        organisation: '',
        description: `list_total above 1000000 for 1 week: never so; ${most} at most, in week ${week}`,
        why: 'not done: reason 0',
      },
    ]);
  });

  it('counts the weeks in a row in which it was so, from when it was looked at', () => {
    const free = run(worldWith({ level: 1e6 }), WEEKS);
    const weekly = free.records.weekly.list_total!;
    const level = [...weekly.slice(20, WEEKS - 1)].sort((a, b) => a - b)[4]! + 0.5;
    let longest = 0;
    for (let w = 20, run = 0; w < WEEKS - 1; w++) {
      run = weekly[w]! < level ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    // Of the weeks before it was looked at only as many count as it asks for.
    const world = run(worldWith({ is: 'below', level, weeks: 9, notBefore: 29 }), WEEKS);
    const [least, week] = extreme(world, 'list_total', 20, WEEKS - 1, false);
    expect(lines(world).map(({ description }) => description)).toEqual([
      `list_total below ${level} for 9 weeks: never so; ${least} at least, in week ${week}; ` +
        `${longest === 1 ? '1 week' : `${longest} weeks`} in a row at most`,
    ]);
  });

  it('keeps those behind it waiting, and that is said', () => {
    const world = run(worldWith({}, { level: 1e6, weeks: 2 }, { metric: 'bed_days' }), WEEKS);
    const told = lines(world);
    expect(told.map(({ week, kind }) => [week, kind])).toEqual([
      [1, 'trigger met'],
      [WEEKS - 1, 'trigger not met'],
      [WEEKS - 1, 'trigger not met'],
    ]);
    expect(told[2]!.description).toBe(
      'bed_days above 0 for 1 week: not looked at, the trigger before it was never met',
    );
  });
});
