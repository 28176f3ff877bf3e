import { setTimeout } from 'node:timers/promises';
import { EXIT } from './usage-error.ts';

/** A terminal and the program that started this one may both pass on one Ctrl-C. */
const ONE_CTRL_C_MS = 1000;
/** How long the program stays for that echo: one that came while it ends would kill it, and its exit code be lost. */
const ECHO_MS = 500;

/**
 * Does something that Ctrl-C can stop: the first one aborts the signal, so that the work can clean up after itself;
 * a second one, a second or more later, ends the program at once.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let firstAt = 0;
  const interrupt = () => {
    if (!controller.signal.aborted) {
      firstAt = performance.now();
      controller.abort();
    } else if (performance.now() - firstAt >= ONE_CTRL_C_MS) {
      process.exit(EXIT.interrupted);
    }
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, interrupt);
  try {
    return await work(controller.signal);
  } finally {
    if (controller.signal.aborted) {
      const left = ECHO_MS - (performance.now() - firstAt);
      if (left > 0) await setTimeout(left);
    } else {
      for (const signal of signals) process.off(signal, interrupt);
    }
  }
}
