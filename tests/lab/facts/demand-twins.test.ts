import { describe, expect, it } from 'vitest';
import { demandAnswers } from '../../../src/lab/facts/demand-twins.ts';
import { saveWorld } from '../../../src/model/checkpoint.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { run, smallWorld } from '../../model/world.ts';

const WEEKS = 26;

function answersUnder(set: SettingValues, weeks = 156) {
  const world = run(smallWorld({ people: 6000, trusts: 2, set, weeks }), 52);
  const before = saveWorld(world);
  const answers = demandAnswers(world, WEEKS);
  return { answers, isUntouched: Buffer.from(before).equals(Buffer.from(saveWorld(world))) };
}

describe('twins of one world', () => {
  it('answer to published quality where people may choose, and not at all where nobody may', () => {
    const free = answersUnder({ 'choice.of': 'provider', 'choice.offeredShare': 1 });
    // The same whether the run of the world ends with them or goes on.
    expect(answersUnder({ 'choice.of': 'provider', 'choice.offeredShare': 1 }, 78).answers).toEqual(
      free.answers,
    );
    const held = answersUnder({ 'choice.of': 'none' });
    expect(held.answers.perSd).toBe(0);
    expect(free.answers.perSd).toBeGreaterThan(0);
    expect(free.answers.perLogWait).toBeLessThan(0);
    expect([free.isUntouched, held.isUntouched]).toEqual([true, true]);
  });

  it('do not outlive the run of their world, in which nobody would live any more', () => {
    expect(() => answersUnder({}, 77)).toThrow('twins of 26 weeks from week 52 outlive a run of 77');
  });

  it('see nothing where quality is not published', () => {
    const { answers } = answersUnder({ 'choice.offeredShare': 1, 'choice.qualityPublished': false });
    expect(answers.perSd).toBe(0);
  });
});
