import type { Document } from 'yaml';
import type { DataFault } from './faults.ts';
import { locateKey, locateValue } from './locate.ts';
import { MAXIMUM_PROBLEMS, type Problem, problemAt, type SourceText } from './problem.ts';

/** Faults of the data as problems of its text, in the order of the lines; so many as a reader can take in. */
export function placeFaults(
  source: SourceText,
  document: Document,
  faults: readonly DataFault[],
): readonly Problem[] {
  return faults
    .slice(0, MAXIMUM_PROBLEMS)
    .map((fault) => {
      const place =
        fault.key === undefined
          ? locateValue(document, fault.path)
          : locateKey(document, fault.path, fault.key);
      return problemAt(source, place.range, fault.describe(place.written));
    })
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}
