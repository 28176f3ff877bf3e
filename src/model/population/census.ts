import { type Columns, float64, int32 } from '../../kernel/arena.ts';
import { WAIT_BANDS } from '../metrics/waiting-times.ts';
import type { World } from '../world.ts';
import { AGE_YEARS, CLOCK_OFFSET, FEMALE_BIT, LIFE, QUINTILE_SHIFT } from './people.ts';
import { firstProviderGroup, firstQuintileGroup } from './person-lists.ts';

/** Everybody at the end of a year. */
export interface Census {
  /** People by age and sex. */
  readonly classes: Float64Array;
  /** Residents' open clocks: [group * WAIT_BANDS + weeks waited]; the place, commissioners, quintiles, providers. */
  readonly open: Int32Array;
}

/** What a census needs of an arena. @param groups of waits */
export function censusRoom(groups: number) {
  return { censusClasses: float64(2 * AGE_YEARS), censusOpen: int32(groups * WAIT_BANDS) };
}

export function emptyCensus(room: Columns<ReturnType<typeof censusRoom>>): Census {
  room.censusClasses.fill(0);
  room.censusOpen.fill(0);
  return { classes: room.censusClasses, open: room.censusOpen };
}

/** Count those present in the slots below `to` at the end of a week. */
export function countPeople(
  { people, tables, place }: Pick<World, 'people' | 'tables' | 'place'>,
  to: number,
  week: number,
  { classes, open }: Census,
): void {
  const quintiles = firstQuintileGroup({ place });
  const providers = firstProviderGroup({ place });
  for (let i = 0; i < to; i++) {
    if (people.life(i) !== LIFE.present) continue;
    const traits = people.traits(i);
    // Whole numbers throughout: this is done for everybody.
    const years = ((week + 1 - people.birthWeek(i)) / 52) | 0;
    const age = Math.min(AGE_YEARS - 1, Math.max(0, years));
    classes[age + ((traits & FEMALE_BIT) === 0 ? 0 : AGE_YEARS)]! += 1;
    const clock = people.clock(i);
    if (clock === 0) continue;
    const band = Math.max(0, Math.min(WAIT_BANDS - 1, week + CLOCK_OFFSET - clock));
    open[band]! += 1;
    open[(1 + tables.commissionerOfPractice[people.practice(i)]!) * WAIT_BANDS + band]! += 1;
    open[(quintiles + ((traits >> QUINTILE_SHIFT) & 7)) * WAIT_BANDS + band]! += 1;
    open[(providers + people.provider(i)) * WAIT_BANDS + band]! += 1;
  }
}
