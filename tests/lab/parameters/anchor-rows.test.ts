import { describe, expect, it } from 'vitest';
import { fieldsOf, registry } from '../../../src/lab/parameters/registry.ts';
import { usesOfParameters } from '../../../src/lab/parameters/uses.ts';
import { leverLaws, restsInForce } from '../../../src/model/behaviour/will/lever-laws.ts';
import { LEVERS } from '../../../src/model/behaviour/will/levers.ts';
import { ANCHORS } from '../../../src/model/evidence/anchors.ts';
import { defaultParameterValues } from '../../../src/model/evidence/parameters.ts';

const rows = new Map(registry().map((row) => [row.id, row]));

describe('where levers rest', () => {
  it('is listed, every number of it, as calibrated and fixed', () => {
    for (const [under, rests] of Object.entries(ANCHORS)) {
      for (const [lever, value] of Object.entries(rests)) {
        expect(rows.get(`anchor.${under}.${lever}`)).toMatchObject({
          value,
          parameterClass: 'calibrated',
          prior: 'fixed',
        });
      }
    }
    const listed = [...rows.keys()].filter((id) => id.startsWith('anchor.'));
    expect(listed).toHaveLength(Object.keys(ANCHORS.split).length + Object.keys(ANCHORS.boards).length);
  });

  it('says which law reads it, found by trying, and that no scenario sets it', () => {
    const uses = usesOfParameters();
    expect(uses.get('anchor.split.beds')).toEqual({ settings: ['levers.beds.d0'], tables: [] });
    expect(uses.get('anchor.boards.access')).toEqual({ settings: ['levers.access.d0'], tables: [] });
    const unread = [...rows.keys()].filter(
      (id) => id.startsWith('anchor.') && (uses.get(id)?.settings.length ?? 0) === 0,
    );
    expect(unread).toEqual([]);
    const readBy = fieldsOf(rows.get('anchor.split.beds')!).find(([label]) => label === 'read by')![1];
    expect(readBy).toMatch(/^levers\.beds\.d0; .*cannot be set in a scenario/);
  });

  it('is in force as the weight of the two calibrations and the shift say', () => {
    const half = { ...defaultParameterValues(), anchor_on_boards: 0.5, lever_rest_shift: 0.01 };
    const rests = restsInForce(half);
    expect(rests.beds).toBeCloseTo((ANCHORS.split.beds! + ANCHORS.boards.beds!) / 2 + 0.01, 12);
    expect(Object.keys(rests)).toEqual(LEVERS.map(({ id }) => id));
    expect(Object.values(rests)).toEqual(leverLaws(half).map(({ d0 }) => d0));
  });
});
