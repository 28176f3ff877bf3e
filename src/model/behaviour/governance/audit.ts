import { detPow } from '../../../kernel/deterministic-math.ts';
import { MONTHS } from '../../calendar.ts';
import { institutionsOfPractice } from '../../institutions/in-force.ts';
import type { World } from '../../world.ts';

/** Audit and feedback takes hold of practices, and fades, with a lag: the setting over the base year's. */
export function renewAudit(world: World): void {
  const { will, place, settings } = world;
  const { auditMemoryYears, governanceReference } = settings.commissioning;
  for (let g = 0; g < place.practices.count; g++) {
    const { clinicalGovernance } = institutionsOfPractice(world, g).governance;
    const target = clinicalGovernance - governanceReference;
    will.audit[g]! += (target - will.audit[g]!) / (MONTHS * auditMemoryYears);
  }
}

/**
 * Compliance with good practice under audit and feedback: non-compliance times the published ratio to the power of how
 * much more audit there is than in the base year. Who is furthest from good practice gains most.
 * Source: audit and feedback, review of 2003/05; model description, section 6.6.
 */
export function audited(world: World, compliance: number, audit: number): number {
  if (audit === 0) return compliance;
  return 1 - (1 - compliance) * detPow(world.settings.commissioning.auditRatio, audit);
}
