import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLAIM_COLUMNS, CLAIMANTS, runClaims } from '../../../src/lab/sampling/claims.ts';
import { claimShares, deciders } from '../../../src/lab/sampling/claims-report.ts';
import {
  type Dimension,
  dimensionsOf,
  drawsOf,
  optionAtPoint,
  parametersOf,
  valueAtPoint,
} from '../../../src/lab/sampling/dimensions.ts';
import { MAP_AXES, MAP_COLUMNS, mapCell, mapDimensions, runMap } from '../../../src/lab/sampling/heft-map.ts';
import { latinHypercube } from '../../../src/lab/sampling/latin-hypercube.ts';
import {
  byLever,
  byRegime,
  LEVER_COLUMNS,
  runStability,
  SHOCKS,
  STABILITY_COLUMNS,
  shocksOf,
} from '../../../src/lab/sampling/stability.ts';
import {
  complete,
  GrowingTable,
  latest,
  rememberStudy,
  type TextRow,
} from '../../../src/lab/sampling/study-file.ts';
import { UNDECIDED } from '../../../src/lab/sampling/undecided.ts';
import { simulate } from '../../../src/lab/sampling/watched-model.ts';
import { armInput, type StudyFrame } from '../../../src/lab/study/arm.ts';
import { restShifts, restsUnder } from '../../../src/lab/study/rests.ts';
import { pressureOn } from '../../../src/model/behaviour/hospital/slack.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { parameter } from '../../../src/model/evidence/parameters.ts';
import { smallInput } from '../../model/world.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sampling-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const frame: StudyFrame = { place: smallInput({ people: 2000 }).place, seed: 's', weeks: 130, scale: 1 };

describe('the Latin hypercube', () => {
  it('has one point in every stratum of every dimension', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.string(), (draws, seed) => {
        const points = latinHypercube(seed, draws, ['a', 'b', 'c']);
        for (let d = 0; d < 3; d++) {
          const strata = points.map((point) => Math.floor(point[d]! * draws)).sort((a, b) => a - b);
          expect(strata).toEqual(Array.from({ length: draws }, (_, n) => n));
        }
      }),
    );
  });

  it('does not change in one dimension when another comes', () => {
    const alone = latinHypercube('x', 10, ['b']).map(([b]) => b);
    expect(latinHypercube('x', 10, ['a', 'b']).map(([, b]) => b)).toEqual(alone);
  });
});

