import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/lab/scenario/load.ts';
import type { Problem } from '../../../src/lab/scenario/problem.ts';
import type { Scenario } from '../../../src/lab/scenario/scenario.ts';
import { SMALL_VOCABULARY, VALID } from './small-vocabulary.ts';

function scenarioOf(text: string): Scenario {
  const loaded = loadScenario(text, 'test.yaml', SMALL_VOCABULARY);
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems, null, 1));
  return loaded.scenario;
}

function problemsOf(text: string): readonly Problem[] {
  const loaded = loadScenario(text, 'test.yaml', SMALL_VOCABULARY);
  return 'problems' in loaded ? loaded.problems : [];
}

/** `line:column path`, for short comparisons. */
const places = (text: string) =>
  problemsOf(text).map(({ line, column, path }) => `${line}:${column} ${path}`);

describe('a valid scenario', () => {
  it('gets its defaults', () => {
    expect(scenarioOf(VALID)).toEqual({
      name: 'small',
      question: 'Why?',
      description: '',
      place: { kind: 'named', id: 'herefordshire' },
      start: '2007-04',
      weeks: 520,
      scale: 1,
      seed: 'small',
      replicates: 2,
      parameters: {},
      shocks: [],
      baseline: 'split',
      arms: [
        {
          name: 'split',
          description: '',
          regime: 'purchaser-provider-split',
          set: {},
          parts: {},
          organisations: {},
          switch: [],
          mergers: [],
        },
      ],
      outputs: ['annual', 'weekly', 'organisations', 'equity', 'comparison', 'events', 'levers'],
    });
  });

  it('may be JSON, with tabs, in a file that starts with a byte order mark', () => {
    const json = JSON.stringify(
      {
        $schema: 'x',
        name: 'small',
        question: 'Why?',
        place: 'herefordshire',
        arms: [{ name: 'split', regime: 'blocks' }],
      },
      null,
      '\t',
    );
    expect(scenarioOf(`\uFEFF${json}`).arms[0].regime).toBe('blocks');
  });

  it('reads every kind of place', () => {
    const place = (written: string) => scenarioOf(VALID.replace('herefordshire', written)).place;
    expect(place('["5CN", 5M2]')).toEqual({ kind: 'commissioners', codes: ['5CN', '5M2'] });
    expect(place('{ folder: ../my-place }')).toEqual({ kind: 'folder', folder: '../my-place' });
    expect(place('{ synthetic: { people: 1000, practices: 2, trusts: 1, rural: true, seed: 7 } }')).toEqual({
      kind: 'synthetic',
      synthetic: { people: 1000, practices: 2, trusts: 1, rural: true, seed: '7' },
    });
  });

  it('repeats parts by alias and merge', () => {
    const text = `${VALID.replace('- name', '- &first\n    name')}  - { <<: *first, name: other }\n`;
    expect(scenarioOf(text).arms.map((arm) => [arm.name, arm.regime])).toEqual([
      ['split', 'purchaser-provider-split'],
      ['other', 'purchaser-provider-split'],
    ]);
  });

  it('takes a parameter within its range as a number, outside it with a reason', () => {
    const text = `${VALID}parameters:\n  births_per_1000: 13\n  referral_noise: { value: 0.5, reason: test, outside_range: true }\n`;
    expect(scenarioOf(text).parameters).toEqual({
      births_per_1000: { value: 13 },
      referral_noise: { value: 0.5, reason: 'test' },
    });
  });
});

describe('an arm', () => {
  it.each(['2 trusts', 'March on', 'marchers', 'may choose', 'E1', 'none of it', 'hospital A (2)'])(
    'may be called %s',
    (name) => expect(scenarioOf(VALID.replace('name: split', `name: "${name}"`)).arms[0].name).toBe(name),
  );
});

describe('a shock to the budget', () => {
  it.each(['week: 52, for: 1', 'week: 1, for: 52', 'week: 156, for: 208'])('may be at %s', (weeks) => {
    expect(
      scenarioOf(`${VALID}shocks: [{ ${weeks}, budget_growth: 0, why: a squeeze }]\n`).shocks,
    ).toMatchObject([{ budgetGrowth: 0, why: 'a squeeze' }]);
  });

  it('elsewhere is told what would work', () => {
    const [problem] = problemsOf(`${VALID}shocks: [{ week: 60, for: 10, budget_growth: 0 }]\n`);
    expect(problem.suggestion).toBe('Write week: 104, or for: 45 or more.');
  });
});

