import { borderRates } from '../behaviour/border.ts';
import { settlePlans } from '../behaviour/commissioner/bargaining.ts';
import { decideLocalExtras } from '../behaviour/commissioner/package.ts';
import { negotiatePrices } from '../behaviour/commissioner/price-bargaining.ts';
import { contractingAhead } from '../behaviour/contracting-cost.ts';
import { shareOutAllocations } from '../behaviour/dowry.ts';
import { keepEmergencyBaseline, yearJustEnded } from '../behaviour/emergency-baseline.ts';
import { ruleOf } from '../behaviour/payment-rule.ts';
import {
  institutionsOfPractice,
  institutionsOfProvider,
  institutionsOfPurchaser,
} from '../institutions/in-force.ts';
import { isInside } from '../organisations/accounts.ts';
import { countEnrolledApart } from '../organisations/membership.ts';
import { change } from '../organisations/organisations.ts';
import { openFund } from '../organisations/practice-funds.ts';
import { holdsProgramme, turnProgramme } from '../organisations/programme-funds.ts';
import { growthOf, incomeOf, renewEnrolledShares, settleServices } from '../organisations/purchasers.ts';
import { tellProgrammesBegin, tellProgrammesEnd } from '../organisations/record-funds.ts';
import { purchasersOf } from '../organisations/structure.ts';
import { FINANCIAL_YEARS } from '../place.ts';
import { priceLevelOf, renewPrices } from '../tariff-prices.ts';
import { CATEGORIES, CATEGORY, type World } from '../world.ts';
import { payerOfCover, plannedWithin, renewDeficitCover } from './deficit-cover.ts';
import { atRate } from './pay-hospital.ts';
import { turnRetained } from './retained-price.ts';

type Category = (typeof CATEGORY)[keyof typeof CATEGORY];

/**
 * Step 2 of the tick, in the first week of a financial year: allocations, the tariff, and the volumes agreed for the
 * year. Block plans rest on the last year's activity at the new year's prices.
 */
export function contracts(world: World): void {
  if (world.week % 52 !== 0) return;
  const year = world.week / 52;
  if (year > 0) {
    const before = world.books.priceLevel;
    setLevels(world, year);
    const ratio = world.books.priceLevel / before;
    turnYear(world, ratio, year);
    const atOldPrices = plannedCareOfPurchasers(world);
    negotiatePrices(world);
    turnPractices(world, ratio, atOldPrices);
    renewPrices(world);
    const within = plannedWithin(world);
    settlePlans(world);
    renewDeficitCover(world, within);
  }
  setAllocations(world, year);
  // On the first day those who took over in this very week get their money with everybody else.
  settleBodies(world);
  if (year > 0) planOtherServices(world);
  decideLocalExtras(world);
  recordContracts(world);
}

function setLevels(world: World, year: number): void {
  const { books, settings } = world;
  books.priceLevel = priceLevelOf(settings, year);
  books.costLevel *= 1 + settings.costInflation - settings.trustEfficiency;
}

/**
 * Last year's activity at the new year's prices; this year starts at nothing. A plan under a block (or an internal
 * budget) that was already in force is not rebased on activity: it moves with prices alone, so that more activity earns
 * nothing a year later. Any other plan is last year's activity.
 */
