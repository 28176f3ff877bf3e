import { noteSkill, rateCommissioners } from '../behaviour/governance/assessment.ts';
import type { World } from '../world.ts';

/** Weeks between reviews. */
const REVIEW_WEEKS = 13;

/** Step 8 of the tick, at the end of a quarter and of a financial year: commissioners are assessed. */
export function assessment(world: World): void {
  if (world.week % REVIEW_WEEKS !== REVIEW_WEEKS - 1) return;
  noteSkill(world);
  if (world.week % 52 === 51) rateCommissioners(world);
}