describe('what is drawn', () => {
  it('is within its range, half of it on each side of the default', () => {
    const row = parameter('lever_stiffness');
    expect(valueAtPoint(row, 0)).toBe(row.low);
    expect(valueAtPoint(row, 0.5)).toBe(row.value);
    expect(valueAtPoint(row, 0.999)).toBeCloseTo(row.high, 2);
    expect(valueAtPoint({ ...row, value: row.low }, 0.5)).toBeCloseTo((row.low + row.high) / 2);
    const wide = { ...row, low: 0.1, value: 1, high: 100 };
    expect([0, 0.25, 0.5, 0.75].map((point) => valueAtPoint(wide, point))).toEqual(
      [0.1, 0.1 ** 0.5, 1, 10].map((value) => expect.closeTo(value, 9)),
    );
    for (const dimension of dimensionsOf([])) {
      if (dimension.kind !== 'parameter') continue;
      for (const point of [0, 0.3, 0.5, 0.999]) {
        const value = valueAtPoint(dimension.parameter, point);
        expect(value).toBeGreaterThanOrEqual(dimension.parameter.low);
        expect(value).toBeLessThanOrEqual(dimension.parameter.high);
      }
    }
  });

  it('leaves out what a source gives, and what the study sets', () => {
    const ids = dimensionsOf([]).map(({ id }) => id);
    expect(ids).toContain('lever_stiffness');
    expect(ids).toContain('qaly_value_pounds');
    // Fitted, so that no source gives them.
    expect(ids).toContain('skill_lost_run_down');
    expect(ids).toContain('control_lag_years');
    expect(ids).not.toContain('system_review_age_ratio_per_decade');
    expect(ids).not.toContain('anchor_on_boards');
    expect(ids).not.toContain('births_per_1000');
  });

  it('asks open questions with answers that are settings there are, each in an equal part of the draws', () => {
    expect(new Set(UNDECIDED.map(({ regime }) => regime))).toEqual(new Set(CLAIMANTS));
    for (const setting of UNDECIDED) {
      const answers = drawsOf('x', 12 * setting.options.length, [{ id: 'x', kind: 'setting', setting }]).map(
        ({ at }) => optionAtPoint(setting, at[0]!).answer,
      );
      for (const { answer, set } of setting.options) {
        expect(answers.filter((chosen) => chosen === answer)).toHaveLength(12);
        expect(() => armInput(frame, { regime: setting.regime, set })).not.toThrow();
      }
    }
  });

  it('never says that a lever was seen to move faster than it can', () => {
    const dimensions = dimensionsOf([]);
    for (const draw of drawsOf('steps', 20, dimensions)) {
      const drawn = parametersOf(draw, dimensions);
      const growth = drawn.lever_observed_growth_elective_capacity!;
      expect(growth).toBeLessThan(4 * drawn.lever_step_capacity!);
    }
  });

  it('lets levers rest where they did when nothing is drawn', () => {
    const usual = restsUnder(frame, 'split', {});
    const shifts = restShifts(frame, 'split', {}, usual);
    expect(new Set(Object.values(shifts))).toEqual(new Set([0]));
    const dearer = restShifts(frame, 'split', { altruism_provider: 0.25 }, usual);
    expect(dearer.lever_rest_shift_elective_capacity).toBeGreaterThan(0);
  });
});

describe('tables that grow', () => {
  it('go on where they ended, without a row that a stop cut in two', () => {
    const table = new GrowingTable(folder, 't.csv', ['draw', 'what']);
    table.append([
      [0, 'a, "quoted"'],
      [1, 'b'],
    ]);
    appendFileSync(table.file, '2,half a r');
    const again = new GrowingTable(folder, 't.csv', ['draw', 'what']);
    expect(again.rows).toEqual([
      { draw: '0', what: 'a, "quoted"' },
      { draw: '1', what: 'b' },
    ]);
    again.append([[2, 'c']]);
    expect(readFileSync(table.file, 'utf8')).toBe('draw,what\n0,"a, ""quoted"""\n1,b\n2,c\n');
    expect(() => new GrowingTable(folder, 't.csv', ['draw', 'other'])).toThrow('another table');
  });

  it('take the last of rows that stand twice, and know what is complete', () => {
    const rows = [
      { draw: '0', arm: 'a', x: '1' },
      { draw: '0', arm: 'b', x: '1' },
      { draw: '0', arm: 'a', x: '2' },
      { draw: '1', arm: 'a', x: '1' },
    ];
    expect(latest(rows, ['draw', 'arm']).map(({ x }) => x)).toEqual(['2', '1', '1']);
    expect(complete(rows, ['draw'], 'arm', 2)).toEqual(new Set(['0']));
  });

  it('are never filled by another study', () => {
    rememberStudy(folder, 's.json', { weeks: 10 }, ['lab/sampling']);
    rememberStudy(folder, 's.json', { weeks: 10 }, ['lab/sampling']);
    const again = (weeks: number, own: string) => () => rememberStudy(folder, 's.json', { weeks }, [own]);
    expect(again(11, 'lab/sampling')).toThrow('(it differs in weeks): choose another --out');
    // Other code is another study, though everything that was asked is the same.
    expect(again(10, 'lab/signs')).toThrow('(it differs in code): choose another --out');
  });
});

