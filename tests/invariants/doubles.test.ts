import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromWeek } from '../../src/model/run-input.ts';
import {
  arbitraryScenario,
  type Build,
  checkCausality,
  checkDeterminism,
  checkIdentity,
  checkNames,
  checkResume,
  checkSameArrivals,
  checkSavedLife,
  checkScenario,
  inputOf,
  MODEL,
  runChecked,
  type SmallScenario,
} from '../../src/testing/index.ts';
import * as doubles from './doubles.ts';
import { SEED } from './settings.ts';

/** What the property says of a faulty build: it must fail within a few scenarios. */
function complaint(check: (small: SmallScenario) => unknown, numRuns = 4, shrink = false): string {
  const found = fc.check(
    fc.property(arbitraryScenario(40), (small) => {
      checkScenario(small, () => check(small));
    }),
    { seed: SEED, numRuns, endOnFailure: !shrink },
  );
  const error = found.errorInstance;
  return error instanceof Error ? error.message : 'nothing was found';
}

describe('the property of every week finds a build that', () => {
  it.each<[string, Build, RegExp]>([
    ['wakes the dead', doubles.RAISES_THE_DEAD, /^people, .* went from died to present/],
    ['loses a person', doubles.LOSES_A_PERSON, /^people, /],
    ['lets somebody arrive for a death', doubles.BIRTH_FOR_A_DEATH, /^people, .* has not arrived/],
    ['leaks a penny', doubles.LEAKS_A_PENNY, /^money, .* sum of all accounts/],
    ['spends without booking it', doubles.SPENDS_UNBOOKED, /^money, .* (spent and held|whose purse it is)/],
    ['pays half a penny', doubles.PAYS_A_FRACTION, /^money, .* not whole pence/],
    ['loses a patient', doubles.LOSES_A_PATIENT, /^queues, /],
    [
      'lets somebody wait twice',
      doubles.QUEUES_SOMEBODY_TWICE,
      /^(queues, .* waits for one need|time, .* stands behind)/,
    ],
    ['sees the last who came first', doubles.SERVES_CLINICS_LAST_COME_FIRST, /^(queues|time), /],
    ['operates on the last who came first', doubles.OPERATES_LAST_COME_FIRST, /^queues, .* operat/],
    ['holds more clinics than there are', doubles.EXCEEDS_CLINICS, /^capacity, .* clinic slots/],
    ['operates more than there are theatres', doubles.EXCEEDS_THEATRES, /^capacity, .* theatre slots/],
    ['hoards slots', doubles.HOARDS_SLOTS, /^capacity, /],
    ['forgets a bed-day', doubles.FORGETS_A_BED_DAY, /^capacity, .* bed-days/],
    ['treats the dead', doubles.TREATS_THE_DEAD, /^time, .* not alive/],
    ['skips a stage', doubles.SKIPS_DIAGNOSTICS, /^time, .* skipped a stage/],
    ['moves a clock', doubles.MOVES_A_CLOCK, /^time, .* clock/],
    ['makes somebody younger', doubles.MAKES_SOMEBODY_YOUNGER, /^time, .* younger/],
    ['adds what is no number', doubles.ADDS_NO_NUMBER, /^numbers, .* tally residents is NaN/],
    ['registers somebody unseen', doubles.REGISTERS_UNSEEN, /^(membership|people), /],
  ])('%s', (_, build, expected) => {
    expect(complaint((small) => runChecked(inputOf(small), { build }))).toMatch(expected);
  });
});

describe('the properties of two runs find a build that', () => {
  const halfway = (small: SmallScenario): number => Math.floor(small.weeks / 2);

  it('draws from a stream', () => {
    const build = doubles.drawsFromAStream();
    expect(complaint((small) => checkDeterminism(inputOf(small), build))).toMatch(/^determinism, /);
  });

  it('minds the batches of the scan', () => {
    expect(complaint((small) => checkDeterminism(inputOf(small), doubles.MINDS_THE_BATCHES))).toMatch(
      /^determinism, .*gpConsultations/,
    );
  });

  it('peeks at the schedule', () => {
    const check = (small: SmallScenario) => {
      const input = inputOf({
        ...small,
        set: { 'choice.of': 'provider', 'choice.offeredShare': 1 },
        switch: [],
      });
      const week = halfway(small);
      const institutions = inputOf({ ...small, set: { 'choice.of': 'none' } }).institutions[0]!.institutions;
      const later = { ...input, institutions: [...input.institutions, fromWeek(week, institutions, 'none')] };
      checkCausality(input, later, week, doubles.PEEKS_AHEAD);
    };
    expect(complaint(check)).toMatch(/^causality, /);
  });

  it('foresees a shock', () => {
    const check = (small: SmallScenario) => {
      const input = inputOf({ ...small, shocks: [] });
      const week = halfway(small);
      const shock = { week, weeks: 4, emergencies: 1, beds: 0.5, slots: 1, budgetGrowth: null };
      checkCausality(input, { ...input, shocks: [shock] }, week, doubles.FORESEES_SHOCKS);
    };
    expect(complaint(check)).toMatch(/^causality, week 0: .*books.beds/);
  });

  it('is upset by a switch to the same', () => {
    expect(
      complaint((small) => checkIdentity(inputOf(small), [halfway(small)], doubles.UPSET_BY_ANY_SWITCH)),
    ).toMatch(/^identity, .*diagnosticsPace/);
  });

  it('reads names', () => {
    expect(complaint((small) => checkNames(inputOf(small), doubles.READS_NAMES))).toMatch(/^labels, week 0/);
  });

  it('remembers something that a checkpoint does not hold', () => {
    const build = doubles.remembersOutside();
    expect(complaint((small) => checkResume(inputOf(small), 6, build))).toMatch(/^resume, .*books.beds/);
  });

  it('attracts other people', () => {
    const check = (small: SmallScenario) => {
      const arm = (of: string) => inputOf({ ...small, weeks: 30, set: { 'choice.of': of }, switch: [] });
      checkSameArrivals(arm('none'), arm('provider'), doubles.ATTRACTS_OTHERS);
    };
    expect(complaint(check)).toMatch(/^arrivals, .* another conditions/);
  });

  it('counts lives as losses', () => {
    const check = (small: SmallScenario) => {
      const input = inputOf({ ...small, set: { 'budget.salience': 'none' }, switch: [] });
      return checkSavedLife(input, 0, doubles.COUNTS_LIVES_AS_LOSSES);
    };
    expect(complaint(check, 8)).toMatch(/^saved life, /);
  });
});

describe('a scenario that breaks a law', () => {
  it('shrinks to the smallest one that does, printed as it would be written', () => {
    const build: Build = {
      ...doubles.LEAKS_A_PENNY,
      tick: (world, chunk) =>
        (world.institutions.payment.elective === 'block' ? doubles.LEAKS_A_PENNY : MODEL).tick(world, chunk),
    };
    const message = complaint((small) => runChecked(inputOf(small), { build }), 40, true);
    expect(message).toContain('money, week');
    expect(message).toContain('people: 300\n');
    expect(message).toContain('payment.elective: block\n');
    expect(message).toContain('parameters: {}\n');
    expect(message).toContain('shocks: []\n');
  });
});
