import { extraCostPence } from '../behaviour/hospital/capacity-cost.ts';
import { transfer } from '../ledger/ledger.ts';
import { BT } from '../metrics/tallies.ts';
import { accountOfProvider } from '../organisations/accounts.ts';
import type { World } from '../world.ts';
import { weekPart } from './week-part.ts';

/**
 * Last part of step 7 of the tick: hospitals pay staff and suppliers. Fixed costs, a variable part of the tariff value of
 * what they did, what their unit cost is over or under the opening one, and what they hold or do beyond the first day. Of
 * these, people from elsewhere cost what is done for them and their base-year share of what a hospital costs whatever it does.
 *
 * @param elsewhere [h] value of what was done for people from elsewhere, pence at national prices
 */
export function payCosts(world: World, elsewhere: Float64Array): void {
  const { ledger, books, place } = world;
  const payers = place.commissioners.count + 1;
  for (let h = 0; h < place.providers.count; h++) {
    const fixed = weekPart(world, Math.round(books.fixedCost[h]! * books.costLevel));
    const value = books.valueThisWeek[h]!;
    const variable = Math.round(
      (world.settings.variableCostShare * value * books.costLevel) / books.priceLevel,
    );
    const dearer = Math.round(((books.unitCost[h]! - 1) * value * books.costLevel) / books.priceLevel);
    const cost = Math.max(0, fixed + variable + dearer + extraCostPence(world, h));
    const done = variable + dearer;
    const standing = (cost - done) * books.purchaserShare[h * payers + payers - 1]!;
    const theirs = value === 0 ? 0 : (done * elsewhere[h]!) / value;
    books.bodyYear[BT.cost_of_elsewhere]! += standing + theirs;
    books.quarterValue[h]! += value;
    books.valueThisWeek[h] = 0;
    transfer(ledger, accountOfProvider(world, h), ledger.accounts.suppliers, cost);
    books.costYear[h]! += cost;
    books.retained[h]! -= cost;
  }
}
