import { detLog } from '../../kernel/deterministic-math.ts';
import { institutionsOfPractice } from '../institutions/in-force.ts';
import type { World } from '../world.ts';
import { communityThreshold } from './commissioner/community-capacity.ts';
import { demandManagementThreshold } from './commissioner/demand-management.ts';
import { caseFindingThreshold } from './practice/control.ts';
import { plannedSalience, purseHolderShadowPrice } from './practice/salience.ts';

/**
 * Threshold of severity above which a GP tends to refer, by practice and specialty:
 * base + style + a_wait ln((1 + W) / (1 + W_ref)) + a_budget salience lambda price / mean price + demand management
 * + turnaround + nearness of community clinics + what peers pull + case finding. `W` is the wait in public for the
 * hospitals that the practice's patients use, weighted by use; lambda that of whoever holds the purse. A constitution's
 * common package takes away part of what money does. Source: model description, section 5.1; coefficients are parameter
 * rows.
 */
export function renewReferralThresholds(world: World): void {
  const { place, tables, settings, books } = world;
  const meanPrice = mean(settings.price.first);
  const ofCommissioner = Float64Array.from({ length: place.commissioners.count }, (_, c) =>
    commissionerThreshold(world, c),
  );
  const nearness = ofCommissioner.map((_, c) => communityThreshold(world, c));
  for (let g = 0; g < place.practices.count; g++) {
    const from = tables.practiceReachStart[g]!;
    const to = tables.practiceReachStart[g + 1]!;
    const c = tables.commissionerOfPractice[g]!;
    const felt = plannedSalience(world, g);
    const lambda = felt === 0 ? 0 : purseHolderShadowPrice(world, g);
    const money = institutionsOfPractice(world, g).governance.constitution
      ? 1 - settings.commissioning.national.constitution
      : 1;
    const own = tables.style[g]! + world.will.peerPull[g]! + nearness[c]! + caseFindingThreshold(world, g);
    for (let s = 0; s < 8; s++) {
      let wait = 0;
      let reference = 0;
      for (let e = from; e < to; e++) {
        const hs = tables.practiceReachProvider[e]! * 8 + s;
        wait += tables.practiceReachWeight[e]! * books.publishedWait[hs]!;
        reference += tables.practiceReachWeight[e]! * books.referenceWait[hs]!;
      }
      const budget = (settings.aBudget * felt * lambda * settings.price.first[s]!) / meanPrice;
      books.threshold[g * 8 + s] =
        tables.baseThreshold[s]! +
        own +
        settings.aWait * detLog((1 + wait) / (1 + reference)) +
        money * (budget + ofCommissioner[c]!);
    }
  }
}

/** What a commissioner adds to the thresholds of its practices: demand management, and hard times. */
function commissionerThreshold(world: World, c: number): number {
  const { threshold } = world.settings.commissioning.turnaround;
  return demandManagementThreshold(world, c) + threshold * world.will.turnaroundCommissioner[c]!;
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
