import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { predictAllocations, REFITTED, type RuleOf } from '../../../src/lab/leave-one-out/allocations.ts';
import { withoutOwnSize } from '../../../src/lab/leave-one-out/attraction.ts';
import { predictAdmissions } from '../../../src/lab/leave-one-out/trust-admissions.ts';
import { predictSizes, SIZE_QUESTIONS } from '../../../src/lab/leave-one-out/trust-sizes.ts';
import { allocationRule } from '../../../src/lab/place/allocation-rule.ts';
import { TRUST_ADMISSIONS } from '../../../src/lab/place/check-tables.ts';
import { makeGround } from '../../../src/lab/place/ground.ts';
import { ENGLAND_FOLDER } from '../../../src/lab/place/load-place.ts';
import { ENGLAND_TRUST_BEDS, ENGLAND_TRUST_INCOME_POUNDS } from '../../../src/lab/place/national-averages.ts';
import { type PlaceFacts, readPlaceFolder } from '../../../src/lab/place/read-folder.ts';
import { readTable } from '../../../src/lab/place/read-table.ts';

/** Two towns with a commissioner each; two general trusts, and three specialist ones of which one says both sizes. */
const TABLES: Readonly<Record<string, string>> = {
  'commissioners.csv':
    'code,residents_2011,allocation_2007_08_pounds,allocation_2008_09_pounds\nA,40000,60000000,64000000\nB,20000,,\n',
  'zones.csv':
    'code,latitude,longitude,deprivation_quintile,rural,commissioner_code,people\n' +
    'Z1,52.0,-2.0,1,0,A,1500\nZ2,52.01,-2.0,5,0,A,1500\nZ3,52.27,-2.0,3,1,B,1000\nZ4,52.28,-2.0,2,1,B,\n',
  'practices.csv':
    'code,latitude,longitude,commissioner_code,registered_0_14,registered_15_44,registered_45_64,registered_65_74,registered_75_plus\n' +
    'P1,52.005,-2.0,A,700,1600,1000,400,300\nP2,52.275,-2.0,B,300,800,600,300,200\n',
  'providers.csv':
    'code,specialist,beds,income_pounds\nH1,0,100,40000000\nH2,0,50,\nS1,1,20,20000000\nS2,1,,10000000\nS3,1,20,20000000\n',
  'sites.csv':
    'provider_code,site_code,latitude,longitude,planned,emergency\n' +
    'H1,1,52.0,-2.01,1,1\nH2,1,52.28,-2.01,1,1\nS1,1,52.0,-2.02,1,0\nS2,1,52.0,-2.03,1,0\nS3,1,52.28,-2.02,1,0\n',
  'choice.csv':
    'provider_code,attraction,attraction_without_own_size,planned_share,planned_share_without_own_size,outside_planned_share,outside_emergency_share\n' +
    'H1,0,0,0.5,0.4,0,0\nH2,0,0,0.25,0.3,0.5,0\nS1,0,0,0.125,0.1,0,0\nS2,0,0,0.0625,0.1,0,0\nS3,0,0,0.0625,0.1,0,0\n',
  'flows.csv': 'commissioner_code,provider_code,planned_people,emergency_people\nA,H1,10,30\nB,H2,10,10\n',
};

function factsWith(changes: Readonly<Record<string, readonly [string, string]>> = {}): PlaceFacts {
  const folder = mkdtempSync(join(tmpdir(), 'lhe-leave-one-out-'));
  for (const [file, content] of Object.entries(TABLES)) {
    const change = changes[file];
    writeFileSync(join(folder, file), change === undefined ? content : content.replace(...change));
  }
  const facts = readPlaceFolder(folder);
  rmSync(folder, { recursive: true });
  return facts;
}

function sizes(facts: PlaceFacts, id: string) {
  const question = SIZE_QUESTIONS.find((one) => one.id === id)!;
  const ground = makeGround(facts, false, new Set());
  const found = predictSizes(facts, ground, false, question, () => []);
  return Object.fromEntries(found.map(({ code, actual, predicted }) => [code, { actual, predicted }]));
}

const PER_POUND = ENGLAND_TRUST_BEDS / ENGLAND_TRUST_INCOME_POUNDS;

describe("a trust's size with its own withheld", () => {
  it('is predicted of those that give it, at the ratio of the rule', () => {
    const beds = sizes(factsWith(), 'beds_from_income');
    expect(Object.keys(beds)).toEqual(['H1', 'H2', 'S1', 'S3']);
    expect(beds.H1).toEqual({ actual: 100, predicted: 40e6 * PER_POUND });
    // H2 has nothing left: what the choice model sends it without its own size.
    expect(beds.H2!.predicted).toBeCloseTo(0.3 * ENGLAND_TRUST_BEDS, 6);
  });

  it('of a specialist trust is filled at the ratio of the others of its kind', () => {
    // Withheld S1, H1 and S3 give both: 120 beds for 60 million, S3's 20 for 20 million are half of that a pound.
    expect(sizes(factsWith(), 'beds_from_income').S1!.predicted).toBeCloseTo(20e6 * PER_POUND * 0.5, 6);
    const income = sizes(factsWith(), 'income_from_beds');
    expect(income.S1!.predicted).toBeCloseTo(20 / (PER_POUND * 0.5), 3);
  });

  it('comes from the choice model where nothing is known', () => {
    const income = sizes(factsWith(), 'income_from_choice');
    expect(income.H1!.predicted).toBeCloseTo(0.4 * ENGLAND_TRUST_INCOME_POUNDS, 3);
  });

  it.each(SIZE_QUESTIONS.map(({ id }) => id))('does not know its own value: %s', (id) => {
    const other = factsWith({ 'providers.csv': ['H1,0,100,40000000', 'H1,0,900,40000000'] });
    const [before, after] = [sizes(factsWith(), id).H1!, sizes(other, id).H1!];
    if (id === 'income_from_beds') expect(after.predicted).toBeCloseTo(9 * before.predicted, 3);
    else expect(after.predicted).toBe(before.predicted);
    if (id.startsWith('beds')) expect(after.actual).toBe(900);
  });
});

