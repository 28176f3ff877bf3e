import { PARAMETERS } from '../../model/evidence/parameters.ts';
import { METRICS } from '../../model/metrics/catalogue.ts';
import { REGIMES } from '../../model/regimes/regimes.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The names of this package's own parameters, metrics and regimes. */
export const SHIPPED_VOCABULARY: Vocabulary = { parameters: PARAMETERS, metrics: METRICS, regimes: REGIMES };
