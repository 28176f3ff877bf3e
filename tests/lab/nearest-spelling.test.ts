import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestSpelling } from '../../src/lab/nearest-spelling.ts';

describe('nearestSpelling', () => {
  it.each([
    ['wekks', 'weeks'],
    ['sede', 'seed'],
    ['payment.emergency.marginalRate', 'payment.emergencyMarginalRate'],
    ['Incomplete Median Weeks', 'incomplete_median_weeks'],
  ])('%s -> %s', (written, expected) => {
    const names = ['seed', 'weeks', 'payment.emergencyMarginalRate', 'incomplete_median_weeks'];
    expect(nearestSpelling(written, names)).toBe(expected);
  });

  it('says nothing when nothing is near', () => {
    expect(nearestSpelling('heft', ['purchaser-provider-split', 'weeks'])).toBeUndefined();
    expect(nearestSpelling('x', [])).toBeUndefined();
    expect(nearestSpelling('paris', ['england', 'herefordshire'])).toBeUndefined();
  });

  it('finds a name in which one letter went wrong', () => {
    const name = 'elective_admissions_per_1000';
    fc.assert(
      fc.property(fc.nat(name.length - 1), fc.constantFrom('a', 'z', ''), (at, letter) => {
        const wrong = name.slice(0, at) + letter + name.slice(at + 1);
        expect(nearestSpelling(wrong, ['list_total', name, 'weeks'])).toBe(name);
      }),
    );
  });
});
