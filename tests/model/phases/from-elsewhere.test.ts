import { describe, expect, it } from 'vitest';
import { openYear } from '../../../src/model/metrics/annual-books.ts';
import { WAIT_BANDS } from '../../../src/model/metrics/waiting-times.ts';
import { countFromElsewhere } from '../../../src/model/phases/from-elsewhere.ts';
import { CLOCK_OFFSET } from '../../../src/model/population/people.ts';
import { firstProviderGroup } from '../../../src/model/population/person-lists.ts';
import { smallWorld } from '../world.ts';

const WEEK = 100;

/** Groups from elsewhere with one trust, whose clocks started in some week, and what is counted of them in week 100. */
function counted(stage: 'list' | 'diagnostics', groups: readonly { patients: number; referred: number }[]) {
  const world = smallWorld({ trusts: 1, weeks: 156 });
  for (let queue = 0; queue < 16; queue++) {
    while (world.books.firstQueue[queue]!.length > 0) world.books.firstQueue[queue]!.drop(true);
    while (world.books.admissionQueue[queue]!.length > 0) world.books.admissionQueue[queue]!.drop(true);
  }
  for (let bucket = 0; bucket < world.books.diagnostics.span; bucket++) world.books.diagnostics.clear(bucket);
  world.week = WEEK;
  for (const { patients, referred } of groups) {
    const clock = CLOCK_OFFSET + referred;
    if (stage === 'list') world.books.admissionQueue[0]!.push(-patients, clock);
    else world.books.diagnostics.add(WEEK + 1, -patients, clock, 0);
  }
  const year = openYear(world);
  countFromElsewhere(world, year);
  const from = firstProviderGroup(world) * WAIT_BANDS;
  const open = Array.from(year.open.slice(from, from + WAIT_BANDS));
  const first = Math.round(world.settings.startFirstOutpatientWeeks * world.settings.relativeWait[0]!);
  return { open, inDiagnostics: year.lists[1]!, stayed: world.tables.pathway.stayed[0]!, first };
}

describe('people from elsewhere', () => {
  it('are counted whole on the lists for clinics and operations', () => {
    const { open } = counted('list', [{ patients: 40, referred: 20 }]);
    expect(open[80]).toBe(40);
    expect(open.reduce((a, b) => a + b, 0)).toBe(40);
  });

  it('are counted in diagnostics without those who would have left since their first visit', () => {
    const { open, inDiagnostics, stayed, first } = counted('diagnostics', [{ patients: 40, referred: 20 }]);
    const there = Math.floor(40 * stayed[80 - first]!);
    expect(there).toBeGreaterThan(0);
    expect(there).toBeLessThan(30);
    expect(open[80]).toBe(there);
    expect(inDiagnostics).toBe(there - 40);
  });

  it('are counted one by one to the same number as in a group', () => {
    const one = counted(
      'diagnostics',
      Array.from({ length: 40 }, () => ({ patients: 1, referred: 20 })),
    );
    const group = counted('diagnostics', [{ patients: 40, referred: 20 }]);
    expect(one.open[80]).toBe(group.open[80]);
  });

  it('who were found in diagnostics on the first day are those who had stayed until then', () => {
    const { open, stayed, first } = counted('diagnostics', [{ patients: 40, referred: -40 }]);
    expect(open[140]).toBe(Math.floor((40 * stayed[140 - first]!) / stayed[39 - first]!));
    expect(open[140]).toBeGreaterThan(Math.floor(40 * stayed[140 - first]!));
  });
});
