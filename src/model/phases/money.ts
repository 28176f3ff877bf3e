import { emergenciesAtTheRate } from '../behaviour/emergency-rate.ts';
import { auditedShare, auditStrength } from '../behaviour/hospital/coding.ts';
import { ruleOf } from '../behaviour/payment-rule.ts';
import { institutionsOfProvider, institutionsOfPurchaser, needsStructure } from '../institutions/in-force.ts';
import type { Institutions } from '../institutions/institutions.ts';
import { BT } from '../metrics/tallies.ts';
import { accountOfPurchaser, isInside, receive, spend } from '../organisations/accounts.ts';
import { purchaserOfPerson } from '../organisations/membership.ts';
import { growthOf } from '../organisations/purchasers.ts';
import { purchaserOfBody, purchasersOf } from '../organisations/structure.ts';
import { atBaseCoding, atNationalPrices } from '../tariff-prices.ts';
import { CATEGORIES, CATEGORY, type World } from '../world.ts';
import { payForContract } from './contract-cost.ts';
import { payerOfCover } from './deficit-cover.ts';
import { payCosts } from './hospital-costs.ts';
import { pay, payForCare, payFromElsewhere } from './pay-hospital.ts';
import { payPracticeFunds } from './practice-funds.ts';
import { payProgrammes } from './programme-funds.ts';
import { noteRetained, spendRetained } from './retained-price.ts';
import { weekPart } from './week-part.ts';

/** Note activity at tariff price for a person: it is invoiced to who pays for them at the end of the week. */
export function charge(world: World, i: number, h: number, category: number, pence: number): void {
  const { books, structure, place, people } = world;
  const H = place.providers.count;
  const pairs = (place.commissioners.count + structure.bodies) * H;
  books.activityValue[category * pairs + purchaserOfPerson(world, i) * H + h]! += pence;
  if (category <= CATEGORY.elective)
    books.practiceSpend[people.practice(i)]! += atBaseCoding(world, h, category, pence);
}

/** Note activity for residents of a commissioner's area of whom only the number is known: each who pays bears its part. */
export function chargeArea(world: World, c: number, h: number, category: number, pence: number): void {
  const { books, structure, place, will } = world;
  const C = place.commissioners.count;
  const H = place.providers.count;
  const pairs = (C + structure.bodies) * H;
  const last = structure.bodies === 0 ? -1 : lastPayer(world, c);
  let left = pence;
  for (let o = 0; o < structure.bodies; o++) {
    const share = will.enrolledShare[c * structure.bodies + o]!;
    if (share === 0) continue;
    const part = o === last ? left : Math.min(left, Math.round(pence * share));
    books.activityValue[category * pairs + purchaserOfBody(structure, C, o) * H + h]! += part;
    left -= part;
  }
  books.activityValue[category * pairs + c * H + h]! += left;
}

/** The same for emergency admissions that are only counted: each bears its part of every one, be it less than a whole. */
export function countAreaEmergencies(world: World, c: number, h: number, count: number): void {
  const { books, structure, place, will } = world;
  const C = place.commissioners.count;
  const H = place.providers.count;
  const last = structure.bodies === 0 ? -1 : lastPayer(world, c);
  let left = count;
  for (let o = 0; o < structure.bodies; o++) {
    const share = will.enrolledShare[c * structure.bodies + o]!;
    if (share === 0) continue;
    const part = o === last ? left : Math.min(left, count * share);
    books.emergencyCount[purchaserOfBody(structure, C, o) * H + h]! += part;
    left -= part;
  }
  books.emergencyCount[c * H + h]! += left;
}

/** The body that bears what rounding leaves of an area: the last, where its bodies pay for everybody; -1 = the commissioner. */
function lastPayer({ structure, will, books }: World, c: number): number {
  let left = 1;
  let last = -1;
  for (let o = 0; o < structure.bodies; o++) {
    const share = will.enrolledShare[c * structure.bodies + o]!;
    if (share === 0) continue;
    left -= share;
    last = o;
  }
  // Sums of shares are exact to far less than a person.
  return Math.round(left * books.areaRegistered[c]!) > 0 ? -1 : last;
}

/** Note activity at tariff price for somebody from elsewhere. */
export function chargeElsewhere(world: World, h: number, category: number, pence: number): void {
  world.books.elsewhereValue[category * world.place.providers.count + h]! += pence;
}

