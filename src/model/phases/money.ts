import { extraCostPence } from '../behaviour/hospital/capacity-cost.ts';
import { transfer } from '../ledger/ledger.ts';
import { CATEGORIES, CATEGORY, type World } from '../world.ts';

/** Note activity at tariff price for a commissioner's resident; it is invoiced at the end of the week. */
export function charge(world: World, c: number, h: number, category: number, pence: number): void {
  const count = world.place.commissioners.count * world.place.providers.count;
  world.books.activityValue[category * count + c * world.place.providers.count + h]! += pence;
}

/** Note activity at tariff price for somebody from elsewhere. */
export function chargeElsewhere(world: World, h: number, category: number, pence: number): void {
  world.books.elsewhereValue[category * world.place.providers.count + h]! += pence;
}

/**
 * Step 7 of the tick: allocations come in, hospitals are paid by the payment rules in force, other services take their
 * budgets, hospitals pay staff and suppliers. Every movement is a double entry in integer pence.
 */
export function money(world: World): void {
  allocate(world);
  payHospitals(world);
  payOtherServices(world);
  payCosts(world);
}

/** Part of a yearly sum that falls in this week of the year: whole pence, the parts sum to the whole. */
export function weekPart(world: World, penceAYear: number): number {
  const week = world.week % 52;
  return Math.floor((penceAYear * (week + 1)) / 52) - Math.floor((penceAYear * week) / 52);
}

function allocate(world: World): void {
  const { ledger, books, place } = world;
  for (let c = 0; c < place.commissioners.count; c++) {
    transfer(
      ledger,
      ledger.accounts.treasury,
      ledger.accounts.commissioner + c,
      weekPart(world, books.allocation[c]!),
    );
  }
}

/** Payment rule of each category of activity, in the order of CATEGORY. */
export function paymentRules(world: World): readonly ('tariff' | 'block')[] {
  const { outpatient, elective, emergency, accidentAndEmergency } = world.institutions.payment;
  return [outpatient, elective, emergency, accidentAndEmergency];
}

function payHospitals(world: World): void {
  const { ledger, books, place } = world;
  const H = place.providers.count;
  const C = place.commissioners.count;
  const rules = paymentRules(world);
  for (let category = 0; category < CATEGORIES; category++) {
    const tariff = rules[category] === 'tariff';
    for (let ch = 0; ch < C * H; ch++) {
      const at = category * C * H + ch;
      const value = books.activityValue[at]!;
      books.valueThisWeek[ch % H]! += value;
      if (value === 0 && books.activityLastYear[at] === 0 && books.activityYear[at] === 0) continue;
      const due = tariff
        ? category === CATEGORY.emergency
          ? afterMarginalRate(world, ch, value)
          : value
        : blockInstalment(world, books.activityLastYear[at]!, books.activityYear[at]! + value);
      books.activityYear[at]! += value;
      books.activityValue[at] = 0;
      const c = Math.floor(ch / H);
      pay(world, ledger.accounts.commissioner + c, ch - c * H, due, c, true);
    }
    for (let h = 0; h < H; h++) {
      const at = category * H + h;
      const value = books.elsewhereValue[at]!;
      books.valueThisWeek[h]! += value;
      if (value === 0 && books.elsewhereLastYear[at] === 0 && books.elsewhereYear[at] === 0) continue;
      const due = tariff
        ? value
        : blockInstalment(world, books.elsewhereLastYear[at]!, books.elsewhereYear[at]! + value);
      books.elsewhereYear[at]! += value;
      books.elsewhereValue[at] = 0;
      pay(world, ledger.accounts.elsewhere, h, due, -1, true);
    }
  }
  for (let h = 0; h < H; h++) {
    for (let c = 0; c < C; c++) {
      const block = weekPart(world, Math.round(books.blockIncome[c * H + h]! * books.priceLevel));
      if (block !== 0) pay(world, ledger.accounts.commissioner + c, h, block, c, false);
    }
    pay(
      world,
      ledger.accounts.elsewhere,
      h,
      weekPart(world, Math.round(books.blockIncomeElsewhere[h]! * books.priceLevel)),
      -1,
      false,
    );
  }
}

