import type { Place } from '../place.ts';
import { type Cells, cellBefore, PARTS } from './in-force.ts';
import type { Reader } from './readers.ts';

/** Who stands in one part of one commissioner's area: whose institutions are those of that cell. */
export interface Standing {
  readonly practices: number;
  /** The area's commissioner, if most of its people live there. */
  readonly commissioners: readonly string[];
  readonly trusts: readonly string[];
}

/** @param cell [c * 2 + (rural ? 1 : 0)] */
export function standingIn(place: Place, cells: Cells, cell: number): Standing {
  const codes = (all: readonly string[], of: Int32Array): string[] =>
    all.filter((_, n) => cellBefore(place, of[n]!) === cell);
  return {
    practices: cells.ofPractice.filter((own) => cellBefore(place, own) === cell).length,
    commissioners: codes(place.commissioners.code, cells.ofCommissioner),
    trusts: codes(place.providers.code, cells.ofProvider),
  };
}

/**
 * Those of them who read a setting. A body stands where its largest practice does. What holds once for the nation is read
 * by every commissioner.
 * @param bodies whether any may form
 */
export function readersAmong(standing: Standing, readers: readonly Reader[], bodies: boolean): Standing {
  const reads = (...who: Reader[]): boolean => who.some((reader) => readers.includes(reader));
  return {
    practices: reads('practice') || (bodies && reads('body')) ? standing.practices : 0,
    commissioners: reads('commissioner', 'nation') ? standing.commissioners : [],
    trusts: reads('trust') ? standing.trusts : [],
  };
}

/** Whether there is nobody. */
export function isNobody({ practices, commissioners, trusts }: Standing): boolean {
  return practices + commissioners.length + trusts.length === 0;
}

/** The cells of the areas and parts named; null = all. */
export function cellsNamed(
  place: Place,
  part: 'rural' | 'urban' | null,
  commissioner: string | null,
): number[] {
  return place.commissioners.code.flatMap((code, c) =>
    commissioner !== null && code !== commissioner
      ? []
      : [0, 1].filter((n) => part === null || n === (part === 'rural' ? 1 : 0)).map((n) => c * PARTS + n),
  );
}
