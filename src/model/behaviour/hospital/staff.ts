import { detExp } from '../../../kernel/deterministic-math.ts';
import { QUARTERS } from '../../calendar.ts';
import type { World } from '../../world.ts';
import { trustSum } from './trust-mean.ts';

/**
 * Consultants of a provider over those of the first day. The usual turnover is replaced as it happens; those who leave
 * because of disruption, and posts that more capacity needs, are filled only in the time that training and recruitment
 * take. Capacity can run ahead of the staff by overtime; the further it does, the less it can grow, and at the full
 * overtime not at all. A simple stock: one grade for all specialties. Source: model description, section 5.4.
 */
export function reviewStaff(world: World): void {
  const { will, books, place, settings } = world;
  const { leavingPerYear, leavingDisruption, recruitmentYears, overtimeShare } = settings.hospital.staff;
  const filled = 1 - detExp(-1 / (QUARTERS * recruitmentYears));
  for (let h = 0; h < place.providers.count; h++) {
    const needed = capacityOverOpening(world, h);
    const lost = (leavingPerYear / QUARTERS) * leavingDisruption * will.disruptionProvider[h]!;
    const staff = will.staff[h]! * (1 - lost);
    will.staff[h] = staff + filled * Math.max(0, needed - staff) - spare(staff - needed, leavingPerYear);
    books.staffRoom[h] = roomToGrow(needed / will.staff[h]!, overtimeShare);
  }
}

/** Posts that nobody needs are left empty when their holders leave. */
function spare(beyond: number, leavingPerYear: number): number {
  return Math.max(0, Math.min(beyond, leavingPerYear / QUARTERS));
}

/**
 * Part of the fastest growth of capacity that staff allow: all of it while capacity is within half the overtime of the
 * staff in post, none at the full overtime, evenly in between.
 */
export function roomToGrow(capacityPerStaff: number, overtimeShare: number): number {
  const left = 1 + overtimeShare - capacityPerStaff;
  return Math.max(0, Math.min(1, left / (overtimeShare / 2)));
}

/** Clinics and theatres over those of the first day, weighted by what a slot is worth then. */
export function capacityOverOpening(world: World, h: number): number {
  const { books, settings } = world;
  const worth = (outpatient: Float64Array, elective: Float64Array): number =>
    trustSum(
      h,
      (hs) =>
        outpatient[hs]! * settings.price.first[hs & 7]! + elective[hs]! * settings.price.inpatient[hs & 7]!,
    );
  const opening = worth(books.openingOutpatientSlots, books.openingElectiveSlots);
  return opening === 0 ? 1 : worth(books.outpatientSlots, books.electiveSlots) / opening;
}