describe('claims', () => {
  const row = (draw: number, regime: string, net: number, unmet: number) => ({
    draw: String(draw),
    anchor: 'split',
    regime,
    net_monetary_benefit_per_head: String(net),
    unmet_need_severity_weeks_per_1000: String(unmet),
  });
  const rows = [0, 1, 2, 3].flatMap((draw) => [
    row(draw, 'purchaser-provider-split', 100, 50),
    row(draw, 'heft', draw < 2 ? 110 : draw === 2 ? 90 : 100, 40),
  ]);

  it('counts wins, losses and draws without any difference', () => {
    const [net, , unmet] = claimShares(rows, ['heft']);
    expect(net).toMatchObject({ draws: 4, better: 2, worse: 1, same: 1, mean: 2.5 });
    expect(unmet).toMatchObject({ outcome: 'unmet_need_severity_weeks_per_1000', better: 4, worse: 0 });
  });

  it('ranks first what separates wins from losses', () => {
    const parameterOf = (id: string): Dimension => ({
      id,
      kind: 'parameter',
      parameter: parameter('lever_stiffness'),
    });
    const draws = [
      { number: 0, at: [0.5, 0.9] },
      { number: 1, at: [0.6, 0.95] },
      { number: 2, at: [0.55, 0.05] },
      { number: 3, at: [0.1, 0.1] },
    ];
    const [first, second] = deciders(rows, ['heft'], draws, [parameterOf('noise'), parameterOf('cause')]);
    expect(first).toMatchObject({ dimension: 'cause', whereWorse: 0.05 });
    expect(first!.whereBetter).toBeCloseTo(0.925);
    expect(Math.abs(first!.z)).toBeGreaterThan(Math.abs(second!.z));
  });

  it('runs each draw once, and the same again', async () => {
    const dimensions = dimensionsOf(['dual-track']);
    const draws = drawsOf('x', 2, dimensions).slice(0, 1);
    const table = new GrowingTable(folder, 'claims.csv', CLAIM_COLUMNS);
    const study = { frame, regimes: ['dual-track'], dimensions, draws, replicates: 1, threads: 1, table };
    await runClaims(study);
    expect(table.rows).toHaveLength(4);
    for (const { failure, net_monetary_benefit_per_head } of table.rows) {
      expect(failure).toBe('');
      expect(Number(net_monetary_benefit_per_head)).toBeGreaterThan(1000);
    }
    const before = readFileSync(table.file, 'utf8');
    await runClaims(study);
    expect(readFileSync(table.file, 'utf8')).toBe(before);
    writeFileSync(table.file, `${before.split('\n').slice(0, -2).join('\n')}\n`);
    const again = new GrowingTable(folder, 'claims.csv', CLAIM_COLUMNS);
    await runClaims({ ...study, table: again });
    expect(latest(again.rows, ['draw', 'anchor', 'regime'])).toEqual(
      latest(table.rows, ['draw', 'anchor', 'regime']),
    );
  }, 120_000);
});

describe('the map of the HEFT', () => {
  it('counts by cell in how many draws the body does better', () => {
    const row = (draw: number, follows: string, value: number): TextRow => ({
      draw: String(draw),
      budgets_follow_activity: follows,
      seats_of_citizens: '0',
      turnout: '0.27',
      relation_at_the_start: '0.5',
      m: String(value),
    });
    const rows = [row(0, '0.5', 3), row(1, '0.5', -1), row(2, '0.5', 0), row(0, '1', 9)];
    const at = { follows: 0.5, voice: MAP_AXES.voice[1]!, relation: 0.5 };
    expect(mapCell(rows, 'm', at)).toEqual({ draws: 3, better: 1, same: 1, mean: 2 / 3 });
  });

  it('has citizens heard the more, the further along its axis of voice', () => {
    const heard = MAP_AXES.voice.map(({ seats, turnout }) => {
      const set = { 'governance.seatsCitizens': seats, 'governance.turnout': turnout };
      const input = armInput(frame, { regime: 'heft-decreed', set });
      return pressureOn(createWorld({ ...input, replicate: 0 }), 0).voice;
    });
    expect(heard[0]).toBe(0);
    expect(heard.every((voice, n) => n === 0 || voice > heard[n - 1]!)).toBe(true);
  });

  it('runs each cell of a draw once', async () => {
    const table = new GrowingTable(folder, 'heft-map.csv', MAP_COLUMNS);
    const dimensions = mapDimensions(dimensionsOf([]));
    expect(dimensions.map(({ id }) => id)).not.toContain('relation_start');
    const draws = drawsOf('x', 2, dimensions).slice(0, 1);
    const study = { frame: { ...frame, weeks: 60 }, dimensions, draws, threads: 1, table };
    await runMap(study);
    expect(table.rows).toHaveLength(27);
    await runMap(study);
    expect(table.rows).toHaveLength(27);
  }, 120_000);
});

