import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alike, othersOf, whoAre } from '../../../src/lab/explain/alike.ts';
import { choose } from '../../../src/lab/explain/choose.ts';
import { ExplainError, type LeverRow, parseLeverRows } from '../../../src/lab/explain/lever-rows.ts';
import {
  dominantOf,
  farthest,
  pathsOf,
  pushesOf,
  sentenceOf,
  signed,
} from '../../../src/lab/explain/tell.ts';
import { csvText } from '../../../src/lab/results/csv.ts';
import { leversTable } from '../../../src/lab/results/tables/levers.ts';
import { tinyExperiment } from '../results/fixtures/tiny-experiment.ts';

const ROW: LeverRow = {
  arm: 'split',
  week: 64,
  quarter: '2008-2009 Q1',
  kind: 'trust',
  code: 'RLQ',
  name: 'Wye Valley',
  specialty: 'cardiology',
  lever: 'elective_capacity',
  level: 1.05,
  altruism: 0.12,
  own_cash: 0.31,
  joint_cash: 0,
  targets: 0.02,
  d0: 0.25,
  anchor: 0.08,
  marginal_payoff: 0.12,
  step: 0.012,
  at_bound: 0,
  base_pounds: 1329,
};

function file(): string {
  const table = leversTable(tinyExperiment(), '2007-04');
  return [
    ...csvText(
      table.columns.map(({ name }) => name),
      table.rows(),
    ),
  ].join('');
}

describe('reading levers.csv', () => {
  it('reads what was written', () => {
    const rows = parseLeverRows(file(), 'levers.csv');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      arm: 'block',
      week: 12,
      code: 'RLQ',
      own_cash: 0.3,
      base_pounds: 1329.5,
    });
  });

  it('takes a name back that a spreadsheet would have run as a formula', () => {
    const text = file().replaceAll('Wye Valley', "'=Wye");
    expect(parseLeverRows(text, 'levers.csv')[0]!.name).toBe('=Wye');
  });

  it.each([
    ['a column is missing', 'arm,week\nsplit,12\n', 'no column "quarter"'],
    ['nothing', '', 'no column "arm"'],
    [
      'a cell is no number',
      file().replace('0.13,0.01', 'x,0.01'),
      'row 2: marginal_payoff is no number: "x"',
    ],
    ['rows of different length', 'a,b\n1\n', 'cannot be read as CSV'],
  ])('says what is wrong: %s', (_, text, message) => {
    expect(() => parseLeverRows(text, 'levers.csv')).toThrow(ExplainError);
    expect(() => parseLeverRows(text, 'levers.csv')).toThrow(message);
  });
});

describe('choosing rows', () => {
  const rows: LeverRow[] = [
    ROW,
    { ...ROW, week: 77 },
    { ...ROW, code: 'RTE', name: 'Gloucestershire Hospitals' },
    { ...ROW, arm: 'boards', lever: 'outpatient_capacity' },
  ];

  it('by code, name or a part of it, in whatever case', () => {
    for (const organisation of ['RTE', 'rte', 'gloucestershire hospitals', 'Glouc']) {
      expect(choose(rows, { organisation })).toEqual([rows[2]]);
    }
  });

  it('by the quarter that a week lies in', () => {
    for (const week of [52, 60, 64]) expect(choose(rows, { week })).toHaveLength(3);
    for (const week of [65, 77]) expect(choose(rows, { week })).toEqual([rows[1]]);
    expect(() => choose(rows, { week: 78 })).toThrow('reviews were from week 64 to week 77');
    expect(() => choose(rows, { week: 51 })).toThrow('nothing was reviewed in week 51');
  });

  it('names what is not there, with what was probably meant', () => {
    expect(() => choose(rows, { organisation: 'Wye Vally' })).toThrow('Did you mean Wye Valley?');
    expect(() => choose(rows, { lever: 'elective_capacty' })).toThrow('Did you mean elective_capacity?');
    expect(() => choose(rows, { arm: 'bords' })).toThrow('Did you mean boards?');
    expect(() => choose(rows, { organisation: 'R' })).toThrow('could be several: RLQ, RTE');
    expect(() => choose(rows, { arm: 'boards', lever: 'elective_capacity' })).toThrow(ExplainError);
  });
});

