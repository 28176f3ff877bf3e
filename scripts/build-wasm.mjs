/**
 * Compile assembly/NAME.ts (AssemblyScript), and what it imports, to WebAssembly and write it, as base64 text in a module, to
 * NAME-module.generated.ts beside its folder: Node, browsers and test runners then load it synchronously, without a file.
 *
 * Needs nothing but what `npm ci` brings. The same compiler version gives the same bytes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');
await build(join(SOURCE, 'kernel'), 'scan');
await build(join(SOURCE, 'model', 'population'), 'person');

async function build(folder, name) {
  const binary = await compile(join(folder, 'assembly'), `${name}.ts`);
  const file = join(folder, `${name}-module.generated.ts`);
  const text = `/** Written by scripts/build-wasm.mjs from assembly/${name}.ts: a WebAssembly module, in base64. */
export const ${name.toUpperCase()}_MODULE_BASE64 =
  '${Buffer.from(binary).toString('base64')}';
`;
  const before = await readFile(file, 'utf8').catch(() => '');
  if (before !== text) await writeFile(file, text);
}

async function compile(folder, entry) {
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
  const { error, stderr } = await asc.main([entry, '--outFile', 'out.wasm', '--use', 'abort=', ...flags], {
    readFile: (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null),
    writeFile: (name, contents) => {
      if (name === 'out.wasm') binary = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || binary === undefined) {
    console.error(stderr.toString());
    throw error ?? new Error('the AssemblyScript compiler wrote no module');
  }
  return binary;
}
