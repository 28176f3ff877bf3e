import { detExp } from '../../kernel/deterministic-math.ts';
import { h3, unit } from '../../kernel/draw.ts';
import { PURPOSE } from '../draws.ts';
import { qualitySeen } from '../institutions/choice.ts';
import {
  institutionsOfBody,
  institutionsOfPractice,
  institutionsOfProvider,
} from '../institutions/in-force.ts';
import { bodyOfPerson } from '../organisations/membership.ts';
import type { World } from '../world.ts';

/**
 * Choice of hospital for planned care: a multinomial logit over the hospitals within reach of the zone, with distance
 * and attraction (fixed), published wait and quality (renewed monthly) and habit. A person to whom no choice is
 * offered goes to the usual provider.
 */

/**
 * Renew what waits and quality make of each provider's weight, by hs. Both are taken relative to the base year: what a
 * hospital's reputation was then is part of its attraction constant, which is fitted to base-year flows. Quality counts
 * as far as it is seen; where prices are local, purchasers send fewer patients to a dear hospital.
 */
export function renewChoiceFactors(world: World): void {
  const { place, books, settings } = world;
  for (let h = 0; h < place.providers.count; h++) {
    const { choice, payment } = institutionsOfProvider(world, h);
    const seen = settings.betaQuality * qualitySeen(choice);
    // Of a negotiated price the buyers have had their say at the table.
    const dear = payment.priceFreedom === 'local' ? books.priceFactor[h]! - 1 : 0;
    const quality =
      seen * (books.publishedQuality[h]! - place.providers.publishedQuality[h]!) -
      settings.hospital.betaPrice * dear;
    for (let s = 0; s < 8; s++) {
      const hs = h * 8 + s;
      const wait = books.publishedWait[hs]! - books.referenceWait[hs]!;
      books.choiceFactor[hs] = detExp(quality - settings.betaWaitPerWeek * wait);
    }
  }
}

/** Is this person offered a choice this week? */
export function isOffered(world: World, i: number): boolean {
  const { choice } = institutionsOfPractice(world, world.people.practice(i));
  if (choice.of === 'none') return false;
  return unit(h3(i, world.keys.k0[PURPOSE.offer]!, world.keys.k1[PURPOSE.offer]!)) < choice.offeredShare;
}

/** Provider chosen by a person who is offered a choice. */
export function chooseHospital(world: World, i: number, specialty: number, habit: number): number {
  const { people, place, tables, books } = world;
  const zone = people.zone(i);
  const usual = people.usualProvider(i);
  const from = place.reach.start[zone]!;
  const to = place.reach.start[zone + 1]!;
  const body = bodyOfPerson(world, i);
  const steered = body < 0 ? 1 : steering(world, body);
  const weightOf = (e: number, h: number): number => {
    const weight = tables.choiceWeight[e]! * books.choiceFactor[h * 8 + specialty]!;
    const own = body >= 0 && world.structure.bodyOfProvider[h] === body ? weight * steered : weight;
    return h === usual ? own * habit : own;
  };
  let total = 0;
  for (let e = from; e < to; e++) total += weightOf(e, place.reach.provider[e]!);
  let left = unit(h3(i, world.keys.k0[PURPOSE.hospital]!, world.keys.k1[PURPOSE.hospital]!)) * total;
  for (let e = from; e < to; e++) {
    const h = place.reach.provider[e]!;
    left -= weightOf(e, h);
    if (left < 0) return h;
  }
  return usual;
}

/** How much more a body's own hospital weighs with its people, as strongly as it steers them. */
export function steering(world: World, o: number): number {
  return detExp(world.settings.steeringWeight * institutionsOfBody(world, o).choice.steering);
}

/** Straight-line kilometres from a zone to a provider's nearest site for planned care. */
export function plannedKm(world: World, zone: number, provider: number): number {
  const { reach } = world.place;
  for (let e = reach.start[zone]!; e < reach.start[zone + 1]!; e++) {
    if (reach.provider[e] === provider) return reach.plannedKm[e]!;
  }
  return Number.NaN;
}

/** Whether the people of a zone can reach a provider for planned care. */
export function isInReach({ place }: World, zone: number, provider: number): boolean {
  const { start, provider: reached } = place.reach;
  for (let e = start[zone]!; e < start[zone + 1]!; e++) if (reached[e] === provider) return true;
  return false;
}
