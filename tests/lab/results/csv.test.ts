import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, csvText, formatNumber } from '../../../src/lab/results/csv.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ';', ' ', 'a', '1', 'é', '£'),
  }),
);
const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(-0, 0, 1e21, -1e300, 1e-300, 0.1 + 0.2));

const csv = (header: string[], rows: Cell[][]) => [...csvText(header, rows)].join('');
const read = (content: string): string[][] => parse(content);

describe('a number in the files', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [-0.0000001, '0'],
    [5, '5'],
    [-5.5, '-5.5'],
    [100, '100'],
    [0.1 + 0.2, '0.3'],
    [1 / 3, '0.333333'],
    [86.123456789, '86.123457'],
    [123456789012.5, '123456789012.5'],
    [1e21, '1000000000000000000000'],
    [Number.NaN, ''],
    [Number.POSITIVE_INFINITY, ''],
  ])('%d is written %s', (value, expected) => {
    expect(formatNumber(value)).toBe(expected);
  });

  it('is plain decimals, as short as it can be, and no further off than half a millionth', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const written = formatNumber(value);
        expect(written).toMatch(/^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d{0,5}[1-9])$/);
        expect(Math.abs(Number(written) - value)).toBeLessThanOrEqual(0.5000001e-6);
      }),
    );
  });
});

describe('the text of a CSV file', () => {
  it('reads as a person would write it', () => {
    const rows: Cell[][] = [
      ['split', 1.5, Number.NaN],
      ['a, b', -2, 'say "no"'],
      ['', 0, 'two\nlines'],
    ];
    expect(csv(['arm', 'x', 'y'], rows)).toBe(
      'arm,x,y\nsplit,1.5,\n"a, b",-2,"say ""no"""\n,0,"two\nlines"\n',
    );
  });

  it('disarms text that a spreadsheet would run, and leaves numbers alone', () => {
    const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'];
    const rows = dangerous.map((cell) => [cell, -1]);
    expect(read(csv(['text', 'number'], rows)).slice(1)).toEqual(dangerous.map((cell) => [`'${cell}`, '-1']));
  });

  it('gives back any text and number, in any number of rows', () => {
    const rows = fc.array(fc.tuple(text, number, text), { maxLength: 30 });
    fc.assert(
      fc.property(rows, (cells) => {
        const back = read(csv(['a', 'b', 'c'], cells));
        const expected = cells.map(([a, b, c]) => [disarmed(a), formatNumber(b), disarmed(c)]);
        expect(back).toEqual([['a', 'b', 'c'], ...expected]);
        for (const [a, , c] of back.slice(1))
          for (const cell of [a, c]) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it('does not depend on where its pieces are cut', () => {
    const rows = Array.from({ length: 2500 }, (_, i) => [`row ${i}`, i / 4]);
    const pieces = [...csvText(['a', 'b'], rows)];
    expect(pieces.length).toBeGreaterThan(1);
    expect(read(pieces.join(''))).toHaveLength(2501);
    expect(pieces.join('')).toBe(`a,b\n${rows.map(([a, b]) => `${a},${b}\n`).join('')}`);
  });
});

/** What the file must hold for a text: an apostrophe before the first character of a formula. */
function disarmed(cell: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
