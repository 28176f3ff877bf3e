/** Why results could not be written. */
export type ResultsProblem = 'not ours' | 'no space' | 'no permission' | 'not a folder' | 'input or output';

/** Results could not be written: the message is for the user and names the folder. */
export class ResultsError extends Error {
  readonly problem: ResultsProblem;
  readonly path: string;

  constructor(problem: ResultsProblem, path: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ResultsError';
    this.problem = problem;
    this.path = path;
  }
}

/** An operating system's error in the words of a user; anything else (an abort, our own errors) unchanged. */
export function asResultsError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === undefined || error instanceof ResultsError) return error;
  const [problem, reason] = REASONS[code] ?? ['input or output', `the system reports ${code}`];
  return new ResultsError(problem, path, `The results cannot be written to ${path}: ${reason}`, error);
}

const REASONS: Readonly<Record<string, [ResultsProblem, string]>> = {
  ENOSPC: ['no space', 'the disk is full'],
  EDQUOT: ['no space', 'your disk quota is used up'],
  EFBIG: ['no space', 'a file grew larger than the system allows'],
  EACCES: ['no permission', 'you may not write there'],
  EPERM: ['no permission', 'you may not write there'],
  EROFS: ['no permission', 'the disk is read-only'],
  ENOENT: ['no permission', 'the system lets nobody make a folder there'],
  ENOTDIR: ['not a folder', 'part of the path is a file'],
  EEXIST: ['not a folder', 'part of the path is a file'],
  ELOOP: ['not a folder', 'its links lead in a circle'],
  ENAMETOOLONG: ['not a folder', 'the name is too long'],
};

/** The code of a Node system error, such as ENOSPC. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
