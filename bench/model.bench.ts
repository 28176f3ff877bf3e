/**
 * How fast is the whole model, against the reference kernel in C, and does it stay so?
 *
 * Herefordshire for ten years after one year of warm-up: a quarter of the model, then the C kernel for about as long, and
 * so on. A pair of neighbours meets the same machine, however busy; so the figure to believe is the median of the
 * ratios of the pairs, with its quartiles. The absolute figures are medians too. Twice with the WebAssembly engine: the
 * first time compilers still work beside the loop. Then England, everybody, for a year in one process: memory and time.
 * CPU time throughout. Prints candidates per event and bound violations.
 *
 * usage: node model.bench.js [--no-england]
 */

import { fileURLToPath } from 'node:url';
import { loadPlace } from '../src/lab/place/index.ts';
import { createWorld, type Engine } from '../src/model/create-world.ts';
import { defaultParameterValues } from '../src/model/evidence/parameters.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../src/model/regimes/purchaser-provider-split.ts';
import { fromWeek, type RunInput } from '../src/model/run-input.ts';
import { tick } from '../src/model/simulate.ts';
import type { World } from '../src/model/world.ts';
import { buildCKernel, median } from './reference-kernel-c.ts';
import { referenceSetup } from './reference-kernel-setup.ts';

const TARGET_RATIO = 2.5;
const QUARTER = 13;
const WARM_UP = 52;
const DATA = fileURLToPath(new URL('../../data/england', import.meta.url));
const cKernel = buildCKernel(referenceSetup({ people: 330_000, weeks: 26, seed: 12345 }));

console.log('Herefordshire, ten years, CPU nanoseconds per patient-week of the loop (results apart)');
for (const engine of ['wasm', 'wasm', 'typescript'] as const) decade(engine);
cKernel?.close();
if (!process.argv.includes('--no-england')) england();

function decade(engine: Engine): void {
  const world = createWorld(inputOf('herefordshire', 520), engine);
  weeks(world, WARM_UP);
  const model: number[] = [];
  const c: number[] = [];
  while (world.week < 520) {
    model.push(weeks(world, QUARTER));
    if (cKernel === null) continue;
    const run = cKernel.run();
    c.push((1e9 * run.cpuSeconds) / run.patientWeeks);
  }
  const middle = median(model);
  const half = model.length / 2;
  console.log(
    `${engine.padEnd(10)} ${middle.toFixed(1)} (${(1000 / middle).toFixed(0)} M patient-weeks a second); first half ${median(model.slice(0, half)).toFixed(1)}, second half ${median(model.slice(half)).toFixed(1)}${besideC(model, c)}`,
  );
  const { candidates, happened, boundViolations } = world.tally;
  console.log(
    `           candidates per event ${(candidates / happened).toFixed(3)}, bound violations ${boundViolations}`,
  );
}

/** Ratios of the pairs: of the median quarter, of the quartiles, and of all quarters together, year ends included. */
function besideC(model: readonly number[], c: readonly number[]): string {
  if (cKernel === null) return '';
  const ratios = model.map((time, n) => time / c[n]!);
  const at = (share: number): string => quantile(ratios, share).toFixed(2);
  return `; C (${cKernel.compiler}) ${median(c).toFixed(1)}; ${at(0.5)} times C, quartiles ${at(0.25)} and ${at(0.75)}, all together ${(sum(model) / sum(c)).toFixed(2)} (target ${TARGET_RATIO})`;
}

/** CPU nanoseconds per patient-week of so many weeks. */
function weeks(world: World, count: number): number {
  const before = process.cpuUsage();
  const lived = world.tally.patientWeeks;
  for (let week = 0; week < count; week++) tick(world);
  const used = process.cpuUsage(before);
  return (1e3 * (used.user + used.system)) / (world.tally.patientWeeks - lived);
}

function quantile(values: readonly number[], share: number): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.round(share * (ascending.length - 1))]!;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function england(): void {
  const before = process.cpuUsage();
  const input = inputOf('england', 52);
  const loaded = process.cpuUsage(before);
  const world = createWorld(input);
  const made = process.cpuUsage(before);
  const nanoseconds = weeks(world, 52);
  const used = process.cpuUsage(before);
  const seconds = (usage: NodeJS.CpuUsage): string => ((usage.user + usage.system) / 1e6).toFixed(1);
  console.log(
    `England, ${(world.people.initial / 1e6).toFixed(1)} M people, 52 weeks, one thread: CPU ${seconds(used)} s in all (place ${seconds(loaded)}, people made by ${seconds(made)}), ${nanoseconds.toFixed(1)} ns per patient-week`,
  );
  console.log(
    `peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB (target below 1.5 GB); bound violations ${world.tally.boundViolations}`,
  );
}

function inputOf(named: string, weeks: number): RunInput {
  return {
    place: loadPlace({ named }, { dataFolder: DATA }),
    parameters: defaultParameterValues(),
    institutions: [fromWeek(0, PURCHASER_PROVIDER_SPLIT.institutions, 'start')],
    shocks: [],
    seed: 'bench',
    replicate: 0,
    weeks,
    scale: 1,
    cohortWeek: 0,
  };
}
