import { parse } from 'csv-parse/sync';

/** What was asked cannot be explained: the message is for the user. */
export class ExplainError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExplainError';
  }
}

/** @param file name for messages */
export function recordsOf(text: string, file: string): string[][] {
  try {
    return parse(text) as string[][];
  } catch (error) {
    throw new ExplainError(`${file} cannot be read as CSV: ${(error as Error).message}`, { cause: error });
  }
}

/** Text that a spreadsheet would take for a formula has an apostrophe before it in the files. */
export function withoutApostrophe(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
