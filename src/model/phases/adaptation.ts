import { reviewCommissioners } from '../behaviour/commissioner/view.ts';
import { reviewEnrolment } from '../behaviour/enrolment-worth.ts';
import { putLeversIntoEffect } from '../behaviour/hospital/care-factors.ts';
import { hearOfClosures } from '../behaviour/hospital/closures.ts';
import { codingFactorOf } from '../behaviour/hospital/coding.ts';
import { reviewHospitalYear } from '../behaviour/hospital/hospital-year.ts';
import { closeDuplicates } from '../behaviour/hospital/rationalisation.ts';
import { reviewSlack } from '../behaviour/hospital/slack.ts';
import { reviewStaff } from '../behaviour/hospital/staff.ts';
import { reviewWaits } from '../behaviour/hospital/stage-wait.ts';
import { reviewMoney } from '../behaviour/margins.ts';
import { attentionOf } from '../behaviour/national/politics.ts';
import { moveLever } from '../behaviour/will/adapt.ts';
import { levelOf } from '../behaviour/will/level.ts';
import { LEVERS } from '../behaviour/will/levers.ts';
import { QUARTER_WEEKS } from '../calendar.ts';
import { institutionsOfProvider } from '../institutions/in-force.ts';
import { recordLevers } from '../metrics/lever-record.ts';
import { renewPrices, settlePrice } from '../tariff-prices.ts';
import type { World } from '../world.ts';

/**
 * Step 8 of the tick, quarterly: every organisation looks at its books and moves its levers a step, each by the same
 * law. Where the institutions say that organisations do not act, levers stay where they are.
 */
export function adaptation(world: World): void {
  if (world.week % QUARTER_WEEKS !== QUARTER_WEEKS - 1) return;
  reviewWaits(world);
  reviewMoney(world);
  reviewCommissioners(world);
  reviewHospitalYear(world);
  reviewEnrolment(world);
  reviewSlack(world);
  reviewStaff(world);
  if (world.inForce.some(({ planning }) => planning.organisationsAct)) {
    for (let n = 0; n < LEVERS.length; n++) moveLever(world, n, attentionOf(world, LEVERS, n));
    recordLevers(world);
  }
  hearOfClosures(world);
  closeDuplicates(world);
  putLeversIntoEffect(world);
  putPricesIntoEffect(world);
}

/** Admissions are priced as they are recorded. Local prices where trusts set them; the national one where it is fixed; negotiated ones hold until the next round. */
function putPricesIntoEffect(world: World): void {
  const { books, place } = world;
  let moved = false;
  for (let h = 0; h < place.providers.count; h++) {
    const coded = codingFactorOf(world, h);
    if (coded !== books.codingFactor[h]) moved = true;
    books.codingFactor[h] = coded;
    const { priceFreedom } = institutionsOfProvider(world, h).payment;
    if (priceFreedom === 'negotiated') continue;
    const factor = priceFreedom === 'local' ? levelOf(world, 'price', h) : 1;
    const negotiated = books.priceNegotiated[h] === 1;
    books.priceNegotiated[h] = 0;
    if (factor === books.priceFactor[h]) continue;
    // Whose own price takes the place of a negotiated one has contracts for as many patients as before.
    if (priceFreedom === 'fixed' || negotiated) settlePrice(world, h, factor);
    else books.priceFactor[h] = factor;
    moved = true;
  }
  if (moved) renewPrices(world);
}
