import { readFileSync, writeFileSync } from 'node:fs';

/** Replaces what stands between two markers of a text file, the markers kept. */
export function writeBetween(file, [start, end], lines) {
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} lacks the markers ${start} ${end}`);
  writeFileSync(file, `${text.slice(0, from)}${[start, '', ...lines, ''].join('\n')}\n${text.slice(to)}`);
}

/** Lines of a Markdown table; columns from the `numeric`-th on are set to the right. */
export function markdownTable(header, rows, numeric = 1) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map((_, n) => (n < numeric ? '---' : '---:'))), ...rows.map(line)];
}