describe('telling', () => {
  it('says who moved what, how far, and why', () => {
    expect(sentenceOf(ROW, { ...ROW, week: 51, own_cash: 0.2 })).toBe(
      'In week 64 (2008-2009 Q1) Wye Valley moved operating capacity in cardiology up 1.2% to 1.050 times its ' +
        'reference: own cash +0.31 (+£412), altruism +0.12 (+£159), targets +0.02 (+£27), against +0.25 at which it ' +
        'rests and +0.08 of pull to its reference, so +0.12 of £1,329; most of all own cash. Since the quarter before, own cash ' +
        'changed most (+0.11).',
    );
  });

  it('says when a bound held it, and when it stayed', () => {
    expect(sentenceOf({ ...ROW, step: 0, at_bound: 1 })).toContain(
      'could not move operating capacity in cardiology further',
    );
    expect(sentenceOf({ ...ROW, step: 0, marginal_payoff: 0 })).toContain('left operating capacity');
  });

  it('the dominant push has the direction of the marginal pay-off, and no other is larger', () => {
    const share = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        share,
        share,
        share,
        share,
        share,
        share,
        (altruism, own_cash, joint_cash, targets, d0, anchor) => {
          const marginal_payoff = altruism + own_cash + joint_cash + targets - d0 - anchor;
          const row = { ...ROW, altruism, own_cash, joint_cash, targets, d0, anchor, marginal_payoff };
          const sign = marginal_payoff >= 0 ? 1 : -1;
          const { share: most } = dominantOf(row);
          for (const push of pushesOf(row)) expect(most * sign).toBeGreaterThanOrEqual(push.share * sign);
          expect(most * sign).toBeGreaterThanOrEqual((marginal_payoff * sign) / 6 - 1e-12);
        },
      ),
    );
  });

  it('gives no sign to what rounds to nothing', () => {
    expect([0.004, -0.004, 0.006, -0.006].map(signed)).toEqual(['0.00', '0.00', '+0.01', '-0.01']);
  });

  it('puts organisations of one kind and arm together that read the same, and no others', () => {
    const practice = { ...ROW, kind: 'practice', code: 'P1', name: 'The Surgery', level: 1.0251 };
    const paths = pathsOf([
      practice,
      { ...practice, code: 'P2', level: 1.0249 },
      ROW,
      { ...practice, code: 'P3', level: 1.03 },
      { ...practice, code: 'P4', arm: 'boards' },
      { ...practice, kind: 'trust', code: 'T1' },
      { ...practice, code: 'P5' },
    ]);
    const groups = alike(paths, ({ last }) => [last.level.toFixed(3)]);
    expect(groups.map((group) => group.paths.map(({ last }) => last.code))).toEqual([
      ['P1', 'P2', 'P5'],
      ['RLQ'],
      ['P3'],
      ['P4'],
      ['T1'],
    ]);
    expect(whoAre(groups[0]!)).toEqual(['P1 ...', '3 practices']);
    expect(othersOf(groups[0]!)).toBe(' 2 other practices did the same.');
    expect([...whoAre(groups[1]!), othersOf(groups[1]!)]).toEqual(['RLQ', 'Wye Valley', '']);
  });

  it('finds the path of each organisation that ended farthest from its reference', () => {
    const rows = [
      ROW,
      { ...ROW, week: 77, level: 1.02, step: -0.03 },
      { ...ROW, lever: 'outpatient_capacity', level: 0.9 },
      { ...ROW, code: 'RTE', level: 1.3 },
    ];
    const paths = pathsOf(rows);
    expect(paths).toHaveLength(3);
    expect(paths[0]).toMatchObject({ last: rows[1], largest: rows[1], beforeLargest: rows[0] });
    expect(farthest(paths).map(({ last }) => last)).toEqual([rows[3], rows[2]]);
  });
});
