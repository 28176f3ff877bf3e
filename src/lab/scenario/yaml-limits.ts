import { type CST, isAlias, isMap, isScalar, isSeq, type Node, Parser } from 'yaml';
import { joinPath, keyText, rangeOf } from './locate.ts';
import {
  type Fault,
  lineAndColumn,
  MAXIMUM_PROBLEMS,
  type Problem,
  printable,
  problemAt,
  type SourceText,
} from './problem.ts';

export const MAXIMUM_DEPTH = 100;
export const MAXIMUM_ALIASES = 100;
const OBJECT_PARTS = ['__proto__', 'constructor', 'prototype'];

/** Offset of a token nested too deep, found without recursion. */
export function deepToken(text: string): number | undefined {
  const pending: [token: CST.Token, depth: number][] = [];
  for (const token of new Parser().parse(text)) pending.push([token, 0]);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [token, depth] = next;
    if (depth > MAXIMUM_DEPTH) return token.offset;
    if ('value' in token && typeof token.value === 'object') pending.push([token.value, depth + 1]);
    if (!('items' in token)) continue;
    for (const item of token.items) {
      if (item.key) pending.push([item.key, depth + 1]);
      if (item.value) pending.push([item.value, depth + 1]);
    }
  }
  return undefined;
}

/** Things that YAML allows and a scenario has no use for. */
export function nodeProblems(source: SourceText, root: Node | null): Problem[] {
  const problems: Problem[] = [];
  const anchors = new Set<string>();
  let aliases = 0;
  const report = (node: unknown, path: string, fault: Omit<Fault, 'path'>) => {
    if (problems.length >= MAXIMUM_PROBLEMS) return;
    problems.push(problemAt(source, rangeOf(node), { path, ...fault }));
  };

  const visit = (node: unknown, path: string, openAnchors: readonly string[]): void => {
    if (isAlias(node)) {
      aliases++;
      if (aliases === MAXIMUM_ALIASES + 1) {
        report(node, path, {
          message: `more than ${MAXIMUM_ALIASES} aliases`,
          found: `*${node.source}`,
          expected: 'few aliases',
          suggestion: 'Write the values out.',
        });
      } else if (openAnchors.includes(node.source)) {
        report(node, path, {
          message: `the alias *${node.source} stands inside the value it repeats`,
          found: `*${node.source}`,
          expected: 'an alias of an earlier value',
        });
      } else if (!anchors.has(node.source)) {
        report(node, path, {
          message: `nothing before it is named &${node.source}`,
          found: `*${node.source}`,
          expected: 'an alias of an earlier value, or the text in quotes',
        });
      }
      return;
    }
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return;
    if (node.tag !== undefined) {
      report(node, path, {
        message: 'tags are not used here',
        found: printable(node.tag),
        expected: 'a plain value',
        suggestion: 'Remove the part that starts with an exclamation mark.',
      });
    }
    const open = node.anchor === undefined ? openAnchors : [...openAnchors, node.anchor];
    if (isSeq(node)) for (const [index, item] of node.items.entries()) visit(item, `${path}[${index}]`, open);
    if (isMap(node)) {
      const firstOffsets = new Map<string, number>();
      for (const pair of node.items) {
        const key = keyText(pair);
        const faultOfKey = keyFault(key ?? pair.key, firstOffsets, source.text);
        if (faultOfKey !== undefined) report(pair.key, path, faultOfKey);
        if (typeof key !== 'string') continue;
        if (!firstOffsets.has(key)) firstOffsets.set(key, rangeOf(pair.key).start);
        visit(pair.value, joinPath(path, key), open);
      }
    }
    if (node.anchor !== undefined) anchors.add(node.anchor);
  };
  visit(root, '', []);
  return problems;
}

function keyFault(
  key: unknown,
  firstOffsets: ReadonlyMap<string, number>,
  text: string,
): Omit<Fault, 'path'> | undefined {
  if (typeof key !== 'string') {
    const written = isScalar(key) ? printable(String(key.source ?? key.value)) : undefined;
    return {
      message: 'a key must be text',
      found: written === undefined ? 'a list or a mapping as a key' : `the key ${written}`,
      expected: 'a name',
      ...(written === undefined ? {} : { suggestion: `Put it in quotes: "${written}".` }),
    };
  }
  const shown = printable(key.slice(0, 60));
  if (OBJECT_PARTS.includes(key)) {
    return { message: `"${shown}" cannot be a key`, found: `the key "${shown}"`, expected: 'another name' };
  }
  const first = firstOffsets.get(key);
  if (first !== undefined) {
    return {
      message: `the key "${shown}" is there twice (first on line ${lineAndColumn(text, first).line})`,
      found: `a second "${shown}"`,
      expected: 'each key once',
    };
  }
  return undefined;
}
