import { detPow } from '../../../kernel/deterministic-math.ts';
import { h3, unit } from '../../../kernel/draw.ts';
import { QUARTER_WEEKS } from '../../calendar.ts';
import { PURPOSE } from '../../draws.ts';
import type { World } from '../../world.ts';
import { isInReach } from '../hospital-choice.ts';
import { diversion } from './diversion.ts';

/**
 * Rationalisation: what a merged board does with two hospitals that do the same. Of each service, the smaller of the two
 * is a duplicate as far as its patients would take the other (`diversion`); a part of that is closed over some years,
 * in equal steps, for good: as many of its patients are seen where the trust's service is largest. Until the board has
 * settled no hospital of the trust grows. What that does to activity, waits and money follows. Beds are closed where
 * there are fewer.
 *
 * @returns mean part of the smaller services that will close
 */
export function planRationalisation(world: World, h: number, other: number): number {
  const { books, settings, will, week } = world;
  const { duplicateClosed, closureWeeks, delayWeeks } = settings.mergers;
  const quarters = Math.max(1, Math.round(closureWeeks / QUARTER_WEEKS));
  for (const each of [h, other]) spreadOver(world, each, quarters);
  const aQuarter = (share: number): number => 1 - detPow(1 - share, 1 / quarters);
  const closed = (small: number, large: number): number => duplicateClosed * diversion(world, small, large);
  const here = closed(h, other);
  const there = closed(other, h);
  let slots = 0;
  let closing = 0;
  for (let s = 0; s < 8; s++) {
    const a = h * 8 + s;
    const b = other * 8 + s;
    const smallerHere = slotsOf(world, a) < slotsOf(world, b);
    const [small, share] = smallerHere ? [a, here] : [b, there];
    addTo(will.closing, small, aQuarter(share));
    slots += slotsOf(world, small);
    closing += slotsOf(world, small) * share;
  }
  const [small, share] = books.beds[h]! < books.beds[other]! ? [h, here] : [other, there];
  addTo(will.closingBeds, small, aQuarter(share));
  for (const each of [h, other]) {
    if (!developmentsWait(world, each)) stopGrowth(world, each);
    will.haltedUntil[each] = Math.max(will.haltedUntil[each]!, week + delayWeeks);
  }
  return slots === 0 ? 0 : closing / slots;
}

/** From now on a hospital may not exceed what it has; it may shrink, and come back to it. */
function stopGrowth({ books, will }: World, h: number): void {
  for (let hs = h * 8; hs < h * 8 + 8; hs++) {
    will.mostOutpatientSlots[hs] = books.outpatientSlots[hs]!;
    will.mostElectiveSlots[hs] = books.electiveSlots[hs]!;
  }
  will.mostBeds[h] = books.beds[h]!;
}

/** Where a merged trust sees those whose service has been closed: of each, the largest of its hospitals. */
export function chooseSites(world: World, hospitals: readonly number[]): void {
  for (let s = 0; s < 8; s++) {
    const largest = hospitals.reduce((a, b) =>
      slotsOf(world, b * 8 + s) > slotsOf(world, a * 8 + s) ? b : a,
    );
    for (const h of hospitals) world.will.seenAt[h * 8 + s] = largest;
  }
}

/**
 * Hospital at which somebody referred to one is seen: its own, or another of the trust as far as the service there has
 * been closed. Nobody is sent to a hospital out of reach of home: who cannot reach the other goes on at the first.
 * @param key of the draw, a person's slot or a group's number
 * @param zone where the person lives; -1 = elsewhere
 */
export function siteOf(world: World, h: number, specialty: number, key: number, zone: number): number {
  const { will, keys } = world;
  const hs = h * 8 + specialty;
  const closed = will.closed[hs]!;
  if (closed === 0) return h;
  const draw = unit(h3(key, keys.k0[PURPOSE.closedService]!, keys.k1[PURPOSE.closedService]!));
  if (draw >= closed) return h;
  const site = will.seenAt[hs]!;
  return zone < 0 || isInReach(world, zone, site) ? site : h;
}

/** What is still to close from an earlier merger is closed by the new date, and no more than was planned. */
function spreadOver({ will }: World, h: number, quarters: number): void {
  const part = will.closingQuarters[h]! / quarters;
  const respread = (closing: Float64Array, at: number): void => {
    closing[at] = 1 - detPow(1 - closing[at]!, part);
  };
  for (let hs = h * 8; hs < h * 8 + 8; hs++) respread(will.closing, hs);
  respread(will.closingBeds, h);
  will.closingQuarters[h] = quarters;
}

/** A closure on top of another: each takes its part of what the other leaves. */
function addTo(closing: Float64Array, at: number, share: number): void {
  closing[at] = 1 - (1 - closing[at]!) * (1 - share);
}

function slotsOf({ books }: World, hs: number): number {
  return books.outpatientSlots[hs]! + books.electiveSlots[hs]!;
}

/** Quarterly: the next step of each rationalisation that goes on. */
export function closeDuplicates(world: World): void {
  const { books, place, will } = world;
  for (let h = 0; h < place.providers.count; h++) {
    if (will.closingQuarters[h] === 0) continue;
    // Where closures are held back, a quarter's step takes longer, or is never taken.
    const part = Math.min(will.closingQuarters[h]!, 1 - will.closuresHeld[h]!);
    if (part === 0) continue;
    const stepOf = (closing: number): number => (part === 1 ? closing : 1 - detPow(1 - closing, part));
    for (let hs = h * 8; hs < h * 8 + 8; hs++) {
      const step = stepOf(will.closing[hs]!);
      const left = 1 - step;
      books.outpatientSlots[hs]! *= left;
      books.electiveSlots[hs]! *= left;
      will.mostOutpatientSlots[hs]! *= left;
      will.mostElectiveSlots[hs]! *= left;
      will.standingClinics[hs]! *= left;
      will.standingTheatres[hs]! *= left;
      addTo(will.closed, hs, step);
    }
    const bedsLeft = 1 - stepOf(will.closingBeds[h]!);
    will.bedsLeft[h]! *= bedsLeft;
    will.mostBeds[h]! *= bedsLeft;
    will.standingBeds[h]! *= bedsLeft;
    will.closingQuarters[h]! -= part;
    if (will.closingQuarters[h]! > 0) continue;
    will.closing.fill(0, h * 8, h * 8 + 8);
    will.closingBeds[h] = 0;
  }
}

/** Whether developments of a provider wait for a merged board. */
export function developmentsWait({ will, week }: World, h: number): boolean {
  return week < will.haltedUntil[h]!;
}
