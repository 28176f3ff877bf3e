import * as z from 'zod';
import type { ReadersOf } from './readers.ts';

/** How volumes of planned care are set, and whether organisations have a will of their own. */
export const planningSchema = z.strictObject({
  volumesFollowDemand: z
    .boolean()
    .describe(
      'Whether the yearly contract round sets volumes by demand and clears the list above the target wait, within ' +
        'what staff allow; false = capacity stays as it is.',
    ),
  organisationsAct: z
    .boolean()
    .describe(
      'Whether organisations weigh costs and benefits and move their levers; false = levers stay at their reference, ' +
        'relations and turnaround stand still and only the mechanical planning rule acts.',
    ),
});

export type Planning = Readonly<z.infer<typeof planningSchema>>;

/** Volumes follow demand, organisations act. */
export const PLANNING: Planning = { volumesFollowDemand: true, organisationsAct: true };

/** Who reads each. */
export const PLANNING_READERS: ReadersOf<Planning> = {
  volumesFollowDemand: ['trust'],
  organisationsAct: ['practice', 'commissioner', 'trust', 'body'],
};
