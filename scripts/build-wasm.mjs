/**
 * Compile src/kernel/assembly/scan.ts (AssemblyScript) to WebAssembly and write it, as base64 text in a module, to
 * src/kernel/scan-module.generated.ts: Node, browsers and test runners then load it synchronously, without a file.
 *
 * Needs nothing but what `npm ci` brings. The same compiler version gives the same bytes.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const KERNEL = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'kernel');
const MODULE = join(KERNEL, 'scan-module.generated.ts');

const source = await readFile(join(KERNEL, 'assembly', 'scan.ts'), 'utf8');
const flags = [
  '--runtime',
  'stub',
  '--importMemory',
  '--noExportMemory',
  '--noAssert',
  '-O3',
  '--enable',
  'simd',
];
let binary;
const { error, stderr } = await asc.main(['scan.ts', '--outFile', 'scan.wasm', '--use', 'abort=', ...flags], {
  readFile: (name) => (name === 'scan.ts' ? source : null),
  writeFile: (name, contents) => {
    if (name === 'scan.wasm') binary = contents;
  },
  listFiles: () => [],
});
if (error !== null || binary === undefined) {
  console.error(stderr.toString());
  throw error ?? new Error('the AssemblyScript compiler wrote no module');
}

const text = `/** Written by scripts/build-wasm.mjs from assembly/scan.ts: the scan as a WebAssembly module, in base64. */
export const SCAN_MODULE_BASE64 =
  '${Buffer.from(binary).toString('base64')}';
`;
const before = await readFile(MODULE, 'utf8').catch(() => '');
if (before !== text) await writeFile(MODULE, text);
