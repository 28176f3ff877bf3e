import { h3, unit } from '../../kernel/draw.ts';
import { isOutsidePackage } from '../behaviour/commissioner/package.ts';
import { purchasePriceRatio, purchaseShare } from '../behaviour/commissioner/waiting-list-purchases.ts';
import { theatreSlot } from '../behaviour/hospital/slots.ts';
import { guaranteeUptake } from '../behaviour/national/politics.ts';
import { PURPOSE } from '../draws.ts';
import { institutionsOfProvider } from '../institutions/in-force.ts';
import { GT, GT_COUNT, RT } from '../metrics/tallies.ts';
import type { PatientQueue } from '../population/patient-queue.ts';
import { CLOCK_OFFSET, STAGE, severityOf } from '../population/people.ts';

import { PRICE, PRICES, type World } from '../world.ts';

/**
 * Step 6d of the tick: patients who leave a list to be treated elsewhere at their commissioner's cost. Those who have
 * waited longer than is guaranteed may go, as many as know their right; and commissioners buy operations for those who
 * are first on the routine lists. They leave the list as removals; the need is met with the probability of the gain
 * that treatment has, otherwise it stays with general practice.
 */
export function treatElsewhere(world: World): void {
  const { place } = world;
  const shares = Float64Array.from({ length: place.commissioners.count }, (_, c) => purchaseShare(world, c));
  const buys = shares.some((share) => share > 0);
  for (let hs = 0; hs < place.providers.count * 8; hs++) {
    honourGuarantee(world, hs);
    if (buys) buyOperations(world, hs, shares);
  }
}

function honourGuarantee(world: World, hs: number): void {
  const h = hs >> 3;
  const weeks = institutionsOfProvider(world, h).entitlement.guaranteedMaximumWeeks;
  if (weeks === 0) return;
  const { books, keys } = world;
  const latest = world.week + CLOCK_OFFSET - weeks;
  const uptake = guaranteeUptake(world, h);
  for (const [queues, stage] of [
    [books.firstQueue, STAGE.firstOutpatient],
    [books.admissionQueue, STAGE.admission],
  ] as const) {
    for (let urgent = 0; urgent < 2; urgent++) {
      eachWaiting(world, queues[hs * 2 + urgent]!, stage, hs, (i, clock) => {
        if (clock > latest) return stage === STAGE.admission;
        const draw = unit(h3(i, keys.k0[PURPOSE.treatedElsewhere]!, keys.k1[PURPOSE.treatedElsewhere]!));
        if (draw < uptake) leave(world, i, hs, stage === STAGE.admission);
        return true;
      });
    }
  }
}

/** The first on the routine list whose commissioners buy, as many as they buy of the theatre's operations. */
function buyOperations(world: World, hs: number, shares: Float64Array): void {
  const { books, will, place, tables, people } = world;
  const h = hs >> 3;
  const H = place.providers.count;
  let wanted = will.purchaseCarry[hs]!;
  for (let c = 0; c < shares.length; c++) {
    wanted += Math.max(0, shares[c]!) * will.trade[c * H + h]! * books.electiveSlots[hs]!;
  }
  let left = Math.floor(wanted);
  will.purchaseCarry[hs] = wanted - left;
  if (left === 0) return;
  eachWaiting(world, books.admissionQueue[hs * 2]!, STAGE.admission, hs, (i) => {
    if (shares[tables.commissionerOfPractice[people.practice(i)]!]! > 0) {
      leave(world, i, hs, true);
      left--;
    }
    return left > 0;
  });
}

/** Visit residents who stand on a list, front to back, until `visit` says no. */
function eachWaiting(
  world: World,
  queue: PatientQueue,
  stage: number,
  hs: number,
  visit: (i: number, clock: number) => boolean,
): void {
  const { slots, clocks, head, length } = queue;
  for (let n = 0; n < length; n++) {
    const at = (head + n) & (slots.length - 1);
    const i = slots[at]!;
    if (i < 0 || !world.person.stillWaiting(i, clocks[at]!, stage, hs)) continue;
    if (!visit(i, clocks[at]!)) return;
  }
}

/** Somebody leaves the list to be treated elsewhere; the commissioner owes the price. */
function leave(world: World, i: number, hs: number, listed: boolean): void {
  const { people, tables, settings, keys, tally, will, books } = world;
  const s = hs & 7;
  const g = people.practice(i);
  const c = tables.commissionerOfPractice[g]!;
  const needsOne = severityOf(people.severity(i)) >= tables.conversionThreshold[s]!;
  const refused = !listed && needsOne && isOutsidePackage(world, i, s);
  const operated = listed || (needsOne && !refused);
  const visit = listed ? 0 : books.pricePence[(hs >> 3) * PRICES + PRICE.first + s]!;
  const operation = operated ? theatreSlot(world, hs).price * 100 : 0;
  const pence = Math.round((visit + operation) * purchasePriceRatio(world, c));
  will.outsideDue[c]! += pence;
  will.purchaseYear[c]! += pence;
  world.person.tally(i, RT.treated_elsewhere);
  if (refused) world.person.tally(i, RT.operations_refused);
  if (operated) {
    world.person.tally(i, RT.elective_admissions);
    tally.practices[g * GT_COUNT + GT.elective_admissions]! += 1;
  }
  const gain = settings.treatmentGain[s]! * (operated ? 1 : settings.gainWithoutAdmission);
  const draw = unit(h3(-1 - i, keys.k0[PURPOSE.treatedElsewhere]!, keys.k1[PURPOSE.treatedElsewhere]!));
  world.person.remove(i, !refused && draw < gain);
}
