import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audited } from '../../../src/model/behaviour/governance/audit.ts';
import { peerIntensity, pullPeers } from '../../../src/model/behaviour/governance/peers.ts';
import {
  caseEmergencyFactor,
  isCase,
  renewCaseControl,
} from '../../../src/model/behaviour/practice/case-management.ts';
import { caseFindingThreshold, renewControl } from '../../../src/model/behaviour/practice/control.ts';
import {
  controlByEffort,
  controlPerEffort,
  returnsLost,
} from '../../../src/model/behaviour/practice/control-by-effort.ts';
import { accessOf, renewAttendances } from '../../../src/model/behaviour/practice/gp-time.ts';
import { prescribingFactor } from '../../../src/model/behaviour/practice/prescribing.ts';
import { proactiveCare } from '../../../src/model/behaviour/practice/proactive-care.ts';
import { accountability, salience } from '../../../src/model/behaviour/practice/salience.ts';
import type { PayOff } from '../../../src/model/behaviour/will/lever.ts';
import { leverIndex } from '../../../src/model/behaviour/will/levers.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { RT, RT_COUNT } from '../../../src/model/metrics/tallies.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

function setLevel(world: World, id: string, level: number): void {
  world.will.level[leverIndex(id)]!.fill(level);
}

describe('salience', () => {
  const of = (set: SettingValues): number => {
    const world = smallWorld({ set });
    return salience(world, world.institutions.budget, 'salience');
  };

  it('is what was measured for each kind of budget, and falls where savings are not kept', () => {
    const { salienceIndicative, salienceHard } = smallWorld().settings;
    expect(of({ 'budget.salience': 'none' })).toBe(0);
    expect(of({})).toBe(salienceIndicative);
    const kept = { 'budget.savingsShare': 1, 'budget.savingsHonoured': 1 };
    expect(of({ 'budget.salience': 'hard', ...kept })).toBeCloseTo(salienceHard, 12);
    expect(of({ 'budget.salience': 'hard', 'budget.savingsHonoured': 0 })).toBeCloseTo(salienceHard / 2, 12);
  });
});

describe('proactive care', () => {
  const payOff = (set: SettingValues): PayOff => {
    const into: PayOff = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
    proactiveCare.payOff(smallWorld({ set }), 0, into);
    return into;
  };

  it('pays by the quality framework, and by emergencies avoided where a practice feels them', () => {
    const usual = payOff({});
    expect(usual.ownCash).toBe(0);
    expect(payOff({ 'programme.payForQuality': 2 }).targets).toBeCloseTo(2 * usual.targets, 12);
    expect(payOff({ 'budget.emergencySalience': 'hard' }).ownCash).toBeGreaterThan(0);
    expect(payOff({ 'governance.commissioningBoard': 'delegated' }).targets).toBeGreaterThan(usual.targets);
    expect(accountability(smallWorld(), 0)).toBe(1);
  });

  it('changes nothing at the reference', () => {
    const world = smallWorld();
    renewControl(world);
    expect([...world.will.sensitiveFactor]).toEqual([1, 1, 1, 1]);
    expect([...world.will.sensitiveFatality]).toEqual([1, 1, 1, 1]);
    expect(caseFindingThreshold(world, 0)).toBeCloseTo(0, 15);
  });

  it('finds unmet need before it avoids emergencies, and does not save those who would have died', () => {
    const world = smallWorld();
    setLevel(world, 'proactive_care', 2);
    world.settings.commissioning.acscElasticity = 0;
    renewControl(world);
    expect(world.will.sensitiveFactor[0]).toBeGreaterThan(1);
    expect(caseFindingThreshold(world, 0)).toBeLessThan(0);
    world.settings.commissioning.acscElasticity = 1.1;
    for (let month = 0; month < 300; month++) renewControl(world);
    const law = world.settings.commissioning;
    const gain = controlByEffort(law, 2) - law.controlReference;
    expect(world.will.control[0]).toBeCloseTo(law.controlReference + gain, 4);
    expect(world.will.sensitiveFactor[0]).toBeCloseTo(Math.exp(-1.1 * gain), 4);
    expect(world.will.sensitiveFactor[0]! * world.will.sensitiveFatality[0]!).toBeCloseTo(1, 12);
  });

  it('rises by the gain at first and by less and less, towards all of good practice', () => {
    const law = { controlReference: 0.6, controlEffortGain: 0.25 };
    expect(controlByEffort(law, 1)).toBe(0.6);
    expect(controlPerEffort(law, 1)).toBeCloseTo(0.25, 12);
    // Odds of 1.5 times 2.5 ^ (0.25 / 0.24).
    expect(controlByEffort(law, 2.5)).toBeCloseTo(0.7957, 4);
    expect(controlByEffort(law, 1e6)).toBeLessThanOrEqual(1);
    expect(controlByEffort(law, 1e-6)).toBeGreaterThanOrEqual(0);
    const levels = fc.double({ min: 0.25, max: 4, noNaN: true });
    const laws = fc.record({
      controlReference: fc.double({ min: 0.4, max: 0.8, noNaN: true }),
      controlEffortGain: fc.double({ min: 0, max: 0.4, noNaN: true }),
    });
    fc.assert(
      fc.property(laws, levels, (drawn, level) => {
        const up = controlByEffort(drawn, level * 1.0001) - controlByEffort(drawn, level);
        expect(up / Math.log(1.0001)).toBeCloseTo(controlPerEffort(drawn, level), 3);
        const steeper = controlPerEffort(drawn, level) - controlPerEffort(drawn, level * 1.0001);
        const lost = returnsLost(drawn, level) * controlPerEffort(drawn, level);
        expect(steeper / Math.log(1.0001)).toBeCloseTo(lost, 3);
      }),
    );
  });

  it('pays less the more of it there is, as the easier care is done first and what is avoided is avoided once', () => {
    const world = smallWorld({ set: { 'budget.emergencySalience': 'hard' } });
    const at = (level: number): PayOff => {
      const into: PayOff = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
      setLevel(world, 'proactive_care', level);
      for (let month = 0; month < 300; month++) renewControl(world);
      proactiveCare.payOff(world, 0, into);
      return into;
    };
    const usual = at(1);
    const more = at(2);
    expect(more.altruism).toBeLessThan(0.85 * usual.altruism);
    expect(more.targets / usual.targets).toBeCloseTo(more.altruism / usual.altruism, 12);
    expect(more.ownCash / usual.ownCash).toBeCloseTo(
      (more.altruism / usual.altruism) * world.will.sensitiveFactor[0]!,
      12,
    );
  });

  it('avoids sensitive emergencies and no others, with the same luck for everybody', () => {
    const emergencies = (factor: number): { sensitive: number; others: number } => {
      const world = smallWorld({ people: 20000, set: { 'planning.organisationsAct': false } });
      world.will.sensitiveFactor.fill(factor);
      // Before proactive care is renewed for the first time.
      run(world, 3);
      let sensitive = 0;
      let all = 0;
      world.records.years[0]!.residents.forEach((count, n) => {
        if (n % RT_COUNT === RT.emergency_ambulatory_sensitive) sensitive += count;
        if (n % RT_COUNT === RT.emergency_admissions) all += count;
      });
      return { sensitive, others: all - sensitive };
    };
    const usual = emergencies(1);
    const fewer = emergencies(0.5);
    const none = emergencies(0);
    expect(fewer.others).toBe(usual.others);
    expect(none.others).toBe(usual.others);
    expect(fewer.sensitive).toBeGreaterThan(0);
    expect(fewer.sensitive).toBeLessThan(0.8 * usual.sensitive);
    expect(none.sensitive).toBe(0);
  });
});

