import { type ArtefactError, isStale } from '../lab/calibration/read-artefact.ts';
import type { ExperimentPlan } from '../lab/experiment/index.ts';
import type { UncertaintyRecord } from '../lab/results/content.ts';
import type { Scenario } from '../lab/scenario/index.ts';
import { type CarriedCalibration, carriedCalibrations } from '../lab/uncertainty/carried.ts';
import { overDraws } from '../lab/uncertainty/uncertain-plan.ts';
import { UsageError } from './usage-error.ts';

/** What `lhe run` was asked about draws. */
interface Asked {
  readonly calibration?: string | undefined;
  readonly defaults: 'calibrated' | 'uncalibrated';
  readonly quiet: boolean;
}

/** Makes of a plan what is run: the plan itself, or its worlds over draws of parameters. */
type OverUncertainty = (
  plan: ExperimentPlan,
  signal: AbortSignal,
) => Promise<{ readonly plan: ExperimentPlan; readonly record?: UncertaintyRecord }>;

/**
 * Reads the calibration that a scenario needs, if it asks for draws, so that a mistake is told before anything is run.
 * @throws UsageError when options contradict each other, or the calibration cannot be used
 */
export function overUncertainty(
  scenario: Scenario,
  { calibration: file, defaults, quiet }: Asked,
): OverUncertainty {
  const { uncertainty } = scenario;
  if (uncertainty === undefined) {
    if (file !== undefined)
      throw new UsageError('--calibration is for --uncertainty, which is not asked for');
    return async (plan) => ({ plan });
  }
  if (defaults === 'uncalibrated') {
    throw new UsageError(
      '--uncertainty takes draws of the calibration: it cannot go with --defaults uncalibrated',
    );
  }
  const calibrations = accepted(file);
  for (const { file: made, artefact } of calibrations) {
    if (!isStale(artefact) || quiet) continue;
    process.stderr.write(
      `Note: numbers of the model have changed since ${made} was made: its draws may fit less well (lhe calibrate).\n`,
    );
  }
  return async (plan, signal) => {
    const { draws, assumptions } = uncertainty;
    return overDraws(plan, {
      draws,
      assumptions,
      calibrations,
      set: Object.keys(scenario.parameters),
      signal,
      ...(quiet ? {} : { onDraw: (done) => tell(done, draws) }),
    });
  };
}

function accepted(file: string | undefined): readonly CarriedCalibration[] {
  try {
    return carriedCalibrations(file);
  } catch (error) {
    if ((error as ArtefactError).name !== 'ArtefactError') throw error;
    throw new UsageError((error as Error).message);
  }
}

/** A line every tenth of the way. */
function tell(done: number, of: number): void {
  const tenth = (n: number) => Math.floor((10 * n) / of);
  if (tenth(done) > tenth(done - 1)) process.stderr.write(`Where levers rest: ${done} of ${of} draws\n`);
}
