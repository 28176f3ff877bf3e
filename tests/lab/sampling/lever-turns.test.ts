import { describe, expect, it } from 'vitest';
import { LeverTurns } from '../../../src/lab/sampling/lever-turns.ts';

/** What each step of one unit was: `.` no turn, `t` turned, `a` turned right after a turn; capitals turned far. */
function told(steps: readonly number[]): string {
  const turns = new LeverTurns(1);
  return steps
    .map((step) => {
      const { turned, far, again } = turns.next(0, step, 0.05);
      const letter = again ? 'a' : turned ? 't' : '.';
      return far ? letter.toUpperCase() : letter;
    })
    .join('');
}

describe('turns of a lever', () => {
  it('are changes of sign; two quarters running where the last quarter was one too', () => {
    expect(told([0.04, 0.03, -0.02, -0.01, 0.03])).toBe('..T.T');
    expect(told([0.04, -0.03, 0.02, -0.01])).toBe('.TAA');
  });

  it('are far where both steps are above a tenth of the largest', () => {
    expect(told([0.04, -0.004, 0.04])).toBe('.ta');
  });

  it('are seen across quarters without a step, which end a row of turns', () => {
    expect(told([0.04, 0, -0.03, 0, 0.03])).toBe('..T.T');
  });

  it('forget a unit that has lost its lever', () => {
    const turns = new LeverTurns(2);
    turns.next(1, 0.04, 0.05);
    turns.forget(1);
    expect(turns.next(1, -0.04, 0.05).turned).toBe(false);
  });
});
