import { FINANCIAL_YEARS } from '../place.ts';
import { renewPrices } from '../tariff-prices.ts';
import type { World } from '../world.ts';
import type { Demand } from './expected-demand.ts';
import { expectedValue, expectedValueOf } from './expected-value.ts';
import { journalOpening } from './journal.ts';

/**
 * Prices, trusts' income and costs, and what commissioners spend: the part of a trust's income that activity at tariff
 * does not explain is a block, shared among its purchasers; fixed costs are what the opening margin leaves.
 */
export function openMoney(world: World, demand: Demand): void {
  const { place, books, settings, tables, input } = world;
  const H = place.providers.count;
  const C = place.commissioners.count;
  renewPrices(world);
  for (let h = 0; h < H; h++) {
    const income = Math.round(place.providers.incomePounds[h]! * 100 * input.scale);
    const value = expectedValue(world, demand, h);
    // Money tables are kept at the price level of the tariff's year.
    const block = Math.max(0, income - value) / books.priceLevel;
    for (let c = 0; c < C; c++) {
      books.blockIncome[c * H + h] = Math.round(block * books.purchaserShare[h * (C + 1) + c]!);
    }
    books.blockIncomeElsewhere[h] = Math.round(block * books.purchaserShare[h * (C + 1) + C]!);
    const cost = (block * books.priceLevel + value) * (1 - settings.openingMargin);
    books.fixedCost[h] = Math.max(0, Math.round(cost - settings.variableCostShare * value));
  }
  for (let i = 0; i < world.people.initial; i++) {
    books.openingRegistered[tables.commissionerOfPractice[world.people.practice(i)]!]! += 1;
  }
  books.areaRegistered.set(books.openingRegistered.subarray(0, C));
  for (let c = 0; c < C; c++) openCommissioner(world, demand, c);
}

/**
 * What a commissioner buys beside priced activity: community services, primary care, prescribing, its part of the
 * trusts' unexplained income, and the rest (mental health and much else). Where the trusts' unexplained income would
 * leave too little for the rest, it is in truth national money (teaching, specialised care): that part is paid from
 * elsewhere, and the journal says so.
 */
function openCommissioner(world: World, demand: Demand, c: number): void {
  const { place, books, settings, input } = world;
  const H = place.providers.count;
  const pounds = place.commissioners.allocationPounds[c * FINANCIAL_YEARS.length]!;
  const allocation = Math.round(pounds * 100 * input.scale);
  const registered = books.openingRegistered[c]!;
  books.firstAllocation[c] = allocation;
  books.allocation[c] = allocation;
  books.communityBlock[c] = Math.round(registered * settings.communityPerHead * 100);
  let spend =
    books.communityBlock[c]! + registered * (settings.primaryCarePerHead + settings.prescribingPerHead) * 100;
  let blocks = 0;
  for (let h = 0; h < H; h++) {
    blocks += books.blockIncome[c * H + h]! * books.priceLevel;
    spend += expectedValueOf(world, demand, c, h);
  }
  const room = Math.max(0, allocation * (1 - settings.otherServicesLeastShare) - spend);
  if (blocks > room) {
    const kept = blocks === 0 ? 0 : room / blocks;
    for (let h = 0; h < H; h++) {
      const before = books.blockIncome[c * H + h]!;
      books.blockIncome[c * H + h] = Math.round(before * kept);
      books.blockIncomeElsewhere[h]! += before - books.blockIncome[c * H + h]!;
    }
    const elsewhere = Math.round((blocks - room) / 100 / input.scale);
    journalOpening(
      world,
      place.commissioners.code[c]!,
      `${elsewhere} pounds a year of trusts' income that activity does not explain are paid from elsewhere`,
    );
    blocks = room;
  }
  books.otherServices[c] = Math.max(0, Math.round(allocation - spend - blocks));
}
