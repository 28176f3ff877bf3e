import { type Document, parseDocument } from 'yaml';
import {
  type Fault,
  MAXIMUM_PROBLEMS,
  type Problem,
  printable,
  problemAt,
  type SourceText,
  type TextRange,
} from './problem.ts';
import { deepToken, MAXIMUM_ALIASES, MAXIMUM_DEPTH, nodeProblems } from './yaml-limits.ts';

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
    return fail(
      { start: tooDeep, end: tooDeep + 1 },
      {
        message: `the text is nested deeper than ${MAXIMUM_DEPTH} levels`,
        found: `more than ${MAXIMUM_DEPTH} levels`,
        expected: 'a scenario, which has fewer than ten levels',
      },
    );
  }

  // Duplicate keys are looked for below, in linear time; the library compares every key with every other.
  const document = parseDocument(text, {
    merge: true,
    version: '1.2',
    uniqueKeys: false,
    prettyErrors: false,
  });
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
    return fail(
      { start: 0, end: text.indexOf('\n') },
      {
        message: 'YAML directives (lines that start with %) are not used here',
        found: printable(text.split('\n', 1)[0]!.slice(0, 40)),
        expected: 'plain YAML 1.2 or JSON',
        suggestion: 'Remove the line.',
      },
    );
  }
  const problems = nodeProblems(source, document.contents);
  if (problems.length > 0) return { problems };
  try {
    return { document, data: document.toJS({ maxAliasCount: MAXIMUM_ALIASES }) };
  } catch (error) {
    return fail(
      { start: 0, end: 1 },
      {
        message: 'the aliases (*name) unfold to far more data than was written',
        found: (error as Error).message,
        expected: 'few aliases',
        suggestion: 'Write the values out.',
      },
    );
  }
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
  MULTIPLE_DOCS: {
    message: 'a second document starts here',
    suggestion: 'Put each scenario in a file of its own.',
  },
  TAG_RESOLVE_FAILED: {
    message: 'tags are not used here',
    suggestion: 'Put text that starts with an exclamation mark in quotes.',
  },
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
