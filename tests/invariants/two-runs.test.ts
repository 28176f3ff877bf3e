import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withSettings } from '../../src/model/institutions/settings.ts';
import { fromWeek, type RunInput } from '../../src/model/run-input.ts';
import {
  arbitraryScenario,
  arbitrarySettings,
  arbitraryShock,
  checkCausality,
  checkDeterminism,
  checkIdentity,
  checkLongerRun,
  checkNames,
  checkResume,
  checkSameArrivals,
  checkSavedLife,
  checkScenario,
  inputOf,
  type SmallScenario,
} from '../../src/testing/index.ts';
import { EFFORT, SEED } from './settings.ts';

const LONGEST = 80;
const scenario = arbitraryScenario(LONGEST);
/** A point of a run, as a share of its length. */
const share = fc.integer({ min: 0, max: 99 }).map((percent) => percent / 100);
/** Without a switch that waits: what waits for those before it comes later if there are more of them. */
const dated = scenario.map((small) => ({
  ...small,
  switch: small.switch.filter(({ when }) => when === undefined),
}));
const weekAt = ({ weeks }: SmallScenario, part: number): number => Math.max(1, Math.floor(weeks * part));

function hold<T>(numRuns: number, property: fc.IPropertyWithHooks<T>): void {
  fc.assert(property, { seed: SEED, numRuns: numRuns * EFFORT });
}

describe('two runs', () => {
  it('of the same scenario are the same, whatever the engine and the size of its batches', () => {
    hold(
      4,
      fc.property(scenario, (small) => {
        checkScenario(small, () => checkDeterminism(inputOf(small)));
      }),
    );
  });

  it('that differ in institutions from a week on are the same before it', () => {
    hold(
      6,
      fc.property(dated, share, arbitrarySettings(), (small, part, set) => {
        const week = weekAt(small, part);
        checkScenario(small, () =>
          checkCausality(inputOf(small), switchingAt(inputOf(small), week, set), week),
        );
      }),
    );
  });

  it('that differ in shocks from a week on are the same before it', () => {
    hold(
      4,
      fc.property(scenario, share, arbitraryShock(LONGEST), (small, part, shock) => {
        const week = weekAt(small, part);
        const input = inputOf(small);
        const shocked = { ...input, shocks: [...input.shocks, { ...shock, week }] };
        checkScenario(small, () => checkCausality(input, shocked, week));
      }),
    );
  });

  it('of which one is longer are the same as long as both last', () => {
    hold(
      4,
      fc.property(scenario, share, (small, part) => {
        const week = weekAt(small, part);
        const shorter = {
          ...small,
          weeks: week,
          switch: startingBefore(small, week),
        };
        checkScenario(small, () => checkLongerRun(inputOf(shorter), inputOf(small)));
      }),
    );
  });

  it('of which one switches to what is in force anyway are the same', () => {
    hold(
      5,
      fc.property(dated, fc.array(share, { minLength: 1, maxLength: 3 }), (small, parts) => {
        const weeks = [...new Set(parts.map((part) => weekAt(small, part)))];
        checkScenario(small, () => checkIdentity(inputOf(small), weeks));
      }),
    );
  });

  it('that differ in display names differ in names only', () => {
    hold(
      2,
      fc.property(scenario, (small) => {
        checkScenario(small, () => checkNames(inputOf(small)));
      }),
    );
  });

  it('of which one was stopped and resumed are the same', () => {
    hold(
      4,
      fc.property(scenario, share, (small, part) => {
        checkScenario(small, () => checkResume(inputOf(small), Math.floor(small.weeks * part)));
      }),
    );
  });

  it('meet the same people on arrival, whatever differs in institutions and shocks', () => {
    hold(
      4,
      fc.property(dated, arbitrarySettings(), arbitraryShock(LONGEST), (small, set, shock) => {
        const input = inputOf(small);
        const other = { ...switchingAt(input, 1, set), shocks: [shock] };
        checkScenario(small, () => checkSameArrivals(input, other));
      }),
    );
  });

  it('of which one spares a life: the health of the cohort is that person better, in every week', () => {
    let checked = 0;
    hold(
      6,
      fc.property(scenario, fc.nat(50), (small, rank) => {
        const indifferent: SmallScenario = {
          ...small,
          set: { ...small.set, 'budget.salience': 'none' },
          switch: [],
        };
        if (checkScenario(indifferent, () => checkSavedLife(inputOf(indifferent), rank))) checked++;
      }),
    );
    expect(checked).toBeGreaterThan(2);
  });
});

/** Switches that may come before a week: one that waits, only if all before it come. */
function startingBefore({ switch: changes }: SmallScenario, week: number): SmallScenario['switch'] {
  const later = changes.findIndex((change) => change.when === undefined && change.week >= week);
  return later < 0 ? changes : changes.slice(0, later);
}

/** The same run with some settings changed in one week: all other scheduled switches before it stand, later ones go. */
function switchingAt(input: RunInput, week: number, set: Parameters<typeof withSettings>[1]): RunInput {
  const before = input.institutions.filter((entry) => entry.week! < week);
  const institutions = withSettings(before.at(-1)!.institutions, set);
  return { ...input, institutions: [...before, fromWeek(week, institutions, 'another arm')] };
}
