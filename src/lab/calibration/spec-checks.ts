import { placeFaults } from '../scenario/cross-checks.ts';
import type { DataFault } from '../scenario/faults.ts';
import type { Vocabulary } from '../scenario/vocabulary.ts';
import { fault, isMapping, listOf } from '../scenario/written-data.ts';
import { factFigure } from './fact-figures.ts';
import { widestBounds } from './free-parameters.ts';
import { FREE_ROWS } from './spec-schema.ts';

/** Faults that the schema cannot see: places that are not there, names used twice, priors outside the plausible range. */
export function specFaults(data: unknown, vocabulary: Vocabulary): readonly DataFault[] {
  if (!isMapping(data)) return [];
  const parameters = listOf(data.parameters);
  const idsOf = (list: unknown) => listOf(list).map((entry) => (isMapping(entry) ? entry.id : undefined));
  const targets = idsOf(data.targets);
  const effects = idsOf(data.effects);
  return [
    ...(data.place === undefined ? [] : placeFaults(data.place, vocabulary)),
    ...folderFaults(data.place, ['place']),
    ...neededFaults(data, [...targets, ...listOf(data.report)]),
    ...(isMapping(data.reference) ? referencePlaceFaults(data.reference.place, vocabulary) : []),
    ...repeatedRows(parameters),
    ...parameters.flatMap((entry, n) => (isMapping(entry) ? boundFaults(entry, ['parameters', n]) : [])),
    ...repeated(targets, (n) => ['targets', n, 'id'], 'a figure that is not a target yet'),
    ...repeated(effects, (n) => ['effects', n, 'id'], 'an effect that is not fitted to yet'),
    ...listOf(data.report).flatMap((id, n) =>
      typeof id === 'string' && [...targets, ...effects].includes(id)
        ? [fault(['report', n], id, 'a figure that is not fitted to, which this is')]
        : [],
    ),
    ...referenceFaults(data),
  ];
}

/** Figures of a run need a place; effects have their own, and so no reference; something must be fitted to. */
function neededFaults(
  { place, targets, effects, reference }: Readonly<Record<string, unknown>>,
  figures: readonly unknown[],
): readonly DataFault[] {
  const ofRuns = figures.some((id) => typeof id === 'string' && factFigure(id) === undefined);
  return [
    ...(targets === undefined && effects === undefined
      ? [fault(['targets'], undefined, 'targets, effects, or both: something to fit to')]
      : []),
    ...(place === undefined && ofRuns
      ? [fault(['place'], undefined, 'a place: the figures of a run are those of a place')]
      : []),
    ...(reference !== undefined && effects !== undefined
      ? [fault(['reference'], reference, 'no reference beside effects, which have places of their own')]
      : []),
  ];
}

/** Published figures are of England: a place of one's own has others. */
function folderFaults(place: unknown, path: readonly PropertyKey[]): readonly DataFault[] {
  if (!isMapping(place) || !('folder' in place)) return [];
  return [fault(path, place, 'a shipped or a made-up place: published figures are those of England')];
}

function referencePlaceFaults(place: unknown, vocabulary: Vocabulary): readonly DataFault[] {
  const own = placeFaults(place, vocabulary).map((one) => ({ ...one, path: ['reference', ...one.path] }));
  return [...own, ...folderFaults(place, ['reference', 'place'])];
}

function rowsOf(entry: unknown): readonly string[] {
  if (!isMapping(entry)) return [];
  const rows = 'row' in entry ? [entry.row] : listOf(entry.rows);
  return rows.filter((id): id is string => typeof id === 'string');
}

function repeatedRows(parameters: readonly unknown[]): readonly DataFault[] {
  const seen = new Set<string>();
  return parameters.flatMap((entry, n) =>
    rowsOf(entry).flatMap((id) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [fault(['parameters', n], id, 'rows that are free once each')];
    }),
  );
}

function boundFaults(
  entry: Readonly<Record<string, unknown>>,
  path: readonly PropertyKey[],
): readonly DataFault[] {
  const rows = rowsOf(entry);
  if (rows.length === 0 || rows.some((id) => !FREE_ROWS.some((row) => row.id === id))) return [];
  const [low, high] = widestBounds(rows, !('row' in entry));
  const within = `a number from ${short(low)} to ${short(high)}, so that rows stay in their plausible range`;
  const outside = (['low', 'high'] as const).flatMap((end) => {
    const value = entry[end];
    if (typeof value !== 'number' || (value >= low && value <= high)) return [];
    return [fault([...path, end], value, within)];
  });
  const [from, to] = [entry.low ?? low, entry.high ?? high];
  if (outside.length > 0 || typeof from !== 'number' || typeof to !== 'number' || from < to) return outside;
  return [fault(path, entry, `a low end below the high end, not ${short(from)} to ${short(to)}`)];
}

function repeated(
  values: readonly unknown[],
  path: (n: number) => readonly PropertyKey[],
  expected: string,
): readonly DataFault[] {
  return values.flatMap((value, n) =>
    value !== undefined && values.indexOf(value) < n ? [fault(path(n), value, expected)] : [],
  );
}

function referenceFaults({ reference, scale }: Readonly<Record<string, unknown>>): readonly DataFault[] {
  if (!isMapping(reference) || typeof reference.scale !== 'number' || 'place' in reference) return [];
  const own = typeof scale === 'number' ? scale : 1;
  if (reference.scale > own) return [];
  return [fault(['reference', 'scale'], reference.scale, `a scale above that of the fit, ${own}`)];
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
