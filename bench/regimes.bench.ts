/**
 * What do organisations and regimes cost? Herefordshire for ten years under every regime from the second year on: CPU
 * time of the loop over the split's, and the share of a tick that organisations take (policy, structure, mergers,
 * contracts, information, enrolment, relations, assessment, adaptation, planning and their money). Ratios within this run; a warm-up run goes
 * before each, so that translating what only some regimes do is not counted as theirs.
 *
 * usage: node regimes.bench.js [scale]
 */

import { fileURLToPath } from 'node:url';
import { loadPlace } from '../src/lab/place/index.ts';
import { changed, layersResolved } from '../src/lab/scenario/layers.ts';
import { createWorld, DEFAULT_CHUNK } from '../src/model/create-world.ts';
import { fillWeekKeys } from '../src/model/draws.ts';
import { defaultParameterValues } from '../src/model/evidence/parameters.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../src/model/regimes/purchaser-provider-split.ts';
import type { Regime } from '../src/model/regimes/regime.ts';
import { REGIMES } from '../src/model/regimes/regimes.ts';
import { fromWeek } from '../src/model/run-input.ts';
import { PHASES } from '../src/model/simulate.ts';

/** Phases in which organisations act; the others are people and care. */
const ORGANISATIONS = [
  'policy',
  'structure',
  'mergers',
  'contracts',
  'information',
  'enrolment',
  'commissionerSpending',
  'closeMoneyYear',
  'relations',
  'assessment',
  'adaptation',
  'planning',
];
const WEEKS = 520;
const SHARE_TARGET = 0.25;
const RATIO_TARGET = 1.5;

const scale = Number(process.argv[2] ?? 1);
const place = loadPlace(
  { named: 'herefordshire' },
  { dataFolder: fileURLToPath(new URL('../../data/england', import.meta.url)) },
);

// What all regimes share is translated further for several runs: the yardstick comes after them.
for (let n = 0; n < 3; n++) run(PURCHASER_PROVIDER_SPLIT);
const split = run(PURCHASER_PROVIDER_SPLIT).seconds;
console.log(`Herefordshire, ten years, scale ${scale}: split ${split.toFixed(2)} CPU s`);
console.log('regime                                 CPU over split  organisations’ share of a tick');
for (const regime of REGIMES) {
  run(regime);
  const { seconds, share } = run(regime);
  const marks = `${seconds / split > RATIO_TARGET ? '  above 1.5' : ''}${share > SHARE_TARGET ? '  above a quarter' : ''}`;
  console.log(
    `${regime.id.padEnd(38)} ${(seconds / split).toFixed(2).padStart(14)}  ${(100 * share).toFixed(1).padStart(6)}%${marks}`,
  );
}

/** CPU seconds of the loop, and the share of its time that organisations take: a clock around every phase. */
function run({ institutions, parts }: Regime): { seconds: number; share: number } {
  const layers = changed({ base: institutions, writes: [] }, { set: {}, parts, organisations: {} });
  const world = createWorld({
    place,
    parameters: defaultParameterValues(),
    institutions: [
      fromWeek(0, PURCHASER_PROVIDER_SPLIT.institutions, 'start'),
      { week: 52, when: null, ...layersResolved(layers), why: 'bench' },
    ],
    shocks: [],
    seed: 'bench',
    replicate: 0,
    weeks: WEEKS,
    scale,
    cohortWeek: 0,
  });
  let organisations = 0;
  let all = 0;
  const before = process.cpuUsage();
  while (world.week < WEEKS) {
    fillWeekKeys(world.keys, world.seed, world.week, world.input.replicate);
    for (const phase of PHASES) {
      const start = performance.now();
      phase(world, DEFAULT_CHUNK);
      const took = performance.now() - start;
      all += took;
      if (ORGANISATIONS.includes(phase.name)) organisations += took;
    }
    world.week++;
  }
  const used = process.cpuUsage(before);
  return { seconds: (used.user + used.system) / 1e6, share: organisations / all };
}
