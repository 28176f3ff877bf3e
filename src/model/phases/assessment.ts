import { noteSkill, rateCommissioners } from '../behaviour/governance/assessment.ts';
import { QUARTER_WEEKS } from '../calendar.ts';
import type { World } from '../world.ts';

/** Step 8 of the tick, at the end of a quarter and of a financial year: commissioners are assessed. */
export function assessment(world: World): void {
  if (world.week % QUARTER_WEEKS !== QUARTER_WEEKS - 1) return;
  noteSkill(world);
  if (world.week % 52 === 51) rateCommissioners(world);
}
