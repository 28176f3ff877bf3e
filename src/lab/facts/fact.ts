/** `calibrate`: parameters may be fitted to it; `validate`: it must emerge, never be fitted. */
export const ROLES = ['calibrate', 'validate'] as const;
export type Role = (typeof ROLES)[number];

/** Ends of what counts as agreement; `null` = no end, and then the other end itself is outside, unless `endInside` says otherwise. */
export type Band = readonly [from: number | null, to: number | null];

/** A published effect, and the figures by which the model is judged against it. */
export interface Fact {
  readonly id: string;
  readonly role: Role;
  /** Quality of the evidence, in words. */
  readonly evidence: string;
  readonly contrast: string;
  readonly metric: string;
  /** The effect as the study gave it, where it was found, the pair of settings, and the pass band, in words. */
  readonly published: string;
  readonly setting: string;
  readonly pair: string;
  readonly band: string;
  readonly sources: readonly string[];
  /** The fact that other studies of the same thing gave: the two are shown together. */
  readonly contestedWith: string | null;
  /** Why it is no pass mark but context, so that it is shown and not counted; null where it is one. */
  readonly context: string | null;
  /** Which law was added or corrected after the fact had been missed, so that it is a weaker test; null where none was. */
  readonly lawChangedAfterMiss: string | null;
  /** How the project poses it; empty where it cannot. */
  readonly posed: string;
  /** Why it cannot be posed yet; null where it can. */
  readonly cannot: string | null;
  readonly measures: readonly Measure[];
}

/** One figure of a fact, in its own unit. */
export interface Measure {
  readonly id: string;
  readonly words: string;
  readonly unit: string;
  /** The study's figure in this unit; NaN where none was seen. */
  readonly published: { readonly value: number; readonly low: number; readonly high: number };
  /** Which way the published effect goes; `none` where it is nought or a level. */
  readonly expected: 'up' | 'down' | 'none';
  /** The figure at which nothing differs: 0 of a difference, 1 of a ratio. */
  readonly neutral: number;
  readonly band: Band;
  /** Whether the only end of a band without the other counts as agreement: "no gain" is met by none at all. */
  readonly endInside: boolean;
  /** `includes zero`: the interval must hold the neutral figure, and be narrow enough to mean it. */
  readonly rule: 'inside' | 'includes zero';
  /** Widest half of the interval that counts; null = any. */
  readonly halfWidthAtMost: number | null;
  readonly cannot: string | null;
}
