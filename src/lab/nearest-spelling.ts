/**
 * The candidate whose spelling is nearest to what was written, or undefined when nothing is near.
 *
 * Case, spaces, hyphens, underscores and dots do not count. Otherwise the distance is the number of letters to add,
 * drop, replace or swap with their neighbour; it may be at most a third of the longer spelling.
 */
export function nearestSpelling(written: string, candidates: readonly string[]): string | undefined {
  const plainWritten = plain(written.slice(0, 100));
  let nearest: string | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const plainCandidate = plain(candidate);
    const distance = editDistance(plainWritten, plainCandidate);
    const allowed = Math.floor(Math.max(plainWritten.length, plainCandidate.length) / 3);
    if (distance <= allowed && distance < smallest) {
      nearest = candidate;
      smallest = distance;
    }
  }
  return nearest;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s_.-]/g, '');
}

/** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let distance = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) distance = Math.min(distance, beforePrevious[column - 2]! + 1);
      current.push(distance);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length]!;
}
