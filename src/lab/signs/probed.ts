import { besides, type WatchingModel } from '../study/run-arm.ts';
import { simulate } from './probed-model.ts';

export type { ProbedInput, ProbedRun } from './probed-model.ts';

/** The model with its probes, for this thread or others. */
export const PROBED: WatchingModel = { simulate, address: besides(import.meta.url, 'probed-model') };
