import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Cell, csvText } from '../results/csv.ts';
import { makeFolder } from '../results/whole-file.ts';
import { codeFingerprint } from '../study/code-fingerprint.ts';
import { OptionError } from '../study/options.ts';

/** A row of a table that was read: text by column. */
export type TextRow = Readonly<Record<string, string>>;

/**
 * A table that grows while a study runs: rows are appended, and a study that was stopped goes on where it ended. A row
 * that a stop cut in two is dropped.
 */
export class GrowingTable {
  readonly file: string;
  private readonly header: readonly string[];
  private readonly known: TextRow[];

  /** @throws OptionError when the file holds another table */
  constructor(folder: string, name: string, header: readonly string[]) {
    this.file = join(folder, name);
    this.header = header;
    makeFolder(folder);
    const text = existsSync(this.file) ? readFileSync(this.file, 'utf8') : '';
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const first = [...csvText(header, [])].join('');
    if (whole === '') writeFileSync(this.file, first);
    else if (!whole.startsWith(first)) {
      throw new OptionError(`${this.file} holds another table: choose another --out`);
    } else if (whole !== text) writeFileSync(this.file, whole);
    this.known = whole === '' ? [] : (parse(whole, { columns: true }) as TextRow[]);
  }

  get rows(): readonly TextRow[] {
    return this.known;
  }

  append(rows: readonly (readonly Cell[])[]): void {
    const body = [...csvText(this.header, rows)].join('').split('\n').slice(1).join('\n');
    appendFileSync(this.file, body);
    const text = [...csvText(this.header, rows)].join('');
    this.known.push(...(parse(text, { columns: true }) as TextRow[]));
  }
}

/** One row for each value of some columns, the last of those that stand twice: a study that was stopped repeats. */
export function latest(rows: readonly TextRow[], columns: readonly string[]): readonly TextRow[] {
  return [...new Map(rows.map((row) => [columns.map((column) => row[column]).join('\n'), row])).values()];
}

/** Values of some columns, joined by blanks, of which the table has as many different `of` as were asked for. */
export function complete(
  rows: readonly TextRow[],
  columns: readonly string[],
  of: string,
  asked: number,
): ReadonlySet<string> {
  const found = new Map<string, number>();
  for (const row of latest(rows, [...columns, of])) {
    const key = columns.map((column) => row[column]).join(' ');
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return new Set([...found].filter(([, count]) => count >= asked).map(([key]) => key));
}

/**
 * Keep with what a study was asked, and with which code, so that its tables are never filled by another.
 * @param codeFolders the study's own folders of the program, whose code makes its figures
 * @throws OptionError when the folder holds a study that was asked otherwise, or of other code
 */
export function rememberStudy(
  folder: string,
  name: string,
  asked: Readonly<Record<string, unknown>>,
  codeFolders: readonly string[],
): void {
  makeFolder(folder);
  const file = join(folder, name);
  const now = { ...asked, code: codeFingerprint(codeFolders) };
  const text = `${JSON.stringify(now, null, 2)}\n`;
  if (!existsSync(file)) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    throw new OptionError(
      `${file} tells of a study with other options or of another version of the model (it differs in ${differing(file, now)}): choose another --out, or remove the folder`,
    );
  }
}

/** What was asked otherwise: `seed, code`. */
function differing(file: string, now: Readonly<Record<string, unknown>>): string {
  const before = readKept(file);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const other = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(now[key]));
  return other.join(', ') || 'its layout';
}

function readKept(file: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) ?? {};
  } catch {
    return {};
  }
}
