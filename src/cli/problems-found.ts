import type { Problem } from '../lab/scenario/index.ts';

/** A scenario file has problems: exit code 2, each printed with its place. */
export class ProblemsFound extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('the scenario has problems');
    this.name = 'ProblemsFound';
    this.problems = problems;
  }
}
