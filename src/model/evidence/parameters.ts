/** One number of the model. */
export interface Parameter {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  /** Plausible range, inclusive. */
  readonly low: number;
  readonly high: number;
  /** `sourced`: read at a source. `background`: general knowledge, not read at a source. `assumption`: judgement. */
  readonly status: 'sourced' | 'background' | 'assumption' | 'calibrated';
  /** Address or reference of the source; for an assumption, its reason; for a calibrated value, what it is fitted to. */
  readonly source: string;
  readonly topic: string;
}

/** Parameter values by id. */
export type ParameterValues = Readonly<Record<string, number>>;
