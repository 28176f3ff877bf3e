import { type Columns, float64, int32 } from '../../kernel/arena.ts';
import { RT_COUNT } from '../metrics/tallies.ts';
import { WAIT_BANDS } from '../metrics/waiting-times.ts';
import type { Place } from '../place.ts';
import type { CareColumns } from '../population/care-room.ts';
import { CLOCK_OFFSET } from '../population/people.ts';

/** Counts for the results. */
export interface TallyBooks {
  /** [(c * 5 + q) * RT_COUNT + t] this week. */
  readonly residents: Float64Array;
  /** [h * PT_COUNT + t] this year. */
  readonly providers: Float64Array;
  /** [practice * GT_COUNT + t] this year. */
  readonly practices: Float64Array;
  /** People present by cq, of 65 and over, and with each condition [cq * 12 + c]. */
  readonly present: Float64Array;
  readonly withCondition: Float64Array;
  /** Sum of utilities of people present by cq, and of the closed cohort, micro-units (integers). */
  readonly utility: Float64Array;
  readonly cohortUtility: Float64Array;
  /** Sum of severity bytes of unmet needs by cq. */
  readonly unmetSeverity: Float64Array;
  /** Residents' open clocks by week of start + CLOCK_OFFSET. */
  readonly open: Int32Array;
  /** Groups of waits: the place, each commissioner, five quintiles, each provider (with people from elsewhere). */
  readonly groups: number;
  /** Completed waits of the year [(group * 2 + admitted) * WAIT_BANDS + band], and of the week for the place. */
  readonly completedYear: Int32Array;
  readonly completedWeek: Int32Array;
  /** Deaths and emergency admissions of the year by class of age and sex. */
  readonly deathsByClass: Float64Array;
  readonly emergenciesByClass: Float64Array;
  /** People by stage, residents only. */
  readonly stage: Float64Array;
  patientWeeks: number;
  candidates: number;
  happened: number;
  boundViolations: number;
  gpConsultations: number;
}

/** The counts that change with every person's state. */
export function tallyRoom(place: Place, weeks: number) {
  const cells = place.commissioners.count * 5;
  return {
    residents: float64(cells * RT_COUNT),
    present: float64(cells),
    withCondition: float64(cells * 12),
    utility: float64(cells),
    cohortUtility: float64(1),
    unmetSeverity: float64(cells),
    open: int32(CLOCK_OFFSET + weeks + 1),
    completedYear: int32(waitGroups(place) * 2 * WAIT_BANDS),
    completedWeek: int32(2 * WAIT_BANDS),
    deathsByClass: float64(202),
    stageCount: float64(5),
  };
}

export function waitGroups(place: Place): number {
  return 6 + place.commissioners.count + place.providers.count;
}

export function createTallies(
  place: Place,
  room: Columns<ReturnType<typeof tallyRoom>> & CareColumns,
): TallyBooks {
  return {
    residents: room.residents,
    providers: room.providers,
    practices: room.practices,
    present: room.present,
    withCondition: room.withCondition,
    utility: room.utility,
    cohortUtility: room.cohortUtility,
    unmetSeverity: room.unmetSeverity,
    open: room.open,
    groups: waitGroups(place),
    completedYear: room.completedYear,
    completedWeek: room.completedWeek,
    deathsByClass: room.deathsByClass,
    emergenciesByClass: room.emergenciesByClass,
    stage: room.stageCount,
    patientWeeks: 0,
    candidates: 0,
    happened: 0,
    boundViolations: 0,
    gpConsultations: 0,
  };
}
