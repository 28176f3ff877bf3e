import type { Problem } from '../lab/scenario/index.ts';
import { styled } from './style.ts';

/** Prints what is allowed in a file and may not be meant to stderr, a line each: place, path, what it does. */
export function printWarnings(warnings: readonly Problem[]): void {
  const stream = process.stderr;
  for (const { file, line, column, path, message } of warnings) {
    const place = styled('bold', `${file}:${line}:${column}`, stream);
    stream.write(`${place} ${styled('yellow', 'warning', stream)}: ${path}: ${message}\n`);
  }
}
