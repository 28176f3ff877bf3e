import { detExp, detLog, detTanh, logistic } from '../../../kernel/deterministic-math.ts';
import { institutionsOfPurchaser } from '../../institutions/in-force.ts';
import { isInside } from '../../organisations/accounts.ts';
import { purchasersOf } from '../../organisations/structure.ts';
import { CATEGORY, type World } from '../../world.ts';
import { plannedCare } from '../agreed-plan.ts';
import { type Category, ruleOf } from '../payment-rule.ts';
import { salience } from '../practice/salience.ts';
import { skillOfPurchaser } from './skill.ts';
import { wishOfProvider, wishOfPurchaser } from './wishes.ts';

/** Planned care: what is bargained about. */
const PLANNED: readonly Category[] = [CATEGORY.outpatient, CATEGORY.elective];

/**
 * Growth of planned volume that a side asks for: `g_max tanh(MB / scale)`. Source: model description, section 6.3.
 */
export function desiredGrowth(world: World, marginal: number): number {
  const { leverScale, commissioning } = world.settings;
  return commissioning.bargaining.growthMax * detTanh(marginal / leverScale);
}

/**
 * Weight of the purchaser at the table:
 * `logit w = w0 + w_skill (skill_c - skill_h) + w_info * engagement - w_dep * dependence`. Information and a credible exit
 * give power, size alone does not; dependence is the trust's share of the purchaser's spend less the purchaser's
 * share of the trust's income. Source: model description, section 6.3; decision 22.
 */
export function purchaserWeight(world: World, p: number, h: number): number {
  const { bargaining } = world.settings.commissioning;
  const start = detLog(bargaining.weight / (1 - bargaining.weight));
  const dependence = spendShareOf(world, p, h) - tradeOf(world, p, h);
  return logistic(
    start +
      bargaining.skill * (skillOfPurchaser(world, p) - bargaining.providerSkill) +
      bargaining.information * salience(world, institutionsOfPurchaser(world, p).budget, 'salience') -
      bargaining.dependence * dependence,
  );
}

/** Part of a provider's planned care that a purchaser buys: the area's part, by whom the area's people are paid for. */
export function tradeOf({ will, place, structure }: World, p: number, h: number): number {
  const C = place.commissioners.count;
  const H = place.providers.count;
  const { bodies } = structure;
  if (p < C) {
    let left = 1;
    for (let o = 0; o < bodies; o++) left -= will.enrolledShare[p * bodies + o]!;
    return Math.max(0, left) * will.trade[p * H + h]!;
  }
  let trade = 0;
  for (let c = 0; c < C; c++) trade += will.enrolledShare[c * bodies + p - C]! * will.trade[c * H + h]!;
  return trade;
}

/** Share of a purchaser's hospital spend at a provider: its trade times the provider's income of the base year. */
function spendShareOf(world: World, p: number, h: number): number {
  const income = world.place.providers.incomePounds;
  const here = tradeOf(world, p, h) * income[h]!;
  if (here === 0) return 0;
  let all = 0;
  for (let other = 0; other < income.length; other++) all += tradeOf(world, p, other) * income[other]!;
  return here / all;
}

/**
 * The yearly round, after the books of the year have been turned: each pair settles planned care, last year's volume
 * at this year's prices times `exp(w g_c + (1 - w) g_h)`, and how far apart the two sides were feeds disputes. A block or
 * an internal budget that goes on grows by as much; one that is new starts from last year's activity, so that no switch
 * is a windfall. Where organisations do not act there is no plan, all care is paid and blocks move with prices alone.
 */
export function settlePlans(world: World): void {
  const { will, place, structure, books } = world;
  const C = place.commissioners.count;
  const H = place.providers.count;
  const P = purchasersOf(place, structure);
  for (let p = 0; p < P; p++) {
    const exists = p < C || structure.founded[p - C]! >= 0;
    const act = exists && institutionsOfPurchaser(world, p).planning.organisationsAct;
    for (let h = 0; h < H; h++) {
      const ph = p * H + h;
      will.planExcess[ph] = 0;
      if (!act || tradeOf(world, p, h) === 0) {
        will.plan[ph] = 0;
        will.gap[ph] = 0;
        continue;
      }
      const asked = desiredGrowth(world, wishOfPurchaser(world, p, isInside(world, p, h)));
      const offered = desiredGrowth(world, wishOfProvider(world, p, h));
      const weight = purchaserWeight(world, p, h);
      const growth = detExp(weight * asked + (1 - weight) * offered);
      will.bargainingWeight[ph] = weight;
      will.gap[ph] = Math.abs(asked - offered) / world.settings.commissioning.bargaining.growthMax;
      will.plan[ph] = Math.round(plannedCare(world, books.activityLastYear, ph) * growth);
      for (const category of PLANNED) {
        if (!goesOn(world, p, h, category)) continue;
        const at = category * P * H + ph;
        books.plan[at] = Math.round(books.plan[at]! * growth);
      }
    }
  }
}

/** Whether a pair is paid by a plan that was in force before this year: a block, or the budget of a member. */
function goesOn(world: World, p: number, h: number, category: Category): boolean {
  const { books, place, structure } = world;
  const years = books.blockYears[category * purchasersOf(place, structure) + p]!;
  const byPlan =
    isInside(world, p, h) || ruleOf(institutionsOfPurchaser(world, p).payment, category) === 'block';
  return byPlan && years > 1;
}

/** How far apart the sides of an area's contracts with a provider were: the mean over those who pay for its people. */
export function gapOfArea({ will, structure, place }: World, c: number, h: number): number {
  const C = place.commissioners.count;
  const H = place.providers.count;
  let left = 1;
  let gap = 0;
  for (let o = 0; o < structure.bodies; o++) {
    const share = will.enrolledShare[c * structure.bodies + o]!;
    if (share === 0) continue;
    left -= share;
    gap += share * will.gap[(C + o) * H + h]!;
  }
  return gap + Math.max(0, left) * will.gap[c * H + h]!;
}
