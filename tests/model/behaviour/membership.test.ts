import { describe, expect, it } from 'vitest';
import { phiOfBody, relationWithin } from '../../../src/model/behaviour/internalisation.ts';
import {
  emergencySalience,
  plannedSalience,
  sensitiveSalience,
} from '../../../src/model/behaviour/practice/salience.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

/** A vertical body of commissioner and trusts, in force from the start. */
function body(set: SettingValues, parameters: Readonly<Record<string, number>> = {}): World {
  const all = {
    'budget.holder': 'organisation',
    'provision.form': 'vertical',
    'provision.trust': true,
    ...set,
  };
  return run(smallWorld({ people: 1000, set: all, parameters }), 1);
}

describe('who is a member of a body', () => {
  it('community services: without them part of internalisation is lost', () => {
    const whole = body({ 'provision.community': true });
    const open = body({ 'provision.community': false });
    const r = relationWithin(whole, 0);
    expect(phiOfBody(whole, 0)).toBeCloseTo(0.8 * (0.2 + 0.8 * r), 12);
    expect(phiOfBody(open, 0)).toBeCloseTo(0.8 * phiOfBody(whole, 0), 12);
    const none = body({ 'provision.community': false }, { internalisation_lost_community_outside: 0 });
    expect(phiOfBody(none, 0)).toBe(phiOfBody(whole, 0));
  });

  it('practices: members feel the purse of the body beside their own budget, contractors their own alone', () => {
    const contractors = body({ 'provision.practices': false });
    const members = body({ 'provision.practices': true });
    expect(plannedSalience(contractors, 0)).toBeCloseTo(0.05, 12);
    expect(emergencySalience(contractors, 0)).toBe(0);
    const felt = 0.2 * phiOfBody(members, 0);
    expect(plannedSalience(members, 0)).toBeCloseTo(0.05 + 0.95 * felt, 12);
    expect(emergencySalience(members, 0)).toBeCloseTo(felt, 12);
    expect(sensitiveSalience(members, 0)).toBeCloseTo(felt, 12);
    const off = body({ 'provision.practices': true }, { salience_member: 0 });
    expect(plannedSalience(off, 0)).toBe(plannedSalience(contractors, 0));
  });

  it('means nothing where no body has formed', () => {
    const world = run(smallWorld({ people: 1000, set: { 'provision.practices': true } }), 1);
    expect(plannedSalience(world, 0)).toBeCloseTo(0.05, 12);
  });
});
