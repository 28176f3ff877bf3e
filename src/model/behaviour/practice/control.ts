import { detExp, detPow } from '../../../kernel/deterministic-math.ts';
import { MONTHS } from '../../calendar.ts';
import { institutionsOfPractice } from '../../institutions/in-force.ts';
import type { World } from '../../world.ts';
import { communityTeamControl } from '../commissioner/long-term-care.ts';
import { audited } from '../governance/audit.ts';
import { jointWorkOfCommissioner } from '../relations/joint-work.ts';
import { clinicalRelationOf } from '../relations/relations.ts';
import { levelOf } from '../will/level.ts';
import { renewCaseControl } from './case-management.ts';
import { controlByEffort } from './control-by-effort.ts';

/**
 * Monthly: proactive care moves towards what effort, community teams, specialist support times the relation of
 * clinicians, and audit make of it, with a time constant of years; sensitive emergencies follow. While more is on its
 * way, unmet need is found first. Source: model description, sections 4.3 and 6.7.
 */
export function renewControl(world: World): void {
  const { will, place, settings } = world;
  const s = settings.commissioning;
  const C = place.commissioners.count;
  const team = new Float64Array(C);
  const clinical = new Float64Array(C);
  const joint = new Float64Array(C);
  for (let c = 0; c < C; c++) {
    team[c] = communityTeamControl(world, c);
    clinical[c] = clinicalRelationOf(world, c);
    joint[c] = jointWorkOfCommissioner(world, c);
  }
  for (let g = 0; g < place.practices.count; g++) {
    const c = place.practices.commissioner[g]!;
    const { provision } = institutionsOfPractice(world, g);
    const raw =
      controlByEffort(s, levelOf(world, 'proactive_care', g)) +
      team[c]! +
      s.clinicalRelationGain * (clinical[c]! - settings.relationStart) +
      s.specialistSupportGain * provision.communitySpecialistsPer100k * clinical[c]!;
    const target = Math.max(0, Math.min(1, audited(world, raw, will.audit[g]!)));
    will.controlTarget[g] = target;
    will.control[g]! += (target - will.control[g]!) / (MONTHS * s.controlLagYears);
    renewFactors(world, g, joint[c]!);
    renewCaseControl(world, g, MONTHS);
  }
}

/**
 * Factor on a practice's sensitive emergencies, `exp(-el (control - ref) + found - theta_E / share * joint work)`, within
 * the bound of the draw; and on the deaths of those that still happen, so that fewer of them mean fewer deaths only as
 * far as `control_on_deaths` says.
 */
function renewFactors(world: World, g: number, joint: number): void {
  const { will, settings } = world;
  const s = settings.commissioning;
  const log =
    -s.acscElasticity * (will.control[g]! - s.controlReference) +
    s.caseFinding * Math.max(0, will.controlTarget[g]! - will.control[g]!) -
    (s.relations.emergencies / s.acscShare) * joint;
  const factor = log === 0 ? 1 : Math.min(s.emergencyMargin, detExp(log));
  will.sensitiveFactor[g] = factor;
  will.sensitiveFatality[g] = factor === 1 ? 1 : detPow(factor, s.controlOnDeaths - 1);
}

/** Fall of the referral threshold while more proactive care finds unmet need. */
export function caseFindingThreshold(world: World, g: number): number {
  const { will, settings } = world;
  return (
    -settings.commissioning.caseFindingReferrals * Math.max(0, will.controlTarget[g]! - will.control[g]!)
  );
}
