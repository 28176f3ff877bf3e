import { detLog } from '../../kernel/deterministic-math.ts';
import type { World } from '../world.ts';
import { shadowPrice } from './shadow-price.ts';

/**
 * Threshold of severity above which a GP tends to refer, by practice and specialty:
 * base + style + a_wait ln((1 + W) / (1 + W_ref)) + a_budget salience lambda price / mean price + a_dm demand
 * management. `W` is the wait in public for the hospitals that the practice's patients use, weighted by use.
 * Source: model description, section 5.1; coefficients are parameter rows.
 */
export function renewReferralThresholds(world: World): void {
  const { place, tables, settings, books, institutions } = world;
  const salience = salienceOf(world);
  const meanPrice = mean(settings.price.first);
  const demand = settings.aDemandManagement * institutions.programme.demandManagement;
  for (let g = 0; g < place.practices.count; g++) {
    const from = tables.practiceReachStart[g]!;
    const to = tables.practiceReachStart[g + 1]!;
    const lambda = salience === 0 ? 0 : shadowPrice(world, tables.commissionerOfPractice[g]!);
    for (let s = 0; s < 8; s++) {
      let wait = 0;
      let reference = 0;
      for (let e = from; e < to; e++) {
        const hs = tables.practiceReachProvider[e]! * 8 + s;
        wait += tables.practiceReachWeight[e]! * books.publishedWait[hs]!;
        reference += tables.practiceReachWeight[e]! * books.referenceWait[hs]!;
      }
      books.threshold[g * 8 + s] =
        tables.baseThreshold[s]! +
        tables.style[g]! +
        settings.aWait * detLog((1 + wait) / (1 + reference)) +
        (settings.aBudget * salience * lambda * settings.price.first[s]!) / meanPrice +
        demand;
    }
  }
}

function salienceOf(world: World): number {
  switch (world.institutions.budget.salience) {
    case 'none':
      return 0;
    case 'indicative':
      return world.settings.salienceIndicative;
    case 'hard':
      return world.settings.salienceHard;
  }
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