describe('mistakes are all reported at once, each at its place', () => {
  it('in one file', () => {
    const text = `name: Small
question: Why?
place: hereford-shire
wekks: 3
arms:
  - name: split
    regime: purchaser-provider-splitt
    set:
      choice.off: provider
      choice.of: hospital
  - regime: blocks
    switch:
      - { week: 52, to: narnia }
      - { week: 20, set: { choice.of: none } }
baseline: splt
`;
    expect(places(text)).toEqual([
      '1:7 name',
      '3:8 place',
      '4:1 wekks',
      '7:13 arms[0].regime',
      '9:7 arms[0].set["choice.off"]',
      '10:18 arms[0].set["choice.of"]',
      '11:5 arms[1].name',
      '13:25 arms[1].switch[0].to',
      '14:17 arms[1].switch[1].week',
      '15:11 baseline',
    ]);
    const suggestions = problemsOf(text).map((problem) => problem.suggestion);
    expect(suggestions).toEqual([
      undefined,
      'Did you mean herefordshire?',
      'Did you mean weeks?',
      'Did you mean purchaser-provider-split?',
      'Did you mean choice.of?',
      undefined,
      undefined,
      undefined,
      undefined,
      'Did you mean split?',
    ]);
  });

  it('with what was found, what was expected, and the lines', () => {
    expect(problemsOf(`${VALID}weeks: 1_000\n`)).toEqual([
      {
        file: 'test.yaml',
        line: 7,
        column: 8,
        path: 'weeks',
        message: 'expected a whole number from 1 to 2080, found the text "1_000"',
        found: 'the text "1_000"',
        expected: 'a whole number from 1 to 2080',
        suggestion: 'Write it without quotes, commas or underscores: 1000.',
        frame: '    6 |     regime: purchaser-provider-split\n  > 7 | weeks: 1_000\n      |        ^^^^^',
      },
    ]);
  });

  it('without advice to write as a number what no number is wanted for', () => {
    const [problem] = problemsOf(VALID.replace('name: split', 'name: "2"'));
    expect(problem).toMatchObject({ path: 'arms[0].name', found: 'the text "2"' });
    expect(problem).not.toHaveProperty('suggestion');
  });

  it('in what an alias or a merge brings in, where it is written', () => {
    const text = `${VALID.replace('- name', '- &first\n    name').replace('split\n', 'split\n    set: &s { choice.of: x }\n')}  - { <<: *first, name: b }\n`;
    expect(
      places(text).every((place) =>
        place.startsWith(`${text.split('\n').findIndex((l) => l.includes('&s')) + 1}:`),
      ),
    ).toBe(true);
    expect(problemsOf(text).map((problem) => problem.path)).toEqual([
      'arms[0].set["choice.of"]',
      'arms[1].set["choice.of"]',
    ]);
  });
});

