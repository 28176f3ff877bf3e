import type { HazardTables } from '../evidence/hazards.ts';
import type { Place } from '../place.ts';
import { type ArrivalPlan, bandOfAge } from '../population/arrival-plan.ts';
import { AGE_YEARS } from '../population/people.ts';
import type { PlaceTables } from '../world.ts';

type PersonBounds = Pick<
  PlaceTables,
  'departure' | 'departureBound' | 'onsetBound' | 'largestRatio' | 'remissionByMask' | 'bandOfClass'
>;

/** Chances of moving away and of a change of conditions, and what they can be at most: the weekly draw is under the bound. */
/** @param onsetMargin most that public health can raise onset by */
export function personBounds(
  place: Place,
  hazards: HazardTables,
  plan: ArrivalPlan,
  onsetMargin: number,
): PersonBounds {
  return {
    departure: plan.departure,
    departureBound: largestByEntry(plan.departure),
    onsetBound: onsetBounds(hazards),
    largestRatio: largestRatios(place.practices.prevalenceRatio).map((ratio) => ratio * onsetMargin),
    remissionByMask: remissions(hazards),
    bandOfClass: Uint8Array.from({ length: 2 * AGE_YEARS }, (_, cls) => bandOfAge(cls % AGE_YEARS)),
  };
}

/** The largest value of each entry over the years. */
function largestByEntry(tables: readonly Float64Array[]): Float64Array {
  const largest = new Float64Array(tables[0]!.length);
  for (const table of tables)
    table.forEach((value, n) => {
      largest[n] = Math.max(largest[n]!, value);
    });
  return largest;
}

/** Sum over all conditions, held or not, of weekly onset given hypertension + 2 * diabetes. */
function onsetBounds(hazards: HazardTables): Float64Array {
  const rows = hazards.onsetPerYear.length / 12;
  const bounds = new Float64Array(rows * 4);
  for (let row = 0; row < rows; row++) {
    for (let combo = 0; combo < 4; combo++) {
      for (let c = 0; c < 12; c++) {
        bounds[row * 4 + combo]! +=
          (hazards.onsetPerYear[row * 12 + c]! * hazards.onsetCardiometabolic[c * 4 + combo]!) / 52;
      }
    }
  }
  return bounds;
}

/** Largest register ratio of each practice over the conditions. */
function largestRatios(prevalenceRatio: Float64Array): Float64Array {
  return Float64Array.from({ length: prevalenceRatio.length / 12 }, (_, g) => {
    let largest = 0;
    for (let c = 0; c < 12; c++) largest = Math.max(largest, prevalenceRatio[g * 12 + c]!);
    return largest;
  });
}

/** Weekly rate at which any condition of a mask ends. */
function remissions(hazards: HazardTables): Float64Array {
  return Float64Array.from({ length: 4096 }, (_, mask) => {
    let rate = 0;
    for (let c = 0; c < 12; c++) if ((mask & (1 << c)) !== 0) rate += hazards.remissionPerYear[c]!;
    return rate / 52;
  });
}
