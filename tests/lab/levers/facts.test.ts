import { describe, expect, it } from 'vitest';
import { leverFacts } from '../../../src/lab/levers/facts.ts';
import { anchorPull } from '../../../src/model/behaviour/will/adapt.ts';
import { LEVERS } from '../../../src/model/behaviour/will/levers.ts';

describe('facts of levers', () => {
  const facts = leverFacts();

  it('has every lever once', () => {
    expect(facts.map(({ id }) => id)).toEqual(LEVERS.map(({ id }) => id));
  });

  it('answers a small pay-off as the anchor does', () => {
    for (const { law, answer } of facts) {
      const logarithm = 0.001 * answer;
      expect(anchorPull(law.stiffness, Math.exp(logarithm))).toBeCloseTo(0.001, 6);
    }
  });

  it('never steps beyond where a lever wants to be', () => {
    for (const { law, scale } of facts)
      expect((law.step * 2 * law.stiffness) / scale).toBeLessThanOrEqual(0.5 + 1e-12);
  });

  it('names the rows of each law, its own before that of all levers', () => {
    for (const { id, parameters } of facts) {
      expect(parameters.length).toBeGreaterThanOrEqual(6);
      const own = parameters.find((row) => row.id.startsWith('lever_stiffness'))!;
      expect([`lever_stiffness_${id}`, 'lever_stiffness']).toContain(own.id);
    }
  });
});
