/** The part of WebAssembly in use here; the compiler knows it only together with a browser's document. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** A compiled module. */
export type WasmModule = object & { readonly wasmModule?: never };

/** Numbers that a module imports from the host, by the name it declares them under. */
export type WasmConstants = Readonly<Record<string, number>>;

interface WebAssemblyInterface {
  validate(bytes: Uint8Array): boolean;
  Module: new (bytes: Uint8Array) => WasmModule;
  Memory: new (size: { initial: number }) => WasmMemory;
  Instance: new (
    module: WasmModule,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: unknown };
}

export const PAGE_BYTES = 65_536;
export const MOST_PAGES = 65_536;

/** The compiled module, or null where WebAssembly or an instruction of the module is missing. */
export function compileModule(base64: string): WasmModule | null {
  const wasm = hostWebAssembly();
  if (wasm === undefined) return null;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return wasm.validate(bytes) ? new wasm.Module(bytes) : null;
}

/** @param pages of 64 KiB, at most `MOST_PAGES` */
export function createMemory(pages: number): WasmMemory {
  return new (hostWebAssembly()!.Memory)({ initial: pages });
}

/**
 * A module at work on a memory.
 * @param names under which the module imports its constants: the names of the source files that declare them
 * @returns what it exports
 */
export function instantiate<Exports>(
  module: WasmModule,
  memory: WasmMemory,
  names: readonly string[] = [],
  constants: WasmConstants = {},
): Exports {
  const wasm = hostWebAssembly()!;
  const imports = Object.fromEntries(names.map((name) => [name, constants]));
  return new wasm.Instance(module, { env: { memory }, ...imports }).exports as Exports;
}

function hostWebAssembly(): WebAssemblyInterface | undefined {
  return Reflect.get(globalThis, 'WebAssembly') as WebAssemblyInterface | undefined;
}
