import { detLog } from '../../../kernel/deterministic-math.ts';
import { paidOverNational } from '../../tariff-prices.ts';
import { CATEGORY, PRICE, PRICES, type World } from '../../world.ts';
import { effectiveSkill } from '../commissioner/skill.ts';
import { marginalCash, purseOf } from '../purse.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { isSeenWhole } from './hospital-year.ts';
import { theatreSlot } from './slots.ts';
import { trustSum } from './trust-mean.ts';

/**
 * Coding: how many admissions are recorded as complicated, at the price of such a case. It earns as far as cases are
 * paid one by one, `m(V, 0) g / base`, with g the income of one more log unit over the value V of admissions, and of
 * what those pay who pay by case only what their audit leaves at the margin. Nothing about the patients changes.
 */
export const coding: Lever = {
  id: 'coding',
  label: 'Depth of coding',
  meaning: 'admissions recorded as complicated; a log unit is some points more of all admissions',
  unit: 'provider',
  pace: 'effort',
  review: 'quarter',
  hand: 'resource',
  basePounds: (world, h) => {
    const { books } = world;
    const elective = electiveValue(world, h) / paidOverNational(world, h, CATEGORY.elective);
    const emergency = emergencyValue(world, h) / paidOverNational(world, h, CATEGORY.emergency);
    return (gainPerLog(world) * (elective + emergency) * books.costLevel) / books.priceLevel;
  },
  size: () => 1,
  acts: (world, h) => isSeenWhole(world, h) && coding.basePounds(world, h) > 0,
  payOff(world, h, into) {
    const purse = purseOf(world, h);
    const base = coding.basePounds(world, h);
    const worth = gainPerLog(world) / world.books.codingFactor[h]!;
    const left = (p: number): number => 1 - takenBackAtTheMargin(world, h, p);
    for (const [category, value] of [
      [CATEGORY.elective, electiveValue(world, h)],
      [CATEGORY.emergency, emergencyValue(world, h)],
    ] as const) {
      const cash = marginalCash(world, h, purse, category, worth * value, 0, left);
      into.ownCash += cash.own / base;
      into.jointCash += cash.joint / base;
    }
  },
};

/** Admissions of a year at today's prices, pounds. */
function electiveValue(world: World, h: number): number {
  return 52 * trustSum(h, (hs) => world.books.electiveSlots[hs]! * theatreSlot(world, hs).price);
}

function emergencyValue({ books, settings, will }: World, h: number): number {
  const row = h * PRICES;
  const short = settings.shortStayShare;
  const pence =
    short * books.pricePence[row + PRICE.emergencyShort]! +
    (1 - short) * books.pricePence[row + PRICE.emergencyLong]!;
  return (will.emergenciesAYear[h]! * pence) / 100;
}

/** Income of one more log unit, as a share of the value of admissions at the base year's coding. */
function gainPerLog({ settings }: World): number {
  const { sharePerLog, premium } = settings.hospital.coding;
  return sharePerLog * premium;
}

/** Share of admissions recorded as complicated beyond that of the base year; below zero where it is less. */
export function codingDrift(world: World, h: number): number {
  return world.settings.hospital.coding.sharePerLog * detLog(levelOf(world, 'coding', h));
}

/** Price of an admission as it is recorded, over that at the base year's coding: exactly 1 at the reference. */
export function codingFactorOf(world: World, h: number): number {
  return 1 + world.settings.hospital.coding.premium * codingDrift(world, h);
}

/**
 * Share of what is paid by case for admissions that a payer's audit takes back: errors are put right both ways, by a
 * part of the drift, and where too much was recorded a fine grows with how much, `audit (c + fine max(0, c)^2 / span)`.
 * @param strength of the payer's audit, see `auditStrength`
 */
export function auditedShare(world: World, h: number, strength: number): number {
  const drift = codingDrift(world, h);
  if (drift === 0) return 0;
  const { premium, auditFine, auditSpan } = world.settings.hospital.coding;
  const over = Math.max(0, drift);
  const taken = strength * premium * (drift + (auditFine * over * over) / auditSpan);
  return taken / world.books.codingFactor[h]!;
}

/** What the audit of a payer takes back of one more pound. @param p purchaser, -1 for those of people from elsewhere */
function takenBackAtTheMargin(world: World, h: number, p: number): number {
  const { auditFine, auditSpan } = world.settings.hospital.coding;
  const over = Math.max(0, codingDrift(world, h));
  return auditStrength(world, p) * (1 + (2 * auditFine * over) / auditSpan);
}

/**
 * Part of what is wrongly coded that a payer finds: as skilled as those are who commission for its people.
 * @param p purchaser, -1 for those of people from elsewhere
 */
export function auditStrength(world: World, p: number): number {
  const { place, settings, structure } = world;
  const usual = settings.hospital.coding.auditShare;
  const C = place.commissioners.count;
  if (p < 0) return usual;
  const c = p < C ? p : structure.homeOfBody[p - C]!;
  if (c < 0) return usual;
  return Math.min(1, (usual * effectiveSkill(world, c)) / settings.commissioning.skillStart);
}
