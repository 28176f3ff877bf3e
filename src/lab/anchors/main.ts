import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addPayOffs, anchorSums, anchorsFrom, moneyFrom } from '../../model/behaviour/will/anchors.ts';
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
  const split = anchorsUnder(ANCHORED_ON.split, scale);
  const boards = anchorsUnder(ANCHORED_ON.boards, scale);
  writeFileSync(values.out, asModule(split, boards));
  console.table(
    Object.keys(split.anchors).map((lever) => ({
      lever,
      split: split.anchors[lever]?.toFixed(3),
      boards: boards.anchors[lever]?.toFixed(3),
      'base, pounds': split.money[lever]?.basePounds.toFixed(0),
      'prices +10%': split.money[lever]?.dearer.toFixed(3),
    })),
  );
  console.log(`written to ${values.out}; the next build uses it`);
  return 0;
}

interface Calibrated {
  readonly anchors: Readonly<Record<string, number>>;
  readonly money: ReturnType<typeof moneyFrom>;
}

function anchorsUnder(id: string, scale: number): Calibrated {
  const regime = REGIMES.find((candidate) => candidate.id === id);
  if (regime === undefined) return { anchors: {}, money: {} };
  const parameters = defaultParameterValues();
  const institutions = withSettings(regime.institutions, {
    'planning.organisationsAct': false,
    'rollout.by': 'in-force',
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
  return { anchors: anchorsFrom(world, sums), money: moneyFrom(sums) };
}

function asModule(split: Calibrated, boards: Calibrated): string {
  const part = (values: Readonly<Record<string, number>>): string =>
    Object.entries(values)
      .map(([lever, d0]) => `\n    ${lever}: ${Number(d0.toFixed(4))},`)
      .join('');
  const block = (values: Readonly<Record<string, number>>): string =>
    Object.keys(values).length === 0 ? '{}' : `{${part(values)}\n  }`;
  const money = Object.entries(split.money)
    .map(
      ([lever, { basePounds, dearer }]) =>
        `  ${lever}: { basePounds: ${Number(basePounds.toPrecision(4))}, dearer: ${Number(dearer.toFixed(4))} },`,
    )
    .join('\n');
  return `/**
 * Where each lever rests at its reference: the pay-off \`d0\` (over the lever's money base) that makes the base years'
 * observed movement come out, calibrated nationally, once, under the institutions of the split and again under
 * integrated boards. Written by \`npm run calibrate:anchors\`; never fitted to a place or a regime.
 */
export const ANCHORS: Readonly<Record<'split' | 'boards', Readonly<Record<string, number>>>> = {
  split: ${block(split.anchors)},
  boards: ${block(boards.anchors)},
};

/**
 * Money of each lever in the base years under the split, national means: pounds of one unit of its base, and what
 * prices a tenth higher at the same costs would add to its pay-off. For \`lhe levers\`: no law reads it.
 */
export const LEVER_MONEY: Readonly<Record<string, { readonly basePounds: number; readonly dearer: number }>> = {
${money}
};
`;
}

process.exitCode = main();
