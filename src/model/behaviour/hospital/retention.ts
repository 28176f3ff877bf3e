import { institutionsOfCommissioner, institutionsOfProvider } from '../../institutions/in-force.ts';
import type { Institutions } from '../../institutions/institutions.ts';
import { CATEGORY, type World } from '../../world.ts';
import { shareOfCommissionerIn } from '../internalisation.ts';
import { ruleOf } from '../payment-rule.ts';

/**
 * Part of a saving in cost that a provider keeps: all under a tariff; under a block, which is rebased on costs, a part;
 * inside a body from there to all as far as internal budgets follow activity. Source: organisational laws, 5.1
 * (Weitzman 1980 on the ratchet; Chalkley and Malcomson 1998).
 */
export function retention(world: World, h: number): number {
  const { place, structure, will } = world;
  const H = place.providers.count;
  const body = structure.bodyOfProvider[h]!;
  const block = world.settings.hospital.efficiency.retentionBlock;
  const { payment } = institutionsOfProvider(world, h);
  let kept = 0;
  let counted = 0;
  for (let c = 0; c < place.commissioners.count; c++) {
    const trade = will.trade[c * H + h]!;
    if (trade === 0) continue;
    counted += trade;
    const inside = body < 0 ? 0 : shareOfCommissionerIn(world, c, body);
    kept +=
      trade *
      (inside * (block + (1 - block) * payment.internalBudgetFollowsActivity) +
        (1 - inside) * underRules(block, institutionsOfCommissioner(world, c).payment));
  }
  return kept + Math.max(0, 1 - counted) * underRules(block, payment);
}

/** The kinds of care count alike: a bed and a theatre serve them all. */
function underRules(block: number, payment: Institutions['payment']): number {
  const kinds = Object.values(CATEGORY);
  const tariff = kinds.filter((category) => ruleOf(payment, category) === 'tariff').length / kinds.length;
  return tariff + (1 - tariff) * block;
}
