/**
 * How fast is the whole model, against the reference kernel in C, and does it stay so?
 *
 * Herefordshire for ten years, week by week, after one year of warm-up, with the WebAssembly scan and with the
 * TypeScript scan, the C kernel in between; CPU time, medians over years, ratios within this run. Then England, everybody,
 * for a year in one process: memory and time. Prints candidates per event and bound violations.
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
const DATA = fileURLToPath(new URL('../../data/england', import.meta.url));
const cKernel = buildCKernel(referenceSetup({ people: 330_000, weeks: 260, seed: 12345 }));

console.log('Herefordshire, ten years, CPU nanoseconds per patient-week of the loop (results apart)');
const c: number[] = [];
for (const engine of ['wasm', 'typescript'] as const) {
  for (const round of [1, 2]) {
    const years = decade(engine, c);
    const late = median(years.slice(1));
    console.log(
      `${engine.padEnd(10)} run ${round}: ${late.toFixed(1)} (${(1000 / late).toFixed(0)} M patient-weeks a second); first year ${years[0]!.toFixed(1)}, years 2 to 5 ${median(years.slice(1, 5)).toFixed(1)}, years 6 to 10 ${median(years.slice(5)).toFixed(1)}${ratioToC(late)}`,
    );
  }
}
if (c.length > 0) {
  console.log(`reference kernel in C (${cKernel!.compiler}): ${median(c).toFixed(1)}`);
}
cKernel?.close();
if (!process.argv.includes('--no-england')) england();

function decade(engine: Engine, cTimes: number[]): number[] {
  const world = createWorld(inputOf('herefordshire', 520), engine);
  const years: number[] = [];
  while (world.week < 520) {
    if (cKernel !== null && world.week % 104 === 0) {
      const run = cKernel.run();
      cTimes.push((1e9 * run.cpuSeconds) / run.patientWeeks);
    }
    years.push(year(world));
  }
  const { candidates, happened, boundViolations } = world.tally;
  console.log(
    `           candidates per event ${(candidates / happened).toFixed(3)}, bound violations ${boundViolations}`,
  );
  return years;
}

/** CPU nanoseconds per patient-week of one year. */
function year(world: World): number {
  const before = process.cpuUsage();
  const lived = world.tally.patientWeeks;
  for (let week = 0; week < 52; week++) tick(world);
  const used = process.cpuUsage(before);
  return (1e3 * (used.user + used.system)) / (world.tally.patientWeeks - lived);
}

function ratioToC(nanoseconds: number): string {
  if (c.length === 0) return '';
  const ratio = nanoseconds / median(c);
  return `; ${ratio.toFixed(2)} times C (target ${TARGET_RATIO})`;
}

function england(): void {
  const before = process.cpuUsage();
  const input = inputOf('england', 52);
  const loaded = process.cpuUsage(before);
  const world = createWorld(input);
  const made = process.cpuUsage(before);
  const nanoseconds = year(world);
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
