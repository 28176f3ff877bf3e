import { describe, expect, it } from 'vitest';
import { jointWorkCommissioner } from '../../../src/model/behaviour/commissioner/joint-work.ts';
import { commissionerPurse } from '../../../src/model/behaviour/commissioner/purse.ts';
import { viewOf } from '../../../src/model/behaviour/commissioner/view.ts';
import { phiOfBody } from '../../../src/model/behaviour/internalisation.ts';
import { VIEW } from '../../../src/model/behaviour/will/commissioning-state.ts';
import { levelOf } from '../../../src/model/behaviour/will/level.ts';
import type { PayOff } from '../../../src/model/behaviour/will/lever.ts';
import { type SettingValues, withSettings } from '../../../src/model/institutions/settings.ts';
import type { World } from '../../../src/model/world.ts';
import { ONE_BODY } from '../bodies.ts';
import { run, smallWorld } from '../world.ts';

const body = run(smallWorld({ people: 1000, trusts: 1, set: { ...ONE_BODY, 'rollout.by': 'in-force' } }), 13);

/** The same world under other settings. */
function under(world: World, set: SettingValues): World {
  return { ...world, inForce: world.inForce.map((each) => withSettings(each, set)) };
}

describe('internalisation within a body', () => {
  it('rises with how its members get on', () => {
    const { internalisation, internalisationMin } = body.settings;
    const managerial = body.will.managerial.slice();
    body.will.managerial.fill(0.5);
    expect(phiOfBody(body, 0)).toBeCloseTo(
      internalisation[2]! * (internalisationMin + (1 - internalisationMin) * 0.5),
      12,
    );
    body.will.managerial.set(managerial);
  });

  it('is partly lost where community services stay outside', () => {
    const { internalisationLostCommunity: lost } = body.settings;
    expect(lost).toBeGreaterThan(0);
    const apart = under(body, { 'provision.community': false });
    expect(phiOfBody(apart, 0) / phiOfBody(body, 0)).toBeCloseTo(1 - lost, 12);
  });
});

describe('joint work of a commissioner', () => {
  /** What joint work is worth where it shortens stays by so much a unit. */
  const payOff = (world: World, stays: number): PayOff => {
    const { settings } = world;
    const { commissioning } = settings;
    const relations = { ...commissioning.relations, stays };
    const into = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
    const changed = { ...world, settings: { ...settings, commissioning: { ...commissioning, relations } } };
    jointWorkCommissioner.payOff(changed, 0, into);
    return into;
  };

  it('saves its body the bed-days of shorter stays, by what they cost and how far it feels them', () => {
    const without = payOff(body, 0);
    const shorter = payOff(body, 0.2);
    const { phi, lambdaAcross } = commissionerPurse(body, 0);
    const { commissioning: s, variableCostShare } = body.settings;
    expect(phi).toBeGreaterThan(0);
    // A log of one side's effort is half a log of joint work; all of the care is the body's own.
    const { effortCommissioner, effortProvider } = s.relations;
    const [own, other] = ['joint_work_commissioner', 'joint_work_provider'].map((id) => levelOf(body, id, 0));
    const joint =
      0.5 * body.will.managerial[0]! * Math.sqrt(effortCommissioner * own! * effortProvider * other!);
    const days = s.emergenciesPerHead * viewOf(body, 0, VIEW.emergency) * variableCostShare * 0.2 * joint;
    expect(shorter.jointCash - without.jointCash).toBeCloseTo(
      (lambdaAcross * phi * days) / jointWorkCommissioner.basePounds(body, 0),
      9,
    );
    expect(shorter.jointCash).toBeGreaterThan(without.jointCash);
    expect({ ...shorter, jointCash: 0 }).toEqual({ ...without, jointCash: 0 });
  });

  it('saves nobody’s but the trust’s where the two are apart', () => {
    const apart = run(smallWorld({ people: 1000, trusts: 1 }), 13);
    expect(payOff(apart, 0.2)).toEqual(payOff(apart, 0));
  });
});
