/** A text file that a user wrote. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** A stretch of the text: UTF-16 code units, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** One thing that is wrong in a file that a user wrote: where, what was found, what was expected. */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Where in the data, e.g. `arms[1].switch[0].week`; empty for the whole file. */
  readonly path: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
  readonly found: string;
  readonly expected: string;
  /** What was probably meant, as a sentence. */
  readonly suggestion?: string;
  /** The lines around the place, with a marker under it; empty when there is no text to show. */
  readonly frame: string;
}

/** What is wrong, before it has a place in the text. */
export type Fault = Pick<Problem, 'path' | 'message' | 'found' | 'expected' | 'suggestion'>;

/** Problems of one file that are reported at once; the rest of a hopeless file is noise. */
export const MAXIMUM_PROBLEMS = 50;

/** A fault at a place of a text. */
export function problemAt(source: SourceText, range: TextRange, fault: Fault): Problem {
  return {
    file: source.file,
    ...lineAndColumn(source.text, range.start),
    ...fault,
    frame: source.text === '' ? '' : codeFrame(source.text, range),
  };
}

/** A fault of a file as a whole, e.g. one that cannot be read. */
export function problemOfFile(file: string, message: string, expected: string, found = ''): Problem {
  return { file, line: 1, column: 1, path: '', message, found, expected, frame: '' };
}

/** Line and column, both from 1, of an offset into a text. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const breaks = before.match(/\r\n|\n|\r/g)?.length ?? 0;
  const lastBreak = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  return { line: breaks + 1, column: offset - lastBreak };
}

/** The lines around a place of a text, numbered, with carets under the place. */
export function codeFrame(text: string, range: TextRange): string {
  const lines = text.split(/\r\n|\n|\r/);
  const { line, column } = lineAndColumn(text, range.start);
  const window = column <= 100 ? 0 : column - 40;
  const first = Math.max(1, line - 1);
  const last = Math.min(lines.length, line + 1);
  const numberWidth = String(last).length;
  const rows: string[] = [];
  for (let number = first; number <= last; number++) {
    const content = lines[number - 1]!;
    if (number !== line && content.trim() === '') continue;
    const shown = printable(content.slice(window, window + 120));
    rows.push(`  ${number === line ? '>' : ' '} ${String(number).padStart(numberWidth)} | ${shown}`);
    if (number !== line) continue;
    const before = column - 1 - window;
    const length = Math.max(1, Math.min(range.end - range.start, shown.length - before));
    rows.push(`    ${' '.repeat(numberWidth)} | ${' '.repeat(before)}${'^'.repeat(length)}`);
  }
  return rows.join('\n');
}

/** Control characters would move the cursor of the reader's terminal. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be replaced
  return text.replace(/\t/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/g, '?');
}
