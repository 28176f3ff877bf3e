import { LEVERS } from '../../model/behaviour/will/levers.ts';
import { ANCHORS } from '../../model/evidence/anchors.ts';
import type { Parameter } from '../../model/evidence/parameters.ts';

/** Topic of the pay-offs at which levers rest. */
export const ANCHOR_TOPIC = 'rests of levers';

/** Institutions under which a rest was solved, in words. */
const UNDER = { split: 'the split', boards: 'integrated boards' } as const;
export type Anchored = keyof typeof UNDER;
export const ANCHORED = Object.keys(UNDER) as readonly Anchored[];

/** Every pay-off at which a lever rests as a row: `anchor.split.beds`. */
export function anchorRows(): readonly Parameter[] {
  return ANCHORED.flatMap((under) =>
    LEVERS.filter(({ id }) => ANCHORS[under][id] !== undefined).map(({ id, label }): Parameter => {
      const value = ANCHORS[under][id]!;
      return {
        id: anchorId(under, id),
        label: `Pay-off at which a lever rests, solved under ${UNDER[under]}: ${label}`,
        value,
        unit: 'share of the lever’s money base',
        low: value,
        high: value,
        status: 'calibrated',
        source: `derived: the pay-off of April 2007 to March 2009 in England under ${UNDER[under]}, less what makes the lever move as observed (lever_observed_growth); npm run calibrate:anchors`,
        topic: ANCHOR_TOPIC,
      };
    }),
  );
}

/** Id of the row of a lever's rest. */
export function anchorId(under: Anchored, lever: string): string {
  return `anchor.${under}.${lever}`;
}
