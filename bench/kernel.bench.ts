/**
 * How fast is the weekly patient kernel here, and against C?
 *
 * Runs the reference kernel with the WebAssembly scan, with the TypeScript scan, and in C, in turn, several rounds;
 * prints medians of CPU time (not of the clock: other work on the machine does not count) and their ratios, and fails
 * when the three do not end in the same state.
 *
 * usage: node kernel.bench.js [rounds = 5] [people = 330000] [weeks = 520]
 */
import { cpus } from 'node:os';
import type { Scanner } from '../src/kernel/scan.ts';
import { type ReferenceResult, referenceRun } from './reference-kernel.ts';
import { buildCKernel, median } from './reference-kernel-c.ts';
import { type ReferenceSetup, referenceSetup } from './reference-kernel-setup.ts';

const [rounds = 5, people = 330_000, weeks = 520] = process.argv.slice(2).map(Number);
const KIND_NAMES = [
  'deaths',
  'leavers',
  'moves',
  'conditions',
  'A&E visits',
  'admissions',
  'referrals',
  'GP visits',
  'treated',
];

const setup = referenceSetup({ people, weeks, seed: 12345 });
const warmUp = referenceSetup({ people: 50_000, weeks: 52, seed: 1 });
const cKernel = buildCKernel(setup);
const variants: Record<string, () => ReferenceResult & { cpuSeconds: number }> = {
  wasm: () => timed(setup, 'wasm'),
  typescript: () => timed(setup, 'typescript'),
  ...(cKernel === null ? {} : { c: () => cKernel.run() }),
};
for (const engine of ['wasm', 'typescript'] as const) timed(warmUp, engine);

const nanoseconds: Record<string, number[]> = {};
const checksums = new Set<number>();
let last: ReferenceResult | undefined;
for (let round = 0; round < rounds; round++) {
  for (const [name, run] of Object.entries(variants)) {
    const result = run();
    nanoseconds[name] ??= [];
    nanoseconds[name].push((result.cpuSeconds * 1e9) / result.patientWeeks);
    checksums.add(result.checksum);
    last = result;
  }
}
cKernel?.close();
report();

function timed(place: ReferenceSetup, engine: Scanner['engine']): ReferenceResult & { cpuSeconds: number } {
  const run = referenceRun(place, engine);
  const before = process.cpuUsage();
  run.runWeeks();
  const used = process.cpuUsage(before);
  return { ...run.result(), cpuSeconds: (used.user + used.system) / 1e6 };
}

function report(): void {
  const { patientWeeks, counts } = last!;
  console.log(
    `reference kernel: ${people} people x ${weeks} weeks = ${(patientWeeks / 1e6).toFixed(1)} M patient-weeks`,
  );
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model}, ${cKernel?.compiler ?? 'no C compiler'}, ${rounds} rounds, CPU time`,
  );
  const rates = counts.map(
    (count, kind) => `${KIND_NAMES[kind]} ${((count * 365.25 * 1000) / 7 / patientWeeks).toFixed(1)}`,
  );
  console.log(`per 1,000 person-years: ${rates.join(', ')}`);
  for (const [name, values] of Object.entries(nanoseconds)) {
    const ns = median(values);
    const spread = `${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}`;
    console.log(
      `${name.padEnd(10)} ${ns.toFixed(2)} ns per patient-week (${spread}), ${(1000 / ns).toFixed(0)} M a second`,
    );
  }
  const wasm = median(nanoseconds.wasm);
  if ('c' in nanoseconds)
    console.log(`wasm / C: ${(wasm / median(nanoseconds.c)).toFixed(2)} (target: at most 1.3)`);
  console.log(
    `typescript speed / wasm speed: ${(wasm / median(nanoseconds.typescript)).toFixed(2)} (target: at least 0.5)`,
  );
  console.log(
    `checksum of the final state: ${[...checksums].map((sum) => sum.toString(16).padStart(8, '0')).join(' ')}`,
  );
  if (checksums.size !== 1) throw new Error('the kernels do not end in the same state');
}
