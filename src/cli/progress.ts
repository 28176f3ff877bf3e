import cliProgress from 'cli-progress';
import type { ExperimentProgress } from '../lab/experiment/index.ts';

/** Shows how far an experiment is, on stderr. */
export interface ProgressDisplay {
  readonly update: (progress: ExperimentProgress) => void;
  /** Leaves the terminal as it should be; safe to call twice. */
  readonly stop: () => void;
}

/** A bar with rate and time left on a terminal, a line every tenth of the way elsewhere. */
export function progressDisplay(stream: NodeJS.WriteStream = process.stderr): ProgressDisplay {
  return stream.isTTY === true ? bar(stream) : lines(stream);
}

function bar(stream: NodeJS.WriteStream): ProgressDisplay {
  const display = new cliProgress.SingleBar({
    stream,
    format: 'Running {bar} {percentage}%  {value} of {total} weeks  {rate} weeks/s  {left} left',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
  });
  let startedAt: number | undefined;
  return {
    update(progress) {
      if (startedAt === undefined) {
        startedAt = performance.now();
        display.start(progress.weeksTotal, progress.weeksDone, { rate: '–', left: '–' });
      }
      display.update(progress.weeksDone, paceOf(progress, startedAt));
    },
    stop: () => display.stop(),
  };
}

function lines(stream: NodeJS.WriteStream): ProgressDisplay {
  let startedAt: number | undefined;
  let tenthsShown = 0;
  return {
    update(progress) {
      startedAt ??= performance.now();
      const tenths = Math.floor((10 * progress.weeksDone) / progress.weeksTotal);
      if (tenths <= tenthsShown) return;
      tenthsShown = tenths;
      const { rate, left } = paceOf(progress, startedAt);
      const rest = tenths === 10 ? '' : `, ${left} left`;
      stream.write(
        `${tenths * 10}%: ${progress.weeksDone} of ${progress.weeksTotal} weeks, ${rate} weeks/s${rest}\n`,
      );
    },
    stop: () => {},
  };
}

/** Weeks a second since the start, and the time left at that rate. */
function paceOf(progress: ExperimentProgress, startedAt: number): { rate: string; left: string } {
  const seconds = (performance.now() - startedAt) / 1000;
  const rate = progress.weeksDone / seconds;
  if (!(rate > 0) || !Number.isFinite(rate)) return { rate: '–', left: '–' };
  return {
    rate: rate >= 10 ? rate.toFixed(0) : rate.toFixed(1),
    left: duration((progress.weeksTotal - progress.weeksDone) / rate),
  };
}

/** `45 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
