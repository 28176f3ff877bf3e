import type { World } from '../world.ts';

/** Chance that a referral survives list removals to each stage, base year; tabled with the place. */
export function survival(world: World, s: number) {
  const { survivalToClinic, survivalThroughDiagnostics, survivalToAdmission } = world.tables;
  return {
    toClinic: survivalToClinic[s]!,
    throughDiagnostics: survivalThroughDiagnostics[s]!,
    toAdmission: survivalToAdmission[s]!,
  };
}

/** Share of referrals that attend their first visit if they are still on the list. */
export function attendedShare(world: World): number {
  return 1 - world.settings.neverAttendedShare * world.tables.gpShareOfReferrals;
}
