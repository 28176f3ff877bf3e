import { type Document, isAlias, isMap, isScalar, isSeq, type Pair } from 'yaml';
import { printable, type TextRange } from './problem.ts';

/** Where a value of the data stands in the text, and how it is written there. */
export interface Location {
  readonly range: TextRange;
  /** The text of a scalar as written, e.g. `5E1` for the number 50. */
  readonly written?: string;
}

/**
 * The place of the value at a path, or of its nearest parent that is there.
 *
 * Aliases lead to the value they repeat; a key that is not in a mapping is looked for in what is merged into it.
 */
export function locateValue(document: Document, path: readonly PropertyKey[]): Location {
  let node: unknown = document.contents;
  let nearest: unknown = node;
  for (const segment of path) {
    node = child(document, node, segment);
    if (node === undefined || node === null) break;
    nearest = node;
  }
  const value = resolved(document, nearest);
  const written = isScalar(value) && value.source !== undefined ? { written: value.source } : {};
  return { range: rangeOf(nearest), ...written };
}

/** The place of a key of the mapping at a path. */
export function locateKey(document: Document, path: readonly PropertyKey[], key: string): Location {
  let node: unknown = document.contents;
  for (const segment of path) node = child(document, node, segment);
  const pair = findPair(document, node, key);
  return pair === undefined ? locateValue(document, path) : { range: rangeOf(pair.key) };
}

/** `arms[1].set["choice.of"]`: names that are words after a dot, all others in brackets. */
export function joinPath(path: string, key: PropertyKey): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  const name = String(key);
  if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(name))
    return `${path}[${printable(JSON.stringify(name.slice(0, 60)))}]`;
  return path === '' ? name : `${path}.${name}`;
}

export function rangeOf(node: unknown): TextRange {
  const range = (node as { range?: [number, number, number] | null } | null)?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 1 };
}

function child(document: Document, node: unknown, segment: PropertyKey): unknown {
  const parent = resolved(document, node);
  if (isSeq(parent)) return typeof segment === 'number' ? parent.items[segment] : undefined;
  const pair = findPair(document, parent, String(segment));
  return pair?.value ?? pair?.key;
}

function findPair(document: Document, node: unknown, key: string): Pair | undefined {
  const map = resolved(document, node);
  if (!isMap(map)) return undefined;
  const own = map.items.find((pair) => keyText(pair) === key);
  if (own !== undefined) return own;
  for (const pair of map.items) {
    if (keyText(pair) !== '<<') continue;
    const merged = resolved(document, pair.value);
    for (const source of isSeq(merged) ? merged.items : [merged]) {
      const found = findPair(document, source, key);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The key of a pair when it is text; a merge key is `<<`. */
export function keyText(pair: Pair): string | undefined {
  const key = isScalar(pair.key) ? pair.key.value : pair.key;
  // A merge key's value is a symbol in the library.
  return typeof key === 'symbol' ? '<<' : typeof key === 'string' ? key : undefined;
}

function resolved(document: Document, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}
