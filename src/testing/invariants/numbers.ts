import { checksOf, type Invariant } from '../invariant.ts';

/** Every tally is a finite number: one person who adds no number to a sum makes the sum of the whole run none. */
export const NUMBERS: Invariant = {
  id: 'numbers',
  law: 'every tally is a finite number',
  check({ before, world }) {
    const checks = checksOf('numbers', before.week);
    for (const [name, tally] of Object.entries(world.tally)) {
      if (!(tally instanceof Float64Array)) continue;
      for (let n = 0; n < tally.length; n++)
        checks.that(Number.isFinite(tally[n]!), () => `tally ${name} is ${tally[n]} at ${n}`);
    }
  },
};
