import type { ImputedValue } from '../../model/place.ts';

/** Collects the values that rules filled, while a place is made. */
export class Imputations {
  readonly #values: ImputedValue[] = [];

  add(table: ImputedValue['table'], code: string, field: string, value: number, rule: string): void {
    this.#values.push({ table, code, field, value, rule });
  }

  /** The values of the given codes, in the order of table, code and field. */
  of(codes: Readonly<Record<ImputedValue['table'], ReadonlySet<string>>>): ImputedValue[] {
    return this.#values
      .filter((value) => codes[value.table].has(value.code))
      .sort((a, b) => compare(a.table, b.table) || compare(a.code, b.code) || compare(a.field, b.field));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