/** Note outpatient work that nobody pays for: it costs what any other does. */
export function noteUnpaid(world: World, h: number, pence: number): void {
  world.books.valueThisWeek[h]! += atNationalPrices(world, h, CATEGORY.outpatient, pence);
}

/**
 * Step 7 of the tick: allocations come in and go to those who hold the money for people's care, hospitals are paid by
 * the payment rules in force, practices with budgets pay for their people, other services take their budgets, hospitals pay staff and suppliers. Every movement is a
 * double entry in integer pence.
 */
export function money(world: World): void {
  allocate(world);
  const elsewhere = payHospitals(world);
  spendRetained(world);
  payPracticeFunds(world);
  payProgrammes(world);
  payOtherServices(world);
  payDevelopment(world);
  payCosts(world, elsewhere);
}

function allocate(world: World): void {
  const { ledger, books, place, structure } = world;
  const { bodies } = structure;
  for (let c = 0; c < place.commissioners.count; c++) {
    receive(world, c, ledger.accounts.treasury, weekPart(world, books.allocation[c]!));
    for (let o = 0; o < bodies; o++) {
      const pence = weekPart(world, books.passedOn[c * bodies + o]!);
      if (pence === 0) continue;
      const p = purchaserOfBody(structure, place.commissioners.count, o);
      receive(world, p, accountOfPurchaser(world, c), pence);
      books.held[c]! -= pence;
    }
  }
}

/** @returns [h] value of what was done for people from elsewhere, pence at national prices */
function payHospitals(world: World): Float64Array {
  const { books, place, structure } = world;
  const H = place.providers.count;
  const elsewhere = new Float64Array(H);
  const P = purchasersOf(place, structure);
  const audit = Float64Array.from({ length: P }, (_, p) => auditStrength(world, p));
  for (let category = 0; category < CATEGORIES; category++) {
    for (let p = 0; p < P; p++) {
      const { payment } = institutionsOfPurchaser(world, p);
      const rule = ruleOf(payment, category as Category);
      for (let h = 0; h < H; h++) {
        const ph = p * H + h;
        const at = category * P * H + ph;
        const value = books.activityValue[at]!;
        if (value === 0 && books.plan[at] === 0 && books.activityYear[at] === 0) continue;
        books.valueThisWeek[h]! += atNationalPrices(world, h, category, value);
        // What is struck out of care above the plan is settled apart (see `commissioner-spending.ts`).
        const byCase = rule === 'tariff' && !isInside(world, p, h);
        const discount =
          byCase && category === CATEGORY.emergency ? marginalDiscount(world, ph, at, value, payment) : 0;
        const due = isInside(world, p, h)
          ? instalment(
              world,
              books.plan[at]!,
              books.activityYear[at]!,
              value,
              payment.internalBudgetFollowsActivity,
            )
          : rule === 'tariff'
            ? afterAudit(world, h, audit[p]!, category, value - discount)
            : instalment(world, books.plan[at]!, books.activityYear[at]!, value, payment.blockCorridor);
        books.activityYear[at]! += value;
        books.activityValue[at] = 0;
        payForCare(world, p, h, due);
        noteRetained(world, p, h, afterAudit(world, h, audit[p]!, category, discount));
        payForContract(world, p, h, category as Category, value, payment);
      }
    }
    for (let h = 0; h < H; h++) {
      const at = category * H + h;
      const value = books.elsewhereValue[at]!;
      const national = atNationalPrices(world, h, category, value);
      books.valueThisWeek[h]! += national;
      elsewhere[h]! += national;
      if (value === 0 && books.elsewherePlan[at] === 0 && books.elsewhereYear[at] === 0) continue;
      const { payment } = institutionsOfProvider(world, h);
      const due =
        ruleOf(payment, category as Category) === 'tariff'
          ? afterAudit(world, h, auditStrength(world, -1), category, value)
          : instalment(
              world,
              books.elsewherePlan[at]!,
              books.elsewhereYear[at]!,
              value,
              payment.blockCorridor,
            );
      books.elsewhereYear[at]! += value;
      books.elsewhereValue[at] = 0;
      payFromElsewhere(world, h, due);
    }
  }
  payBlocks(world);
  return elsewhere;
}

type Category = (typeof CATEGORY)[keyof typeof CATEGORY];

