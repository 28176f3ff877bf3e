/** A model year has 52 weeks: four quarters of thirteen, or thirteen months of four. */
export const QUARTER_WEEKS = 13;
export const MONTH_WEEKS = 4;
export const QUARTERS = 4;
export const MONTHS = 13;
