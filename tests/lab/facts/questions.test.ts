import { describe, expect, it } from 'vitest';
import { monthsToRecover } from '../../../src/lab/facts/questions/mergers.ts';
import { defaultParameterValues } from '../../../src/model/evidence/parameters.ts';
import { answerOf, figureOf, flat, type HandMade, handMade } from './hand-made-run.ts';

const value = (fact: string, measure: string, ...runs: readonly HandMade[]): number =>
  figureOf(answerOf(fact, runs.map(handMade)), `${fact} ${measure}`).value;

describe('what a question makes of hand-made runs', () => {
  it('reads elasticities from twins: demand over readmissions, and over waits', () => {
    const perSd = defaultParameterValues().quality_readmission_per_sd!;
    const answers = (sd: number, wait: number) =>
      handMade({ years: 2, rest: { demand: { perSd: sd, perLogWait: wait } } });
    // Without choice demand rises by 1% for a standard deviation, with it by 8%, while readmissions fall by perSd.
    const runs = [answers(Math.log(1.01), 0), answers(Math.log(1.08), -0.05)];
    const of = (key: string) => figureOf(answerOf('B02', runs), key).value;
    expect(of('B02 quality')).toBeCloseTo(-Math.log(1.08) / perSd, 12);
    expect(of('B02 wait')).toBe(-0.05);
    expect(of('B02 ranking')).toBeCloseTo(Math.log(1.08) / perSd - 0.05, 12);
    expect(of('B02 rise')).toBeCloseTo(-(Math.log(1.08) - Math.log(1.01)) / perSd, 12);
    expect(of('B03 demand')).toBeCloseTo(8, 9);
  });

  it('compares fatality under bargained prices from the third year on: 10.2 over 10 is 2% more', () => {
    const fatality = (later: number): HandMade => ({
      years: 5,
      annual: { case_fatality_heart_attack_pct: [50, 50, later, later, later] },
    });
    expect(value('B07', 'heart-attack', fatality(10), fatality(10.2))).toBeCloseTo(2, 9);
  });

  it('reads the tariff from its third year: stays, day cases, volume, deaths', () => {
    const arm = (stay: number, day: number, electives: number, deaths: number): HandMade => ({
      years: 4,
      annual: {
        mean_stay_days: [99, 99, stay, stay],
        day_case_share_pct: [0, 0, day, day],
        elective_admissions: [1, 1, electives - 10, electives + 10],
        case_fatality_heart_attack_pct: flat(4, deaths),
        case_fatality_stroke_pct: flat(4, 20),
        case_fatality_hip_fracture_pct: flat(4, 8),
      },
    });
    const arms = [arm(5, 70, 200, 10), arm(4.9, 70.8, 206, 10.3)] as const;
    expect(value('B10', 'stay', ...arms)).toBeCloseTo(-2, 9);
    expect(value('B10', 'day-cases', ...arms)).toBeCloseTo(0.8, 9);
    expect(value('B10', 'volume', ...arms)).toBeCloseTo(3, 9);
    // Of three kinds of emergency one is 3% deadlier: the mean logarithm is a third of ln 1.03.
    expect(value('B10', 'mortality', ...arms)).toBeCloseTo((100 * Math.log(1.03)) / 3, 9);
  });

  it('reads a merger of trusts: activity from the second year after, productivity and quality of the fourth', () => {
    const arm = (electives: number, cost: number, quality: number, wait: number): HandMade => ({
      years: 5,
      annual: {
        elective_admissions: [7, 7, electives, electives, electives],
        emergency_admissions: flat(5, 100),
        cost_pounds: [1, 1, 1, 1, cost],
        quality_sd: [9, 9, 9, 9, quality],
        surplus_pounds: [9, 9, 10 + 100 * quality, 10, 10],
        income_pounds: [1, 1, 500, 500, 500],
        incomplete_median_weeks: [1, 1, wait, wait, wait],
      },
    });
    const arms = [arm(100, 1000, 0, 8), arm(60, 800, -0.1, 10)] as const;
    expect(value('B18', 'activity', ...arms)).toBeCloseTo(-20, 9);
    expect(value('B18', 'productivity', ...arms)).toBeCloseTo(0, 9);
    expect(value('B18', 'quality', ...arms)).toBeCloseTo(-0.1, 9);
    // 30 of 1,500 against 20 of them.
    expect(value('B18', 'finance', ...arms)).toBeCloseTo(-100 / 150, 9);
    expect(value('B18', 'waits', ...arms)).toBeCloseTo(25, 9);
  });

  it('reads ratings in the year of the merger, and when they are back within five points', () => {
    const arm = (year: number, ...rated: number[]): HandMade => ({
      years: 2,
      annual: { rated_good_pct: [34, year] },
      // Four quarters before the merger, five after.
      yearly: { rated: [0.34, 0.34, 0.34, 0.34, ...rated] },
    });
    const apart = arm(34, 0.34, 0.34, 0.34, 0.34, 0.34);
    const merged = arm(12, 0.12, 0.2, 0.26, 0.3, 0.34);
    expect(value('B19', 'rating', apart, merged)).toBe(-22);
    // 8 points below after nine months, 4 after twelve: 5 after three quarters of the quarter between.
    expect(value('B19', 'recovery', apart, merged)).toBeCloseTo(11.25, 9);
  });

  it('counts a second fall, says the length of the run where ratings stay low, and 0 where they never fell', () => {
    const flat34 = [0.34, 0.34, 0.34, 0.34];
    const apart = [...flat34, 0.34, 0.34, 0.34, 0.34];
    expect(monthsToRecover(apart, [...flat34, 0.2, 0.32, 0.24, 0.34])).toBeCloseTo(10.5, 9);
    expect(monthsToRecover(apart, [...flat34, 0.1, 0.1, 0.1, 0.1])).toBe(12);
    expect(monthsToRecover(apart, apart)).toBe(0);
  });

  it('reads a target in its third year, from week 208', () => {
    const arm = (over: number, emergencies: number): HandMade => ({
      years: 7,
      annual: {
        emergency_admissions: [...flat(6, 1), emergencies],
        case_fatality_heart_attack_pct: flat(7, 10),
        case_fatality_stroke_pct: flat(7, 20),
        case_fatality_hip_fracture_pct: flat(7, 8),
      },
      yearly: {
        over26: [...flat(6, 0.9), over],
        over39: [...flat(6, 0.9), over / 2],
        over52: [...flat(6, 0.9), over / 5],
      },
    });
    const arms = [arm(0.25, 100), arm(0.1, 101), arm(0.3, 7)] as const;
    expect(value('B21', 'over-6-months', ...arms)).toBeCloseTo(-15, 9);
    expect(value('B21', 'over-9-months', ...arms)).toBeCloseTo(-7.5, 9);
    expect(value('B21', 'over-12-months', ...arms)).toBeCloseTo(-3, 9);
    expect(value('B21', 'against-boards', ...arms)).toBeCloseTo(-20, 9);
    expect(value('B21', 'emergencies', ...arms)).toBeCloseTo(1, 9);
    expect(value('B21', 'fatality', ...arms)).toBe(0);
  });

  it('compares orthopaedic waits of the fifth year with those of the split', () => {
    const arm = (wait: number): HandMade => ({ years: 5, yearly: { orthopaedicWait: [0, 0, 0, 0, wait] } });
    const arms = [arm(10), arm(11), arm(25), arm(20)] as const;
    expect(value('B24', 'with-targets', ...arms)).toBeCloseTo(1.1, 12);
    expect(value('B24', 'boards-without', ...arms)).toBeCloseTo(2.5, 12);
    expect(value('B24', 'without-targets', ...arms)).toBeCloseTo(1.25, 12);
    expect(value('B24', 'target-of-split', ...arms)).toBeCloseTo(2, 12);
    expect(value('B24', 'target-of-boards', ...arms)).toBeCloseTo(25 / 11, 12);
  });

  it('counts emergencies of old people from the second year: a share of each year’s own', () => {
    const arm = (share: number): HandMade => ({
      years: 3,
      annual: { emergency_admissions: [999, 100, 300], emergency_share_65_plus_pct: [1, 50, share] },
    });
    // 5,000 + 300 * 40 = 17,000 against 5,000 + 300 * 39 = 16,700.
    expect(value('B37', 'emergency-65', arm(40), arm(39), arm(9))).toBeCloseTo((-100 * 300) / 17_000, 9);
    expect(value('B37', 'with-incentives', arm(40), arm(9), arm(38))).toBeCloseTo((-100 * 600) / 17_000, 9);
  });

  it('reads systems in their eleventh year alone', () => {
    const arm = (admissions: number, beds: number, cost: number): HandMade => ({
      years: 11,
      annual: {
        elective_admissions: [...flat(10, 5), admissions],
        emergency_admissions: [...flat(10, 5), 100],
        beds_available: [...flat(10, 5), beds],
        cost_pounds: [...flat(10, 5), cost],
      },
    });
    const arms = [arm(100, 50, 1000), arm(60, 40, 900)] as const;
    expect(value('B38', 'admissions', ...arms)).toBeCloseTo(-20, 9);
    expect(value('B38', 'beds', ...arms)).toBeCloseTo(-20, 9);
    expect(value('B38', 'cost', ...arms)).toBeCloseTo(-10, 9);
  });

  it('leaves out the first two years of elected boards', () => {
    const arm = (electives: number, cost: number): HandMade => ({
      years: 5,
      annual: {
        elective_admissions: [1, 1, electives, electives, electives],
        unit_cost_index: [7, 7, cost, cost, cost],
      },
    });
    expect(value('B45', 'activity', arm(100, 1), arm(101, 0.99))).toBeCloseTo(1, 9);
    expect(value('B45', 'unit-cost', arm(100, 1), arm(101, 0.99))).toBeCloseTo(-1, 9);
  });

  it('compares referrals with and without budgets on paper after the first year', () => {
    const arm = (later: number): HandMade => ({ years: 3, annual: { gp_referrals: [9, later, later] } });
    expect(value('B15', 'referrals', arm(200), arm(199))).toBeCloseTo(-0.5, 9);
  });
});
