import { h3, unit } from '../../kernel/draw.ts';
import {
  type BodyView,
  chooseSystem,
  isRefused,
  mostLikelyReview,
  thinksAgain,
  viewBodies,
} from '../behaviour/enrolment.ts';
import { costMeans, type Formula, predictedCost, seenCost } from '../behaviour/expected-cost.ts';
import { spendOnChoosing, spendOnPrevention } from '../behaviour/selection.ts';
import { PURPOSE } from '../draws.ts';
import { institutionsOfPractice } from '../institutions/in-force.ts';
import { BT } from '../metrics/tallies.ts';
import { receive } from '../organisations/accounts.ts';
import { purchaserOfBody } from '../organisations/structure.ts';
import { BROUGHT_IN, LIFE } from '../population/people.ts';
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
  const k0 = world.keys.k0[PURPOSE.systemReview]!;
  const k1 = world.keys.k1[PURPOSE.systemReview]!;
  const { asked } = view;
  let count = 0;
  for (let i = week % YEAR_WEEKS; i < arrived; i += YEAR_WEEKS) {
    // The draw comes first: of most people nothing else needs to be known.
    if (unit(h3(i, k0, k1)) >= most) continue;
    asked[count++] = i;
    if (count < BROUGHT_IN) continue;
    ask(world, view, means, count);
    count = 0;
  }
  ask(world, view, means, count);
}

/** Those noted think again, one after the other; all are fetched from memory at once. */
function ask(world: World, view: BodyView, means: Formula, count: number): void {
  const { people, structure } = world;
  const { asked } = view;
  people.bringIn(asked, 0, count);
  for (let n = 0; n < count; n++) {
    const i = asked[n]!;
    if (people.life(i) !== LIFE.present) continue;
    const g = people.practice(i);
    if (structure.bodyOfPractice[g]! < 0) continue;
    const { choice, riskAdjustment } = institutionsOfPractice(world, g);
    if (choice.of !== 'system' || !thinksAgain(world, i)) continue;
    const seen = seenCost(world, i);
    const brought = predictedCost(world, riskAdjustment.formula, means, i, seen);
    change(world, view, i, means.all === 0 ? 0 : (brought - seen) / means.all);
  }
}

/** @param margin what the person brings less what they cost, over the mean cost of a person */
function change(world: World, view: BodyView, i: number, margin: number): void {
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
