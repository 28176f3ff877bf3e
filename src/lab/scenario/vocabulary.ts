import type { Parameter } from '../../model/evidence/parameters.ts';
import type { MetricLevel } from '../../model/metrics/catalogue.ts';
import type { Regime } from '../../model/regimes/regime.ts';

/** The names that a scenario may use, and what they stand for. */
export interface Vocabulary {
  readonly parameters: readonly Parameter[];
  readonly metrics: readonly VocabularyMetric[];
  readonly regimes: readonly Regime[];
  /** Named places; undefined = not known here, any name passes and the loader of places has the last word. */
  readonly places?: readonly VocabularyPlace[];
  /** Codes of the shipped primary care trusts; undefined as for places. */
  readonly commissioners?: readonly string[];
}

export interface VocabularyMetric {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Where it is reported; a trigger needs one of every week. */
  readonly levels: readonly MetricLevel[];
}

export interface VocabularyPlace {
  readonly id: string;
  readonly name: string;
  /** Codes of its primary care trusts; empty = all there are. */
  readonly commissioners: readonly string[];
}
