import type { DataFault } from './faults.ts';
import { joinPath } from './locate.ts';

/** Something that is allowed and does not do what its author may think. */
export function warning(path: readonly PropertyKey[], message: string): DataFault {
  return {
    path,
    describe: () => ({ path: path.reduce<string>(joinPath, ''), message, found: '', expected: '' }),
  };
}
