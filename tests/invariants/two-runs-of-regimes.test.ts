import { describe, expect, it } from 'vitest';
import { needsStructure } from '../../src/model/institutions/in-force.ts';
import { settingsOf } from '../../src/model/institutions/settings.ts';
import type { Regime } from '../../src/model/regimes/regime.ts';
import { REGIMES } from '../../src/model/regimes/regimes.ts';
import type { ScheduledMerger } from '../../src/model/run-input.ts';
import type { World } from '../../src/model/world.ts';
import {
  type Build,
  checkCausality,
  checkNames,
  checkResume,
  checkSameArrivals,
  inputOf,
  MODEL,
  type SmallScenario,
} from '../../src/testing/index.ts';

/** Asked for in week 10; the countryside may form from week 25 on, the towns from week 45 on. */
const ASKED = 10;
const RURAL = 25;
const URBAN = 45;
const LATER = 40;

function merger(week: number, kind: ScheduledMerger['kind']): ScheduledMerger {
  return { week, kind, who: 'nearest-smaller', withinKm: null, imposed: true, why: 'test' };
}

function scenarioOf({ institutions, parts }: Regime): SmallScenario {
  const { by } = institutions.rollout;
  const set = {
    ...settingsOf(institutions),
    'rollout.threshold': by === 'stubborn' ? 1 : 0,
    'rollout.firstShare': 1,
  };
  const from = (week: number) => ({ 'rollout.notBeforeWeeks': week - ASKED });
  return {
    place: {
      people: 300,
      practices: 6,
      trusts: 3,
      commissioners: 2,
      zones: 6,
      rural: 0.5,
      seed: 5,
      fromElsewhere: 0.3,
    },
    weeks: 56,
    scale: 1,
    seed: 'regimes',
    replicate: 0,
    parameters: {
      group_of_practices_people: 75,
      formation_vote_yes: 1,
      formation_try_per_quarter: 0.15,
      formation_stubborn_quarters: 2,
    },
    set: {},
    switch: [
      {
        week: ASKED,
        set,
        parts: { rural: { ...parts.rural, ...from(RURAL) }, urban: { ...parts.urban, ...from(URBAN) } },
      },
    ],
    shocks: [],
    mergers: [merger(18, 'trusts'), merger(18, 'commissioners')],
  };
}

/** The same until week 40, but that it switches to what it has before, in between and after bodies formed. */
function otherLater(small: SmallScenario, other: Regime): SmallScenario {
  const [asked] = small.switch;
  const again = [20, RURAL, 31].map((week) => ({ ...asked!, week }));
  return {
    ...small,
    switch: [...small.switch, ...again, { week: LATER, set: settingsOf(other.institutions) }],
    mergers: [...small.mergers!, merger(LATER, 'trusts')],
  };
}

/** The model by turns of both engines, with the worlds that it made to be looked at. */
function watched(): { build: Build; worlds: World[] } {
  const worlds: World[] = [];
  const build: Build = {
    create(input) {
      const world = worlds.length % 2 === 0 ? MODEL.create(input) : MODEL.create(input, 'typescript');
      worlds.push(world);
      return world;
    },
    tick: MODEL.tick,
  };
  return { build, worlds };
}

const formedIn = ({ journal }: World): number[] =>
  journal.filter(({ kind }) => /body founded|budgets taken over/.test(kind)).map(({ week }) => week);

const structural = REGIMES.filter(({ institutions }) => needsStructure(institutions));

describe.each(structural)('two runs under $id, in which some have formed and some wait', (regime) => {
  const input = inputOf(scenarioOf(regime));

  it('are the same with the other engine, with switches to the same again, before another future, and when resumed', () => {
    const other = structural[(structural.indexOf(regime) + 1) % structural.length]!;
    const { build, worlds } = watched();
    checkCausality(input, inputOf(otherLater(scenarioOf(regime), other)), LATER, build);
    const world = worlds[0]!;
    expect(formedIn(world).some((week) => week >= RURAL)).toBe(true);
    checkResume(world.input, LATER + 1, { ...build, create: () => world });
    expect(formedIn(world).some((week) => week >= URBAN)).toBe(true);
    const kinds = world.journal.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['trusts merged', 'commissioners merged']));
  });
});

const regimeOf = (id: string): Regime => REGIMES.find((each) => each.id === id)!;

describe('two runs that differ in display names and reasons', () => {
  it.each(['heft-decreed', 'integrated-choice-gp-led', 'big-bang', 'fundholding', 'directly-managed'])(
    'differ in texts only under %s',
    (id) => {
      checkNames({ ...inputOf(scenarioOf(regimeOf(id))), weeks: 30 });
    },
  );
});

describe('two runs under different regimes', () => {
  it.each([
    ['heft-decreed', 'fundholding'],
    ['big-bang', 'integrated-choice-gp-led'],
    ['directly-managed', 'purchaser-provider-split'],
  ])('meet the same people on arrival: %s and %s', (one, other) => {
    const [a, b] = [one, other].map((id) => inputOf(scenarioOf(regimeOf(id))));
    checkSameArrivals(a!, b!);
  });
});
