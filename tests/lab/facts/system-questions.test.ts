import { describe, expect, it } from 'vitest';
import { selectionProfit } from '../../../src/lab/facts/selection-profit.ts';
import { LIFE, QUINTILE_SHIFT, RISK_SHIFT } from '../../../src/model/population/people.ts';
import type { World } from '../../../src/model/world.ts';
import { answerOf, figureOf, type HandMade, handMade } from './hand-made-run.ts';

describe('changes of system', () => {
  const switches = (young: number, youngChanged: number, old: number, oldChanged: number) => ({
    people: 1000,
    practiceChanged: young / 10,
    young,
    youngChanged,
    old,
    oldChanged,
  });
  const run: HandMade = {
    years: 5,
    annual: {
      population: [1000, 1000, 1000, 1000, 2000],
      people_in_bodies_pct: [50, 50, 50, 100, 25],
      system_changes: [90, 777, 30, 40, 10],
    },
    rest: {
      switches: [
        switches(9, 9, 9, 1),
        switches(9, 9, 9, 1),
        switches(100, 10, 50, 1),
        switches(100, 20, 50, 1),
        switches(200, 30, 100, 1),
      ],
    },
  };
  // In the second arm practices are what changes: nothing else of it is read.
  const figure = (measure: string) =>
    figureOf(answerOf('B42', [run, { years: 5, rest: run.rest! }].map(handMade)), `B42 ${measure}`).value;

  it('are counted over those who are in one: in the first year, and in years 3 to 5 together', () => {
    // 90 of 500; then 80 of 500 + 1,000 + 500 person-years.
    expect(figure('launch')).toBeCloseTo(18, 9);
    expect(figure('steady')).toBeCloseTo(4, 9);
  });

  it('count changes of practice where systems are tied to it, in years 3 to 5: 40 of 3,000', () => {
    expect(figure('tied')).toBeCloseTo(4 / 3, 9);
  });

  it('compare rates of the young and the old from the third year: 60 of 400 over 3 of 200', () => {
    expect(figure('young-old')).toBeCloseTo(10, 9);
  });
});

interface Person {
  /** System that they joined by themselves, from 1; 0 = none. */
  readonly own: number;
  readonly mask: number;
  readonly risk: number;
  readonly life?: number;
}

/** People of one class and quintile in two systems: the first is paid by person, the second by age and sex. */
function worldOf(people: readonly Person[]): World {
  const ROWS = 5;
  const QUINTILE = 2;
  const atRow = (value: number) =>
    Float64Array.from({ length: ROWS }, (_, row) => (row === QUINTILE ? value : 999));
  return {
    people: {
      life: (i: number) => people[i]!.life ?? LIFE.present,
      practice: () => 0,
      ageClass: () => 0,
      conditions: (i: number) => people[i]!.mask,
      traits: (i: number) => (people[i]!.risk << RISK_SHIFT) | (QUINTILE << QUINTILE_SHIFT),
    },
    books: { systemOf: Uint16Array.from(people.map(({ own }) => own)) },
    structure: { bodies: 2, bodyOfPractice: Int16Array.of(0) },
    hazards: {
      needPerYear: new Float64Array(ROWS * 8),
      needMultiplier: new Float64Array(2 * 8),
      // Who has the condition is admitted three times as often.
      emergencyMultiplier: Float64Array.of(1, 3),
      riskBins: Float64Array.of(0.5, 1.5),
    },
    costs: { fixed: atRow(100), emergency: atRow(50), need: new Float64Array(8) },
    will: {
      meanRiskByClass: Float64Array.of(0.8),
      meanCost: Float64Array.of(888),
      meanCostByClass: Float64Array.of(90),
      meanCostByRow: atRow(999),
    },
    inForce: [{ riskAdjustment: { formula: 'person' } }, { riskAdjustment: { formula: 'age-sex' } }],
    cells: { ofBody: Int32Array.of(0, 1) },
  } as unknown as World;
}

describe('what systems gain by those who joined by themselves', () => {
  // Healthy and of low risk: paid 150 x 0.8, costs 150 x 0.5. Ill and of high risk: paid 250 x 0.8, costs 250 x 1.5.
  const healthy = { own: 1, mask: 0, risk: 0 };
  const ill = { own: 1, mask: 1, risk: 1 };

  it('is what they are paid less what they cost, over what they are paid', () => {
    expect(selectionProfit(worldOf([healthy]))).toBeCloseTo((120 - 75) / 120, 12);
    expect(selectionProfit(worldOf([healthy, ill]))).toBeCloseTo((320 - 450) / 320, 12);
  });

  it('is reckoned by the formula of the system that they joined', () => {
    expect(selectionProfit(worldOf([healthy, { ...healthy, own: 2 }]))).toBeCloseTo((210 - 150) / 210, 12);
  });

  it('leaves out who came with their practice, and who is gone', () => {
    const others = [
      { ...ill, own: 0 },
      { ...ill, life: LIFE.died },
      { ...ill, life: LIFE.movedOut },
    ];
    expect(selectionProfit(worldOf([healthy, ...others]))).toBeCloseTo((120 - 75) / 120, 12);
    expect(selectionProfit(worldOf(others))).toBeNaN();
  });

  it('is given in per cent, without rules and with them', () => {
    const arm = (profit: number): HandMade => ({ years: 5, rest: { selectionProfit: profit } });
    const answer = answerOf('B43', [arm(0.08), arm(-0.01)].map(handMade));
    expect(figureOf(answer, 'B43 rules-off').value).toBeCloseTo(8, 12);
    expect(figureOf(answer, 'B43 rules-on').value).toBeCloseTo(-1, 12);
  });
});
