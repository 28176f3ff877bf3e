import { communityCapacity } from '../commissioner/community-capacity.ts';
import { contractVolume } from '../commissioner/contract-volume.ts';
import { demandManagement } from '../commissioner/demand-management.ts';
import { jointWorkCommissioner } from '../commissioner/joint-work.ts';
import { longTermCare } from '../commissioner/long-term-care.ts';
import { publicHealth } from '../commissioner/public-health.ts';
import { waitingListPurchases } from '../commissioner/waiting-list-purchases.ts';
import { beds } from '../hospital/beds.ts';
import { coding } from '../hospital/coding.ts';
import { consultantReferrals } from '../hospital/consultant-referrals.ts';
import { conversionThreshold } from '../hospital/conversion-threshold.ts';
import { efficiency } from '../hospital/efficiency.ts';
import { electiveCapacity } from '../hospital/elective-capacity.ts';
import { emergencyThreshold } from '../hospital/emergency-threshold.ts';
import { followUpRatio } from '../hospital/follow-up-ratio.ts';
import { jointWorkProvider } from '../hospital/joint-work.ts';
import { outpatientCapacity } from '../hospital/outpatient-capacity.ts';
import { price } from '../hospital/price.ts';
import { quality } from '../hospital/quality.ts';
import { access } from '../practice/access.ts';
import { peerReview } from '../practice/peer-review.ts';
import { prescribing } from '../practice/prescribing.ts';
import { proactiveCare } from '../practice/proactive-care.ts';
import { prevention, selection } from '../selection.ts';
import type { Lever } from './lever.ts';

/** Every lever of every organisation, in the order in which they are moved and recorded. */
export const LEVERS: readonly Lever[] = [
  // hospitals
  outpatientCapacity,
  electiveCapacity,
  beds,
  conversionThreshold,
  emergencyThreshold,
  followUpRatio,
  consultantReferrals,
  efficiency,
  quality,
  jointWorkProvider,
  price,
  coding,
  // commissioners
  demandManagement,
  communityCapacity,
  longTermCare,
  publicHealth,
  waitingListPurchases,
  jointWorkCommissioner,
  contractVolume,
  // practices
  proactiveCare,
  peerReview,
  prescribing,
  access,
  // bodies
  selection,
  prevention,
];

const AT: ReadonlyMap<string, number> = new Map(LEVERS.map((lever, n) => [lever.id, n]));

/**
 * Position of a lever in `LEVERS` and in every array by lever.
 * @throws RangeError when no lever has that id
 */
export function leverIndex(id: string): number {
  const at = AT.get(id);
  if (at === undefined) throw new RangeError(`no lever '${id}'`);
  return at;
}
