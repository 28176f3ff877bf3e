import { reviewCommissioners } from '../behaviour/commissioner/view.ts';
import { reviewWaits } from '../behaviour/hospital/stage-wait.ts';
import { reviewMoney } from '../behaviour/margins.ts';
import { attentionOf } from '../behaviour/national/politics.ts';
import { moveLever } from '../behaviour/will/adapt.ts';
import { LEVERS } from '../behaviour/will/levers.ts';
import { recordLevers } from '../metrics/lever-record.ts';
import type { World } from '../world.ts';

/** Weeks between reviews. */
const REVIEW_WEEKS = 13;

/**
 * Step 8 of the tick, quarterly: every organisation looks at its books and moves its levers a step, each by the same
 * law. Where the institutions say that organisations do not act, levers stay where they are.
 */
export function adaptation(world: World): void {
  if (world.week % REVIEW_WEEKS !== REVIEW_WEEKS - 1) return;
  reviewWaits(world);
  reviewMoney(world);
  reviewCommissioners(world);
  if (!world.institutions.planning.organisationsAct) return;
  for (let n = 0; n < LEVERS.length; n++) moveLever(world, n, attentionOf(world, LEVERS, n));
  recordLevers(world);
}
