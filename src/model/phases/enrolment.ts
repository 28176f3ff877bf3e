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
import { chooseSystemFreely } from '../behaviour/free-enrolment.ts';
import { spendOnChoosing, spendOnPrevention } from '../behaviour/selection.ts';
import { PURPOSE } from '../draws.ts';
import { institutionsOfPractice } from '../institutions/in-force.ts';
import { BT } from '../metrics/tallies.ts';
import { receive } from '../organisations/accounts.ts';
import { bodyOfPerson, enrolForThemselves, institutionsOfPerson } from '../organisations/membership.ts';
import { purchaserOfBody } from '../organisations/structure.ts';
import { BROUGHT_IN, LIFE } from '../population/people.ts';
import type { World } from '../world.ts';

/** People review their choice once a year, each in the week of their slot. */
const YEAR_WEEKS = 52;

/**
 * Step 3b of the tick, where people may choose the body that serves them: a week's part of the people think again, some
 * change, some are turned away. Where the system comes with the practice, who changes registers with a practice of the
 * new body that takes people of their zone; else the practice stays. Money follows. Bodies pay for what they do to choose, and to keep well, those they serve.
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
  const { people } = world;
  const { asked } = view;
  people.bringIn(asked, 0, count);
  for (let n = 0; n < count; n++) {
    const i = asked[n]!;
    if (people.life(i) !== LIFE.present) continue;
    const { choice, riskAdjustment } = institutionsOfPerson(world, i);
    if (choice.of !== 'system') continue;
    if (choice.enrolment === 'practice' && bodyOfPerson(world, i) < 0) continue;
    if (!thinksAgain(world, i)) continue;
    const seen = seenCost(world, i);
    const brought = predictedCost(world, riskAdjustment.formula, means, i, seen);
    const margin = means.all === 0 ? 0 : (brought - seen) / means.all;
    if (choice.enrolment === 'practice') changeWithPractice(world, view, i, margin);
    else changeAlone(world, view, i, margin);
  }
}

/** @param margin what the person brings less what they cost, over the mean cost of a person */
function changeWithPractice(world: World, view: BodyView, i: number, margin: number): void {
  const { people, structure } = world;
  const to = chooseSystem(world, view, i, margin);
  if (to === people.practice(i)) return;
  if (!isTakenIn(world, structure.bodyOfPractice[to]!, i, margin)) return;
  world.person.changePractice(i, to);
  noteChange(world, i);
}

function changeAlone(world: World, view: BodyView, i: number, margin: number): void {
  const own = bodyOfPerson(world, i);
  const to = chooseSystemFreely(world, view, i, margin);
  if (to === own || !isTakenIn(world, to, i, margin)) return;
  enrolForThemselves(world, i, to);
  noteChange(world, i);
}

function noteChange({ books, week }: World, i: number): void {
  books.enrolledSince[i] = week + 1;
  books.bodyYear[BT.system_changes]! += 1;
}

/** Whether the body takes the person in; a refusal that is found is fined, and the person is taken in after all. */
function isTakenIn(world: World, o: number, i: number, margin: number): boolean {
  const { structure, books, settings, place, ledger } = world;
  const outcome = isRefused(world, o, i, margin);
  if (outcome === 'quietly') books.bodyYear[BT.refusals]! += 1;
  if (outcome === 'fined') {
    const p = purchaserOfBody(structure, place.commissioners.count, o);
    const pence = Math.round(settings.selection.finePounds * 100);
    receive(world, p, ledger.accounts.treasury, -pence);
    books.spendYear[p]! += pence;
    books.bodyYear[BT.fines]! += pence;
  }
  return outcome !== 'quietly';
}

function anyChoice(world: World): boolean {
  const { structure, place } = world;
  for (let g = 0; g < place.practices.count; g++) {
    if (structure.bodyOfPractice[g]! >= 0 && institutionsOfPractice(world, g).choice.of === 'system')
      return true;
  }
  return false;
}
