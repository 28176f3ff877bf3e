import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Simulate } from './plan.ts';

/** Address of this package's model: the built one beside built code, the source beside sources. */
export function modelAddress(): string {
  return new URL(`../../model/simulate${extname(fileURLToPath(import.meta.url))}`, import.meta.url).href;
}

/**
 * The `simulate` function of a model.
 *
 * @param address file URL of a module that exports `simulate`.
 * @throws Error if it exports no such function.
 */
export async function loadModel(address: string = modelAddress()): Promise<Simulate> {
  const module: { simulate?: unknown } = await import(address);
  if (typeof module.simulate !== 'function') throw new Error(`${address} exports no function "simulate"`);
  return module.simulate as Simulate;
}
