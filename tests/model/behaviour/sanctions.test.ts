import { describe, expect, it } from 'vitest';
import { targetRelief } from '../../../src/model/behaviour/hospital/stage-wait.ts';
import { settingsOf } from '../../../src/model/institutions/settings.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';
import { smallWorld } from '../world.ts';

/** Relief of a slot with ten weeks of list, pounds, under a preset with penalties as certain as said. */
function relief(preset: string, certainty: number): number {
  const { institutions } = REGIMES.find(({ id }) => id === preset)!;
  const set = { ...settingsOf(institutions), 'entitlement.sanctionCertainty': certainty };
  const parameters = { target_sanction_share: 0.3, target_sanction_certainty: 0.5 };
  return targetRelief(smallWorld({ people: 1000, set, parameters }), 0, 10, 10_000, 'now');
}

const PRESETS = ['purchaser-provider-split', 'heft-decreed'];

describe.each(PRESETS)('penalties for missed targets under %s', (preset) => {
  const usual = relief(preset, 0.5);

  it('press as the target does where they are as certain as when its pressure was set', () => {
    expect(usual).toBeGreaterThan(0);
  });

  it('press more where they are certain, and leave the rest of the pressure where there are none', () => {
    expect(relief(preset, 1) / usual).toBeCloseTo(0.7 + 0.3 * 2);
    expect(relief(preset, 0) / usual).toBeCloseTo(0.7);
  });
});
