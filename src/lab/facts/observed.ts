import { besides, type WatchingModel } from '../study/run-arm.ts';
import { simulate } from './observed-model.ts';

export type { Observe, ObservedInput, ObservedRun } from './observed-model.ts';

/** The model with what the facts look at, for this thread or others. */
export const OBSERVED: WatchingModel = { simulate, address: besides(import.meta.url, 'observed-model') };