describe('stability', () => {
  it('watches a run without changing it', () => {
    const input = smallInput({ people: 2000, weeks: 60 });
    const { seen, ...run } = simulate(input);
    expect(seen).toMatchObject({ notFinite: [], negative: [], ledgerOff: 0 });
    expect(seen.listGrowth).toBeGreaterThan(0);
    const capacity = seen.levers[0]!;
    // 2 trusts, 8 specialties, 4 quarters, less those without a clinic.
    expect(capacity.quarters).toBeGreaterThan(32);
    expect(capacity.quarters).toBeLessThanOrEqual(64);
    expect(capacity.turns).toBeLessThan(capacity.quarters);
    expect(capacity.farTurns).toBeLessThanOrEqual(capacity.turns);
    expect(capacity.turnsRunning).toBeLessThanOrEqual(capacity.turns);
    expect(run.diagnostics.boundViolations).toBe(0);
  });

  it('runs a regime under each shock', async () => {
    const runs = new GrowingTable(folder, 'runs.csv', STABILITY_COLUMNS);
    const levers = new GrowingTable(folder, 'levers.csv', LEVER_COLUMNS);
    const dimensions = dimensionsOf([]);
    const draws = drawsOf('x', 2, dimensions).slice(0, 1);
    const regimes = ['block-contracts'];
    await runStability({
      frame: { ...frame, weeks: 170 },
      regimes,
      dimensions,
      draws,
      threads: 1,
      shocks: 'each',
      runs,
      levers,
    });
    expect(runs.rows.map(({ shock }) => shock)).toEqual(Object.keys(SHOCKS));
    expect(byRegime(runs.rows)[0]).toMatchObject({
      runs: 5,
      failed: 0,
      notFinite: 0,
      negative: 0,
      ledger: 0,
    });
    const { atBound, turns } = byLever(levers.rows).find(({ lever }) => lever === 'elective_capacity')!;
    expect(atBound).toBeGreaterThanOrEqual(0);
    expect(turns).toBeLessThan(1);
  }, 120_000);

  it('takes the shocks in turn, none left out', () => {
    const turns = Array.from({ length: 4 }, (_, n) => shocksOf('turn', n));
    expect(turns.flat()).toEqual(Object.keys(SHOCKS).slice(1));
    expect(shocksOf('turn', 4)).toEqual(turns[0]);
    expect(shocksOf('each', 7)).toEqual(Object.keys(SHOCKS));
  });

  it('tells what went wrong', () => {
    const base = {
      draw: '0',
      regime: 'r',
      shock: 'none',
      ledger_off: '0',
      list_growth: '1',
      balance_share: '0.1',
    };
    const [found] = byRegime([
      { ...base, not_finite: 'will.level[0] books.beds', negative: '', failure: '' },
      { ...base, shock: 'a', not_finite: '', negative: 'level of beds', failure: '', list_growth: '9' },
      {
        ...base,
        shock: 'b',
        not_finite: '',
        negative: '',
        failure: 'arm "x": broken',
        list_growth: '',
        balance_share: '',
      },
    ]);
    expect(found).toMatchObject({ runs: 3, failed: 1, notFinite: 1, negative: 1, exploded: 1, ledger: 0 });
    expect(found!.what).toEqual([
      'will.level[0]',
      'books.beds',
      'level of beds',
      'list x 9.0, balance 0.10 years (a)',
      'arm "x": broken',
    ]);
  });
});
