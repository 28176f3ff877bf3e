import { detExp, detLog, detTanh, logistic } from '../../../kernel/deterministic-math.ts';
import { institutionsOfCommissioner } from '../../institutions/in-force.ts';
import { CATEGORIES, CATEGORY, type World } from '../../world.ts';
import { salience } from '../practice/salience.ts';
import { RECORD } from '../will/will.ts';
import { spendShare } from './purse.ts';
import { effectiveSkill } from './skill.ts';

/** Column of the marginal pay-off in a lever's record. */
const MARGINAL = 6;

/**
 * Growth of planned volume that a side asks for: `g_max tanh(MB / scale)`. Source: model description, section 6.3.
 */
export function desiredGrowth(world: World, marginal: number): number {
  const { leverScale, commissioning } = world.settings;
  return commissioning.bargaining.growthMax * detTanh(marginal / leverScale);
}

/** Marginal pay-off of contract volume to a commissioner at its last review. */
function marginalToCommissioner(world: World, c: number): number {
  const at = world.settings.leverAt.contract_volume;
  return at === undefined ? 0 : world.will.record[at]![c * RECORD + MARGINAL]!;
}

/** Marginal pay-off of theatre capacity to a provider at its last review, specialties weighted by slots. */
function marginalToProvider(world: World, h: number): number {
  const at = world.settings.leverAt.elective_capacity;
  if (at === undefined) return 0;
  const record = world.will.record[at]!;
  let weight = 0;
  let sum = 0;
  for (let hs = h * 8; hs < h * 8 + 8; hs++) {
    weight += world.books.electiveSlots[hs]!;
    sum += world.books.electiveSlots[hs]! * record[hs * RECORD + MARGINAL]!;
  }
  return weight === 0 ? 0 : sum / weight;
}

/**
 * Weight of the commissioner at the table:
 * `logit w = w0 + w_skill (skill_c - skill_h) + w_info * engagement - w_dep * dependence`. Information and a credible exit
 * give power, size alone does not; dependence is the trust's share of the commissioner's spend less the commissioner's
 * share of the trust's income. Source: model description, section 6.3; decision 22.
 */
export function commissionerWeight(world: World, c: number, h: number): number {
  const { bargaining } = world.settings.commissioning;
  const H = world.place.providers.count;
  const start = detLog(bargaining.weight / (1 - bargaining.weight));
  const dependence = spendShare(world, c, h) - world.will.trade[c * H + h]!;
  return logistic(
    start +
      bargaining.skill * (effectiveSkill(world, c) - bargaining.providerSkill) +
      bargaining.information * salience(world, institutionsOfCommissioner(world, c).budget, 'salience') -
      bargaining.dependence * dependence,
  );
}

/**
 * The yearly round, after the books of the year have been turned: each pair settles planned care, last year's volume
 * at this year's prices times `exp(w g_c + (1 - w) g_h)`, and how far apart the two sides were feeds disputes. Where
 * organisations do not act there is no plan, and all care is paid.
 */
export function settlePlans(world: World): void {
  const { will, place } = world;
  const H = place.providers.count;
  const providers = Float64Array.from({ length: H }, (_, h) =>
    desiredGrowth(world, marginalToProvider(world, h)),
  );
  for (let c = 0; c < place.commissioners.count; c++) {
    const act = institutionsOfCommissioner(world, c).planning.organisationsAct;
    const asked = desiredGrowth(world, marginalToCommissioner(world, c));
    for (let h = 0; h < H; h++) {
      const ch = c * H + h;
      will.planExcess[ch] = 0;
      if (!act || will.trade[ch] === 0) {
        will.plan[ch] = 0;
        will.gap[ch] = 0;
        continue;
      }
      const weight = commissionerWeight(world, c, h);
      const growth = weight * asked + (1 - weight) * providers[h]!;
      will.bargainingWeight[ch] = weight;
      will.plan[ch] = Math.round(plannedCare(world, world.books.activityLastYear, ch) * detExp(growth));
      will.gap[ch] = Math.abs(asked - providers[h]!) / world.settings.commissioning.bargaining.growthMax;
    }
  }
}

/** Outpatient and planned inpatient care of a pair in a book by category, pence. */
export function plannedCare(world: World, book: Float64Array, ch: number): number {
  const pairs = world.books.activityYear.length / CATEGORIES;
  return book[CATEGORY.outpatient * pairs + ch]! + book[CATEGORY.elective * pairs + ch]!;
}

/**
 * Share of the price that is not paid for planned care above the plan: what the payment rule leaves out, and what the
 * commissioner strikes out by challenge, `challenge * (1 - w_provider)`. Source: model description, section 6.3.
 */
export function shareStruckOut(world: World, c: number, h: number): number {
  const { payment } = institutionsOfCommissioner(world, c);
  const weight = world.will.bargainingWeight[c * world.place.providers.count + h]!;
  return 1 - payment.activityAbovePlanPaid * (1 - world.settings.commissioning.bargaining.challenge * weight);
}
