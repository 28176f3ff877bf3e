import { restoreWorld, saveWorld } from '../../model/checkpoint.ts';
import { PT, PT_COUNT } from '../../model/metrics/tallies.ts';
import { tick } from '../../model/simulate.ts';
import type { World } from '../../model/world.ts';

/** How a hospital's demand answers, the mean over trusts: logarithms of its GP referrals for a change of one trust alone. */
export interface DemandAnswers {
  /** Published quality a standard deviation better: change of ln demand. */
  readonly perSd: number;
  /** Published waits longer by a share: change of ln demand over the change of ln wait. */
  readonly perLogWait: number;
}

/** Waits longer by this share. */
const LONGER = 0.1;
/** Waits and quality take effect once a month. */
const MONTH = 4;

/**
 * Twins of a world: in each, one trust alone is published as better, or as slower, than it is. Everything else starts the
 * same and meets the same luck; the answer is the trust's GP referrals over those weeks. The world must stand at the
 * start of a financial year, when nothing is counted yet, and stays as it is.
 *
 * @throws RangeError when the run of the world ends before the twins would: nobody lives in a world after its run
 */
export function demandAnswers(world: World, weeks: number): DemandAnswers {
  if (world.week + weeks > world.input.weeks)
    throw new RangeError(
      `twins of ${weeks} weeks from week ${world.week} outlive a run of ${world.input.weeks}`,
    );
  const saved = saveWorld(world);
  const asIs = demand(world, saved, weeks, () => {});
  const trusts = Array.from({ length: world.place.providers.count }, (_, h) => h).filter((h) => asIs[h]! > 0);
  const answers = trusts.map((h) => {
    const better = demand(world, saved, weeks, (twin) => {
      // What is published drifts back to what is true: it is put up again every month.
      const before = twin.place.providers.publishedQuality[h]! + twin.will.quality[h]!;
      twin.books.publishedQuality[h] = before + 1;
    });
    const usual = demand(world, saved, weeks, (twin) => {
      twin.books.publishedQuality[h] = twin.place.providers.publishedQuality[h]! + twin.will.quality[h]!;
    });
    const shifts = new Float64Array(8);
    const slower = demand(world, saved, weeks, ({ books }) => {
      for (let s = 0; s < 8; s++) {
        // Choice and GPs see waits over those of the base year: a lower reference is a longer wait.
        const hs = h * 8 + s;
        books.referenceWait[hs]! += shifts[s]!;
        shifts[s] = Math.min(books.referenceWait[hs]! - LEAST_WAIT, LONGER * books.publishedWait[hs]!);
        books.referenceWait[hs]! -= shifts[s]!;
      }
    });
    return {
      perSd: Math.log(better[h]! / usual[h]!),
      perLogWait: Math.log(slower[h]! / asIs[h]!) / Math.log(1 + LONGER),
    };
  });
  const mean = (of: (answer: DemandAnswers) => number): number =>
    answers.reduce((sum, answer) => sum + of(answer), 0) / answers.length;
  return { perSd: mean(({ perSd }) => perSd), perLogWait: mean(({ perLogWait }) => perLogWait) };
}

/** A reference stays above nothing, weeks. */
const LEAST_WAIT = 0.1;

/** GP referrals by trust of a twin over some weeks. @param change made before every month */
function demand(
  world: World,
  saved: Uint8Array,
  weeks: number,
  change: (twin: World) => void,
): readonly number[] {
  const twin = restoreWorld(world.input, saved);
  for (let week = 0; week < weeks; week++) {
    if (twin.week % MONTH === 0) change(twin);
    tick(twin);
  }
  // Books of a year are filled when it is closed, at its end or that of the run; before, counts are in the tally.
  const closed = twin.records.years.at(-1)!.providers;
  const counted = twin.tally.providers;
  return Array.from(
    { length: twin.place.providers.count },
    (_, h) => closed[h * PT_COUNT + PT.gp_referrals]! + counted[h * PT_COUNT + PT.gp_referrals]!,
  );
}
