import { detLog } from '../../kernel/deterministic-math.ts';
import { deathRates, mortalityGradients } from '../evidence/mortality.ts';
import { AGE_YEARS, LIFE, QUINTILE_SHIFT, RISK_SHIFT } from '../population/people.ts';
import type { World } from '../world.ts';

/** Personal death hazards over the reference of their age, sex and fifth, for which the table is made. */
const RELATIVE_HAZARDS = [0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32];

/**
 * Quality-adjusted life years that the closed cohort may still expect at the end of the run, undiscounted: without it
 * a life saved late would hardly count. By age, sex, fifth of deprivation and conditions: the person's own hazard of
 * death over the reference stays, the norm of utility falls with age, conditions keep their share of it.
 * @returns QALYs of the simulated people (not multiplied up)
 */
export function terminalCredit(world: World): number {
  const { people, hazards } = world;
  const table = lifeTable(world);
  const expectancy = expectancyTable(world, table);
  let credit = 0;
  for (let i = 0; i < world.tables.cohortEnd; i++) {
    if (people.life(i) !== LIFE.present) continue;
    const mask = people.conditions(i);
    const row = people.ageClass(i) * 5 + ((people.traits(i) >> QUINTILE_SHIFT) & 7);
    const own =
      hazards.deathPerYear[row]! *
      hazards.deathMultiplier[mask]! *
      hazards.riskBins[people.traits(i) >> RISK_SHIFT]!;
    const relative = own / table[row]!;
    credit += hazards.utilityMultiplier[mask]! * atRelativeHazard(expectancy, row, relative);
  }
  return credit;
}

/** [row] deaths a year of the life table: age and sex times the gradient over the fifths. */
function lifeTable(world: World): Float64Array {
  const deaths = deathRates(world.input.parameters);
  const gradients = mortalityGradients(world.input.parameters);
  return Float64Array.from(gradients, (gradient, row) => deaths[Math.floor(row / 5)]! * gradient);
}

/** [row * hazards + k] expected years to come, weighted by the norm of utility, at the k-th relative hazard. */
function expectancyTable(world: World, table: Float64Array): Float64Array {
  const { hazards } = world;
  const kinds = RELATIVE_HAZARDS.length;
  const expectancy = new Float64Array(2 * AGE_YEARS * 5 * kinds);
  for (let female = 0; female < 2; female++) {
    for (let age = AGE_YEARS - 1; age >= 0; age--) {
      const cls = age + female * AGE_YEARS;
      for (let q = 0; q < 5; q++) {
        const row = cls * 5 + q;
        for (let k = 0; k < kinds; k++) {
          const death = Math.min(1, table[row]! * RELATIVE_HAZARDS[k]!);
          // The last class stands for itself and all years after it.
          const next = age === AGE_YEARS - 1 ? 0 : expectancy[(row + 5) * kinds + k]!;
          const stay = age === AGE_YEARS - 1 ? 1 / Math.max(0.1, death) : 1 - death / 2;
          const utility = hazards.utilityBase[cls]! - hazards.residual.meanLoss[cls]!;
          expectancy[row * kinds + k] = utility * stay + (1 - death) * next;
        }
      }
    }
  }
  return expectancy;
}

/** Between the tabled hazards by straight lines in their logarithm (each is twice the one before). */
function atRelativeHazard(table: Float64Array, row: number, relative: number): number {
  const kinds = RELATIVE_HAZARDS.length;
  const steps = detLog(Math.max(RELATIVE_HAZARDS[0]!, relative) / RELATIVE_HAZARDS[0]!) / detLog(2);
  const k = Math.min(kinds - 2, Math.floor(steps));
  const share = Math.min(1, steps - k);
  return table[row * kinds + k]! * (1 - share) + table[row * kinds + k + 1]! * share;
}
