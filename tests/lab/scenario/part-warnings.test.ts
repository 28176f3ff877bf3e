import { describe, expect, it } from 'vitest';
import { syntheticPlace } from '../../../src/lab/place/index.ts';
import { loadScenario, SHIPPED_VOCABULARY } from '../../../src/lab/scenario/index.ts';
import { needsPlaceForWarnings, scenarioWarnings } from '../../../src/lab/scenario/warnings.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';

/** Most people live in the country, so the primary care trust counts as rural; both trusts stand in town. */
const PLACE = syntheticPlace({ people: 2500, practices: 4, trusts: 2, rural: 0.7, seed: 'parts' });

/** Warnings of an arm of a run, each with its line and column. */
function warningsOf(arm: string, weeks = 104): readonly string[] {
  const text = `name: parts
question: Who reads what?
place: { synthetic: { people: 2500, practices: 4, trusts: 2, rural: 0.7, seed: parts } }
weeks: ${weeks}
arms:
  - { name: arm, ${arm} }
`;
  const loaded = loadScenario(text, 'parts.yaml', SHIPPED_VOCABULARY);
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
  expect(needsPlaceForWarnings(loaded.scenario)).toBe(/parts:|organisations:/.test(arm));
  return scenarioWarnings(loaded.scenario, { file: 'parts.yaml', text }, SHIPPED_VOCABULARY, PLACE).map(
    ({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`,
  );
}

const SPLIT = 'regime: purchaser-provider-split';

describe('settings of a part of a place', () => {
  it('that nobody there reads are told with the reason', () => {
    expect(warningsOf(`${SPLIT}, parts: { rural: { entitlement.guaranteedMaximumWeeks: 18 } }`)).toEqual([
      '6:106 arms[0].parts.rural["entitlement.guaranteedMaximumWeeks"]: has no effect in the rural part: it goes by trusts, and no trust has its main site there',
    ]);
    expect(warningsOf(`${SPLIT}, parts: { urban: { programme.demandManagement: 1 } }`).join()).toContain(
      'has no effect in the urban part: it goes by primary care trusts, and no primary care trust has most of its people there',
    );
  });

  it('that hold for everybody are told, too', () => {
    expect(
      warningsOf(`${SPLIT}, parts: { urban: { entitlement.guaranteedMaximumWeeks: 18 } }`).join(),
    ).toContain(
      'holds for the whole place, not for the urban part alone: it goes by trusts, and all of them (T1 and T2) are there',
    );
  });

  it('that some of those who should do not read', () => {
    const [warning, ...others] = warningsOf(`${SPLIT}, parts: { rural: { payment.emergency: block } }`);
    expect(others).toEqual([]);
    expect(warning).toContain(
      'holds in the rural part for C1 alone: it goes by primary care trusts and trusts, and no trust has its main site there',
    );
  });

  it('that every practice reads for itself need no word', () => {
    const set = '{ programme.caseManagement: 0.5, budget.emergencySalience: hard }';
    expect(warningsOf(`${SPLIT}, parts: { rural: ${set}, urban: ${set} }`)).toEqual([]);
  });

  it('that bodies read need one, wherever it stands', () => {
    const parts = 'parts: { rural: { budget.accounts: single } }';
    expect(warningsOf(`${SPLIT}, ${parts}`).join()).toContain(
      'has no effect: it goes by bodies, and none forms in this arm',
    );
    expect(warningsOf(`regime: heft-decreed, ${parts}`)).toEqual([]);
  });

  it('are looked at in switches, and in the areas of primary care trusts', () => {
    const switched = `${SPLIT}, switch: [{ week: 52, parts: { rural: { payment.followUpCap: 1 } } }]`;
    expect(warningsOf(switched).join()).toContain('arms[0].switch[0].parts.rural["payment.followUpCap"]');
    const two = syntheticPlace({
      people: 2500,
      practices: 4,
      trusts: 1,
      commissioners: 2,
      zones: 6,
      rural: 0,
      seed: 'areas',
    });
    const own = `${SPLIT}, organisations: { C1: { payment.followUpCap: 1 } }`;
    const other = own.replace('C1', 'C2');
    const text = [own, other].map((arm) => {
      const loaded = loadScenario(
        `name: areas\nquestion: q\nplace: { synthetic: { people: 600000, practices: 4, trusts: 1 } }\narms:\n  - { name: arm, ${arm} }\n`,
        'areas.yaml',
        SHIPPED_VOCABULARY,
      );
      if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
      const source = { file: 'areas.yaml', text: 'arms: []' };
      return scenarioWarnings(loaded.scenario, source, SHIPPED_VOCABULARY, two).map(({ message }) => message);
    });
    // The only trust stands in one of the two areas.
    expect(text.flat().filter((message) => message.includes('has no effect in the area of C'))).toHaveLength(
      1,
    );
  });
});

describe('a regime as it is', () => {
  it.each(REGIMES.map(({ id }) => id))('%s needs no word', (id) => {
    expect(warningsOf(`regime: ${id}`, 520)).toEqual([]);
  });
});

describe('settings that do nothing beside others', () => {
  it.each([
    [`${SPLIT}, switch: [{ week: 9, to: purchaser-provider-split }]`, 'switch[0]: changes nothing'],
    [`${SPLIT}, switch: [{ week: 9, set: { choice.of: provider } }]`, 'switch[0]: changes nothing'],
    [`${SPLIT}, set: { choice.of: system }`, 'set["choice.of"]: nobody can choose a system'],
    [`${SPLIT}, set: { riskAdjustment.income: dowry }`, 'no money follows anybody'],
    ['regime: heft-decreed, set: { rollout.notBeforeWeeks: 104 }', 'nothing forms: 104 weeks after week 0'],
    [
      `${SPLIT}, switch: [{ week: 60, to: heft-decreed, set: { rollout.notBeforeWeeks: 44 } }]`,
      'nothing forms: 44 weeks after week 60 the run is over (weeks: 104)',
    ],
    [
      'regime: heft-decreed, set: { budget.holder: consortia }',
      'the body that the commissioner leads holds the money',
    ],
    [
      `${SPLIT}, set: { budget.holder: practices, provision.form: fluid }`,
      'each practice has a fund, and the fluid body beside them holds no money',
    ],
  ])('%s', (arm, message) => {
    const warnings = warningsOf(arm);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(message);
  });

  it('are said once, not again at every switch after', () => {
    const arm = `${SPLIT}, set: { choice.of: system }, switch: [{ week: 9, set: { payment.elective: block } }]`;
    expect(warningsOf(arm)).toHaveLength(1);
  });

  it('that do something need no word', () => {
    for (const arm of [
      `${SPLIT}, switch: [{ week: 9, set: { choice.of: none } }, { week: 19, set: { choice.of: provider } }]`,
      'regime: heft-decreed, set: { rollout.notBeforeWeeks: 103 }',
      `${SPLIT}, set: { budget.holder: practices, rollout.by: decree }`,
      'regime: integrated-choice-gp-led',
    ])
      expect(warningsOf(arm)).toEqual([]);
  });
});
