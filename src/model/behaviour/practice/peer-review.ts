import { practiceAltruism } from '../altruism.ts';
import { growthOfPractice, viewOf } from '../commissioner/view.ts';
import { peerIntensity } from '../governance/peers.ts';
import { VIEW } from '../will/commissioning-state.ts';
import type { Lever } from '../will/lever.ts';
import { listOf } from './proactive-care.ts';
import { plannedSalience, purseHolderShadowPrice } from './salience.ts';

/**
 * Effort in review of referrals among practices, where there is such review: what referrals avoided save a purse that
 * the practice feels, less the health that they would have brought. Governance has no pay-off of its own (model
 * description, 6.6).
 */
export const peerReview: Lever = {
  id: 'peer_review',
  label: 'Peer review',
  meaning: 'a practice’s effort in review of referrals among peers over what the programme asks',
  unit: 'practice',
  pace: 'effort',
  review: 'quarter',
  hand: 'clinician',
  basePounds: (world, g) => world.settings.commissioning.peerReviewPerHead * growthOfPractice(world, g),
  size: listOf,
  acts: (world, g) => listOf(world, g) > 0 && peerIntensity(world, g) > 0,
  payOff(world, g, into) {
    const s = world.settings.commissioning;
    const c = world.place.practices.commissioner[g]!;
    // Referrals a year and head that the pull avoids at a practice one spread of styles from its best peers.
    const avoided =
      s.referralsPerThreshold *
      viewOf(world, c, VIEW.referrals) *
      peerIntensity(world, g) *
      s.peerPullPerYear *
      s.peerMemoryYears *
      world.settings.practiceStyleSd;
    const price = viewOf(world, c, VIEW.clinic) + s.operationsPerReferral * viewOf(world, c, VIEW.theatre);
    const felt = plannedSalience(world, g);
    const base = s.peerReviewPerHead * growthOfPractice(world, g);
    into.altruism = (-avoided * practiceAltruism(world, g) * s.referralHealthLoss) / base;
    into.ownCash = felt === 0 ? 0 : (avoided * felt * purseHolderShadowPrice(world, g) * price) / base;
  },
};
