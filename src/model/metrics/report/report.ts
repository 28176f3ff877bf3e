import { checksum } from '../../checksum.ts';
import type { RunResult } from '../../result.ts';
import type { World } from '../../world.ts';
import type { YearBook } from '../annual-books.ts';
import { leverHistory } from '../lever-record.ts';
import { terminalCredit } from '../terminal-credit.ts';
import { predictiveRatio } from './bodies.ts';
import { perYear, perYearAndUnit, type Row, ratio } from './columns.ts';
import { economyRow } from './economy.ts';
import { commissioners, practices, trusts } from './organisations.ts';
import { residentRow } from './residents.ts';
import { bodyBooks } from './sides.ts';
import { waitRow } from './waits.ts';

/**
 * The result of a run in real units: counts of the simulated share of people are divided by the scale; rates, shares
 * and waits are what they are.
 */
export function report(world: World): RunResult {
  const { records, input, place } = world;
  const years = records.years;
  return {
    weeks: world.week,
    years: years.length,
    weekly: records.weekly,
    annual: withTerminalCredit(
      world,
      perYear(years, (year) => economyRow(world, year)),
    ),
    weeksInYear: years.map((year) => year.weeks),
    organisations: [trusts(world), commissioners(world), practices(world), bodyBooks(world)],
    equity: perYearAndUnit(years, 5, (year, q) => quintileRow(world, year, q)),
    events: world.journal,
    ...(input.recordLevers ? { levers: leverHistory(world) } : {}),
    diagnostics: {
      patientWeeks: world.tally.patientWeeks,
      candidates: world.tally.candidates,
      happened: world.tally.happened,
      boundViolations: world.tally.boundViolations,
      checksum: checksum(world),
      scale: input.scale,
      commissioners: place.commissioners.count,
      populationByClass: years.map((year) => Array.from(year.classes, (n) => n / input.scale)),
      deathsByClass: years.map((year) => Array.from(year.deathsByClass, (n) => n / input.scale)),
      emergenciesByClass: years.map((year) => Array.from(year.emergenciesByClass, (n) => n / input.scale)),
    },
  };
}

/** The closed cohort's QALYs so far, and with what it may still expect at the end of the run. */
function withTerminalCredit(
  world: World,
  annual: Record<string, Float64Array>,
): Record<string, Float64Array> {
  const yearly = annual.qalys_closed_cohort;
  if (yearly === undefined) return annual;
  let sum = 0;
  const cumulative = yearly.map((qalys) => {
    if (Number.isNaN(qalys)) return qalys;
    sum += qalys;
    return sum;
  });
  const credited = new Float64Array(yearly.length).fill(Number.NaN);
  if (credited.length > 0) {
    credited[credited.length - 1] = sum + terminalCredit(world) / world.input.scale;
  }
  return {
    ...annual,
    qalys_closed_cohort_cumulative: cumulative,
    qalys_closed_cohort_with_terminal_credit: credited,
  };
}

/** Residents of a fifth by deprivation. */
function quintileRow(world: World, year: YearBook, q: number): Row {
  const real = 1 / world.input.scale;
  const row = { ...residentRow(world, year, (_, quintile) => quintile === q) };
  // Follow-ups are billed by purchaser and spread over the fifths by people: by fifth they would say nothing.
  delete row.follow_up_outpatients;
  Object.assign(row, waitRow(year, 1 + world.place.commissioners.count + q, real));
  row.list_per_1000 = ratio(1000 * row.list_total!, row.population!);
  row.predictive_ratio = predictiveRatio(year, q);
  return row;
}
