import { PT, PT_COUNT } from '../../model/metrics/tallies.ts';
import { isDayCase } from '../../model/phases/admissions.ts';
import type { World } from '../../model/world.ts';
import { WHEEL } from '../../model/world.ts';
import { counted } from '../counted.ts';
import { type Checks, checksOf, type Invariant, type WatchedWeek } from '../invariant.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * Per provider and specialty, first visits + follow-ups at their weight + what is carried to the next week never
 * exceed the week's slots + what was carried into it; likewise operations, cancelled ones included. Less than one slot
 * is carried forward. A group of patients from elsewhere may take slots of the coming week, fewer than its number,
 * and those are then missing there. Bed-days used never exceed available beds; those beyond are counted as overflow
 * to community hospitals, none is lost, and nobody is admitted overnight from a list to a hospital without a bed.
 */
export const CAPACITY: Invariant = {
  id: 'capacity',
  law: 'clinics, operations and bed-days used never exceed what is there',
  check(week) {
    const checks = checksOf('capacity', week.before.week);
    checkSlots(week, checks);
    checkBeds(week, checks);
    checkOvernightAdmissions(week, checks);
  },
};

/** Product of a shock's factor over the shocks of the week. */
function shockFactor(world: World, week: number, of: 'slots' | 'operations' | 'beds'): number {
  return world.input.shocks
    .filter((shock) => week >= shock.week && week < shock.week + shock.weeks)
    .reduce((factor, shock) => factor * (shock[of] ?? 1), 1);
}

function checkSlots({ before, world }: WatchedWeek, checks: Checks): void {
  const { books, settings, tables, place } = world;
  const factor = shockFactor(world, before.week, 'slots');
  const theatreFactor = factor * shockFactor(world, before.week, 'operations');
  const weight = settings.followUpSlotWeight;
  const now = counted(world);
  for (let h = 0; h < place.providers.count; h++) {
    const noted = (what: number): number =>
      now.providers[h * PT_COUNT + what]! - before.counted.providers[h * PT_COUNT + what]!;
    let clinicsToUse = 0;
    let theatresToUse = 0;
    for (let hs = h * 8; hs < h * 8 + 8; hs++) {
      const at = `provider ${h}, specialty ${hs & 7}`;
      const clinics = before.outpatientSlots[hs]! * factor + before.outpatientCarry[hs]!;
      const theatres = before.electiveSlots[hs]! * theatreFactor + before.electiveCarry[hs]!;
      clinicsToUse += clinics - books.outpatientCarry[hs]!;
      theatresToUse += theatres - books.electiveCarry[hs]!;
      checkCarry(
        books.outpatientCarry[hs]!,
        before.outpatientCarry[hs]!,
        tables.backgroundGroup[h]!,
        at,
        checks,
      );
      checkCarry(books.electiveCarry[hs]!, before.electiveCarry[hs]!, tables.backgroundGroup[h]!, at, checks);
      // The quarterly review starts counting who was served anew: that week is checked by provider only.
      if (isReviewed(before.week)) continue;
      const firsts = books.servedFirst[hs]! - before.servedFirst[hs]!;
      const followUps =
        before.followUpsDue[hs]! +
        before.followUpCarry[hs]! +
        firsts * before.followUpRatio[hs]! -
        books.followUpsDue[hs]! -
        books.followUpCarry[hs]!;
      checks.that(
        firsts >= 0 && followUps > -1e-6,
        () => `${firsts} first visits, ${followUps} follow-ups at ${at}`,
      );
      checks.atMost(
        firsts + followUps * weight + books.outpatientCarry[hs]!,
        clinics,
        () => `clinic slots used and carried at ${at}`,
      );
      const operations = books.servedAdmission[hs]! - before.servedAdmission[hs]!;
      checks.atMost(
        operations + books.electiveCarry[hs]!,
        theatres,
        () => `theatre slots used and carried at ${at}`,
      );
    }
    checks.that(noted(PT.follow_up_outpatients) >= 0, () => `fewer than no follow-ups at trust ${h}`);
    checks.atMost(
      noted(PT.first_outpatients) + noted(PT.follow_up_outpatients) * weight,
      clinicsToUse,
      () => `clinic slots used at trust ${h}`,
    );
    checks.atMost(
      noted(PT.elective_admissions) - noted(PT.planned_admissions) + noted(PT.cancelled_operations),
      theatresToUse,
      () => `theatre slots used at trust ${h}`,
    );
  }
}

function isReviewed(week: number): boolean {
  return week % 13 === 12;
}

/** What a group took beyond the week is less than the group; a debt from before can only shrink. */
function checkCarry(carry: number, before: number, group: number, at: string, checks: Checks): void {
  checks.that(carry < 1, () => `${carry} slots carried forward at ${at}`);
  checks.that(carry > Math.min(before, 0) - 1e-6 || carry > -group, () => `${-carry} slots in debt at ${at}`);
}

function checkBeds({ before, world }: WatchedWeek, checks: Checks): void {
  const { books, place } = world;
  const { week } = before;
  const now = counted(world);
  for (let h = 0; h < place.providers.count; h++) {
    const available = before.beds[h]! * shockFactor(world, week, 'beds') * 7;
    const noted = (what: number): number =>
      now.providers[h * PT_COUNT + what]! - before.counted.providers[h * PT_COUNT + what]!;
    const used = books.bedDaysUsed[h]!;
    checks.atMost(used, available, () => `bed-days used at trust ${h}`);
    checks.atMost(noted(PT.bed_days), available, () => `bed-days noted at trust ${h}`);
    const overflow = books.bedDaysOverflow[h]!;
    checks.that(
      overflow >= 0 && used >= 0,
      () => `trust ${h} used ${used} bed-days and ${overflow} elsewhere`,
    );
    checks.that(overflow < 1e-6 || used > available - 1e-6, () => `trust ${h} overflows beside empty beds`);
    checks.near(
      bedDaysAhead(books.bedDays, h) + used + overflow,
      bedDaysAhead(before.bedDays, h) + noted(PT.stay_days),
      () => `bed-days used, overflowing and ahead at trust ${h}`,
    );
  }
}

function bedDaysAhead(bedDays: Snapshot['bedDays'], h: number): number {
  return bedDays.subarray(h * WHEEL, h * WHEEL + WHEEL).reduce((sum, days) => sum + days, 0);
}

/** `bookedBedDays` holds what was left for planned care at the start of this week's operations. */
function checkOvernightAdmissions({ before, world, events }: WatchedWeek, checks: Checks): void {
  for (const { kind, admitted, slot, before: from } of events) {
    if (kind !== 'treat' || !admitted) continue;
    if (isDayCase(world, slot, from.clock, from.place, before.dayCaseShare)) continue;
    const free = world.books.bookedBedDays[from.place >> 3]!;
    checks.that(
      free >= 1,
      () => `slot ${slot} was admitted overnight to a hospital with ${free} bed-days left`,
    );
  }
}
