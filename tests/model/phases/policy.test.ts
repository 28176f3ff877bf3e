import { describe, expect, it } from 'vitest';
import { syntheticPlace } from '../../../src/lab/place/index.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { type SettingValues, withSettings } from '../../../src/model/institutions/settings.ts';
import { policy } from '../../../src/model/phases/policy.ts';
import { fromWeek, type ScheduledInstitutions, type Trigger } from '../../../src/model/run-input.ts';
import { CATEGORIES, CATEGORY } from '../../../src/model/world.ts';
import { run, shock, smallInput, smallWorld } from '../world.ts';

describe('policy', () => {
  it('writes one line for each setting that changes, with what it was and why', () => {
    const world = run(
      smallWorld({ switches: { 3: { 'choice.of': 'none', 'payment.elective': 'block' } } }),
      5,
    );
    const lines = world.journal.filter((line) => line.kind === 'institution changed');
    expect(lines.map((line) => [line.week, line.description, line.why])).toEqual(
      expect.arrayContaining([
        [3, 'choice.of becomes none (was provider)', 'test'],
        [3, 'payment.elective becomes block (was tariff)', 'test'],
      ]),
    );
    expect(lines).toHaveLength(2);
    expect(world.institutions.choice.of).toBe('none');
  });

  it('names who reads what changes in a part, and says nothing where nobody does', () => {
    const input = smallInput();
    const start = input.institutions[0]!;
    // Both trusts and the primary care trust count as urban; there are practices in the country.
    const place = syntheticPlace({ people: 2500, practices: 4, trusts: 2, rural: 0.45, seed: 'parts' });
    const settings = {
      'programme.caseManagement': 0.5,
      'programme.demandManagement': 1,
      'entitlement.guaranteedMaximumWeeks': 18,
      'payment.emergency': 'block',
    };
    const linesOf = (part: 'rural' | 'urban', switched: SettingValues) => {
      const own = withSettings(start.institutions, switched);
      const overrides = [{ part, commissioner: null, institutions: own }];
      const institutions = [start, { ...start, week: 3, overrides, why: 'test' }];
      return run(createWorld({ ...input, place, institutions }), 5)
        .journal.filter((line) => line.kind === 'institution changed')
        .map((line) => `${line.organisation}, ${line.description}`);
    };
    expect(linesOf('rural', settings)).toEqual([
      'C1, rural parts: programme.caseManagement becomes 0.5 (was 0)',
    ]);
    expect(linesOf('urban', settings).toSorted()).toEqual([
      'C1, C1, T1, T2: payment.emergency becomes block (was tariff)',
      'C1, T1, T2: entitlement.guaranteedMaximumWeeks becomes 18 (was 0)',
      'C1, programme.demandManagement becomes 1 (was 0)',
      'C1, urban parts: programme.caseManagement becomes 0.5 (was 0)',
    ]);
    // No body reads it where none may form.
    expect(linesOf('rural', { 'budget.accounts': 'single' })).toEqual([]);
  });

  it('says nothing when nothing changes', () => {
    const world = run(smallWorld({ switches: { 3: {} } }), 5);
    expect(world.journal.filter((line) => line.kind === 'institution changed')).toEqual([]);
  });

  it('says when a shock begins and ends', () => {
    const world = run(smallWorld({ shocks: [shock({ week: 2, weeks: 3, beds: 0.9 })] }), 7);
    const lines = world.journal.filter((line) => line.kind.startsWith('shock'));
    expect(lines.map((line) => [line.week, line.kind, line.description])).toEqual([
      [2, 'shock begins', 'beds x 0.9'],
      [5, 'shock ends', 'beds x 0.9'],
    ]);
  });

  it('takes allocations from the published years, and from a shock to growth where there is one', () => {
    const usual = run(smallWorld({ weeks: 110 }), 105).books.allocation[0]!;
    const shocked = run(
      smallWorld({ weeks: 110, shocks: [shock({ week: 100, weeks: 10, budgetGrowth: 0 })] }),
      105,
    );
    const before = run(smallWorld({ weeks: 110 }), 60).books.allocation[0]!;
    expect(shocked.books.allocation[0]).toBe(before);
    expect(usual).toBeGreaterThan(before);
  });

  it('starts the plans of a provider anew whose payment changes, and leaves those of its neighbour going on', () => {
    const BLOCK = { 'payment.outpatient': 'block', 'payment.elective': 'block' };
    const input = smallInput({ weeks: 160, set: BLOCK });
    const [first] = input.institutions;
    const changed = withSettings(first!.institutions, { 'payment.marketForcesFactor': false });
    const world = createWorld({
      ...input,
      institutions: [
        first!,
        {
          ...fromWeek(130, first!.institutions, 'test'),
          overrides: [{ part: 'rural', commissioner: null, institutions: changed }],
        },
      ],
    });
    // One trust stands in the rural part, the other where most people of the commissioner live.
    const { cells, books } = world;
    cells.ofCommissioner.fill(0);
    cells.ofProvider.set([1, 0]);
    run(world, 157);
    const elective = (CATEGORY.elective * books.plan.length) / CATEGORIES;
    expect(books.plan[elective]).toBe(books.activityLastYear[elective]);
    expect(books.blockYears[elective]).toBe(1);
    expect(books.plan[elective + 1]).not.toBe(books.activityLastYear[elective + 1]);
    expect(books.blockYears[elective + 1]).toBe(3);
  });
});

