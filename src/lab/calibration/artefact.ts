import type { Role } from '../facts/fact.ts';

/** First value of every artefact, and the version of its layout. */
export const ARTEFACT_FORMAT = 'lhe calibration';
export const ARTEFACT_VERSION = 1;

/** A figure beside the published one. Standardised: over tolerance, model discrepancy and luck together. */
export interface Residual {
  readonly figure: string;
  readonly label: string;
  readonly unit: string;
  readonly published: number;
  readonly model: number;
  readonly differencePct: number;
  readonly standardised: number;
}

export interface TargetRecord {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly published: number;
  readonly source: string;
  readonly tolerance: number;
  readonly discrepancy: number;
  /** Standard deviation of the luck of an evaluation, as a share of the figure. */
  readonly luck: number;
}

/** How a target answers a free parameter, at the centre of the prior. */
export interface SensitivityRecord {
  readonly target: string;
  readonly parameter: string;
  /** Change of the log of the figure (of an effect: of the figure over the published one) per log of the parameter; per unit of the parameter when its prior is not on a log scale. */
  readonly elasticity: number;
  /** Change of the figure over half the prior, in standard deviations that it may be off by. */
  readonly information: number;
}

/** What a figure of the artefact is fitted to, in words: an effect has the middle of its band. */
export function aimInWords({ targets }: Pick<Artefact, 'targets'>): string {
  return targets.some(({ id }) => id.includes(' ')) ? 'middle of the band' : 'published';
}

/** A set of values of the free parameters and how well it does. */
export interface FitRecord {
  /** Values, or factors, by free parameter. */
  readonly values: Readonly<Record<string, number>>;
  /** Values by row. */
  readonly rows: Readonly<Record<string, number>>;
  readonly loss: number;
  readonly implausibility: number;
  readonly residuals: readonly Residual[];
  /** Figures that were not fitted to; standardised by tolerance alone is not defined for them. */
  readonly reported: readonly Omit<Residual, 'standardised'>[];
}

export interface StartRecord {
  readonly from: Readonly<Record<string, number>>;
  readonly to: Readonly<Record<string, number>>;
  readonly loss: number;
  readonly steps: number;
  readonly stopped: string;
}

export interface WaveRecord {
  readonly draws: number;
  readonly accepted: number;
  readonly plausibleShare: number;
  readonly emulator:
    | {
        readonly degree: number;
        readonly points: number;
        /** By target: root of the mean square error at points left out, and the share of variance predicted there. */
        readonly leftOut: Readonly<Record<string, { readonly error: number; readonly predicted: number }>>;
      }
    | undefined;
}

export interface AcceptedDraw {
  readonly draw: number;
  readonly values: Readonly<Record<string, number>>;
  readonly rows: Readonly<Record<string, number>>;
  readonly implausibility: number;
}

/** What the targets leave of a prior. */
export interface PosteriorRecord {
  readonly parameter: string;
  readonly rows: readonly string[];
  readonly low: number;
  readonly high: number;
  /** Middle nine tenths of the plausible part of the prior. */
  readonly plausibleLow: number;
  readonly plausibleHigh: number;
  /** Its width over that of the middle nine tenths of the prior. */
  readonly width: number;
  /** Whether the width is at most `MOST_WIDTH`; else the parameter is an assumption, whatever its value was fitted to. */
  readonly contracted: boolean;
}

/** The result of a calibration: everything that decides it and everything that it found. No time, no machine. */
export interface Artefact {
  readonly format: typeof ARTEFACT_FORMAT;
  readonly formatVersion: typeof ARTEFACT_VERSION;
  readonly version: string;
  readonly command: string;
  readonly spec: { readonly name: string; readonly sha256: string; readonly text: string };
  /** Of every row that was not free, id and value, and of where levers rest. Priors of the others are in `posterior`. */
  readonly parameterTable: string;
  readonly setting: {
    readonly place: string;
    readonly weeks: number;
    readonly scale: number;
    readonly seed: string;
    readonly worlds: number;
  };
  readonly loss: string;
  readonly refused: Role;
  readonly targets: readonly TargetRecord[];
  readonly sensitivities: readonly SensitivityRecord[];
  /** What place and scale of the fit do to each figure, taken off: log of the figure at the reference over that of the fit. */
  readonly reference:
    | {
        readonly scale: number;
        readonly worlds: number;
        readonly place: string;
        readonly shifts: Readonly<Record<string, number>>;
        /** The same at the centre of the priors: how little it moves says how far it can be leaned on. */
        readonly shiftsAtCentre: Readonly<Record<string, number>>;
        /** The fit at the reference. */
        readonly residuals: readonly Residual[];
      }
    | undefined;
  /** The last is a draw of the waves where that came out better than the others. */
  readonly starts: readonly StartRecord[];
  readonly fit: FitRecord;
  /** The centre of the prior, where nothing is fitted, and the values in force when the calibration ran. */
  readonly centre: FitRecord;
  readonly inForce: FitRecord;
  readonly waves: readonly WaveRecord[];
  readonly cutoff: number;
  readonly accepted: readonly AcceptedDraw[];
  readonly posterior: readonly PosteriorRecord[];
  /** Rows that the targets leave about as wide as they were: assumptions. */
  readonly assumptions: readonly string[];
}