/**
 * A week's instalment of a block: a fifty-second of last year's activity at today's prices. In the first year of a run,
 * for which there is no last year, instalments follow the year to date.
 */
function blockInstalment(world: World, lastYear: number, yearToDate: number): number {
  if (world.week < 52) return Math.floor(yearToDate / ((world.week % 52) + 1));
  return weekPart(world, lastYear);
}

/** Emergencies above last year's number at the same week earn the marginal rate only. */
function afterMarginalRate(world: World, ch: number, value: number): number {
  const rate = world.institutions.payment.emergencyMarginalRate;
  if (rate === 1 || world.week < 52) return value;
  const { books } = world;
  const week = (world.week % 52) + 1;
  const count = books.emergencyCount[ch]!;
  const over = Math.max(0, count - (books.emergencyCountLastYear[ch]! * week) / 52);
  const excess = over - books.emergencyExcess[ch]!;
  books.emergencyExcess[ch] = over;
  const year = books.activityYear[CATEGORY.emergency * books.emergencyCount.length + ch]! + value;
  return value - Math.round(((1 - rate) * excess * year) / Math.max(1, count));
}

function pay(world: World, from: number, h: number, pence: number, c: number, forActivity: boolean): void {
  const { ledger, books } = world;
  transfer(ledger, from, ledger.accounts.provider + h, pence);
  books.incomeYear[h]! += pence;
  if (c >= 0) {
    books.spendYear[c]! += pence;
    if (forActivity) books.activitySpendYear[c]! += pence;
  }
}

function payOtherServices(world: World): void {
  const { ledger, books, place, settings } = world;
  const { accounts } = ledger;
  for (let c = 0; c < place.commissioners.count; c++) {
    // What the model does not count keeps its share of the commissioner's money.
    const growth = books.firstAllocation[c] === 0 ? 1 : books.allocation[c]! / books.firstAllocation[c]!;
    const perHead = (pounds: number): number =>
      Math.round((books.openingRegistered[c]! * pounds * 100 * growth) / 52);
    const community = weekPart(world, Math.round(books.communityBlock[c]! * growth));
    const primary = perHead(settings.primaryCarePerHead);
    const prescribing = perHead(settings.prescribingPerHead);
    const other = weekPart(world, books.otherServices[c]!);
    const from = accounts.commissioner + c;
    transfer(ledger, from, accounts.community + c, community);
    transfer(ledger, from, accounts.primaryCare + c, primary);
    transfer(ledger, from, accounts.prescribing + c, prescribing);
    transfer(ledger, from, accounts.otherServices + c, other);
    books.spendYear[c]! += community + primary + prescribing + other;
    // What these services are paid they spend on staff and suppliers.
    transfer(ledger, accounts.community + c, accounts.suppliers, community);
    transfer(ledger, accounts.primaryCare + c, accounts.suppliers, primary);
    transfer(ledger, accounts.prescribing + c, accounts.suppliers, prescribing);
    transfer(ledger, accounts.otherServices + c, accounts.suppliers, other);
  }
}

/**
 * Hospitals: fixed costs, a variable part of the tariff value of what they did, what their unit cost is over or under the
 * opening one, and what they hold or do beyond the first day.
 */
function payCosts(world: World): void {
  const { ledger, books, place } = world;
  for (let h = 0; h < place.providers.count; h++) {
    const fixed = weekPart(world, Math.round(books.fixedCost[h]! * books.costLevel));
    const value = books.valueThisWeek[h]!;
    const variable = Math.round(
      (world.settings.variableCostShare * value * books.costLevel) / books.priceLevel,
    );
    const dearer = Math.round(((books.unitCost[h]! - 1) * value * books.costLevel) / books.priceLevel);
    const cost = Math.max(0, fixed + variable + dearer + extraCostPence(world, h));
    books.quarterValue[h]! += value;
    books.valueThisWeek[h] = 0;
    transfer(ledger, ledger.accounts.provider + h, ledger.accounts.suppliers, cost);
    books.costYear[h]! += cost;
  }
}