describe('institutions that wait for something to happen', () => {
  const LONG = 101;
  const SHORT = 99;
  const TRIGGER: Trigger = { metric: 'list_total', is: 'above', level: 100, weeks: 4, notBefore: 8 };

  /** Weeks in which institutions change, in a world that is told the list of each week, and what changes then. */
  function changesOf(
    list: readonly number[],
    trigger: Partial<Trigger>,
    before: ScheduledInstitutions[] = [],
  ) {
    const input = smallInput({ people: 300, weeks: list.length });
    const noChoice = withSettings(input.institutions[0]!.institutions, { 'choice.of': 'none' });
    const waiting = { ...fromWeek(0, noChoice, 'test'), week: null, when: { ...TRIGGER, ...trigger } };
    const world = createWorld({ ...input, institutions: [...input.institutions, ...before, waiting] });
    const told = new Float64Array(list.length).fill(Number.NaN);
    world.records.weekly.list_total = told;
    list.forEach((value, week) => {
      world.week = week;
      policy(world);
      told[week] = value;
    });
    return world.journal
      .filter(({ kind }) => kind === 'institution changed')
      .map(({ week, description }) => [week, description.split(' ')[0]]);
  }
  const weeks = (count: number, value: number): number[] => Array.from({ length: count }, () => value);

  it.each([
    ['at the first week allowed, where it has happened long before', weeks(20, LONG), {}, [8]],
    ['as soon as it has lasted, not a week before', [...weeks(9, SHORT), ...weeks(11, LONG)], {}, [13]],
    [
      'not where it was interrupted',
      [...weeks(6, SHORT), ...weeks(3, LONG), SHORT, ...weeks(3, LONG), SHORT],
      {},
      [],
    ],
    ['not at the level itself', weeks(20, 100), {}, []],
    ['where a fall is waited for, when it has fallen', weeks(20, SHORT), { is: 'below' as const }, [8]],
    ['when so many weeks are over at all', weeks(20, LONG), { notBefore: 0, weeks: 6 }, [6]],
  ])('come into force once, %s', (_, list, trigger, expected) => {
    expect(changesOf(list, trigger)).toEqual(expected.map((week) => [week, 'choice.of']));
  });

  it('wait for the entry before them', () => {
    const { institutions } = smallWorld();
    const before = fromWeek(12, withSettings(institutions, { 'choice.offeredShare': 0.9 }), 'test');
    const changes = changesOf(weeks(20, LONG), {}, [before]);
    expect(changes.every(([week]) => week === 12)).toBe(true);
    expect(changes.at(-1)).toEqual([12, 'choice.offeredShare']);
    expect(changes.map(([, what]) => what)).toContain('choice.of');
  });
});
