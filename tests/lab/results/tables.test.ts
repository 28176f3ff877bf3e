import { describe, expect, it } from 'vitest';
import type { ExperimentResult } from '../../../src/lab/experiment/plan.ts';
import { csvText } from '../../../src/lab/results/csv.ts';
import { resultTables } from '../../../src/lab/results/tables/index.ts';
import { tinyExperiment, tinyRun } from './fixtures/tiny-experiment.ts';

function fileOf(name: string, experiment: ExperimentResult = tinyExperiment()): string {
  const table = resultTables(experiment, '2007-04').find(({ file }) => file === name)!;
  const header = table.columns.map((column) => column.name);
  return [...csvText(header, table.rows())].join('');
}

describe('the tables of the results', () => {
  it('annual: a row per arm, replicate and year, metrics in the order of the catalogue', () => {
    expect(fileOf('annual.csv')).toBe(
      [
        'arm,replicate,year,weeks,population,deaths,admitted_median_weeks',
        'split,0,2007-2008,52,1000,10,12.25',
        'split,0,2008-2009,26,1000.5,5,',
        'split,1,2007-2008,52,1000,12,12.25',
        'split,1,2008-2009,26,1000.5,6,',
        'block,0,2007-2008,52,1000,9,12.25',
        'block,0,2008-2009,26,1000.5,5,',
        'block,1,2007-2008,52,1000,9,12.25',
        'block,1,2008-2009,26,1000.5,6,',
        '',
      ].join('\n'),
    );
  });

  it('weekly: a row per week with its Monday and its year', () => {
    const lines = fileOf('weekly.csv').split('\n');
    expect(lines).toHaveLength(1 + 4 * 78 + 1);
    expect(lines[0]).toBe('arm,replicate,week,date,year,deaths');
    expect(lines[1]).toBe('split,0,0,2007-04-02,2007-2008,0.192308');
    expect(lines[53]).toBe('split,0,52,2008-04-07,2008-2009,0.192308');
    expect(lines[79]).toBe('split,1,0,2007-04-02,2007-2008,0.230769');
  });

  it('organisations: the columns of all kinds, empty where a kind has no such figure', () => {
    const text = fileOf('organisations.csv');
    expect(text.slice(0, text.indexOf('split,1'))).toBe(
      [
        'arm,replicate,year,weeks,kind,code,name,deaths,bed_occupancy_pct',
        'split,0,2007-2008,52,trust,RLQ,"Wye Valley, ""the"" Trust",,86.123457',
        "split,0,2007-2008,52,practice,M81001,'=Much Marcle,1,",
        'split,0,2007-2008,52,practice,M81002,"Ross\nSurgery",2,',
        'split,0,2008-2009,26,trust,RLQ,"Wye Valley, ""the"" Trust",,90',
        "split,0,2008-2009,26,practice,M81001,'=Much Marcle,3,",
        'split,0,2008-2009,26,practice,M81002,"Ross\nSurgery",4,',
        '',
      ].join('\n'),
    );
  });

  it('equity: fifths from 1, the least deprived, to 5', () => {
    const lines = fileOf('equity.csv').split('\n').slice(0, 8);
    expect(lines).toEqual([
      'arm,replicate,year,weeks,quintile,deaths',
      'split,0,2007-2008,52,1,0',
      'split,0,2007-2008,52,2,1',
      'split,0,2007-2008,52,3,2',
      'split,0,2007-2008,52,4,3',
      'split,0,2007-2008,52,5,4',
      'split,0,2008-2009,26,1,5',
      'split,0,2008-2009,26,2,6',
    ]);
  });

  it('events: the journal with dates, its text disarmed', () => {
    expect(fileOf('events.csv')).toBe(
      [
        'arm,replicate,week,date,kind,organisation,description,why',
        'block,0,52,2008-04-07,switch,,payment by block,"\'+1, said ""they"""',
        'block,1,52,2008-04-07,switch,,payment by block,"\'+1, said ""they"""',
        '',
      ].join('\n'),
    );
  });

  it('comparison: paired differences by year and for the run, with what they say', () => {
    const rows = fileOf('comparison.csv')
      .split('\n')
      .filter((line) => line.includes(',deaths,'));
    // Differences -1 and -3: mean -2, standard error 1, t(0.975, 1) = 12.706205. Second year: none.
    expect(rows).toEqual([
      'block,split,deaths,2007-2008,52,11,9,-2,-14.706205,10.706205,2,people,down is better,no difference shown,luck only',
      'block,split,deaths,2008-2009,26,5.5,5.5,0,0,0,2,people,down is better,no difference shown,luck only',
      'block,split,deaths,all,78,16.5,14.5,-2,-14.706205,10.706205,2,people,down is better,no difference shown,luck only',
    ]);
  });

  it('comparison: takes a side when every replicate does, and none with a single replicate', () => {
    const experiment = tinyExperiment();
    const clear = { ...experiment, runs: [experiment.runs[0], [tinyRun([8, 5]), tinyRun([10, 6])]] };
    expect(fileOf('comparison.csv', clear)).toContain(
      'deaths,2007-2008,52,11,9,-2,-2,-2,2,people,down is better,better,luck only\n',
    );
    const single = {
      ...experiment,
      plan: { ...experiment.plan, replicates: 1 },
      runs: experiment.runs.map((arm) => [arm[0]]),
    };
    expect(fileOf('comparison.csv', single)).toContain(
      'deaths,2007-2008,52,10,9,-1,,,1,people,down is better,one replicate: luck not measured,\n',
    );
  });

  it('comparison: a year without a figure has no difference; the run counts the years that have one', () => {
    const text = fileOf('comparison.csv');
    expect(text).toContain('admitted_median_weeks,2008-2009,26,,,,,,0,weeks,down is better,,\n');
    expect(text).toContain(
      'admitted_median_weeks,all,78,12.25,12.25,0,0,0,2,weeks,down is better,no difference shown,luck only\n',
    );
  });

  it('levers: the first replicate of each arm, without those who had nothing to decide', () => {
    expect(fileOf('levers.csv')).toBe(
      [
        'arm,week,quarter,kind,code,name,specialty,lever,level,altruism,own_cash,joint_cash,targets,d0,anchor,marginal_payoff,step,at_bound,base_pounds',
        'block,12,2007-2008 Q1,trust,RLQ,Wye Valley,cardiology,elective_capacity,1.01,0.1,0.3,0,0,0.25,0.02,0.13,0.01,0,1329.5',
        'block,64,2008-2009 Q1,trust,RLQ,Wye Valley,cardiology,elective_capacity,1.3,0.1,0.3,0,0,0.25,0.02,0.13,0,1,1329.5',
        '',
      ].join('\n'),
    );
  });

  it('does not change when arms are asked for alone', () => {
    const tables = resultTables(tinyExperiment(), '2007-04', ['events', 'annual']);
    expect(tables.map(({ file }) => file)).toEqual(['annual.csv', 'events.csv', 'data-dictionary.csv']);
  });

  it('describes every column of every file, once', () => {
    const tables = resultTables(tinyExperiment(), '2007-04');
    expect(tables).toHaveLength(8);
    const dictionary = [...tables.at(-1)!.rows()];
    const described = dictionary.map(([file, column]) => `${file} ${column}`);
    const present = tables.flatMap(({ file, columns }) => columns.map(({ name }) => `${file} ${name}`));
    expect(described).toEqual(present);
    expect(new Set(described).size).toBe(described.length);
    for (const row of dictionary) expect(row[4], `${row[0]} ${row[1]}`).toMatch(/^.{10,}\.$/);
    expect(dictionary).toContainEqual([
      'annual.csv',
      'deaths',
      'people',
      'down is better',
      'Residents who died in the period, of any cause.',
    ]);
  });

  it('refuses a metric that the catalogue does not have', () => {
    const experiment = tinyExperiment();
    const strange = { ...experiment.runs[0][0], annual: { happiness: Float64Array.of(1, 2) } };
    expect(() => resultTables({ ...experiment, runs: [[strange], [strange]] }, '2007-04')).toThrow(
      /happiness/,
    );
  });
});
