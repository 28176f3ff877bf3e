/** A share as text of the journal: per cent with one decimal, as few as it takes. */
export function perCent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