describe('an allocation with its own withheld', () => {
  const perHead = (facts: PlaceFacts) =>
    // Two towns cannot say what a rule should be: that of England.
    predictAllocations(
      facts,
      makeGround(facts, false, new Set()),
      false,
      () => [],
      () => allocationRule(),
    );

  it('is predicted of the years that are known, and does not know itself', () => {
    const before = perHead(factsWith());
    expect([...before].filter(([, found]) => found.length > 0).map(([year]) => year)).toEqual([
      '2007-08',
      '2008-09',
    ]);
    const [own] = before.get('2007-08')!;
    expect(own!.code).toBe('A');
    const doubled = factsWith({ 'commissioners.csv': ['60000000', '120000000'] });
    const [changed] = perHead(doubled).get('2007-08')!;
    expect(changed!.actual).toBeCloseTo(2 * own!.actual, 9);
    expect(changed!.predicted).toBe(own!.predicted);
  });
});

describe('the rule for allocations', () => {
  const england = readPlaceFolder(ENGLAND_FOLDER);
  const { commissioners } = england;
  const c = commissioners.text.code!.indexOf('5LA');
  // Its figures of all years a third higher.
  const dearer: PlaceFacts = {
    ...england,
    commissioners: {
      ...commissioners,
      number: Object.fromEntries(
        Object.entries(commissioners.number).map(([column, values]) => [
          column,
          column.startsWith('allocation_')
            ? values.map((pounds, row) => (row === c ? (pounds * 4) / 3 : pounds))
            : values,
        ]),
      ),
    },
  };
  const ground = makeGround(england, true, new Set());
  const predicted = (facts: PlaceFacts, ruleOf?: RuleOf) =>
    [...predictAllocations(facts, ground, true, () => [], ruleOf, new Set(['5LA'])).values()].map(
      ([own]) => own!.predicted,
    );

  it('is fitted without the one that is predicted', () => {
    expect(c).toBeGreaterThanOrEqual(0);
    expect(predicted(dearer)).toEqual(predicted(england));
    expect(predicted(england)).not.toEqual(predicted(england, () => allocationRule()));
  });

  it('would be seen to know it if it did', () => {
    const leaky = (facts: PlaceFacts) => predicted(facts, () => REFITTED(facts));
    leaky(dearer).forEach((pounds, year) => {
      expect(Math.abs(pounds / leaky(england)[year]! - 1)).toBeGreaterThan(0.002);
    });
  });
});

describe('the share of demand that a trust is sent without its own size', () => {
  const shares = (facts: PlaceFacts) => {
    const { text, number } = withoutOwnSize(
      facts,
      makeGround(facts, false, new Set()),
      false,
      new Set(['H1', 'H2']),
    ).choice;
    return Object.fromEntries(
      text.provider_code!.map((code, row) => [code, number.planned_share_without_own_size![row]!]),
    );
  };
  const before = shares(factsWith());

  it('does not move with its size, and moves with that of others', () => {
    const larger = shares(factsWith({ 'providers.csv': ['H1,0,100,40000000', 'H1,0,900,360000000'] }));
    expect(larger.H1).toBe(before.H1);
    // The specialist trust beside H2 is now a smaller part of all, so that more of its people come to H2.
    expect(larger.H2! / before.H2! - 1).toBeGreaterThan(0.02);
  });

  it('is where the fit ends, wherever it began', () => {
    const elsewhere = shares(factsWith({ 'choice.csv': ['H2,0,0,0.25', 'H2,0.5,0,0.25'] }));
    expect(elsewhere.H1! / before.H1! - 1).toBeCloseTo(0, 4);
  });

  it('stays that of the table for those that are not asked for', () => {
    expect(before.S1).toBe(0.1);
  });
});

describe('admissions of trusts', () => {
  const admissions = (counts: string) =>
    readTable(`provider_code,finished_admission_episodes_2012_13\n${counts}`, TRUST_ADMISSIONS, []);
  const predict = (counts: string) =>
    predictAdmissions(factsWith(), admissions(counts), 'planned_share_without_own_size', () => []);

  it('follow demand sent, at the level of the others, and do not know themselves', () => {
    const [h1, h2] = predict('H1,1000\nH2,600\n');
    // 128.9 elective and 96.6 emergency admissions per 1,000; half of H2's planned demand is from abroad.
    const sent1 = 128.9 * 0.4 + 96.6 * 0.75;
    const sent2 = (128.9 * 0.3) / 0.5 + 96.6 * 0.25;
    expect(h1!.predicted).toBeCloseTo((600 * sent1) / sent2, 6);
    expect(h2!.predicted).toBeCloseTo((1000 * sent2) / sent1, 6);
    expect(predict('H1,5000\nH2,600\n')[0]!.predicted).toBeCloseTo(h1!.predicted, 6);
  });
});