function turnYear(world: World, priceRatio: number, beginning: number): void {
  const { books, place, structure } = world;
  const H = place.providers.count;
  const P = purchasersOf(place, structure);
  const turn = (
    at: number,
    lastYear: Float64Array,
    year: Float64Array,
    plan: Float64Array,
    fixed: boolean,
  ): void => {
    lastYear[at] = Math.round(year[at]! * priceRatio);
    plan[at] = fixed && beginning > 1 ? Math.round(plan[at]! * priceRatio) : lastYear[at]!;
    year[at] = 0;
  };
  for (let category = 0; category < CATEGORIES; category++) {
    for (let p = 0; p < P; p++) {
      const block = isFixed(world, p, category as Category);
      for (let h = 0; h < H; h++) {
        const at = (category * P + p) * H + h;
        const byPlan = block || isInside(world, p, h);
        const fixed = books.blockYears[at]! > 0 && byPlan;
        turn(at, books.activityLastYear, books.activityYear, books.plan, fixed);
        books.blockYears[at] = byPlan ? books.blockYears[at]! + 1 : 0;
      }
    }
    for (let h = 0; h < H; h++) {
      const at = category * H + h;
      const block = ruleOf(institutionsOfProvider(world, h).payment, category as Category) === 'block';
      const fixed = books.elsewhereBlockYears[at]! > 0 && block;
      turn(at, books.elsewhereLastYear, books.elsewhereYear, books.elsewherePlan, fixed);
      books.elsewhereBlockYears[at] = block ? books.elsewhereBlockYears[at]! + 1 : 0;
    }
  }
  keepEmergencyBaseline(
    world,
    yearJustEnded(beginning),
    P,
    (p) => institutionsOfPurchaser(world, p).payment.marginalRateBaseYear,
  );
  books.emergencyCountLastYear.set(books.emergencyCount);
  books.emergencyCount.fill(0);
  books.emergencyExcess.fill(0);
  books.emergencyExcessBefore.fill(0);
  turnRetained(world);
}

/** [p] what each purchaser's people cost in planned care last year, as the books state it now, pence. */
function plannedCareOfPurchasers({ books, place, structure }: World): Float64Array {
  const H = place.providers.count;
  const P = purchasersOf(place, structure);
  return Float64Array.from({ length: P }, (_, p) => {
    let sum = 0;
    for (const category of [CATEGORY.outpatient, CATEGORY.elective])
      for (let h = 0; h < H; h++) sum += books.activityLastYear[(category * P + p) * H + h]!;
    return sum;
  });
}

/** Practices' last year at the new year's prices, those that were negotiated included: a cheaper contract saves nobody a visit. */
function turnPractices(world: World, priceRatio: number, atOldPrices: Float64Array): void {
  const { books, place, structure } = world;
  const restated = plannedCareOfPurchasers(world).map((now, p) => (now === 0 ? 1 : now / atOldPrices[p]!));
  const begun: number[] = [];
  const ended: number[] = [];
  for (let g = 0; g < place.practices.count; g++) {
    const ratio = priceRatio * restated[structure.purchaserOfPractice[g]!]!;
    books.practiceSpendLastYear[g] = Math.round(books.practiceSpend[g]! * ratio);
    books.practiceSpend[g] = 0;
    books.practicePeople[g] = books.registered[g]!;
    openFund(world, g);
    const had = holdsProgramme(world, g);
    turnProgramme(world, g, priceRatio, ratio);
    if (holdsProgramme(world, g) !== had) (had ? ended : begun).push(g);
  }
  tellProgrammesBegin(world, begun, 'payment.longTermConditions, by what last year cost');
  tellProgrammesEnd(world, ended, 'payment.longTermConditions at the turn of the year');
}

function isFixed(world: World, p: number, category: Category): boolean {
  return ruleOf(institutionsOfPurchaser(world, p).payment, category) === 'block';
}

/** Who is enrolled where, what services go with them, and what each body gets of the new year's allocations. */
function settleBodies(world: World): void {
  const { structure, place } = world;
  if (structure.bodies === 0) return;
  let people = false;
  for (let g = 0; g < place.practices.count; g++) {
    if (structure.formedOfPractice[g] === 1 && institutionsOfPractice(world, g).choice.of === 'system')
      people = true;
  }
  if (people && world.week > 0) {
    countEnrolledApart(world);
    settleServices(world);
  }
  renewEnrolledShares(world);
  shareOutAllocations(world);
}

/** What a purchaser expects to pay for the year's hospital activity: the plans of all its pairs at what their borders let it pay, pence. */
function plannedActivity(world: World, p: number): number {
  const { books, place, structure } = world;
  const H = place.providers.count;
  const P = purchasersOf(place, structure);
  let bill = 0;
  for (let h = 0; h < H; h++) {
    const { paid } = borderRates(world, p, h);
    for (let category = 0; category < CATEGORIES; category++)
      bill += atRate(books.plan[(category * P + p) * H + h]!, paid);
  }
  return bill;
}

