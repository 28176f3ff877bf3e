import { openCapacity } from './opening/capacity.ts';
import { openDemand } from './opening/demand-from-elsewhere.ts';
import { expectedDemand } from './opening/expected-demand.ts';
import { openMoney } from './opening/money.ts';
import { openPracticeFollowUps } from './opening/practice-follow-ups.ts';
import { openStays } from './opening/stays.ts';
import { longStayMean } from './place-tables/emergency-tables.ts';
import type { World } from './world.ts';

/**
 * The books on the first day, from what the people of the place are expected to need and where the choice model sends
 * them: capacity, the demand of people from elsewhere, stays, prices, budgets and costs of the base year (2007-08).
 */
export function openBooks(world: World): void {
  world.books.priceLevel = 1;
  world.books.costLevel = 1;
  const demand = expectedDemand(world, longStayMean(world.settings));
  openDemand(world, demand);
  openCapacity(world, world.settings.followUpPace);
  openPracticeFollowUps(world);
  openStays(world, demand);
  openMoney(world, demand);
}
