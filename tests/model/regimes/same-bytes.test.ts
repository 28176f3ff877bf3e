import { describe, expect, it } from 'vitest';
import { saveWorld } from '../../../src/model/checkpoint.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { DEFAULT_INSTITUTIONS } from '../../../src/model/institutions/institutions.ts';
import { settingsOf, withSettings } from '../../../src/model/institutions/settings.ts';
import { FUNDHOLDING } from '../../../src/model/regimes/fundholding.ts';
import { HEFT_DECREED } from '../../../src/model/regimes/heft-decreed.ts';
import { INTEGRATED_CHOICE_MANDATED } from '../../../src/model/regimes/integrated-choice-mandated.ts';
import { type Regime, regime } from '../../../src/model/regimes/regime.ts';
import { fromWeek, type ScheduledInstitutions } from '../../../src/model/run-input.ts';
import { run, smallInput } from '../world.ts';

const SWITCH = 20;
const WEEKS = 80;

/** Every setting of another set of institutions, one at a time, the last first. */
function composed(institutions: Regime['institutions']): Regime['institutions'] {
  return Object.entries(settingsOf(institutions))
    .reverse()
    .reduce((before, [path, value]) => withSettings(before, { [path]: value }), DEFAULT_INSTITUTIONS);
}

/** In force from the switch on, the settings of parts on top. */
function scheduled({ institutions, parts }: Regime): ScheduledInstitutions {
  const overrides = Object.entries(parts).map(([part, set]) => ({
    part: part as 'rural' | 'urban',
    commissioner: null,
    institutions: withSettings(institutions, set),
  }));
  return { ...fromWeek(SWITCH, institutions, 'test'), overrides };
}

function bytesOf(entry: ScheduledInstitutions): Uint8Array {
  const input = smallInput({ weeks: WEEKS, people: 2000, parameters: { group_of_practices_people: 600 } });
  const world = createWorld({ ...input, institutions: [...input.institutions, entry] });
  return saveWorld(run(world, WEEKS));
}

describe.each([HEFT_DECREED, INTEGRATED_CHOICE_MANDATED, FUNDHOLDING])('a run of $id', (each) => {
  const bytes = bytesOf(scheduled(each));

  it('composed setting by setting has the same bytes', () => {
    const entry = scheduled(each);
    const same = bytesOf({
      ...entry,
      institutions: composed(entry.institutions),
      overrides: entry.overrides.map((o) => ({ ...o, institutions: composed(o.institutions) })),
    });
    expect(Buffer.compare(same, bytes)).toBe(0);
  });

  it('under another name has the same bytes', () => {
    const words = { label: 'x', description: 'x', claimed: 'x', feared: 'x', lookAt: 'x' };
    const renamed = regime({ ...words, id: 'something-else', from: each, set: {} });
    expect(Buffer.compare(bytesOf(scheduled(renamed)), bytes)).toBe(0);
  });

  it('with one setting changed has others', () => {
    const other = withSettings(each.institutions, { 'payment.followUpCap': 0.5 });
    expect(Buffer.compare(bytesOf(scheduled({ ...each, institutions: other })), bytes)).not.toBe(0);
  });
});
