import {
  chooseSystem,
  isRefused,
  mostLikelyReview,
  reviewDraw,
  thinksAgain,
  viewBodies,
} from '../behaviour/enrolment.ts';
import { costMeans, predictedCost, seenCost } from '../behaviour/expected-cost.ts';
import { spendOnChoosing, spendOnPrevention } from '../behaviour/selection.ts';
import { institutionsOfPractice } from '../institutions/in-force.ts';
import { BT } from '../metrics/tallies.ts';
import { receive } from '../organisations/accounts.ts';
import { purchaserOfBody } from '../organisations/structure.ts';
import { LIFE } from '../population/people.ts';
import type { World } from '../world.ts';

/** People review their choice once a year, each in the week of their slot. */
const YEAR_WEEKS = 52;

/**
 * Step 3b of the tick, where people may choose the body that serves them: a week's part of the people think again, some
 * change, some are turned away. Who changes registers with a practice of the new body that takes people of their zone,
 * and money follows. Bodies pay for what they do to choose, and to keep well, those they serve.
 */
export function enrolment(world: World): void {
  const { structure, people, week } = world;
  if (structure.bodies === 0) return;
  spendOnChoosing(world);
  spendOnPrevention(world);
  if (!anyChoice(world)) return;
  const view = viewBodies(world);
  const means = costMeans(world);
  const arrived = people.arrivalEnd[week]!;
  const most = mostLikelyReview(world);
  for (let i = week % YEAR_WEEKS; i < arrived; i += YEAR_WEEKS) {
    // The draw comes first: of most people nothing else needs to be known.
    if (reviewDraw(world, i) >= most) continue;
    if (people.life(i) !== LIFE.present) continue;
    const g = people.practice(i);
    if (structure.bodyOfPractice[g]! < 0) continue;
    const { choice, riskAdjustment } = institutionsOfPractice(world, g);
    if (choice.of !== 'system' || !thinksAgain(world, view, i)) continue;
    const seen = seenCost(world, i);
    const brought = predictedCost(world, riskAdjustment.formula, means, i, seen);
    change(world, view, i, means.all === 0 ? 0 : (brought - seen) / means.all);
  }
}

/** @param margin what the person brings less what they cost, over the mean cost of a person */
function change(world: World, view: ReturnType<typeof viewBodies>, i: number, margin: number): void {
  const { people, structure, books, settings, place, ledger } = world;
  const to = chooseSystem(world, view, i, margin);
  if (to === people.practice(i)) return;
  const o = structure.bodyOfPractice[to]!;
  const outcome = isRefused(world, o, i, margin);
  if (outcome === 'quietly') {
    books.bodyYear[BT.refusals]! += 1;
    return;
  }
  if (outcome === 'fined') {
    const p = purchaserOfBody(structure, place.commissioners.count, o);
    const pence = Math.round(settings.selection.finePounds * 100);
    receive(world, p, ledger.accounts.treasury, -pence);
    books.spendYear[p]! += pence;
    books.bodyYear[BT.fines]! += pence;
  }
  world.person.changePractice(i, to);
  books.enrolledSince[i] = world.week + 1;
  books.bodyYear[BT.system_changes]! += 1;
}

function anyChoice(world: World): boolean {
  const { structure, place } = world;
  for (let g = 0; g < place.practices.count; g++) {
    if (structure.bodyOfPractice[g]! >= 0 && institutionsOfPractice(world, g).choice.of === 'system')
      return true;
  }
  return false;
}
