import { detLog, logistic } from '../../../kernel/deterministic-math.ts';
import { institutionsOfPurchaser } from '../../institutions/in-force.ts';
import { bodyPaidFor, purchaserOfBody } from '../../organisations/structure.ts';
import type { World } from '../../world.ts';
import { salience } from '../practice/salience.ts';
import { skillOfPurchaser } from './skill.ts';

/**
 * Weight of the purchaser at the table:
 * `logit w = w0 + w_skill (skill_c - skill_h) + w_info * engagement - w_dep * dependence`. Information and a credible exit
 * give power, size alone does not; dependence is the trust's share of the purchaser's spend less the purchaser's
 * share of the trust's income. Source: model description, section 6.3; decision 22.
 */
export function purchaserWeight(world: World, p: number, h: number): number {
  return weightsOf(world, p, tradeRow(world, p))[h]!;
}

/** [h] the same at every table of a purchaser. */
export function weightsOf(world: World, p: number, trade: Float64Array): Float64Array {
  const { bargaining } = world.settings.commissioning;
  const income = world.place.providers.incomePounds;
  const start = detLog(bargaining.weight / (1 - bargaining.weight));
  const power =
    bargaining.skill * (skillOfPurchaser(world, p) - bargaining.providerSkill) +
    bargaining.information * salience(world, institutionsOfPurchaser(world, p).budget, 'salience');
  // Spend at a provider: trade times the provider's income of the base year.
  const spend = trade.reduce((sum, part, h) => sum + part * income[h]!, 0);
  const dependence = trade.map((part, h) => (part === 0 ? 0 : (part * income[h]!) / spend) - part);
  return trade.map((_, h) =>
    logistic(start + power - bargaining.dependence * ofTrust(world, trade, dependence, spend, h)),
  );
}

/** Hospitals of one trust sit at one table: all its hospitals' parts of the spend less the buyer's part of its patients. */
function ofTrust(
  { structure, place }: World,
  trade: Float64Array,
  dependence: Float64Array,
  spend: number,
  h: number,
): number {
  const { trustOfProvider } = structure;
  const { incomePounds } = place.providers;
  let spent = 0;
  let income = 0;
  let hospitals = 0;
  trade.forEach((part, other) => {
    if (trustOfProvider[other] !== trustOfProvider[h]) return;
    hospitals++;
    spent += part * incomePounds[other]!;
    income += incomePounds[other]!;
  });
  if (hospitals === 1 || income === 0) return dependence[h]!;
  return (spend === 0 ? 0 : spent / spend) - spent / income;
}

/** [h] part of each provider's planned care that a purchaser buys: the areas' parts, by who pays for their people. */
export function tradeRow({ will, place, structure }: World, p: number): Float64Array {
  const C = place.commissioners.count;
  const H = place.providers.count;
  const { bodies } = structure;
  const row = new Float64Array(H);
  for (let c = 0; c < C; c++) {
    let share = 0;
    const body = bodyPaidFor(C, c, p);
    if (body >= 0 && body < bodies && purchaserOfBody(structure, C, body) === p)
      share = will.enrolledShare[c * bodies + body]!;
    else if (p === c) {
      share = 1;
      for (let o = 0; o < bodies; o++) share -= will.enrolledShare[c * bodies + o]!;
    }
    if (share <= LEAST_SHARE) continue;
    for (let h = 0; h < H; h++) row[h]! += share * will.trade[c * H + h]!;
  }
  return row;
}

/** Shares of people that sum to one leave nobody but a rounding. */
const LEAST_SHARE = 1e-9;
