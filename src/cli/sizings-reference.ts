import { allFacts } from '../lab/facts/index.ts';
import { SIZED_BY } from '../model/evidence/sized-by.ts';
import { markdownTable } from './markdown-table.ts';

/** Figures of published effects by which rows were sized, in the order of the facts. */
export function sizingsReference(): string {
  const role = new Map(allFacts().map((fact) => [fact.id, fact.role]));
  return markdownTable(
    ['fact', 'role', 'figures', 'rows that were sized', 'how'],
    SIZED_BY.map(({ fact, measures, rows, how }) => [
      fact,
      role.get(fact) ?? '',
      measures.join(', '),
      rows.map((row) => `\`${row}\``).join(', '),
      how,
    ]),
  );
}