/** Each line: what is wrong, the text added to a valid scenario, the place, and a part of the message. */
const ADDED: readonly [what: string, text: string, place: string, message: string][] = [
  ['a number too large', 'weeks: 2081', '7:8 weeks', 'from 1 to 2080'],
  ['a fraction of a week', 'weeks: 5.5', '7:8 weeks', 'whole number'],
  ['zero replicates', 'replicates: 0', '7:13 replicates', 'from 1 to 10000'],
  ['no scale', 'scale: 0', '7:8 scale', 'from 0.001 to 1'],
  ['not a number', 'scale: .nan', '7:8 scale', 'written .nan'],
  ['infinity', 'scale: .inf', '7:8 scale', 'written .inf'],
  ['a number beyond all bounds', 'scale: 1e999', '7:8 scale', 'written 1e999'],
  ['an integer that a number cannot hold', 'seed: 9007199254740993', '7:7 seed', 'or a whole number'],
  ['a time for a number', 'weeks: 12:30', '7:8 weeks', 'found the text "12:30"'],
  ['an empty value', 'weeks:', '7:7 weeks', 'found an empty value'],
  ['a list for a number', 'weeks: [1]', '7:8 weeks', 'found a list of 1'],
  ['another start', 'start: 2008-04', '7:8 start', '2007-04'],
  ['an unknown metric', 'headline: [list_totl]', '7:12 headline[0]', 'found the text "list_totl"'],
  ['a metric that is none', 'headline: [waits]', '7:12 headline[0]', 'lhe metrics lists them'],
  ['a metric twice', 'headline: [list_total, list_total]', '7:24 headline[1]', 'each entry once'],
  [
    'an unknown parameter',
    'parameters: { referal_noise: 0.3 }',
    '7:15 parameters.referal_noise',
    'not known',
  ],
  [
    'a parameter out of range',
    'parameters: { referral_noise: 0.9 }',
    '7:31 parameters.referral_noise',
    '0.2 to 0.4',
  ],
  [
    'a value out of range without the words',
    'parameters: { referral_noise: { value: 0.9, reason: x } }',
    '7:40 parameters.referral_noise.value',
    'outside_range: true',
  ],
  [
    'a value out of range without a reason',
    'parameters: { referral_noise: { value: 0.9, outside_range: true } }',
    '7:31 parameters.referral_noise',
    'a reason',
  ],
  ['a shock without effect', 'shocks: [{ week: 1, for: 2 }]', '7:10 shocks[0]', 'at least one of'],
  [
    'a shock after the end',
    'weeks: 10\nshocks: [{ week: 10, for: 2, beds: 0.9 }]',
    '8:18 shocks[0].week',
    'before the end',
  ],
  [
    'a shock to the budget that no allocation meets',
    'shocks: [{ week: 53, for: 51, budget_growth: 0 }]',
    '7:18 shocks[0].week',
    'first week of a financial year (52, 104, ...)',
  ],
  [
    'a shock to the budget in the first year, whose allocation is published',
    'shocks: [{ week: 0, for: 52, budget_growth: 0 }]',
    '7:18 shocks[0].week',
    'first week of a financial year',
  ],
  [
    'a published figure as a parameter',
    'parameters: { england_deaths: 3 }',
    '7:15 parameters.england_deaths',
    'not known',
  ],
  ['an unknown output', 'outputs: [anual]', '7:11 outputs[0]', 'one of annual'],
  ['the key of every object', '__proto__: { weeks: 3 }', '7:1 ', 'cannot be a key'],
  ['the constructor', 'constructor: 1', '7:1 ', 'cannot be a key'],
  ['a number as a key', '7: x', '7:1 ', 'a key must be text'],
  ['a list as a key', '? [a]\n: b', '7:3 ', 'a key must be text'],
  ['a key twice', 'name: other', '7:1 ', 'twice (first on line 1)'],
  ['an unknown alias', 'seed: *nothing', '7:7 seed', 'nothing before it'],
  ['an alias of itself', 'shocks: &s [*s]', '7:13 shocks[0]', 'inside the value'],
  ['a tag', 'seed: !!str 7', '7:13 seed', 'tags are not used'],
  ['a tag of a program', 'seed: !!js/function x', '7:7 ', 'tags are not used'],
  ['a tab as indentation', 'parameters:\n\treferral_noise: 0.3', '8:1 ', 'tab'],
  ['a second document', '---\nname: other', '7:1 ', 'second document'],
  ['a bracket that is not closed', 'headline: [list_total', '8:1 ', 'flow sequence'],
];

