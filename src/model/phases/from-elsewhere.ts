import type { YearBook } from '../metrics/annual-books.ts';
import { WAIT_BANDS } from '../metrics/waiting-times.ts';
import { CLOCK_OFFSET } from '../population/people.ts';
import { firstProviderGroup } from '../population/person-lists.ts';
import type { World } from '../world.ts';

/**
 * People from elsewhere on the lists of each provider at the end of the year, by weeks waited and by stage.
 *
 * Whoever of them leaves is taken off where a stage ends (see `clinics` and `decisions`), so that until then groups stand
 * there whole. In diagnostics, where people stay for up to a year and more, those who would have left by now are not
 * counted; what is no whole person is carried to the provider's next group.
 */
export function countFromElsewhere(world: World, year: YearBook): void {
  const { books, place } = world;
  const providers = firstProviderGroup(world);
  const count = (patients: number, clock: number, hs: number): void => {
    year.open[(providers + (hs >> 3)) * WAIT_BANDS + bandOf(world.week, clock)]! += patients;
  };
  for (let hs = 0; hs < place.providers.count * 8; hs++) {
    for (const queues of [books.firstQueue, books.admissionQueue]) {
      for (let urgent = 0; urgent < 2; urgent++) {
        queues[hs * 2 + urgent]!.eachFromElsewhere((patients, clock) => count(patients, clock, hs));
      }
    }
  }
  const carried = new Float64Array(place.providers.count);
  books.diagnostics.eachFromElsewhere((patients, clock, hs) => {
    const h = hs >> 3;
    const there = patients * shareStillThere(world, clock, hs & 7) + carried[h]!;
    const whole = Math.floor(there);
    carried[h] = there - whole;
    count(whole, clock, hs);
    year.lists[h * 3 + 1]! += whole - patients;
  });
}

/**
 * Share of those in diagnostics who have not left the list since they came there, after the opening wait for a first
 * visit; of those found there on the first day, since that day.
 */
function shareStillThere({ week, tables, settings }: World, clock: number, specialty: number): number {
  const stayed = tables.pathway.stayed[specialty]!;
  const firstWeeks = Math.round(settings.startFirstOutpatientWeeks * settings.relativeWait[specialty]!);
  const after = (waited: number): number =>
    stayed[Math.min(stayed.length - 1, Math.max(0, waited - firstWeeks))]!;
  return after(week + CLOCK_OFFSET - clock) / after(Math.max(0, CLOCK_OFFSET - 1 - clock));
}

function bandOf(week: number, clock: number): number {
  return Math.max(0, Math.min(WAIT_BANDS - 1, week + CLOCK_OFFSET - clock));
}
