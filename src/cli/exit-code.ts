import { printProblems } from './print-problems.ts';
import { ProblemsFound } from './problems-found.ts';
import { EXIT, UsageError } from './usage-error.ts';

/**
 * Says on stderr why a command failed, and returns the exit code: 2 for what the user can put right in the command or
 * its input, 130 for an interruption, 1 for the rest. Errors of the lab are known by name: loading the lab to compare
 * classes would make every command slow.
 */
export function exitCodeFor(error: unknown): number {
  if (error instanceof ProblemsFound) {
    printProblems(error.problems);
    return EXIT.usage;
  }
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'AbortError') {
    process.stderr.write('Interrupted. Nothing was written.\n');
    return EXIT.interrupted;
  }
  process.stderr.write(`lhe: ${message}\n`);
  if (error instanceof UsageError || YOURS.includes(name)) return EXIT.usage;
  if (name === 'ResultsError' && (error as { problem?: unknown }).problem === 'not ours') return EXIT.usage;
  if (name === 'ResultsError' || name === 'ExperimentError' || isSystemError(error)) return EXIT.failure;
  process.stderr.write('This is a fault of the program. LHE_DEBUG=1 shows where it happened.\n');
  if (process.env.LHE_DEBUG === '1' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return EXIT.failure;
}

/** Errors of the lab that the user can put right. */
const YOURS = ['PlaceError', 'ExplainError', 'FactsError', 'OptionError'];

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
