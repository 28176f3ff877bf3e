import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alike, inACell, othersOf, whoAre } from '../../../src/lab/explain/alike.ts';
import { parseBodyEvents } from '../../../src/lab/explain/body-events.ts';
import { choose } from '../../../src/lab/explain/choose.ts';
import { ExplainError } from '../../../src/lab/explain/csv-records.ts';
import { type LeverRow, parseLeverRows } from '../../../src/lab/explain/lever-rows.ts';
import {
  dominantOf,
  farthest,
  pathsOf,
  pushesOf,
  reviewsBefore,
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

describe('a body', () => {
  const EVENTS = `arm,replicate,week,date,kind,organisation,description,why
split,0,51,2008-03-24,rating,C1,rated fair or weak,why
boards,0,52,2008-04-07,body founded,C1-body,"body of Care (one) (vertical): Care (one), Wye Valley, 24 practices, holds the budget; board: hospitals 25%",why
boards,1,53,2008-04-14,body founded,C1-body,"body of Care (one) (vertical): Care (one), 24 practices; board: hospitals 25%",why
boards,0,104,2009-04-06,body closed,C1-body,"body of Care (one) is closed; 24 practices return to Care (one)",why
`;
  const bodies = parseBodyEvents(EVENTS, 'events.csv');
  const pct = { ...ROW, kind: 'pct', code: 'C1', name: 'Care (one)', lever: 'public_health', specialty: '' };
  const rows: LeverRow[] = [
    ROW,
    pct,
    ...[ROW, pct, { ...ROW, code: 'RTE', name: 'Wye' }].map((row) => ({ ...row, arm: 'boards' })),
  ];

  it('is read from events.csv, of the replicate that levers.csv tells of', () => {
    expect(bodies.map(({ arm, week, kind, code }) => [arm, week, kind, code])).toEqual([
      ['boards', 52, 'body founded', 'C1-body'],
      ['boards', 104, 'body closed', 'C1-body'],
    ]);
  });

  it.each(['C1-body', 'c1-body', 'C1-body-buying', 'body of Care (one)'])(
    'that decides through its members is not denied, and they are named: %s',
    (organisation) => {
      const ask = () => choose(rows, { organisation }, bodies);
      expect(ask).toThrow(ExplainError);
      expect(ask).toThrow(/C1-body has no lever of its own: .* Ask for one of them: RLQ, C1\.\n/);
      expect(ask).toThrow('boards, week 104: body closed: body of Care (one) is closed');
    },
  );

  it('of practices alone says so', () => {
    const group = [{ ...bodies[0]!, description: 'group 1 (consortium): 4 practices; board: x' }];
    expect(() => choose(rows, { organisation: 'C1-body' }, group)).toThrow('Practices have levers, under');
  });

  it('or anybody else who is in other arms only is said to be there', () => {
    expect(() => choose(rows, { organisation: 'C1-body', arm: 'split' }, bodies)).toThrow(
      'C1-body is in arm "boards", not in "split"',
    );
    expect(() => choose(rows, { organisation: 'Wye', arm: 'split' })).toThrow(
      'Wye is in arm "boards", not in "split"',
    );
    expect(() => choose(rows, { organisation: 'C1-bodi' }, bodies)).toThrow(
      'no organisation of these results',
    );
  });

  it('with levers of its own is told to be closed when a later week is asked for', () => {
    const own: LeverRow = {
      ...ROW,
      arm: 'boards',
      kind: 'body',
      code: 'C1-body',
      name: 'body of Care (one)',
    };
    const all = [...rows, own, { ...own, week: 103 }, { ...own, week: 200 }];
    expect(choose(all, { organisation: 'C1-body', week: 95 }, bodies)).toHaveLength(1);
    // The next review of it is of another body of that name, years later.
    expect(() => choose(all, { organisation: 'C1-body', week: 170 }, bodies)).toThrow(
      'nothing was reviewed in week 170: reviews were from week 64 to week 200; ' +
        'boards: body founded in week 52; boards: body closed in week 104',
    );
    expect(() => choose(all, { week: 250 }, bodies)).toThrow(/to week 200$/);
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
    expect([inACell(groups[0]!), inACell(groups[1]!)]).toEqual(['P1 ... (3 practices)', 'RLQ']);
    expect([...whoAre(groups[1]!), othersOf(groups[1]!)]).toEqual(['RLQ', 'Wye Valley', '']);
  });

  it('finds the review before, of the same lever of the same organisation', () => {
    const week = (n: number, part: Partial<LeverRow> = {}): LeverRow => ({ ...ROW, week: n, ...part });
    const all = [
      week(38),
      week(25),
      week(51),
      week(64),
      week(50, { arm: 'boards' }),
      week(50, { code: 'RTE' }),
    ];
    expect(reviewsBefore(all, 64)(all[3]!)).toBe(all[2]);
    expect(reviewsBefore(all, 25)(all[1]!)).toBeUndefined();
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
