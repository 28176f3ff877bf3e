/** Everybody at the end of a year (see ../census.ts). */
import {
  censusClasses,
  censusOpen,
  commissionerOfPractice,
  waitBands,
  clockOffset,
  quintileGroup,
  providerGroup,
  BIRTH_WEEK,
  CLOCK,
  TRAITS,
  LIFE,
  PROVIDER,
  PRESENT,
  AGE_YEARS,
  recordOf,
  quintileOf,
  practiceOf,
  add,
  addInteger,
} from './layout';

/** Count those present in the slots below `to`; the host has emptied the columns. */
export function census(to: i32, week: i32): void {
  for (let i = 0; i < to; i++) {
    const at = recordOf(i);
    if (load<u8>(at, LIFE) != PRESENT) continue;
    const weeks = week + 1 - <i32>load<i16>(at, BIRTH_WEEK);
    const age = weeks < 0 ? 0 : min<i32>(AGE_YEARS - 1, weeks / 52);
    add(censusClasses, age + (<i32>load<u8>(at, TRAITS) & 1) * AGE_YEARS, 1);
    const clock = <i32>load<u16>(at, CLOCK);
    if (clock == 0) continue;
    const band = max<i32>(0, min<i32>(waitBands - 1, week + clockOffset - clock));
    const commissioner = <i32>load<u16>(commissionerOfPractice + ((<usize>practiceOf(at)) << 1));
    addInteger(censusOpen, band, 1);
    addInteger(censusOpen, (1 + commissioner) * waitBands + band, 1);
    addInteger(censusOpen, (quintileGroup + quintileOf(at)) * waitBands + band, 1);
    addInteger(censusOpen, (providerGroup + <i32>load<u8>(at, PROVIDER)) * waitBands + band, 1);
  }
}