/** Each line: what is wrong, text added to the arm of a valid scenario, the place of the first problem, its message. */
const IN_ARM: readonly [what: string, text: string, place: string, message: string][] = [
  ['a part that is none', 'parts: { suburban: {} }', '7:14 arms[0].parts.suburban', 'not known'],
  [
    'a setting of a part that there is not',
    'parts: { rural: { choice.off: none } }',
    '7:23 arms[0].parts.rural["choice.off"]',
    'not known',
  ],
  [
    'a value that a setting of a part cannot have',
    'parts: { urban: { choice.of: all } }',
    '7:34 arms[0].parts.urban["choice.of"]',
    'one of none, provider, system',
  ],
  [
    'a PCT of elsewhere',
    'organisations: { "5M2": { choice.of: none } }',
    '7:22 arms[0].organisations["5M2"]',
    'the code of a primary care trust of the place: 5CN',
  ],
  [
    'an unknown PCT in a switch',
    'switch: [{ week: 5, organisations: { "5CX": { choice.of: none } } }]',
    '7:42 arms[0].switch[0].organisations["5CX"]',
    'the code of a primary care trust of the place: 5CN',
  ],
  [
    'a code that YAML reads as a number',
    'organisations: { 5E1: {} }',
    '7:22 arms[0].organisations',
    'a key must be text',
  ],
  [
    'a setting of a PCT that there is not',
    'organisations: { 5CN: { choice.off: none } }',
    '7:29 arms[0].organisations["5CN"]["choice.off"]',
    'not known',
  ],
  [
    'neither week nor trigger',
    'switch: [{ to: blocks }]',
    '7:14 arms[0].switch[0]',
    'a week or a trigger (when)',
  ],
  [
    'both week and trigger',
    'switch: [{ week: 5, when: { metric: list_total, above: 1, for: 1 }, to: blocks }]',
    '7:31 arms[0].switch[0].when',
    'not both',
  ],
  [
    'a metric that is none in a trigger',
    'switch: [{ when: { metric: waits, above: 1, for: 1 }, to: blocks }]',
    '7:32 arms[0].switch[0].when.metric',
    'a metric that is counted every week (lhe metrics lists them)',
  ],
  [
    'a switch to nothing',
    'switch: [{ week: 5, set: {}, parts: { rural: {} } }]',
    '7:14 arms[0].switch[0]',
    'settings to change (set, parts, organisations)',
  ],
  [
    'a national setting for a part',
    'parts: { rural: { governance.nationalBoard: true } }',
    '7:23 arms[0].parts.rural["governance.nationalBoard"]',
    'expected a setting that can differ within a place, found the text "governance.nationalBoard"',
  ],
  [
    'a national setting for a primary care trust, in a switch',
    'switch: [{ week: 5, organisations: { "5CN": { governance.executiveManagementBoard: true } } }]',
    '7:51 arms[0].switch[0].organisations["5CN"]["governance.executiveManagementBoard"]',
    'a setting that can differ within a place',
  ],
  [
    'an unknown metric in a trigger',
    'switch: [{ when: { metric: list_totl, above: 1, for: 1 }, to: blocks }]',
    '7:32 arms[0].switch[0].when.metric',
    'found the text "list_totl"',
  ],
  [
    'a metric of the year in a trigger',
    'switch: [{ when: { metric: qalys_per_1000, above: 1, for: 1 }, to: blocks }]',
    '7:32 arms[0].switch[0].when.metric',
    'a metric that is counted every week, which this is not',
  ],
  [
    'a trigger with two levels',
    'switch: [{ when: { metric: list_total, above: 1, below: 2, for: 1 }, to: blocks }]',
    '7:61 arms[0].switch[0].when.below',
    'either above or below',
  ],
  [
    'a trigger without a level',
    'switch: [{ when: { metric: list_total, for: 1 }, to: blocks }]',
    '7:22 arms[0].switch[0].when',
    'a level: above or below',
  ],
  [
    'a trigger without a time',
    'switch: [{ when: { metric: list_total, above: 1 }, to: blocks }]',
    '7:22 arms[0].switch[0].when.for',
    'is missing: expected a whole number from 1 to 520',
  ],
  [
    'a level that is no number',
    'switch: [{ when: { metric: list_total, above: .inf, for: 1 }, to: blocks }]',
    '7:51 arms[0].switch[0].when.above',
    'written .inf',
  ],
  [
    'a trigger after the end',
    'switch: [{ when: { metric: list_total, above: 1, for: 1, not_before: 520 }, to: blocks }]',
    '7:74 arms[0].switch[0].when.not_before',
    'a week before the end of the run (weeks: 520)',
  ],
  [
    'a trigger that needs longer than the run',
    'switch: [{ when: { metric: list_total, above: 1, for: 520 }, to: blocks }]',
    '7:59 arms[0].switch[0].when.for',
    'fewer weeks than the run has',
  ],
  [
    'a week after a trigger',
    'switch: [{ when: { metric: list_total, above: 1, for: 1 }, to: blocks }, { week: 60, to: blocks }]',
    '7:86 arms[0].switch[1].week',
    'before those that wait for a trigger',
  ],
  [
    'a trigger that changes nothing',
    'switch: [{ when: { metric: list_total, above: 1, for: 1 } }]',
    '7:14 arms[0].switch[0]',
    'settings to change (set, parts, organisations)',
  ],
];

