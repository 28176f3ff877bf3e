/**
 * Plain data as bytes and back, exactly: numbers, texts, booleans, null, lists, records and typed arrays, nested in any
 * way. A description in JSON holds the shape and everything small; typed arrays follow as blocks of raw memory, so
 * that a million numbers cost no more than a copy.
 *
 * Layout, integers in the machine's byte order: 8 bytes of mark, two words of checksum over all that follows, format
 * number, length of the description, then the description and the blocks, each from a multiple of 8 bytes.
 */
export type Plain = number | string | boolean | null | PlainArray | readonly Plain[] | PlainRecord;
export interface PlainRecord {
  readonly [key: string]: Plain;
}
export type PlainArray =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Uint8Array;

/** The bytes cannot be read: not ours, of another format, cut off or damaged. */
export class UnreadableBytes extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnreadableBytes';
  }
}

/** @param mark eight ASCII characters that say what the bytes are */
export function toBytes(mark: string, format: number, value: unknown): Uint8Array {
  const { text, blocks } = describe(value, false);
  const description = new TextEncoder().encode(text);
  let size = aligned(HEADER_BYTES + description.length);
  for (const block of blocks) size += aligned(block.byteLength);
  const bytes = new Uint8Array(size);
  bytes.set(description, HEADER_BYTES);
  let at = aligned(HEADER_BYTES + description.length);
  for (const block of blocks) {
    bytes.set(memoryOf(block), at);
    at += aligned(block.byteLength);
  }
  for (let n = 0; n < 8; n++) bytes[n] = mark.charCodeAt(n);
  const header = new Uint32Array(bytes.buffer, 0, HEADER_BYTES / 4);
  header[4] = format;
  header[5] = description.length;
  header.set(hash(bytes.subarray(CHECKED_FROM)), 2);
  return bytes;
}

/**
 * The value that `toBytes` was given; typed arrays are copies.
 * @throws UnreadableBytes saying what is wrong
 */
export function fromBytes(mark: string, format: number, bytes: Uint8Array): Plain {
  for (let n = 0; n < 8; n++) {
    if (bytes[n] !== mark.charCodeAt(n)) throw new UnreadableBytes(`these bytes do not begin with "${mark}"`);
  }
  if (bytes.length < HEADER_BYTES) throw new UnreadableBytes('the bytes end within their header');
  // From a copy of the header: the bytes may begin anywhere in somebody's memory.
  const header = new Uint32Array(bytes.slice(0, HEADER_BYTES).buffer);
  if (header[4] !== format) {
    throw new UnreadableBytes(`the bytes have format ${header[4]}; this program reads format ${format}`);
  }
  const [a, b] = hash(bytes.subarray(CHECKED_FROM));
  if (header[2] !== a || header[3] !== b) throw new UnreadableBytes('the bytes are cut off or damaged');
  const end = HEADER_BYTES + header[5]!;
  const text = new TextDecoder().decode(bytes.slice(HEADER_BYTES, end));
  return parse(text, bytes, aligned(end));
}

/** 16 hexadecimal digits that differ where two values differ; the order of keys in a record does not count. */
export function fingerprint(value: unknown): string {
  const { text, blocks } = describe(value, true);
  let words = hash(new TextEncoder().encode(text));
  for (const block of blocks) words = hash(memoryOf(block), words);
  return Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('');
}

const HEADER_BYTES = 24;
const CHECKED_FROM = 16;

const ARRAYS = {
  Float64Array,
  Float32Array,
  Int32Array,
  Uint32Array,
  Int16Array,
  Uint16Array,
  Uint8Array,
} as const;
type ArrayName = keyof typeof ARRAYS;

/** A typed array in the description: its kind and length. The blocks stand in the order of the description. */
const ARRAY_KEY = '#array';
/** A number that JSON does not know. */
const NUMBER_KEY = '#number';

function describe(value: unknown, sorted: boolean): { text: string; blocks: PlainArray[] } {
  const blocks: PlainArray[] = [];
  const plain = (part: unknown): unknown => {
    if (typeof part === 'number') {
      const exact = Number.isFinite(part) && !Object.is(part, -0);
      return exact ? part : { [NUMBER_KEY]: Object.is(part, -0) ? '-0' : String(part) };
    }
    if (typeof part !== 'object' || part === null) return part;
    if (ArrayBuffer.isView(part)) {
      blocks.push(part as PlainArray);
      return { [ARRAY_KEY]: [part.constructor.name, (part as PlainArray).length] };
    }
    if (Array.isArray(part)) return part.map(plain);
    const keys = Object.keys(part);
    if (sorted) keys.sort();
    return Object.fromEntries(keys.map((key) => [key, plain((part as Record<string, unknown>)[key])]));
  };
  return { text: JSON.stringify(plain(value)), blocks };
}

function parse(text: string, bytes: Uint8Array, firstBlock: number): Plain {
  let at = firstBlock;
  const full = (part: Plain): Plain => {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map(full);
    const record = part as PlainRecord;
    if (typeof record[NUMBER_KEY] === 'string') return Number(record[NUMBER_KEY]);
    if (ARRAY_KEY in record) {
      const [name, length] = record[ARRAY_KEY] as unknown as [ArrayName, number];
      const size = length * ARRAYS[name].BYTES_PER_ELEMENT;
      const block = bytes.slice(at, at + size);
      at += aligned(size);
      return new ARRAYS[name](block.buffer);
    }
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, full(value)]));
  };
  return full(JSON.parse(text) as Plain);
}

function memoryOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function aligned(size: number): number {
  return Math.ceil(size / 8) * 8;
}

/** FNV-1a over bytes, in two lanes with different primes; every byte and the length count. */
function hash(bytes: Uint8Array, from: Uint32Array = Uint32Array.of(0x811c9dc5, 0x1b873593)): Uint32Array {
  let a = from[0]! | 0;
  let b = from[1]! | 0;
  for (let n = 0; n < bytes.length; n++) {
    a = Math.imul(a ^ bytes[n]!, 0x01000193);
    b = Math.imul(b ^ bytes[n]!, 0x85ebca6b);
    b = (b << 13) | (b >>> 19);
  }
  return Uint32Array.of(a ^ bytes.length, b);
}
