import { describe, expect, it } from 'vitest';
import { countsInWords, judgeFacts, noTestReason } from '../../../src/lab/facts/index.ts';
import { allFacts } from '../../../src/lab/facts/table.ts';
import { untoldSizings } from '../../../src/lab/facts/untold-sizings.ts';
import { PARAMETERS } from '../../../src/model/evidence/parameters.ts';
import { figuresSizing, MENTIONS, SIZED_BY } from '../../../src/model/evidence/sized-by.ts';

const [FIRST] = PARAMETERS;

describe('rows that were sized by a published effect', () => {
  it('are all told: no source names a study without saying what it takes from it', () => {
    expect(untoldSizings(PARAMETERS, allFacts())).toEqual([]);
  });

  it.each([
    ['by its address', 'as in https://pmc.ncbi.nlm.nih.gov/articles/PMC2733950, table 2', 'B10'],
    ['in words', 'fundholders admitted a twentieth less', 'B13'],
    ['in words of its day', 'indicative budgets changed nothing', 'B15'],
    ['of waits elsewhere', 'as Scottish waits were then', 'B24'],
    ['of bargaining', 'prices were negotiated in those years', 'B07'],
    ['of programmes', 'integrated care pilots', 'B31'],
    ['of structures', 'vertical integration alone', 'B37'],
    ['of selection', 'favourable selection by plans', 'B43'],
    ['of elective quality', 'readmissions after planned operations', 'B06'],
    ['in words of ours', 'a budget on paper is felt a little', 'B15'],
  ])('are found when a source names a study %s', (_how, source, fact) => {
    const row = { ...FIRST!, id: 'planted', source };
    expect(untoldSizings([row], allFacts())).toEqual([`planted: ${fact}`]);
  });

  it('are rows and figures that there are', () => {
    const ids = new Set(PARAMETERS.map(({ id }) => id));
    const figures = new Set(
      allFacts().flatMap(({ id, measures }) => measures.map((measure) => `${id} ${measure.id}`)),
    );
    for (const { fact, measures, rows } of SIZED_BY) {
      expect(rows.filter((row) => !ids.has(row))).toEqual([]);
      expect(measures.filter((measure) => !figures.has(`${fact} ${measure}`))).toEqual([]);
    }
    expect(MENTIONS.filter(({ row }) => !ids.has(row))).toEqual([]);
  });

  it('make a figure no test, whatever it comes to', () => {
    const [b10] = judgeFacts(
      allFacts().filter(({ id }) => id === 'B10'),
      new Map(
        ['stay', 'day-cases', 'volume', 'mortality'].map((id) => [
          `shipped live B10 ${id}`,
          // A stay far outside; everything else inside.
          [1.01, 1].map((luck) => ({
            value: luck * (id === 'stay' ? 50 : id === 'mortality' ? 0.1 : 1),
            error: 0,
          })),
        ]),
      ),
      'shipped',
    );
    const [stay, , volume] = b10!.measures;
    expect(stay!.live.verdict).toBe('wrong sign');
    expect(noTestReason(stay!)).toContain('efficiency_stay_elasticity');
    expect(noTestReason(volume!)).toBe('');
    expect(b10!.verdict).toBe('inside');
    expect(countsInWords([b10!])).toContain('1 wrong sign (B10 stay)');
    expect(figuresSizing('beta_wait_per_week')).toEqual(['B02 wait', 'B02 ranking']);
  });

  it('make it none either where they were put in for it with a size from elsewhere, and say which it was', () => {
    const [b44] = judgeFacts(
      allFacts().filter(({ id }) => id === 'B44'),
      new Map(),
      'shipped',
    );
    const [offByTenth, withSize] = b44!.measures;
    expect(noTestReason(offByTenth!)).toBe(
      'no test: put in because of it were case_cost_variation, practice_emergency_sd',
    );
    expect(noTestReason(withSize!)).toBe('');
    expect(noTestReason({ ...offByTenth!, sizedBy: ['x', 'y'], putIn: ['y'] })).toBe(
      'no test: sized by it was x; put in because of it was y',
    );
    expect(figuresSizing('case_cost_variation')).toEqual(['B44 off-by-tenth (put in because of it)']);
  });
});
