/** Build and run the reference kernel in C, where a C compiler is installed: the yardstick of the benchmarks. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReferenceResult } from './reference-kernel.ts';
import { type ReferenceSetup, referenceSetup } from './reference-kernel-setup.ts';

export interface CKernel {
  /** Compiler and flags, for the record. */
  readonly compiler: string;
  /** One run of the setup in a process of its own; CPU time of the weeks, without reading the setup. */
  run(): ReferenceResult & { cpuSeconds: number };
  /** Remove the temporary files. */
  close(): void;
}

const FLAGS = ['-O3', '-ffp-contract=off'];

/** The setup's kernel in C, or null when neither gcc nor cc can build it here. */
export function buildCKernel(setup: ReferenceSetup, source: string = C_SOURCE): CKernel | null {
  const folder = mkdtempSync(join(tmpdir(), 'reference-kernel-'));
  const program = join(folder, 'kernel');
  const data = join(folder, 'setup');
  const compiler = [
    ['gcc', '-march=native', ...FLAGS],
    ['cc', '-march=native', ...FLAGS],
    ['cc', ...FLAGS],
  ].find(([name, ...flags]) => spawnSync(name, [...flags, '-o', program, source]).status === 0);
  if (compiler === undefined) {
    rmSync(folder, { recursive: true });
    return null;
  }
  writeFileSync(data, bytesOf(setup));
  return {
    compiler: compiler.join(' '),
    run: () => JSON.parse(execFileSync(program, [data], { encoding: 'utf8' })),
    close: () => rmSync(folder, { recursive: true }),
  };
}

/**
 * CPU nanoseconds per patient-week of the C kernel on the standard place (330,000 people x 520 weeks), median of some
 * runs; null when no compiler is installed. The denominator of every speed ratio.
 */
export function measureCKernel(runs = 3, size = { people: 330_000, weeks: 520, seed: 12345 }): number | null {
  const kernel = buildCKernel(referenceSetup(size));
  if (kernel === null) return null;
  try {
    const results = Array.from({ length: runs }, () => kernel.run());
    return median(results.map((result) => (result.cpuSeconds * 1e9) / result.patientWeeks));
  } finally {
    kernel.close();
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The C source lies in bench/c, whether this file runs from bench/ or compiled from dist-bench/bench/. */
const C_SOURCE = fileURLToPath(
  new URL(
    import.meta.url.includes('/dist-bench/') ? '../../bench/c/reference-kernel.c' : 'c/reference-kernel.c',
    import.meta.url,
  ),
);

/** The columns in the order of ReferenceSetup, each padded to a multiple of 8 bytes. */
function bytesOf(setup: ReferenceSetup): Buffer {
  const order: (keyof ReferenceSetup)[] = [
    'sizes',
    'arrivalEnd',
    'starts',
    'rareByClass',
    'frequentByClass',
    'referralShare',
    'nearest',
    'pull',
    'quality',
    'specialtyEnd',
    'weeklyPlaces',
    'birthWeek',
    'conditions',
    'practice',
    'zone',
    'traits',
    'severity',
  ];
  return Buffer.concat(
    order.flatMap((name) => {
      const column = setup[name];
      const bytes = Buffer.from(column.buffer, column.byteOffset, column.byteLength);
      return [bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8)];
    }),
  );
}
