import { type CST, type Document, isAlias, isMap, isScalar, isSeq, type Node, Parser, parseDocument } from 'yaml';
import { joinPath, keyText, rangeOf } from './locate.ts';
import { type Fault, lineAndColumn, MAXIMUM_PROBLEMS, type Problem, printable, problemAt, type SourceText, type TextRange } from './problem.ts';

/** A YAML or JSON text as data, with the tree of nodes that says where each value stands. */
export interface ParsedText {
  readonly document: Document.Parsed;
  readonly data: unknown;
}

/**
 * Reads YAML 1.2 or JSON (which is YAML) as plain data: mappings with text keys, lists, text, numbers, booleans, null.
 *
 * Refused, each with its place: malformed text, duplicate keys, tabs as indentation, several documents, tags,
 * directives, keys that are not text or that name a part of every object, unknown or excessive aliases, nesting
 * beyond 100 levels.
 */
export function parseYaml(source: SourceText): ParsedText | { readonly problems: readonly Problem[] } {
  const { text } = source;
  const fail = (range: TextRange, fault: Omit<Fault, 'path'>) => ({
    problems: [problemAt(source, range, { path: '', ...fault })],
  });

  // The composer of the library is recursive: deep nesting would end the process, not throw.
  const tooDeep = deepToken(text);
  if (tooDeep !== undefined) {
    return fail({ start: tooDeep, end: tooDeep + 1 }, {
      message: `the text is nested deeper than ${MAXIMUM_DEPTH} levels`,
      found: `more than ${MAXIMUM_DEPTH} levels`,
      expected: 'a scenario, which has fewer than ten levels',
    });
  }

  // Duplicate keys are looked for below, in linear time; the library compares every key with every other.
  const document = parseDocument(text, { merge: true, version: '1.2', uniqueKeys: false, prettyErrors: false });
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) {
    return {
      problems: errors.slice(0, MAXIMUM_PROBLEMS).map((error) => {
        const range = { start: error.pos[0], end: Math.max(error.pos[1], error.pos[0] + 1) };
        return problemAt(source, range, { path: '', ...syntaxFault(error.code, error.message) });
      }),
    };
  }
  if (document.directives?.yaml.explicit === true) {
    return fail({ start: 0, end: text.indexOf('\n') }, {
      message: 'YAML directives (lines that start with %) are not used here',
      found: printable(text.split('\n', 1)[0]!.slice(0, 40)),
      expected: 'plain YAML 1.2 or JSON',
      suggestion: 'Remove the line.',
    });
  }
  const problems = nodeProblems(source, document.contents);
  if (problems.length > 0) return { problems };
  try {
    return { document, data: document.toJS({ maxAliasCount: MAXIMUM_ALIASES }) };
  } catch (error) {
    return fail({ start: 0, end: 1 }, {
      message: 'the aliases (*name) unfold to far more data than was written',
      found: (error as Error).message,
      expected: 'few aliases',
      suggestion: 'Write the values out.',
    });
  }
}

const MAXIMUM_DEPTH = 100;
const MAXIMUM_ALIASES = 100;
const OBJECT_PARTS = ['__proto__', 'constructor', 'prototype'];

/** Offset of a token nested too deep, found without recursion. */
function deepToken(text: string): number | undefined {
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
function nodeProblems(source: SourceText, root: Node | null): Problem[] {
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
    if (isSeq(node)) node.items.forEach((item, index) => visit(item, `${path}[${index}]`, open));
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

/** The library's messages, in the words of someone who writes scenarios. */
function syntaxFault(code: string, message: string): Omit<Fault, 'path'> {
  const known = SYNTAX_FAULTS[code];
  return {
    message: known?.message ?? lowerFirst(message.split('\n')[0]!),
    found: code,
    expected: 'well-formed YAML or JSON',
    ...(known?.suggestion === undefined ? {} : { suggestion: known.suggestion }),
  };
}

const SYNTAX_FAULTS: Readonly<Record<string, { message: string; suggestion?: string }>> = {
  TAB_AS_INDENT: { message: 'a tab is used as indentation', suggestion: 'Use spaces.' },
  MULTIPLE_DOCS: { message: 'a second document starts here', suggestion: 'Put each scenario in a file of its own.' },
  TAG_RESOLVE_FAILED: {
    message: 'tags are not used here',
    suggestion: 'Put text that starts with an exclamation mark in quotes.',
  },
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
