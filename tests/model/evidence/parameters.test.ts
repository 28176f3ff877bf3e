import { describe, expect, it } from 'vitest';
import { buildHazardTables } from '../../../src/model/evidence/hazards.ts';
import {
  defaultParameterValues,
  PARAMETERS,
  type ParameterValues,
  parameter,
  parameterValue,
} from '../../../src/model/evidence/parameters.ts';
import { referralsPerNeed } from '../../../src/model/evidence/referral.ts';
import { readSettings } from '../../../src/model/settings.ts';

describe('the parameter rows', () => {
  it('have ids of their own, in snake case', () => {
    const ids = PARAMETERS.map((p) => p.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('hold their value inside their range', () => {
    expect(PARAMETERS.filter((p) => !(p.low <= p.value && p.value <= p.high)).map((p) => p.id)).toEqual([]);
  });

  it('say in words what they are and on what authority', () => {
    const silent = PARAMETERS.filter((p) => p.label.length < 8 || p.unit === '' || p.source.length < 8);
    expect(silent.map((p) => p.id)).toEqual([]);
  });

  it('that claim to be read name an address, a journal or the returns they are derived from', () => {
    const vague = PARAMETERS.filter(
      (p) =>
        p.status === 'sourced' && !/https?:\/\/|derived|\.org|as need_floor|\d{4};\d+|returns/.test(p.source),
    );
    expect(vague.map((p) => `${p.id}: ${p.source}`)).toEqual([]);
  });

  it('are found by id, and a misspelt id is an error rather than a missing number', () => {
    expect(parameter('births_per_1000').value).toBe(12.9);
    expect(() => parameter('birth_per_1000')).toThrow("no parameter 'birth_per_1000'");
    expect(() => parameterValue({}, 'births_per_1000')).toThrow('births_per_1000');
  });

  it('are all read by the model, but for the published figures that checks compare with', () => {
    const { values, read } = watched(defaultParameterValues());
    buildHazardTables(values);
    readSettings(values);
    referralsPerNeed(values);
    const unread = PARAMETERS.filter((p) => p.topic !== 'targets' && !read.has(p.id)).map((p) => p.id);
    expect(unread).toEqual([]);
  });
});

/** The same values, and which of them were asked for. */
function watched(values: ParameterValues): { values: ParameterValues; read: Set<string> } {
  const read = new Set<string>();
  const proxy = new Proxy(values, {
    get(target, id: string) {
      read.add(id);
      return target[id];
    },
  });
  return { values: proxy, read };
}
