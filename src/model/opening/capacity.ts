import { WAIT_SNAPSHOTS, type World } from '../world.ts';
import { attendedShare, survival } from './pathway-shares.ts';

/**
 * Slots of clinics and theatres: what comes through the pathway from the base year's referrals, and the headroom; with
 * them the follow-ups already due and the waits in public on the first day.
 * @param followUpPace share of the follow-ups due that are made in a week
 */
export function openCapacity(world: World, followUpPace: number): void {
  const { place, tables, books, settings } = world;
  for (let hs = 0; hs < place.providers.count * 8; hs++) {
    const s = hs & 7;
    const { toClinic, throughDiagnostics, toAdmission } = survival(world, s);
    const referrals = tables.referralsPerWeek[hs]! + tables.backgroundReferralsPerWeek[hs]!;
    const firsts = referrals * toClinic * attendedShare(world);
    const visits = 1 + settings.followUpRatio[s]! * settings.followUpSlotWeight;
    books.outpatientSlots[hs] = firsts * visits * (1 + settings.outpatientHeadroom[s]!);
    const listed = firsts * tables.conversionShare[s]! * throughDiagnostics;
    books.electiveSlots[hs] = listed * toAdmission * (1 + settings.electiveHeadroom[s]!);
    books.followUpRatio[hs] = settings.followUpRatio[s]!;
    books.openingOutpatientSlots[hs] = books.outpatientSlots[hs]!;
    books.openingElectiveSlots[hs] = books.electiveSlots[hs]!;
    books.conversionThreshold[hs] = tables.conversionThreshold[s]!;
    books.conversionShare[hs] = tables.conversionShare[s]!;
    books.conversionAfterDiagnostics[hs] = tables.conversionAfterDiagnostics[s]!;
    books.dayCaseShare[hs] = settings.dayCaseShare[s]!;
    books.followUpsDue[hs] = (firsts * settings.followUpRatio[s]!) / followUpPace;
    const relative = settings.relativeWait[s]!;
    // What boards would publish of the opening lists: list over capacity, the same for a specialty everywhere.
    const cameToClinic = toClinic * attendedShare(world);
    books.referenceWait[hs] =
      (settings.startFirstOutpatientWeeks * relative) /
        (cameToClinic * (1 + settings.outpatientHeadroom[s]!)) +
      (settings.startAdmissionWeeks * relative) /
        (cameToClinic * throughDiagnostics * toAdmission * (1 + settings.electiveHeadroom[s]!));
    books.publishedWait[hs] = books.referenceWait[hs]!;
    for (let n = 0; n < WAIT_SNAPSHOTS; n++)
      books.waitSnapshots[hs * WAIT_SNAPSHOTS + n] = books.referenceWait[hs]!;
  }
}
