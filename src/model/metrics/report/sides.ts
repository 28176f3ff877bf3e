import { nameOfBody } from '../../organisations/body-names.ts';
import type { OrganisationColumns } from '../../result.ts';
import type { World } from '../../world.ts';
import type { YearBook } from '../annual-books.ts';
import { SIDE, SIDE_COUNT } from '../sides.ts';
import { perYearAndUnit, type Row } from './columns.ts';

type Book = 'buying' | 'providing' | 'both';

/** Code and name of each book, by body: with a book for each side where they are kept apart, else one for both. */
interface Line {
  readonly o: number;
  readonly book: Book;
  readonly code: string;
  readonly name: string;
}

/** The books of bodies that own their hospitals, those only that were kept at the end of some year. */
export function bodyBooks(world: World): OrganisationColumns {
  const { records, input, structure } = world;
  const pounds = 1 / input.scale / 100;
  const lines: Line[] = [];
  for (let o = 0; o < structure.bodies; o++) {
    const kept = (books: number): boolean => records.years.some((year) => at(year, o, SIDE.books) === books);
    const { code, name } = nameOfBody(world, o);
    if (kept(1)) {
      lines.push({ o, book: 'buying', code: `${code}-buying`, name: `${name}, buying side` });
      lines.push({ o, book: 'providing', code: `${code}-providing`, name: `${name}, providing side` });
    }
    if (kept(2)) lines.push({ o, book: 'both', code, name });
  }
  const values = perYearAndUnit(records.years, lines.length, (year, n) => {
    const { o, book } = lines[n]!;
    return at(year, o, SIDE.books) === (book === 'both' ? 2 : 1) ? rowOf(year, o, book, pounds) : {};
  });
  const codes = lines.map(({ code }) => code);
  return { kind: 'body', codes, names: lines.map(({ name }) => name), values };
}

function at({ sides }: YearBook, o: number, column: number): number {
  return sides[o * SIDE_COUNT + column]!;
}

/** What passes within a body is income of one side and spending of the other: one book for both shows neither. */
function rowOf(year: YearBook, o: number, book: Book, pounds: number): Row {
  const of = (column: number): number => at(year, o, column) * pounds;
  const [buying, providing] = [
    of(SIDE.buyingIn) - of(SIDE.buyingOut),
    of(SIDE.providingIn) - of(SIDE.providingOut),
  ];
  switch (book) {
    case 'buying':
      return {
        book_income_pounds: of(SIDE.buyingIn),
        book_spend_pounds: of(SIDE.buyingOut),
        book_balance_pounds: buying,
        book_balance_cumulative_pounds: of(SIDE.buyingKept),
      };
    case 'providing':
      return {
        book_income_pounds: of(SIDE.providingIn),
        book_spend_pounds: of(SIDE.providingOut),
        book_balance_pounds: providing,
        book_balance_cumulative_pounds: of(SIDE.providingKept),
      };
    case 'both':
      return {
        book_balance_pounds: buying + providing,
        book_balance_cumulative_pounds: of(SIDE.buyingKept) + of(SIDE.providingKept),
      };
  }
}
