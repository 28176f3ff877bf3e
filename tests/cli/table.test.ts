import { describe, expect, it } from 'vitest';
import { duration } from '../../src/cli/progress.ts';
import { readable, textRows, textTable, wrapLast } from '../../src/cli/table.ts';

describe('textTable', () => {
  it('aligns columns, with no blanks at the ends of lines', () => {
    const table = textTable(
      [
        { title: 'outcome', align: 'left' },
        { title: '2007-08', align: 'right' },
        { title: 'unit', align: 'left' },
      ],
      [
        ['Spend', '1,234', '£'],
        ['Médian wait', '7.5', ''],
      ],
    );
    expect(table).toBe('outcome      2007-08  unit\nSpend          1,234  £\nMédian wait      7.5');
  });
});

describe('readable', () => {
  it.each([
    [1234567.8, '1,234,568'],
    [92.345, '92.3'],
    [7.456, '7.46'],
    [0.01234, '0.012'],
    [-3, '-3'],
    [Number.NaN, '–'],
  ])('%s -> %s', (value, text) => {
    expect(readable(value)).toBe(text);
  });
});

describe('duration', () => {
  it.each([
    [0.2, '1 s'],
    [59, '59 s'],
    [200, '3 min 20 s'],
    [7500, '2 h 5 min'],
  ])('%s seconds are %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});

describe('a last column too wide', () => {
  const columns = [
    { title: 'id', align: 'left' },
    { title: 'meaning', align: 'left' },
  ] as const;

  it('goes on in the lines below, at words', () => {
    const rows = wrapLast(
      columns,
      [
        ['a', 'one two three four five six seven'],
        ['bcd', 'short'],
      ],
      36,
    );
    expect(textRows(columns, rows)).toBe(
      ['a    one two three four five six', '     seven', 'bcd  short'].join('\n'),
    );
  });

  it('keeps thirty characters, and words that are longer', () => {
    const long = 'x'.repeat(40);
    expect(wrapLast(columns, [['a', `one ${long} two`]], 5)).toEqual([
      ['a', 'one'],
      ['', long],
      ['', 'two'],
    ]);
  });
});
