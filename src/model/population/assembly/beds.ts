/** Stays (see ../../phases/beds.ts, which says why). */
import { AGE_YEARS, f64At, add } from './layout';
import {
  bedDays,
  stayFactor,
  electiveStayRatio,
  longStayTail,
  stayByAge,
  electiveStayDays,
  shortStayShare,
  shortStayDays,
  longStayMean,
  longStayTailLength,
  wheelWeeks,
  PT_STAYS,
  PT_STAY_DAYS,
  tallyProvider,
} from './care-layout';
import { detLog } from './logarithm';

/** The stay of one patient or several: it starts on day 0 to 6 of this week. */
export function occupyBed(h: i32, startDay: i32, days: i32, patients: i32, week: i32): void {
  tallyProvider(h, PT_STAYS, <f64>patients);
  tallyProvider(h, PT_STAY_DAYS, <f64>(days * patients));
  let left = days;
  let room = 7 - startDay;
  for (let at = week; left > 0; at++) {
    const here = min<i32>(left, room);
    add(bedDays, h * wheelWeeks + (at % wheelWeeks), <f64>(here * patients));
    left -= here;
    room = 7;
  }
}

/** Days after an emergency admission. */
export function stayAfterEmergency(h: i32, age: i32, draw: i32): i32 {
  const u = (<f64>(<u32>draw) + 0.5) * 2.3283064365386963e-10;
  if (u < shortStayShare) return u < shortStayShare * (1 - shortStayDays) ? 0 : 1;
  const quantile = <i32>(((u - shortStayShare) / (1 - shortStayShare)) * <f64>longStayTailLength);
  const mean = (longStayMean - 2) * f64At(stayByAge, min<i32>(AGE_YEARS - 1, age));
  return whole(2 + f64At(longStayTail, quantile) * mean * f64At(stayFactor, h), draw);
}

/** Days after an operation of a specialty: at least one. */
export function stayAfterOperation(h: i32, specialty: i32, draw: i32): i32 {
  const u = <f64>(<u32>draw) * 2.3283064365386963e-10;
  const mean = electiveStayDays * f64At(electiveStayRatio, specialty);
  return max<i32>(1, whole(1 + max<f64>(0, mean - 1) * -detLog(1 - u) * f64At(stayFactor, h), draw));
}

/** Rounded down or up by the lowest bits of the draw; at most what the wheel holds. */
@inline
function whole(days: f64, draw: i32): i32 {
  return <i32>min<f64>(<f64>((wheelWeeks - 2) * 7), floor(days + <f64>(draw & 255) / 256));
}
