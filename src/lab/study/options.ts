import { availableParallelism } from 'node:os';

/** An option of a study is wrong: the message is for the user. */
export class OptionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OptionError';
  }
}

/** @throws OptionError when the text is no whole number in the range */
export function wholeOption(name: string, text: string, low: number, high: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  throw new OptionError(`--${name} ${text}: not a whole number from ${low} to ${high}`);
}

/** Words between commas. */
export function listOption(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Threads that a study uses unless it is told otherwise. */
export function defaultThreads(): number {
  return availableParallelism();
}

/**
 * Runs a command of the laboratory: what the user can put right (options, places) ends with 2 and the usage, a fault
 * of the program with 1.
 */
export async function laboratory(main: () => Promise<number>, usage: string): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(usage);
    return;
  }
  try {
    process.exitCode = await main();
  } catch (error) {
    const { name, message, code } = error as NodeJS.ErrnoException;
    const isUsage =
      name === 'OptionError' || name === 'PlaceError' || String(code).startsWith('ERR_PARSE_ARGS');
    if (!isUsage) throw error;
    console.error(`${message}\n\n${usage}`);
    process.exitCode = 2;
  }
}
