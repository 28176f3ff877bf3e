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
import { finePence, spendOnChoosing, spendOnPrevention } from '../behaviour/selection.ts';
import { PURPOSE } from '../draws.ts';
import { institutionsOfPractice } from '../institutions/in-force.ts';
import type { Institutions } from '../institutions/institutions.ts';
import { BT } from '../metrics/tallies.ts';
import { receive } from '../organisations/accounts.ts';
import { bodyOfPerson, enrolForThemselves, institutionsOfPerson } from '../organisations/membership.ts';
import { purchaserOfBody } from '../organisations/structure.ts';
import { BATCH } from '../population/care-room.ts';
import { BROUGHT_IN, LIFE } from '../population/people.ts';
import type { World } from '../world.ts';
import { tellReview } from './review-batches.ts';

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
  const { care } = world.person;
  if (care !== null) tellReview(world, care);
  const slots = care === null ? new Int32Array(BATCH) : care.columns.batchSlots;
  for (let from = week % YEAR_WEEKS; from < arrived; from += YEAR_WEEKS * BATCH) {
    const to = Math.min(arrived, from + YEAR_WEEKS * BATCH);
    const count =
      care === null
        ? whoThinksAgain(world, slots, from, to, most)
        : care.module.whoThinksAgain(from, to, most, week);
    for (let n = 0; n < count; n++) choose(world, view, means, slots[n]!);
  }
}

/** Those of a week's part of the slots who think again, in their order; what one chooses changes nothing for another. */
function whoThinksAgain(world: World, slots: Int32Array, from: number, to: number, most: number): number {
  const { people, keys } = world;
  const k0 = keys.k0[PURPOSE.systemReview]!;
  const k1 = keys.k1[PURPOSE.systemReview]!;
  let asked = 0;
  for (let i = from; i < to; i += YEAR_WEEKS) {
    // The draw comes first: of most people nothing else needs to be known.
    if (unit(h3(i, k0, k1)) < most) slots[asked++] = i;
  }
  let count = 0;
  for (let n = 0; n < asked; n++) {
    if (n % BROUGHT_IN === 0) people.bringIn(slots, n, Math.min(asked, n + BROUGHT_IN));
    const i = slots[n]!;
    if (people.life(i) === LIFE.present && thinksAgain(world, i)) slots[count++] = i;
  }
  return count;
}

function choose(world: World, view: BodyView, means: Formula, i: number): void {
  const { choice, riskAdjustment } = institutionsOfPerson(world, i);
  const margin = marginOf(world, riskAdjustment.formula, means, i);
  if (choice.enrolment === 'practice') changeWithPractice(world, view, i, margin);
  else changeAlone(world, view, i, margin);
}

/** What a person brings less what they cost, over the mean cost of a person. */
function marginOf(
  world: World,
  formula: Institutions['riskAdjustment']['formula'],
  means: Formula,
  i: number,
): number {
  // Who brings what they are seen to cost has no margin, whatever that is.
  if (means.all === 0 || formula === 'person') return 0;
  const seen = seenCost(world, i);
  return (predictedCost(world, formula, means, i, seen) - seen) / means.all;
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
  const { structure, books, place, ledger } = world;
  const outcome = isRefused(world, o, i, margin);
  if (outcome === 'quietly') books.bodyYear[BT.refusals]! += 1;
  if (outcome === 'fined') {
    const p = purchaserOfBody(structure, place.commissioners.count, o);
    const pence = finePence(world, o);
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
