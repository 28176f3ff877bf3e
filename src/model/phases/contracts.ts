import { settlePlans } from '../behaviour/commissioner/bargaining.ts';
import { change } from '../organisations/organisations.ts';
import { FINANCIAL_YEARS } from '../place.ts';
import { renewPrices } from '../tariff-prices.ts';
import { CATEGORIES, type World } from '../world.ts';
import { paymentRules } from './money.ts';

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
    turnYear(world, world.books.priceLevel / before, year === 1);
    renewPrices(world);
    settlePlans(world);
  }
  setAllocations(world, year);
  if (year > 0) planOtherServices(world);
  recordContracts(world);
}

function setLevels(world: World, year: number): void {
  const { books, settings } = world;
  const uplift = settings.tariffUplift[Math.min(year, settings.tariffUplift.length) - 1]!;
  books.priceLevel *= 1 + uplift;
  books.costLevel *= 1 + settings.costInflation - settings.trustEfficiency;
}

/**
 * Last year's activity at the new year's prices; this year starts at nothing. A plan under a block that was already in
 * force is not rebased on activity: it moves with prices alone, so that more activity earns nothing a year later.
 */
function turnYear(world: World, priceRatio: number, first: boolean): void {
  const { books, place } = world;
  const pairs = place.commissioners.count * place.providers.count;
  const rules = paymentRules(world);
  const turn = (lastYear: Float64Array, year: Float64Array, each: number): void => {
    for (let n = 0; n < year.length; n++) {
      const underBlock =
        !first && rules[Math.floor(n / each)] === 'block' && books.blockYears[Math.floor(n / each)]! > 0;
      lastYear[n] = Math.round((underBlock ? lastYear[n]! : year[n]!) * priceRatio);
      year[n] = 0;
    }
  };
  turn(books.activityLastYear, books.activityYear, pairs);
  turn(books.elsewhereLastYear, books.elsewhereYear, place.providers.count);
  rules.forEach((rule, category) => {
    books.blockYears[category] = rule === 'block' ? books.blockYears[category]! + 1 : 0;
  });
  books.emergencyCountLastYear.set(books.emergencyCount);
  books.emergencyCount.fill(0);
  books.emergencyExcess.fill(0);
}

/**
 * Commissioners plan to break even: what is left of the allocation after the year's expected bill for activity, blocks,
 * community services, primary care and prescribing goes to the other services, but not less than their least share.
 */
function planOtherServices(world: World): void {
  const { books, place, settings } = world;
  const H = place.providers.count;
  const C = place.commissioners.count;
  for (let c = 0; c < C; c++) {
    const growth = books.firstAllocation[c] === 0 ? 1 : books.allocation[c]! / books.firstAllocation[c]!;
    const perHead = (settings.primaryCarePerHead + settings.prescribingPerHead) * 100;
    let bill = (books.communityBlock[c]! + books.openingRegistered[c]! * perHead) * growth;
    for (let h = 0; h < H; h++) {
      bill += books.blockIncome[c * H + h]! * books.priceLevel;
      for (let category = 0; category < CATEGORIES; category++) {
        bill += books.activityLastYear[category * C * H + c * H + h]!;
      }
    }
    const least = books.allocation[c]! * settings.otherServicesLeastShare;
    books.otherServices[c] = Math.round(Math.max(least, books.allocation[c]! - bill));
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
