import type { Measure } from './fact.ts';
import type { Effect } from './verdict.ts';

/** `-3.5`, `0.21`: about three digits, a proper minus, nothing for what is not known. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '';
  const size = Math.abs(value);
  const text = value
    .toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2)
    .replace(/^(-?\d+\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return (text === '-0' ? '0' : text).replace('-', '−');
}

/** `−8 to −2`, `above 4`, `below 0`, `0 or below` */
export function bandInWords({ band: [from, to], endInside }: Pick<Measure, 'band' | 'endInside'>): string {
  if (from === null && to === null) return 'any';
  if (from === null) return endInside ? `${figure(to!)} or below` : `below ${figure(to!)}`;
  if (to === null) return endInside ? `${figure(from)} or above` : `above ${figure(from)}`;
  return `${figure(from)} to ${figure(to)}`;
}

/** `−4.3 (−5.1 to −3.5)` of what was published; empty where no size was seen. */
export function publishedInWords({ published: { value, low, high } }: Measure): string {
  const interval = Number.isFinite(low + high) ? `${figure(low)} to ${figure(high)}` : '';
  if (!Number.isFinite(value)) return interval;
  return interval === '' ? figure(value) : `${figure(value)} (${interval})`;
}

/** `0.4 (−2.4 to 3.3)` */
export function effectInWords({ value, low, high }: Effect): string {
  if (!Number.isFinite(value)) return '';
  return Number.isFinite(low + high) ? `${figure(value)} (${figure(low)} to ${figure(high)})` : figure(value);
}
