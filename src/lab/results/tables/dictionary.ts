import { key, type ResultTable } from './table.ts';

/** Every column of every file, itself included. */
export function dictionaryTable(tables: readonly ResultTable[]): ResultTable {
  const dictionary: ResultTable = {
    file: 'data-dictionary.csv',
    columns: [
      key('file', 'File of this folder.'),
      key('column', 'Column of the file.'),
      key('unit', 'Unit of its figures; empty for text and labels.'),
      key('direction', 'Which way is better; empty for what is not an outcome.'),
      key(
        'definition',
        'What it means. An empty cell is a figure that is not defined or not reported there.',
      ),
    ],
    *rows() {
      for (const { file, columns } of [...tables, dictionary]) {
        for (const { name, unit, direction, definition } of columns) {
          yield [file, name, unit, direction, definition];
        }
      }
    },
  };
  return dictionary;
}
