import * as z from 'zod';
import type { ReadersOf } from './readers.ts';

/** In which order people are called from the list for planned care. */
export const waitingListSchema = z.strictObject({
  order: z
    .enum(['common', 'by-payer'])
    .describe(
      'Order of the list: common (one list, whoever pays) or by-payer (a trust may call first those for whom it is paid more).',
    ),
});

export type WaitingList = Readonly<z.infer<typeof waitingListSchema>>;

/** England in 2008/09: common waiting lists. */
export const WAITING_LIST: WaitingList = { order: 'common' };

/** Who reads each. */
export const WAITING_LIST_READERS: ReadersOf<WaitingList> = {
  order: ['practice', 'trust'],
};