/**
 * Purchasers plan to break even: what is left of their money after the year's expected bill for activity, blocks,
 * community services, primary care, prescribing, promised savings, contracting and its own hospitals' deficits goes to the other services, but not less than
 * their least share.
 */
function planOtherServices(world: World): void {
  const { books, place, settings, structure } = world;
  const H = place.providers.count;
  const P = purchasersOf(place, structure);
  for (let p = 0; p < P; p++) {
    const income = incomeOf(world, p);
    books.plannedBill[p] = 0;
    if (income === 0) continue;
    books.plannedBill[p] = plannedActivity(world, p);
    for (let h = 0; h < H; h++)
      if (payerOfCover(world, h) === p) books.plannedBill[p]! += books.deficitCover[h]!;
    const growth = growthOf(world, p);
    const perHead = (settings.primaryCarePerHead + settings.prescribingPerHead) * 100;
    let bill =
      (books.communityBlock[p]! + books.openingRegistered[p]! * perHead) * growth + books.savingsDue[p]!;
    for (let h = 0; h < H; h++) {
      bill += books.blockIncome[p * H + h]! * books.priceLevel;
    }
    bill += books.plannedBill[p]! + contractingAhead(world, p, institutionsOfPurchaser(world, p).payment);
    const least = income * settings.otherServicesLeastShare;
    books.otherServices[p] = Math.round(Math.max(least, income - bill));
  }
}

/** Published allocations while there are any, then the planned growth; a shock to growth replaces either. */
function setAllocations(world: World, year: number): void {
  const { books, place, settings, input } = world;
  const years = FINANCIAL_YEARS.length;
  let growth: number | null = null;
  for (const shock of input.shocks) {
    if (shock.budgetGrowth !== null && world.week >= shock.week && world.week < shock.week + shock.weeks) {
      growth = shock.budgetGrowth;
    }
  }
  for (let c = 0; c < place.commissioners.count; c++) {
    const at = (y: number): number => place.commissioners.allocationPounds[c * years + y]!;
    if (year === 0) {
      books.allocation[c] = Math.round(at(0) * 100 * input.scale);
      continue;
    }
    const planned = year < years ? at(year) / at(year - 1) : 1 + settings.allocationGrowthLater;
    books.allocation[c] = Math.round(books.allocation[c]! * (growth === null ? planned : 1 + growth));
  }
}

function recordContracts(world: World): void {
  const { books, place, settings, input } = world;
  const { organisations, patches } = change(world.organisations, (draft) => {
    place.commissioners.code.forEach((code, c) => {
      draft.commissioners[code]!.allocationPounds = Math.round(books.allocation[c]! / 100 / input.scale);
    });
    place.providers.code.forEach((code, h) => {
      let firsts = 0;
      let operations = 0;
      for (let s = 0; s < 8; s++) {
        const visits = 1 + books.followUpRatio[h * 8 + s]! * settings.followUpSlotWeight;
        firsts += (books.outpatientSlots[h * 8 + s]! * 52) / visits;
        operations += books.electiveSlots[h * 8 + s]! * 52;
      }
      draft.trusts[code]!.contractedFirstOutpatients = Math.round(firsts / input.scale);
      draft.trusts[code]!.contractedOperations = Math.round(operations / input.scale);
    });
  });
  world.organisations = organisations;
  const why = `financial year ${world.week / 52 + 1} of the run begins`;
  for (const patch of patches) {
    const [table, code, field] = patch.path as [string, string, string];
    world.journal.push({
      week: world.week,
      kind: table === 'trusts' ? 'contract' : 'allocation',
      organisation: code,
      description: `${LABELS[field] ?? field}: ${String(patch.value)}`,
      why,
    });
  }
}

const LABELS: Readonly<Record<string, string>> = {
  allocationPounds: 'allocation of the year, pounds',
  contractedFirstOutpatients: 'first outpatients contracted for the year',
  contractedOperations: 'operations from the list contracted for the year',
};
