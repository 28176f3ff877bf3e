import { h3, unit } from '../../kernel/draw.ts';
import { siteOf } from '../behaviour/hospital/rationalisation.ts';
import { plannedKm } from '../behaviour/hospital-choice.ts';
import { PURPOSE } from '../draws.ts';
import { PT, PT_COUNT, RT, RT_COUNT } from '../metrics/tallies.ts';
import type { World } from '../world.ts';

/**
 * A consultant refers a patient who has just been treated on to another specialty of the same trust, routinely: of the
 * same hospital where it has not been closed, or where the patient cannot reach the other. The
 * base year's referrals of this kind are among those from other sources; only what a readier hospital adds is made here.
 */
export function referOn(world: World, i: number, hs: number): void {
  const { books, settings, keys, people, tally, tables } = world;
  const h = hs >> 3;
  const added = settings.hospital.consultantReferralsPerFirst * (books.consultantReferrals[h]! - 1);
  if (added <= 0) return;
  const draw = h3(i, keys.k0[PURPOSE.consultantReferral]!, keys.k1[PURPOSE.consultantReferral]!);
  if (unit(draw) >= added) return;
  const k0 = keys.k0[PURPOSE.specialty]!;
  const specialty = world.law.specialtyOfNeed(i, unit(h3(i, k0, keys.k1[PURPOSE.specialty]!)));
  // Within a specialty it is a follow-up.
  if (specialty === (hs & 7)) return;
  const severity = tables.referredSeverity[h3(draw, k0, keys.k1[PURPOSE.specialty]!) >>> 24]!;
  const cell = world.person.cellOf(i) * RT_COUNT;
  const site = siteOf(world, h, specialty, i, people.zone(i));
  tally.residents[cell + RT.other_referrals]! += 1;
  tally.residents[cell + RT.distance_km]! += plannedKm(world, people.zone(i), site);
  tally.providers[site * PT_COUNT + PT.other_referrals]! += 1;
  world.person.refer(i, world.week, specialty, severity, false, site, true);
}

/** Whether a referral from another source is not made because consultants refer less than in the base year. */
export function isNotReferredOn(world: World, i: number): boolean {
  const { books, settings, keys, people } = world;
  const less = 1 - books.consultantReferrals[people.usualProvider(i)]!;
  if (less <= 0) return false;
  const draw = unit(h3(i, keys.k0[PURPOSE.consultantReferral]!, keys.k1[PURPOSE.consultantReferral]!));
  return draw < settings.hospital.consultantShare * less;
}

/** Weekly referrals of people from elsewhere: those of the base year, consultants' own as their readiness makes them. */
export function referralsFromElsewhere({ books, settings, tables }: World, hs: number): number {
  const consultants = (1 - tables.gpShareOfReferrals) * settings.hospital.consultantShare;
  const change = consultants * (books.consultantReferrals[hs >> 3]! - 1);
  return tables.backgroundReferralsPerWeek[hs]! * (1 + change);
}
