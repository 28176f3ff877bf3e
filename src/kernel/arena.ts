import { createMemory, MOST_PAGES, PAGE_BYTES, type WasmMemory } from './web-assembly.ts';

/**
 * Typed arrays that lie together in one WebAssembly memory, so that modules and TypeScript work on the same numbers; or,
 * without WebAssembly, the same arrays each on its own. All room is asked for at once: a memory that grew would leave
 * the arrays behind.
 */
export interface Arena<R extends Room> {
  /** Null without WebAssembly. */
  readonly memory: WasmMemory | null;
  readonly columns: Columns<R>;
}

/** The arrays wanted, by name. */
export type Room = Readonly<Record<string, Reservation<Column>>>;

export type Column = Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array;

export interface Reservation<A extends Column> {
  readonly type: ColumnType<A>;
  readonly length: number;
  /** What the array holds at the start; zeros without it. */
  readonly source: A | null;
}

interface ColumnType<A extends Column> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): A;
}

export type Columns<R extends Room> = {
  readonly [K in keyof R]: R[K] extends Reservation<infer A> ? A : never;
};

/**
 * Make the arrays.
 * @throws RangeError when they need more than the 4 GiB of a WebAssembly memory
 */
export function createArena<R extends Room>(room: R, engine: 'wasm' | 'typescript'): Arena<R> {
  const columns: Record<string, Column> = {};
  if (engine === 'typescript') {
    for (const [name, { type, length, source }] of Object.entries(room)) {
      columns[name] = source ?? new type(new ArrayBuffer(length * type.BYTES_PER_ELEMENT), 0, length);
    }
    return { memory: null, columns: columns as Columns<R> };
  }
  let end = FIRST_ADDRESS;
  for (const reservation of Object.values(room)) end = aligned(end + bytesOf(reservation));
  const pages = Math.ceil(end / PAGE_BYTES);
  if (pages > MOST_PAGES) {
    throw new RangeError(`${end} bytes do not fit in the 4 GiB of WebAssembly memory`);
  }
  const memory = createMemory(pages);
  let at = FIRST_ADDRESS;
  for (const [name, reservation] of Object.entries(room)) {
    const column = new reservation.type(memory.buffer, at, reservation.length);
    if (reservation.source !== null) column.set(reservation.source);
    columns[name] = column;
    at = aligned(at + bytesOf(reservation));
  }
  return { memory, columns: columns as Columns<R> };
}

export const uint8 = (length: number): Reservation<Uint8Array> => ({
  type: Uint8Array,
  length,
  source: null,
});
export const uint16 = (length: number): Reservation<Uint16Array> => ({
  type: Uint16Array,
  length,
  source: null,
});
export const int32 = (length: number): Reservation<Int32Array> => ({
  type: Int32Array,
  length,
  source: null,
});
export const float64 = (length: number): Reservation<Float64Array> => ({
  type: Float64Array,
  length,
  source: null,
});

/** Room for a table that exists: copied into the memory, or the table itself without WebAssembly. */
export function tableOf<A extends Column>(source: A): Reservation<A> {
  return { type: source.constructor as unknown as ColumnType<A>, length: source.length, source };
}

/** Modules keep their own constants below this address. */
const FIRST_ADDRESS = 4096;

function bytesOf({ type, length }: Reservation<Column>): number {
  return length * type.BYTES_PER_ELEMENT;
}

/** The next address that is a multiple of a cache line. */
function aligned(address: number): number {
  return Math.ceil(address / 64) * 64;
}
