import { detExp } from '../../../kernel/deterministic-math.ts';
import { paidOverNational } from '../../tariff-prices.ts';
import { CATEGORY, PRICE, PRICES, type World } from '../../world.ts';
import { trustSum } from './trust-mean.ts';

/** What one more slot of a provider and specialty means in money, pounds at today's prices; costs follow national ones. */
export interface SlotMoney {
  /** Price of what fills it, and what doing it costs at the margin. */
  readonly price: number;
  readonly variableCost: number;
  /** What holding it costs, filled or not. */
  readonly holdingCost: number;
}

/** An operation from the list: day cases and inpatients by the specialty's share; an inpatient needs a bed too. */
export function theatreSlot(world: World, hs: number): SlotMoney {
  const { books, settings } = world;
  const row = (hs >> 3) * PRICES;
  const s = hs & 7;
  const dayCase = books.dayCaseShare[hs]!;
  const price =
    (dayCase * books.pricePence[row + PRICE.dayCase + s]! +
      (1 - dayCase) * books.pricePence[row + PRICE.inpatient + s]!) /
    100;
  const national = price / paidOverNational(world, hs >> 3, CATEGORY.elective);
  return {
    price,
    variableCost: settings.variableCostShare * national,
    holdingCost: settings.slotHoldingShare * national,
  };
}

/** A first visit with the follow-ups that it brings. */
export function clinicSlot(world: World, hs: number): SlotMoney & { readonly slots: number } {
  const { books, settings } = world;
  const row = (hs >> 3) * PRICES;
  const s = hs & 7;
  const followUps = books.followUpRatio[hs]!;
  const price =
    (books.pricePence[row + PRICE.first + s]! + followUps * books.pricePence[row + PRICE.followUp + s]!) /
    100;
  const national = price / paidOverNational(world, hs >> 3, CATEGORY.outpatient);
  return {
    price,
    variableCost: settings.variableCostShare * national,
    holdingCost: settings.slotHoldingShare * national,
    slots: 1 + followUps * settings.followUpSlotWeight,
  };
}

/** Chance that one more slot is filled where the stage's list is so many weeks long: `1 - exp(-W / w_b)`. */
export function chanceFilled(world: World, stageWaitWeeks: number): number {
  return 1 - detExp(-stageWaitWeeks / world.settings.slotFillWeeks);
}

/** Planned care a year at today's prices and the capacity of the provider, pounds. */
export function plannedValue(world: World, h: number): number {
  const { books } = world;
  return (
    52 *
    trustSum(h, (hs) => {
      const visit = clinicSlot(world, hs);
      return (
        (books.outpatientSlots[hs]! / visit.slots) * visit.price +
        books.electiveSlots[hs]! * theatreSlot(world, hs).price
      );
    })
  );
}
