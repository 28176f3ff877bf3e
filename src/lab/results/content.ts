import type { Parameter } from '../../model/evidence/parameters.ts';
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
  /** Version of this package. */
  readonly version: string;
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
