import type { OnPart } from '../lab/calibration/calibrate.ts';
import { duration } from './progress.ts';

/** Shows on stderr how far a calibration is. */
export interface CalibrationProgress {
  readonly part: OnPart;
  readonly evaluation: () => void;
  /** Evaluations so far; those of an earlier, stopped run are not among them. */
  readonly computed: () => number;
  readonly stop: () => void;
}

/** Lines of a part that are written where there is no terminal. */
const LINES = 5;

/** A line that is written over on a terminal, a few lines a part elsewhere. */
export function calibrationProgress(quiet: boolean, stream = process.stderr): CalibrationProgress {
  const startedAt = performance.now();
  let computed = 0;
  let name = '';
  let most = 0;
  let ofPart = 0;
  const told = (): string => {
    const each = (performance.now() - startedAt) / 1000 / computed;
    return `  ${name}: ${ofPart} of at most ${most} points, ${duration(each)} each`;
  };
  const show = (): void => {
    if (quiet) return;
    if (stream.isTTY === true) stream.write(`\r\u001b[K${told()}`);
    else if (ofPart % Math.max(1, Math.floor(most / LINES)) === 0) stream.write(`${told()}\n`);
  };
  const stop = (): void => {
    if (!quiet && stream.isTTY === true) stream.write('\r\u001b[K');
  };
  return {
    part(next, points) {
      stop();
      [name, most, ofPart] = [next, points, 0];
      if (!quiet) stream.write(`${next}\n`);
    },
    evaluation() {
      computed += 1;
      ofPart += 1;
      show();
    },
    computed: () => computed,
    stop,
  };
}
