import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_INSTITUTIONS, institutionsSchema } from '../../../src/model/institutions/institutions.ts';
import { SETTINGS, settingsOf, withSettings } from '../../../src/model/institutions/settings.ts';
import { arbitrarySettings } from '../../../src/testing/arbitraries.ts';

describe('the settings', () => {
  it.each(SETTINGS)('$path says what it means in a sentence', ({ description }) => {
    expect(description).toMatch(/^[A-Z].{25,}\.$/s);
  });

  it('have defaults that are allowed, each of them', () => {
    expect(institutionsSchema.parse(DEFAULT_INSTITUTIONS)).toEqual(DEFAULT_INSTITUTIONS);
    expect(Object.keys(settingsOf(DEFAULT_INSTITUTIONS))).toEqual(SETTINGS.map(({ path }) => path));
  });

  it('refuse a path that does not exist and a value that is not allowed', () => {
    expect(() => withSettings(DEFAULT_INSTITUTIONS, { 'choice.off': 'none' })).toThrow('choice.off');
    expect(() => withSettings(DEFAULT_INSTITUTIONS, { 'payment.followUpCap': 4 })).toThrow('from 0');
  });

  it('say what they were set to, and leave all others as they were', () => {
    fc.assert(
      fc.property(arbitrarySettings(), (set) => {
        const changed = withSettings(DEFAULT_INSTITUTIONS, set);
        expect(settingsOf(changed)).toEqual({ ...settingsOf(DEFAULT_INSTITUTIONS), ...set });
        expect(withSettings(DEFAULT_INSTITUTIONS, settingsOf(changed))).toEqual(changed);
      }),
      { numRuns: 100, seed: 5 },
    );
  });
});
