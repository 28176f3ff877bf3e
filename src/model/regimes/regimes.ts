import { PURCHASER_PROVIDER_SPLIT } from './purchaser-provider-split.ts';
import type { Regime } from './regime.ts';

/** Every named regime. */
export const REGIMES: readonly Regime[] = [PURCHASER_PROVIDER_SPLIT];
