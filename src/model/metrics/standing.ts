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
  /** Skill with which care is bought for the area's people; concentration of their market for planned care. */
  skill: 9,
  market: 10,
  /** Pence a year of its allocation that bodies hold, and that funds of practices were given. */
  delegated: 11,
} as const;
export const STANDINGS = Object.keys(STANDING).length;
