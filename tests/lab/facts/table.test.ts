import { describe, expect, it } from 'vitest';
import { QUESTIONS } from '../../../src/lab/facts/questions/questions.ts';
import { allFacts, FactsError, parseFacts, roleOf } from '../../../src/lab/facts/table.ts';

const ROW = `
- id: B99
  role: validate
  evidence: strong
  contrast: a
  metric: b
  published: c
  setting: d
  pair: e
  band: f
  sources: [https://example.org]
  posed: g
  measures:
    - {id: one, words: h, unit: '%', expected: up, band: [1, null]}
`;

describe('table of facts', () => {
  it('reads a row, and fills in what it leaves out', () => {
    const [fact] = parseFacts(ROW);
    expect(fact).toMatchObject({ id: 'B99', role: 'validate', cannot: null, contestedWith: null });
    expect(fact!.lawChangedAfterMiss).toBeNull();
    expect(fact!.measures[0]).toMatchObject({ band: [1, null], neutral: 0, rule: 'inside' });
    expect(fact!.measures[0]!.published.value).toBeNaN();
  });

  it.each([
    ['role: validate', 'role: fit', /B99, role/],
    ['band: [1, null]', 'band: [2, 1]', /B99, measures.0.band: a band whose first end is below its second/],
    ['posed: g', 'nothing: g', /B99/],
    ['  posed: g\n', '', /either how it is posed or why it cannot be/],
    ['posed: g', 'posed: g\n  contested_with: B98', /no fact B98/],
  ])('says where %s became %s', (from, to, message) => {
    expect(() => parseFacts(ROW.replace(from, to))).toThrow(FactsError);
    expect(() => parseFacts(ROW.replace(from, to))).toThrow(message);
  });

  it('does not take a fact twice', () => {
    expect(() => parseFacts(ROW + ROW)).toThrow(/B99 stands twice/);
  });
});

describe('the facts that ship', () => {
  it('knows which may be fitted', () => {
    expect(roleOf('B13')).toBe('validate');
    expect(roleOf('B25')).toBe('calibrate');
    expect(() => roleOf('B999')).toThrow(FactsError);
  });

  it('poses exactly those that do not say why they cannot be', () => {
    const posed = QUESTIONS.flatMap(({ facts }) => facts).toSorted();
    const can = allFacts()
      .filter(({ cannot }) => cannot === null)
      .map(({ id }) => id)
      .toSorted();
    expect(posed).toEqual(can);
  });
});
