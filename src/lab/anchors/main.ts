import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addPayOffs, anchorSums, anchorsFrom } from '../../model/behaviour/will/anchors.ts';
import { createWorld } from '../../model/create-world.ts';
import { defaultParameterValues } from '../../model/evidence/parameters.ts';
import { withSettings } from '../../model/institutions/settings.ts';
import { REGIMES } from '../../model/regimes/regimes.ts';
import { fromWeek } from '../../model/run-input.ts';
import { tick } from '../../model/simulate.ts';
import { loadPlace } from '../place/index.ts';

const USAGE = `calibrate:anchors: run England with every lever at its reference and find the pay-off d0 at which each rests

  --scale S   share of the people that is simulated, up to 1 (0.05)
  --out FILE  where to write (src/model/evidence/anchors.ts)`;

/** Institutions under which each anchor is calibrated. */
const ANCHORED_ON = { split: 'purchaser-provider-split', boards: 'integrated-boards' } as const;
/** Quarters of the base years that count: from the second, when boards first see a change, to the end of 2008-09. */
const FIRST_WEEK = 13;
const WEEKS = 104;

function main(): number {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', default: '0.05' },
      out: {
        type: 'string',
        default: fileURLToPath(new URL('../../../src/model/evidence/anchors.ts', import.meta.url)),
      },
    },
  });
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 1)) {
    console.error(`--scale ${values.scale}: not between 0 and 1\n\n${USAGE}`);
    return 2;
  }
  const anchors = {
    split: anchorsUnder(ANCHORED_ON.split, scale),
    boards: anchorsUnder(ANCHORED_ON.boards, scale),
  };
  writeFileSync(values.out, asModule(anchors));
  console.table(
    Object.keys(anchors.split).map((lever) => ({
      lever,
      split: anchors.split[lever]?.toFixed(3),
      boards: anchors.boards[lever]?.toFixed(3),
    })),
  );
  console.log(`written to ${values.out}; the next build uses it`);
  return 0;
}

function anchorsUnder(id: string, scale: number): Readonly<Record<string, number>> {
  const regime = REGIMES.find((candidate) => candidate.id === id);
  if (regime === undefined) return {};
  const parameters = defaultParameterValues();
  const institutions = withSettings(regime.institutions, {
    'planning.organisationsAct': false,
    'rollout.by': 'decree',
  });
  const world = createWorld({
    place: loadPlace({ named: 'england' }),
    parameters,
    institutions: [fromWeek(0, institutions, 'calibration')],
    shocks: [],
    seed: 'anchors',
    replicate: 0,
    weeks: WEEKS,
    scale,
    cohortWeek: 0,
  });
  const sums = anchorSums();
  while (world.week < WEEKS) {
    tick(world);
    if (world.week % 13 === 0 && world.week > FIRST_WEEK) addPayOffs(world, sums);
  }
  return anchorsFrom(world, sums);
}

function asModule(anchors: Record<'split' | 'boards', Readonly<Record<string, number>>>): string {
  const part = (values: Readonly<Record<string, number>>): string =>
    Object.entries(values)
      .map(([lever, d0]) => `    ${lever}: ${Number(d0.toFixed(4))},`)
      .join('\n');
  return `/**
 * Where each lever rests at its reference: the pay-off \`d0\` (over the lever's money base) that makes the base years'
 * observed movement come out, calibrated nationally, once, under the institutions of the split and again under
 * integrated boards. Written by \`npm run calibrate:anchors\`; never fitted to a place or a regime.
 */
export const ANCHORS: Readonly<Record<'split' | 'boards', Readonly<Record<string, number>>>> = {
  split: {
${part(anchors.split)}
  },
  boards: {
${part(anchors.boards)}
  },
};
`;
}

process.exitCode = main();
