import type { Parameter, ParameterValues } from '../../model/evidence/parameters.ts';
import type { ExperimentResult } from '../experiment/plan.ts';
import type { Output } from '../scenario/scenario.ts';

/** Everything that goes into a results folder. */
export interface ResultsContent {
  readonly experiment: ExperimentResult;
  readonly scenario: ScenarioRecord;
  /** Definitions of the parameters; their values in force are in the arms of the plan. */
  readonly parameters: readonly Parameter[];
  /** Reasons given for overridden parameters, by id. */
  readonly overrideReasons?: Readonly<Record<string, string>>;
  /** Tables to write; the data dictionary and the manifest always come with them. Default: all. */
  readonly outputs?: readonly Output[];
  /** Draws of parameters that the worlds were run with; without it they differ by luck alone. */
  readonly uncertainty?: UncertaintyRecord;
  /** Which defaults of the parameters: as calibrated (the default), or as they were before. */
  readonly defaults?: 'calibrated' | 'uncalibrated';
  /** Version of this package. */
  readonly version: string;
}

/** Draws of parameters and where they come from. */
export interface UncertaintyRecord {
  /** Calibrations whose accepted draws were taken. */
  readonly calibrations: readonly {
    readonly file: string;
    /** Hash of the numbers that it took as given, and whether these have changed since. */
    readonly parameterTable: string;
    readonly isStale: boolean;
  }[];
  /** Which assumptions were drawn from their ranges. */
  readonly assumptions: string;
  /** Replicates of each draw. */
  readonly worlds: number;
  readonly draws: readonly {
    /** First and last replicate, inclusive. */
    readonly replicates: readonly [number, number];
    /** The accepted draw of each calibration, in their order. */
    readonly calibrationDraws: readonly number[];
    /** Parameters that differ from those of the arms. */
    readonly parameters: ParameterValues;
  }[];
}

/** The scenario as it was asked. */
export interface ScenarioRecord {
  readonly name: string;
  readonly question: string;
  /** The file's text, without byte order mark. */
  readonly text: string;
  /** Hash of the file's bytes. */
  readonly sha256: string;
  /** What was asked on the command line instead of the file, by name. */
  readonly fromOptions?: Readonly<Record<string, string | number>>;
  readonly seed: string;
  readonly scale: number;
  readonly weeks: number;
  /** First month, as `2007-04`. */
  readonly start: string;
}
