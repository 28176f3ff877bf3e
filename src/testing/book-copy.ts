import type { PersonBook } from '../model/population/person-engine.ts';

/**
 * The same book of people as a plain object, to be spread and altered: a book may be of a class, and a spread leaves
 * methods out. It does one thing after the other, whatever the engine.
 */
export function bookCopy(book: PersonBook): PersonBook {
  return {
    // Else nobody would see what happens to one person.
    care: null,
    cellOf: book.cellOf.bind(book),
    tally: book.tally.bind(book),
    utilityOf: book.utilityOf.bind(book),
    arrive: book.arrive.bind(book),
    depart: book.depart.bind(book),
    changeCondition: book.changeCondition.bind(book),
    reviewBlock: book.reviewBlock.bind(book),
    changePractice: book.changePractice.bind(book),
    keepNeed: book.keepNeed.bind(book),
    refer: book.refer.bind(book),
    moveToStage: book.moveToStage.bind(book),
    treat: book.treat.bind(book),
    refuse: book.refuse.bind(book),
    remove: book.remove.bind(book),
    resolveNeed: book.resolveNeed.bind(book),
    stillWaiting: book.stillWaiting.bind(book),
    completeBackground: book.completeBackground.bind(book),
    census: book.census.bind(book),
  };
}
