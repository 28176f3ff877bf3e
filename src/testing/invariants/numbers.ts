import { checksOf, type Invariant } from '../invariant.ts';

/**
 * Every tally, and what the year's book has summed of them so far, is a finite number: one person who adds no number
 * to a sum makes the sum of the whole run none.
 */
export const NUMBERS: Invariant = {
  id: 'numbers',
  law: 'every tally is a finite number',
  check({ before, world }) {
    const checks = checksOf('numbers', before.week);
    const year = world.records.years.at(-1)!;
    // Tallies of residents are emptied into the year's book every week; other values of that book may be empty.
    for (const [name, values] of Object.entries({
      ...world.tally,
      'residents of the year': year.residents,
    })) {
      if (!(values instanceof Float64Array)) continue;
      for (let n = 0; n < values.length; n++)
        checks.that(Number.isFinite(values[n]!), () => `tally ${name} is ${values[n]} at ${n}`);
    }
  },
};
