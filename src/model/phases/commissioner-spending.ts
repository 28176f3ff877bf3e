import { careAbovePlan, isChallenged, shareStruckOut } from '../behaviour/agreed-plan.ts';
import {
  communityPlacesOverReferrals,
  placePrice,
  placesHeld,
} from '../behaviour/commissioner/community-capacity.ts';
import { demandManagementCost } from '../behaviour/commissioner/demand-management.ts';
import { jointWorkCost } from '../behaviour/commissioner/joint-work.ts';
import { publicHealthLevel } from '../behaviour/commissioner/public-health.ts';
import { headsOf, viewOf } from '../behaviour/commissioner/view.ts';
import { prescribingFactor } from '../behaviour/practice/prescribing.ts';
import { listOf } from '../behaviour/practice/proactive-care.ts';
import { frictionCost } from '../behaviour/relations/relations.ts';
import { VIEW } from '../behaviour/will/commissioning-state.ts';
import { levelOf } from '../behaviour/will/level.ts';
import { institutionsOfCommissioner, institutionsOfPractice } from '../institutions/in-force.ts';
import { BT } from '../metrics/tallies.ts';
import { areaSpend, growthOf, spendForArea } from '../organisations/purchasers.ts';
import { purchasersOf } from '../organisations/structure.ts';
import type { World } from '../world.ts';
import { payForCare } from './pay-hospital.ts';

/**
 * Step 7b of the tick: what commissioners pay, or save, beside hospital activity and the base year's services: their
 * levers beyond the reference, programmes, pay for quality, prescribing, friction, turnaround; operations bought
 * elsewhere; and what they strike out of care above the plan. Every movement is a double entry in whole pence.
 */
export function commissionerSpending(world: World): void {
  settleAbovePlan(world);
  const { place, will, books } = world;
  const practices = practiceSums(world);
  for (let c = 0; c < place.commissioners.count; c++) {
    const cut = turnaroundCut(world, c);
    const pence =
      Math.round(((yearlyPounds(world, c, practices) - cut) * 100) / 52) +
      frictionThisWeek(world, c) +
      will.outsideDue[c]!;
    will.outsideDue[c] = 0;
    books.bodyYear[BT.unmodelled_services]! -= (cut * 100) / 52;
    if (pence === 0) continue;
    spendForArea(world, c, pence);
  }
}

/** Pounds a year beyond the base year's, at today's money. */
function yearlyPounds(world: World, c: number, practices: PracticeSums): number {
  const s = world.settings.commissioning;
  const { will } = world;
  const { programme, governance } = institutionsOfCommissioner(world, c);
  const heads = headsOf(world, c);
  const perHead =
    s.longTermPerHead * (levelOf(world, 'long_term_care', c) - 1) +
    s.publicHealthPerHead * (publicHealthLevel(world, c) - 1) +
    s.governancePerHead * (governance.clinicalGovernance - s.governanceReference) +
    s.peerReviewPerHead * programme.peerReview +
    s.qofPerHead * (practices.quality[c]! - 1) +
    world.settings.prescribingPerHead * (practices.prescribing[c]! - 1);
  // These follow the year's money by themselves.
  const current = demandManagementCost(world, c) + jointWorkCost(world, c);
  // Places that the lever holds are paid for whether used or not, all others by the visit.
  const held = placesHeld(world, c) * viewOf(world, c, VIEW.referrals) * heads;
  // Fewer than the base year's are saved.
  const fewer = communityPlacesOverReferrals(world, c) * viewOf(world, c, VIEW.referrals) * heads;
  const places = fewer < 0 ? fewer : Math.max(held, will.communityVisits[c]! * 52);
  return (
    heads * (perHead * growthOf(world, c) + current) +
    places * placePrice(world, c) +
    will.cases[c]! * s.caseManagement.poundsPerPerson * growthOf(world, c)
  );
}

/** Pounds a year that a commissioner in turnaround takes off other services. */
function turnaroundCut({ will, books, settings }: World, c: number): number {
  const { otherCut } = settings.commissioning.turnaround;
  return otherCut * will.turnaroundCommissioner[c]! * (books.otherServices[c]! / 100);
}

interface PracticeSums {
  /** [c] pay for quality, and prescribing, over the base year's; lists as weights. */
  readonly quality: Float64Array;
  readonly prescribing: Float64Array;
}

function practiceSums(world: World): PracticeSums {
  const { place, will, settings } = world;
  const C = place.commissioners.count;
  const quality = new Float64Array(C);
  const prescribing = new Float64Array(C);
  const lists = new Float64Array(C);
  for (let g = 0; g < place.practices.count; g++) {
    const c = place.practices.commissioner[g]!;
    const list = listOf(world, g);
    const { payForQuality } = institutionsOfPractice(world, g).programme;
    lists[c]! += list;
    quality[c]! += (list * payForQuality * will.control[g]!) / settings.commissioning.controlReference;
    prescribing[c]! += list * prescribingFactor(world, g);
  }
  const mean = (sums: Float64Array): Float64Array =>
    sums.map((sum, c) => (lists[c] === 0 ? 1 : sum / lists[c]!));
  return { quality: mean(quality), prescribing: mean(prescribing) };
}

/** Friction beyond the base year's, pence this week. */
function frictionThisWeek(world: World, c: number): number {
  const { books, will } = world;
  const spent = areaSpend(world, c, books.activitySpendYear);
  const { all, over } = frictionCost(world, c, spent / ((world.week % 52) + 1));
  will.frictionYear[c]! += all;
  return Math.round(over);
}

/**
 * Planned care above the pace of the plan is paid in part only: hospitals hand back the rest, and get it again where
 * activity falls back to the plan. Under a block there is nothing to strike out.
 */
function settleAbovePlan(world: World): void {
  const { will, place, structure } = world;
  const H = place.providers.count;
  const weeks = (world.week % 52) + 1;
  for (let p = 0; p < purchasersOf(place, structure); p++) {
    for (let h = 0; h < H; h++) {
      if (!isChallenged(world, p, h)) continue;
      const ph = p * H + h;
      const over = careAbovePlan(world, ph, weeks);
      const change = over - will.planExcess[ph]!;
      if (change === 0) continue;
      will.planExcess[ph] = over;
      // At the rates at which it was paid: nobody gets back what a border kept from the other.
      payForCare(world, p, h, -Math.round(change * shareStruckOut(world, p, h)));
    }
  }
}
