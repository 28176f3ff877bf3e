import { institutionsOfProvider, institutionsOfPurchaser } from '../institutions/in-force.ts';
import { isInside } from '../organisations/accounts.ts';
import { bodyOfPurchaser, purchaserOfBody } from '../organisations/structure.ts';
import type { World } from '../world.ts';

/**
 * Care across the border of a body: its purchaser pays the out-of-system rate, a provider that belongs to another body
 * gets the outsiders' rate; where both hold, the treasury bears the difference. One rule for the ledger and for whoever
 * reckons with it.
 */
export interface BorderRates {
  /** Share of the price that the purchaser pays, and that the provider receives. */
  readonly paid: number;
  readonly received: number;
}

const WHOLE: BorderRates = { paid: 1, received: 1 };

/** What is paid and received of the price of care that a purchaser's people get at a provider. */
export function borderRates(world: World, p: number, h: number): BorderRates {
  const { structure, place } = world;
  const holder = bodyOfPurchaser(structure, place.commissioners.count, p) >= 0;
  const member = structure.bodyOfProvider[h]! >= 0;
  if ((!holder && !member) || isInside(world, p, h)) return WHOLE;
  const out = holder ? institutionsOfPurchaser(world, p).payment.outOfSystemRate : 1;
  const received = member ? institutionsOfProvider(world, h).payment.outsiderRate : out;
  return { paid: holder ? out : received, received };
}

/** Each who pays for people of a commissioner's area, with the part of them: bodies by enrolment, the commissioner for the rest. */
export function eachPayer(world: World, c: number, visit: (p: number, share: number) => void): void {
  const { structure, will, place } = world;
  const { bodies } = structure;
  let left = 1;
  for (let o = 0; o < bodies; o++) {
    const share = will.enrolledShare[c * bodies + o]!;
    if (share === 0) continue;
    left -= share;
    visit(purchaserOfBody(structure, place.commissioners.count, o), share);
  }
  visit(c, Math.max(0, left));
}
