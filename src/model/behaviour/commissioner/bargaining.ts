import { detExp, detTanh } from '../../../kernel/deterministic-math.ts';
import { institutionsOfPurchaser } from '../../institutions/in-force.ts';
import { isInside } from '../../organisations/accounts.ts';
import { purchaserOfBody, purchasersOf } from '../../organisations/structure.ts';
import { CATEGORY, type World } from '../../world.ts';
import { plannedCare } from '../agreed-plan.ts';
import { borderRates } from '../border.ts';
import { type Category, ruleOf } from '../payment-rule.ts';
import { tradeRow, weightsOf } from './bargaining-weight.ts';
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
 * The yearly round, after the books of the year have been turned: each pair settles planned care, last year's volume
 * at this year's prices times `exp(w g_c + (1 - w) g_h)`, and how far apart the two sides were feeds disputes. A block or
 * an internal budget that goes on grows by as much; one that is new starts from last year's activity, so that no switch
 * is a windfall. Where organisations do not act there is no plan, all care is paid and blocks move with prices alone.
 */
export function settlePlans(world: World): void {
  const { will, place, structure, settings } = world;
  const { growthMax } = settings.commissioning.bargaining;
  const C = place.commissioners.count;
  const H = place.providers.count;
  will.planExcess.fill(0);
  will.planExcessBefore.fill(0);
  will.plan.fill(0);
  will.gap.fill(0);
  const growths = new Map<string, number>();
  const growthFor = (who: string, wish: () => number): number => {
    const growth = growths.get(who) ?? desiredGrowth(world, wish());
    growths.set(who, growth);
    return growth;
  };
  for (let p = 0; p < purchasersOf(place, structure); p++) {
    if (p >= C && structure.founded[p - C]! < 0) continue;
    if (!institutionsOfPurchaser(world, p).planning.organisationsAct) continue;
    const trade = tradeRow(world, p);
    const weights = weightsOf(world, p, trade);
    for (let h = 0; h < H; h++) {
      if (trade[h] === 0) continue;
      const inside = isInside(world, p, h);
      const { paid, received } = borderRates(world, p, h);
      const offered = growthFor(`provider ${h} ${inside} ${received}`, () =>
        wishOfProvider(world, h, inside, received),
      );
      const wanted = growthFor(`purchaser ${p} ${inside} ${paid}`, () =>
        wishOfPurchaser(world, p, inside, paid),
      );
      const weight = weights[h]!;
      will.bargainingWeight[p * H + h] = weight;
      will.gap[p * H + h] = Math.abs(wanted - offered) / growthMax;
      growPlans(world, p, h, detExp(weight * wanted + (1 - weight) * offered));
    }
  }
}

/** @param growth this year's volume over last year's */
function growPlans(world: World, p: number, h: number, growth: number): void {
  const { will, books, place, structure } = world;
  const H = place.providers.count;
  const ph = p * H + h;
  will.plan[ph] = Math.round(plannedCare(world, books.activityLastYear, ph) * growth);
  for (const category of PLANNED) {
    if (!goesOn(world, p, h, category)) continue;
    const at = category * purchasersOf(place, structure) * H + ph;
    books.plan[at] = Math.round(books.plan[at]! * growth);
  }
}

/** Whether a pair is paid by a plan that was in force before this year: a block, or the budget of a member. */
function goesOn(world: World, p: number, h: number, category: Category): boolean {
  const { books, place, structure } = world;
  const H = place.providers.count;
  const years = books.blockYears[(category * purchasersOf(place, structure) + p) * H + h]!;
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
    gap += share * will.gap[purchaserOfBody(structure, C, o) * H + h]!;
  }
  return gap + Math.max(0, left) * will.gap[c * H + h]!;
}