describe('case management', () => {
  it('is about those with many conditions, who are found first', () => {
    const world = smallWorld({ set: { 'programme.caseManagement': 1 } });
    world.people.setConditions(0, 0b1111);
    world.people.setConditions(1, 0b111);
    expect([isCase(world, 0), isCase(world, 1)]).toEqual([true, false]);
    expect(caseEmergencyFactor(world, 0)).toBeGreaterThan(1);
    for (let month = 0; month < 300; month++) renewCaseControl(world, 0, 13);
    expect(caseEmergencyFactor(world, 0)).toBeLessThan(1);
    expect(caseEmergencyFactor(smallWorld(), 0)).toBe(1);
  });
});

describe('audit and peers', () => {
  it('lower non-compliance by the published ratio, most where it is largest', () => {
    const world = smallWorld();
    expect(audited(world, 0.6, 0)).toBe(0.6);
    expect(1 - audited(world, 0.6, 1)).toBeCloseTo(0.4 * world.settings.commissioning.auditRatio, 12);
    expect(audited(world, 0.2, 1) - 0.2).toBeGreaterThan(audited(world, 0.9, 1) - 0.9);
  });

  it('pull those who refer most, nobody beyond the best, and let go when review stops', () => {
    const world = smallWorld({ set: { 'programme.peerReview': 1 } });
    expect(peerIntensity(smallWorld(), 0)).toBe(0);
    const lowest = [...world.tables.style].sort((a, b) => a - b)[0]!;
    const worst = world.tables.style.indexOf(lowest);
    for (let month = 0; month < 26; month++) pullPeers(world);
    expect(world.will.peerPull[worst]).toBeGreaterThan(0);
    const best = Math.max(...world.tables.style);
    for (let g = 0; g < 4; g++)
      expect(world.tables.style[g]! + world.will.peerPull[g]!).toBeLessThanOrEqual(best);
    const pulled = world.will.peerPull[worst]!;
    const { peerReview } = world.institutions.programme;
    expect(peerReview).toBe(1);
    setLevel(world, 'peer_review', 0);
    for (let month = 0; month < 26; month++) pullPeers(world);
    expect(world.will.peerPull[worst]).toBeLessThan(0.5 * pulled);
  });
});

describe('access to general practice', () => {
  it('is hours over the time that the work takes, dearer where doctors are few', () => {
    const world = smallWorld();
    expect(accessOf(world, 0, 1)).toBe(1);
    setLevel(world, 'access', 1.2);
    expect(accessOf(world, 0, 1)).toBeCloseTo(
      1.2 / (1 + world.settings.commissioning.gpTime.access * 0.2),
      12,
    );
    expect(accessOf(world, 0, 2)).toBeLessThan(accessOf(world, 0, 1));
  });

  it('keeps people from accident and emergency, and proactive care takes its time', () => {
    const world = smallWorld();
    renewAttendances(world);
    expect(world.will.minorAeFactor.every((factor) => factor === 1)).toBe(true);
    setLevel(world, 'access', 1.3);
    renewAttendances(world);
    expect(world.will.minorAeFactor.every((factor) => factor < 1)).toBe(true);
    setLevel(world, 'access', 1);
    setLevel(world, 'proactive_care', 2);
    renewAttendances(world);
    expect(world.will.minorAeFactor.every((factor) => factor > 1)).toBe(true);
  });
});

describe('economy in prescribing', () => {
  it('lowers its cost by the elasticity', () => {
    const world = smallWorld();
    expect(prescribingFactor(world, 0)).toBe(1);
    setLevel(world, 'prescribing', Math.E);
    expect(prescribingFactor(world, 0)).toBeCloseTo(
      Math.exp(-world.settings.commissioning.prescribingElasticity),
      9,
    );
  });
});