describe('bad input', () => {
  it.each(IN_ARM)('%s', (_what, text, place, message) => {
    const problems = problemsOf(`${VALID}    ${text}\n`);
    expect(problems.map(({ line, column, path }) => `${line}:${column} ${path}`)[0]).toBe(place);
    expect(problems[0].message).toContain(message);
    expect(problems).toHaveLength(1);
  });

  it.each([
    ['["5CN", "5M2"]', '5M2', '5C'],
    ['{ synthetic: { people: 700000, practices: 4, trusts: 1 } }', 'C2', 'C3'],
  ])('the PCTs of the place %s are known', (place, own, other) => {
    const text = (code: string) =>
      `${VALID.replace('herefordshire', place)}    organisations: { ${code}: { choice.of: none } }\n`;
    expect(problemsOf(text(own))).toEqual([]);
    expect(problemsOf(text(other))[0].path).toBe(`arms[0].organisations.${other}`.replace('.5C', '["5C"]'));
  });

  it.each(ADDED)('%s', (_what, text, place, message) => {
    const problems = problemsOf(`${VALID}${text}\n`);
    expect(problems.length).toBeGreaterThan(0);
    const found = problems.map((problem) => `${problem.line}:${problem.column} ${problem.path}`);
    expect(found[0]).toBe(place);
    expect(problems[0].message).toContain(message);
  });

  const WHOLE: readonly [what: string, text: string, message: string][] = [
    ['nothing', '', 'the file is empty'],
    ['only blanks', ' \n\n', 'the file is empty'],
    ['only a comment', '# nothing\n', 'found an empty value'],
    ['a list', '- 1\n- 2\n', 'expected a mapping'],
    ['a word', 'hello', 'expected a mapping'],
    ['an older YAML', `%YAML 1.1\n---\n${VALID}`, 'directives'],
    ['a code that YAML reads as a number', VALID.replace('herefordshire', '[5E1]'), 'written 5E1'],
    ['no such place', VALID.replace('herefordshire', 'narnia'), 'one of herefordshire'],
    ['a path as a place', VALID.replace('herefordshire', '../../etc'), 'the name of a place'],
    [
      'half a synthetic place',
      VALID.replace('herefordshire', '{ synthetic: { people: 1000 } }'),
      'is missing',
    ],
    ['no arms', `${VALID.slice(0, VALID.indexOf('arms:'))}arms: []\n`, 'at least one arm'],
    [
      'an unknown PCT code',
      VALID.replace('herefordshire', '["5CN", "5CX"]'),
      'the code of a primary care trust',
    ],
    [
      'a synthetic place with fewer practices than commissioners',
      VALID.replace('herefordshire', '{ synthetic: { people: 3000000, practices: 2, trusts: 1 } }'),
      'at least 9 practices',
    ],
    [
      'more trusts than a synthetic place can have',
      VALID.replace('herefordshire', '{ synthetic: { people: 3000, practices: 2, trusts: 301 } }'),
      'from 1 to 300',
    ],
    ...[
      '2',
      '007',
      '2.5',
      '1e3',
      '5E1',
      '2007-08',
      'Mar 5',
      '5 March',
      'Sept 2007',
      '10:30',
      '10 am',
      'True',
      'NA',
    ].map((name): [string, string, string] => [
      `an arm called ${name}`,
      VALID.replace('name: split', `name: "${name}"`),
      'no spreadsheet takes for',
    ]),
    ['two arms of one name', `${VALID}  - { name: Split, regime: blocks }\n`, 'no other arm has'],
    ['a name that climbs', VALID.replace('small', '../up'), 'lower-case letters'],
    ['an arm name with a line break', VALID.replace('name: split', 'name: "a\\nb"'), 'a name of at most 60'],
    ['a switch that changes nothing', `${VALID}    switch: [{ week: 5 }]\n`, 'a regime to switch to'],
    [
      'a switch after the end',
      `${VALID}    switch: [{ week: 52, to: blocks }]\nweeks: 52\n`,
      'before the end of the run',
    ],
    ['a setting as a nested mapping', `${VALID}    set: { choice: { of: none } }\n`, 'not known'],
    ['a share above one', `${VALID}    set: { choice.offeredShare: 1.5 }\n`, 'a share from 0 to 1'],
    ['nesting without end', `${VALID}seed: ${'['.repeat(5000)}`, 'nested deeper'],
    ['lists in lists in lists', `${VALID}seed:\n ${'- '.repeat(5000)}x`, 'nested deeper'],
  ];

  it.each(WHOLE)('%s', (_what, text, message) => {
    const problems = problemsOf(text);
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
  });

  it('an alias bomb ends at once', () => {
    const letters = 'abcdefghi';
    const bomb = [...letters].map((letter, index) =>
      index === 0
        ? 'a: &a [x,x,x,x,x,x,x,x,x]'
        : `${letter}: &${letter} [${Array(9).fill(`*${letters[index - 1]}`)}]`,
    );
    expect(problemsOf(bomb.join('\n'))[0].message).toContain('aliases');
  });

  it('at most fifty problems are told', () => {
    const keys = Array.from({ length: 5000 }, (_, index) => `key${index}: 1`).join('\n');
    expect(problemsOf(VALID + keys)).toHaveLength(50);
  });

  it('does not reach the prototype of anything', () => {
    problemsOf('__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('laws', () => {
  it('any text gives a scenario or problems within the text, never an exception', () => {
    const fragments = fc.constantFrom(
      'name',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      '{',
      '}',
      '&a ',
      '*a',
      '"',
      '!x ',
      '1e9',
      '\t',
      '%',
      VALID,
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const loaded = loadScenario(written, 'x', SMALL_VOCABULARY);
        if (!('problems' in loaded)) return;
        expect(loaded.problems.length).toBeGreaterThan(0);
        const lines = written.split(/\r\n|\n|\r/).length;
        for (const problem of loaded.problems) {
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(lines);
          expect(problem.column).toBeGreaterThanOrEqual(1);
          expect(problem.message).not.toBe('');
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('any JSON value in any field gives a scenario or problems, never an exception', () => {
    const fields = [
      'name',
      'place',
      'weeks',
      'seed',
      'parameters',
      'shocks',
      'baseline',
      'arms',
      'headline',
      'outputs',
    ];
    const valid = {
      name: 'small',
      question: 'Why?',
      place: 'herefordshire',
      arms: [{ name: 'a', regime: 'blocks' }],
    };
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
        const loaded = loadScenario(JSON.stringify({ ...valid, [field]: value }), 'x', SMALL_VOCABULARY);
        expect('scenario' in loaded || loaded.problems.length > 0).toBe(true);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('draws of what is not known', () => {
  const asked = (text: string) => VALID.replace('question:', `uncertainty: ${text}\nquestion:`);

  it('are about behaviour unless the file says otherwise', () => {
    expect(scenarioOf(VALID)).not.toHaveProperty('uncertainty');
    expect(scenarioOf(asked('{ draws: 20 }')).uncertainty).toEqual({ draws: 20, assumptions: 'behaviour' });
    expect(scenarioOf(asked('{ draws: 20, assumptions: all }')).uncertainty?.assumptions).toBe('all');
  });

  it('are at least two, and of assumptions that there are', () => {
    expect(problemsOf(asked('{ draws: 1 }'))[0]!.message).toContain('a whole number from 2 to 10000');
    expect(problemsOf(asked('{ draws: 4, assumptions: behavior }'))[0]!.suggestion).toBe(
      'Did you mean behaviour?',
    );
  });
});
