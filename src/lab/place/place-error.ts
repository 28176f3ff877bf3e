/** One thing wrong with the data of a place. */
export interface PlaceProblem {
  /** File name inside the place's folder; empty when the request itself is wrong. */
  readonly file: string;
  /** Line of the file, from 1 (the header is line 1); 0 when the file as a whole is meant. */
  readonly line: number;
  /** Column of the table; empty when the line as a whole is meant. */
  readonly column: string;
  readonly found: string;
  readonly expected: string;
}

/** The data of a place cannot be used. Carries every problem found, not only the first. */
export class PlaceError extends Error {
  readonly problems: readonly PlaceProblem[];

  constructor(problems: readonly PlaceProblem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'PlaceError';
    this.problems = problems;
  }
}

/** One line of text: `zones.csv:12, rural: found "maybe", expected 0 or 1`. */
export function describeProblem(problem: PlaceProblem): string {
  const where = [problem.file + (problem.line > 0 ? `:${problem.line}` : ''), problem.column].filter(
    (part) => part !== '',
  );
  const what = `found ${problem.found}, expected ${problem.expected}`;
  return where.length > 0 ? `${where.join(', ')}: ${what}` : what;
}
