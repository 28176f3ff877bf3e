/** From the text of a seed, as a person writes it in a scenario, to the 64-bit key of the counter-based draws. */
import seedrandom from 'seedrandom';
import type { SeedKey } from './draw.ts';

/**
 * The key of a seed text: the first two 32-bit outputs of seedrandom's ARC4 generator, seeded with the spelled text.
 *
 * Any text is a seed ('12345', 'Herefordshire, first look'); texts that differ in one character give unrelated keys.
 * A text always gives the same key, on every machine and in browsers; the generator is made here, used and dropped.
 */
export function seedKey(text: string): SeedKey {
  const generator = seedrandom(spelled(text));
  const lo = generator.int32() >>> 0;
  const hi = generator.int32() >>> 0;
  return { lo, hi };
}

/**
 * The text as its length and its UTF-16 code units in decimal, e.g. '11' as '2:49,49'.
 *
 * ARC4 repeats a short key and seedrandom keeps only the low byte of a character, so that '1' and '11', or two Chinese
 * seeds, could be one seed. Spelled like this no text is a repetition of another and every character counts whole.
 */
function spelled(text: string): string {
  const codes = Array.from({ length: text.length }, (_, place) => text.charCodeAt(place));
  return `${text.length}:${codes.join(',')}`;
}
