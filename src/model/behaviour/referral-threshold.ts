import { detLog } from '../../kernel/deterministic-math.ts';
import { institutionsOfPractice } from '../institutions/in-force.ts';
import { logisticAt } from '../place-tables/gp-decision.ts';
import type { World } from '../world.ts';
import { communityThreshold } from './commissioner/community-capacity.ts';
import { demandManagementThreshold } from './commissioner/demand-management.ts';
import { caseFindingThreshold } from './practice/control.ts';
import { feltCost } from './practice/felt-cost.ts';

/**
 * Threshold of severity above which a GP tends to refer, by practice and specialty:
 * base + style + a_wait ln((1 + W) / (1 + W_ref)) + felt cost of visits + demand management
 * + turnaround + nearness of community clinics + what peers pull + case finding. `W` is the wait in public for the
 * hospitals that the practice's patients use, weighted by use. To it comes, patient by patient, the felt cost of an
 * operation (`thresholdFor`). A constitution's common package takes away part of what money does. Source: model
 * description, section 5.1; coefficients are parameter rows.
 */
export function renewReferralThresholds(world: World): void {
  const { place, tables, settings, books } = world;
  const ofCommissioner = Float64Array.from({ length: place.commissioners.count }, (_, c) =>
    commissionerThreshold(world, c),
  );
  const nearness = ofCommissioner.map((_, c) => communityThreshold(world, c));
  for (let g = 0; g < place.practices.count; g++) {
    const from = tables.practiceReachStart[g]!;
    const to = tables.practiceReachStart[g + 1]!;
    const c = tables.commissionerOfPractice[g]!;
    const cost = feltCost(world, g);
    const money = institutionsOfPractice(world, g).governance.constitution
      ? 1 - settings.commissioning.national.constitution
      : 1;
    const own = tables.style[g]! + world.will.peerPull[g]! + nearness[c]! + caseFindingThreshold(world, g);
    for (let s = 0; s < 8; s++) {
      let wait = 0;
      let reference = 0;
      let listed = 0;
      for (let e = from; e < to; e++) {
        const hs = tables.practiceReachProvider[e]! * 8 + s;
        wait += tables.practiceReachWeight[e]! * books.publishedWait[hs]!;
        reference += tables.practiceReachWeight[e]! * books.referenceWait[hs]!;
        listed += tables.practiceReachWeight[e]! * books.conversionThreshold[hs]!;
      }
      const gs = g * 8 + s;
      books.threshold[gs] =
        tables.baseThreshold[s]! +
        own +
        settings.aWait * detLog((1 + wait) / (1 + reference)) +
        money * (cost.visits * tables.visitCost[s]! + ofCommissioner[c]!);
      books.operationFelt[gs] = money * cost.operations * tables.operationCost[s]!;
      // An operation that is not paid for costs nobody anything.
      books.listedFrom[gs] = Math.max(listed, books.packageFrom[gs]!);
    }
  }
}

/**
 * The threshold for somebody of a severity: where the practice feels the cost of an operation, as much more as one is to be
 * expected. A GP sees who will be listed with the noise with which severity is seen.
 */
export function thresholdFor({ books, settings, tables }: World, gs: number, severity: number): number {
  const felt = books.operationFelt[gs]!;
  if (felt === 0) return books.threshold[gs]!;
  const listed = (severity - books.listedFrom[gs]!) / settings.referralNoise;
  return books.threshold[gs]! + felt * logisticAt(tables.logisticCurve, listed);
}

/** What a commissioner adds to the thresholds of its practices: demand management, and hard times. */
function commissionerThreshold(world: World, c: number): number {
  const { threshold } = world.settings.commissioning.turnaround;
  return demandManagementThreshold(world, c) + threshold * world.will.turnaroundCommissioner[c]!;
}
