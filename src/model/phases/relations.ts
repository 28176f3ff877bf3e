import { communityPlacesOverReferrals } from '../behaviour/commissioner/community-capacity.ts';
import { renewPrevention } from '../behaviour/commissioner/public-health.ts';
import { headsOf, reviewCommissioners, viewOf } from '../behaviour/commissioner/view.ts';
import { renewAudit } from '../behaviour/governance/audit.ts';
import { pullPeers } from '../behaviour/governance/peers.ts';
import { renewTurnaround } from '../behaviour/governance/turnaround.ts';
import { renewPolitics } from '../behaviour/national/politics.ts';
import { countCases } from '../behaviour/practice/case-management.ts';
import { renewControl } from '../behaviour/practice/control.ts';
import { renewAttendances } from '../behaviour/practice/gp-time.ts';
import { renewRelations } from '../behaviour/relations/relations.ts';
import { VIEW } from '../behaviour/will/commissioning-state.ts';
import { MONTH_WEEKS, QUARTER_WEEKS } from '../calendar.ts';
import type { World } from '../world.ts';

/**
 * Step 8 of the tick, monthly: relations, what audit and peers do, proactive care. Quarterly, before boards move their
 * levers: what commissioners see, turnaround, national politics, prevention, access. Relations and turnaround stand still
 * where institutions do not let organisations act, politics where nobody acts.
 */
export function relations(world: World): void {
  if (world.week % MONTH_WEEKS === MONTH_WEEKS - 1) {
    renewRelations(world);
    renewAudit(world);
    pullPeers(world);
    renewControl(world);
    renewPlaces(world);
  }
  if (world.week % QUARTER_WEEKS === QUARTER_WEEKS - 1) {
    renewTurnaround(world);
    if (world.inForce.some(({ planning }) => planning.organisationsAct)) renewPolitics(world);
    renewPrevention(world);
    renewAttendances(world);
    countCases(world);
  }
}

/** Places in community clinics a week. */
function renewPlaces(world: World): void {
  for (let c = 0; c < world.place.commissioners.count; c++) {
    const referrals = (viewOf(world, c, VIEW.referrals) * headsOf(world, c)) / 52;
    world.will.communityPlaces[c] = Math.max(0, communityPlacesOverReferrals(world, c) * referrals);
  }
}

/** The first day's view of prices and demand, and the places that programmes bring with them. */
export function openCommissioning(world: World): void {
  reviewCommissioners(world);
  renewPlaces(world);
}
