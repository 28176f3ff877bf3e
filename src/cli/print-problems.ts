import type { Problem } from '../lab/scenario/index.ts';
import { styled } from './style.ts';

/** Prints what is wrong in a file to stderr: place, message, suggestion, and the lines around it. */
export function printProblems(problems: readonly Problem[]): void {
  const stream = process.stderr;
  for (const problem of problems) {
    const position = problem.frame === '' ? '' : `${problem.line}:${problem.column}`;
    const place = styled('bold', `${problem.file}:${position}`, stream);
    const path = problem.path === '' ? '' : `${problem.path}: `;
    const suggestion = problem.suggestion === undefined ? '' : `. ${problem.suggestion}`;
    stream.write(`${place} ${path}${styled('red', problem.message, stream)}${suggestion}\n`);
    if (problem.frame !== '') stream.write(`${problem.frame}\n`);
    stream.write('\n');
  }
  stream.write(problems.length === 1 ? '1 problem found.\n' : `${problems.length} problems found.\n`);
}
