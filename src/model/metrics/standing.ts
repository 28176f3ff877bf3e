/** How a commissioner stands at the end of a year: columns of `YearBook.standing`. */
export const STANDING = {
  control: 0,
  managerial: 1,
  clinical: 2,
  disputes: 3,
  turnaround: 4,
  /** Pence of the year. */
  friction: 5,
  purchases: 6,
  /** Chance of a good rating, NaN in a part year. */
  goodRating: 7,
  /** People on the lists of its practices: the weight in a mean over the place. */
  people: 8,
} as const;
export const STANDINGS = Object.keys(STANDING).length;
