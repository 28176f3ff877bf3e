import { besides, type WatchingModel } from '../study/run-arm.ts';
import { simulate } from './completed-waits.ts';

export type { HindcastRun } from './completed-waits.ts';

/** The model with its completed waits, for this thread or others. */
export const WATCHED_WAITS: WatchingModel = {
  simulate,
  address: besides(import.meta.url, 'completed-waits'),
};
