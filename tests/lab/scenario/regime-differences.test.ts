import { describe, expect, it } from 'vitest';
import { regimeDifferences } from '../../../src/lab/scenario/regime-differences.ts';
import { type SettingValues, settingsOf } from '../../../src/model/institutions/settings.ts';
import { type Regime, regime } from '../../../src/model/regimes/regime.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';

const PAIRS = REGIMES.flatMap((a) =>
  REGIMES.map((b): [string, string, Regime, Regime] => [a.id, b.id, a, b]),
);
const PARTS = [null, 'rural', 'urban'] as const;

/** What holds in a part of a place (null = where no part differs). */
function inPart({ institutions, parts }: Regime, part: (typeof PARTS)[number]): SettingValues {
  return { ...settingsOf(institutions), ...(part === null ? {} : parts[part]) };
}

describe('the differences of two regimes', () => {
  it.each(REGIMES.map((each): [string, Regime] => [each.id, each]))(
    '%s has none from itself',
    (_id, each) => {
      expect(regimeDifferences(each, each)).toEqual([]);
      expect(regimeDifferences(each, { ...each, id: 'other', label: 'renamed' })).toEqual([]);
    },
  );

  it('are those settings that make the one of the other', () => {
    for (const [from, to, a, b] of PAIRS) {
      for (const part of PARTS) {
        const rows = regimeDifferences(a, b).filter((row) => row.part === null || row.part === part);
        const made: Record<string, unknown> = { ...inPart(a, part) };
        for (const { setting, values } of rows) made[setting.path] = values[1];
        expect(made, `${from} to ${to}, ${part ?? 'whole place'}`).toEqual(inPart(b, part));
      }
    }
  });

  it('are the same from the other side', () => {
    for (const [, , a, b] of PAIRS) {
      const turned = regimeDifferences(b, a).map(({ values: [x, y], ...row }) => ({
        ...row,
        values: [y, x],
      }));
      expect(turned).toEqual(regimeDifferences(a, b));
    }
  });

  it('say of a part what is not as in the whole place', () => {
    const words = { label: 'x', description: 'x', claimed: 'x', feared: 'x', lookAt: 'x' };
    const a = regime({ ...words, id: 'a', set: {}, parts: { rural: { 'choice.of': 'none' } } });
    const b = regime({ ...words, id: 'b', set: { 'choice.of': 'none' } });
    const rows = regimeDifferences(a, b).map(({ part, setting, values }) => [part, setting.path, ...values]);
    expect(rows).toEqual([
      [null, 'choice.of', 'provider', 'none'],
      ['rural', 'choice.of', 'none', 'none'],
    ]);
  });
});