/** Income that activity does not explain: from each purchaser, from elsewhere, and what a body covers of its own hospitals' deficits. */
function payBlocks(world: World): void {
  const { books, place, structure } = world;
  const H = place.providers.count;
  for (let h = 0; h < H; h++) {
    for (let p = 0; p < purchasersOf(place, structure); p++) {
      const block = weekPart(world, Math.round(books.blockIncome[p * H + h]! * books.priceLevel));
      if (block !== 0) pay(world, p, h, block, block, false);
    }
    const payer = payerOfCover(world, h);
    const cover = payer < 0 ? 0 : weekPart(world, books.deficitCover[h]!);
    if (cover !== 0) pay(world, payer, h, cover, cover, true);
    payFromElsewhere(
      world,
      h,
      weekPart(world, Math.round(books.blockIncomeElsewhere[h]! * books.priceLevel)),
    );
  }
}

/**
 * A week's pay under a block, or of an internal budget: a fifty-second of the plan at today's prices, and a share of the
 * price of what is done above or below it. In the first year of a run, for which there is no plan, instalments follow
 * the year to date.
 */
function instalment(world: World, plan: number, year: number, value: number, follows: number): number {
  const fixed =
    world.week < 52 ? Math.floor((year + value) / ((world.week % 52) + 1)) : weekPart(world, plan);
  return fixed + Math.round(follows * (value - fixed));
}

/** Pay by case for admissions, less what the payer's audit of their coding takes back. */
function afterAudit(world: World, h: number, strength: number, category: number, due: number): number {
  if (category !== CATEGORY.elective && category !== CATEGORY.emergency) return due;
  return due - Math.round(due * auditedShare(world, h, strength));
}

/**
 * What is taken off a week's price of emergencies, pence: those above the baseline at the same week earn the marginal rate
 * only; where it holds both ways, those below it cost the purchaser the rest of their price (a discount below nothing).
 */
function marginalDiscount(
  world: World,
  ph: number,
  at: number,
  value: number,
  payment: Institutions['payment'],
): number {
  const { emergencyMarginalRate: rate } = payment;
  if (rate === 1 || world.week < 52) return 0;
  const { books } = world;
  const over = emergenciesAtTheRate(world, payment, ph, (world.week % 52) + 1);
  const excess = over - books.emergencyExcess[ph]!;
  books.emergencyExcess[ph] = over;
  const year = books.activityYear[at]! + value;
  return Math.round(((1 - rate) * excess * year) / Math.max(1, books.emergencyCount[ph]!));
}

function payOtherServices(world: World): void {
  const { ledger, books, place, settings, structure } = world;
  const { accounts } = ledger;
  const C = place.commissioners.count;
  for (let p = 0; p < purchasersOf(place, structure); p++) {
    if (p >= C && structure.founded[p - C]! < 0) continue;
    // What the model does not count keeps its share of the purchaser's money.
    const growth = growthOf(world, p);
    const perHead = (pounds: number): number =>
      Math.round((books.openingRegistered[p]! * pounds * 100 * growth) / 52);
    const home = p < C ? p : structure.homeOfBody[p - C]!;
    spend(
      world,
      p,
      accounts.community + home,
      weekPart(world, Math.round(books.communityBlock[p]! * growth)),
    );
    spend(world, p, accounts.primaryCare + home, perHead(settings.primaryCarePerHead));
    const freed = weekPart(world, books.savingsDue[p]!);
    const others = weekPart(world, books.otherServices[p]!);
    spend(world, p, accounts.primaryCare + home, freed);
    spend(world, p, accounts.prescribing + home, perHead(settings.prescribingPerHead));
    spend(world, p, accounts.otherServices + home, others);
    books.bodyYear[BT.unmodelled_services]! += freed + others;
  }
}

/** Money that helps groups to get ready: for people whose structure has not formed, paid by who pays for their care. */
function payDevelopment(world: World): void {
  const { structure, books, place, cells, inForce } = world;
  if (structure.bodies === 0) return;
  const ahead = place.commissioners.count * 2;
  for (let g = 0; g < place.practices.count; g++) {
    if (structure.formedOfPractice[g] === 1) continue;
    const institutions = inForce[cells.ofPractice[g]! + ahead]!;
    const pounds = institutions.rollout.developmentPoundsPerHead;
    // Where no structure is asked for, nobody gets ready for one.
    if (pounds === 0 || !needsStructure(institutions)) continue;
    const pence = Math.round((books.registered[g]! * pounds * 100) / 52);
    spend(world, structure.purchaserOfPractice[g]!, null, pence);
    books.bodyYear[BT.development]! += pence;
  }
}
