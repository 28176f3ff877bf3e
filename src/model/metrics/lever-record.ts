import { detLog } from '../../kernel/deterministic-math.ts';
import type { Lever, LeverUnit } from '../behaviour/will/lever.ts';
import { LEVERS } from '../behaviour/will/levers.ts';
import { RECORD, RECORD_COLUMNS } from '../behaviour/will/will.ts';
import { nameOfBody } from '../organisations/body-names.ts';
import { type Place, SPECIALTIES } from '../place.ts';
import type { LeverColumns, LeverHistory } from '../result.ts';
import type { World } from '../world.ts';

/** With more practices than this, their levers are recorded as means by commissioner. */
export const MOST_PRACTICES = 500;

/**
 * Figures of a lever at a review: its level over its reference after the step, what moved it (see `RECORD_COLUMNS`),
 * whether the step ended at a bound (a share where practices are averaged), and the pounds of one unit of its base.
 */
export const LEVER_FIGURES = ['level', ...RECORD_COLUMNS, 'atBound', 'basePounds'] as const;

const WIDTH = LEVER_FIGURES.length;

/** Levels and pay-offs of every lever at one quarterly review. */
export interface LeverReview {
  readonly week: number;
  /** [lever][row * LEVER_FIGURES.length + figure]; a row that had nothing to decide is NaN. */
  readonly figures: readonly Float32Array[];
}

/** Keep what this review saw and did, where the run was asked to. */
export function recordLevers(world: World): void {
  if (!world.input.recordLevers) return;
  world.records.levers.push({
    week: world.week,
    figures: LEVERS.map((lever, n) => (isAveraged(world.place, lever.unit) ? means : each)(world, lever, n)),
  });
}

/** One row for each unit of the lever. */
function each(world: World, lever: Lever, n: number): Float32Array {
  const units = world.will.level[n]!.length;
  const figures = new Float32Array(units * WIDTH).fill(Number.NaN);
  for (let unit = 0; unit < units; unit++) {
    if (lever.acts(world, unit)) figures.set(figuresOf(world, lever, n, unit), unit * WIDTH);
  }
  return figures;
}

/** One row for each commissioner: the plain mean of its practices. */
function means(world: World, lever: Lever, n: number): Float32Array {
  const { commissioners, practices } = world.place;
  const sums = new Float64Array(commissioners.count * WIDTH);
  const counted = new Float64Array(commissioners.count);
  for (let g = 0; g < practices.count; g++) {
    if (!lever.acts(world, g)) continue;
    const c = practices.commissioner[g]!;
    counted[c]! += 1;
    figuresOf(world, lever, n, g).forEach((value, figure) => {
      sums[c * WIDTH + figure]! += value;
    });
  }
  return Float32Array.from(sums, (sum, at) => sum / counted[Math.floor(at / WIDTH)]!);
}

function figuresOf(world: World, lever: Lever, n: number, unit: number): number[] {
  const { low, high } = world.settings.levers[n]!;
  const level = world.will.level[n]![unit]!;
  const record = world.will.record[n]!.subarray(unit * RECORD, (unit + 1) * RECORD);
  const at = detLog(level);
  // Of a lever without room to move, the pay-off is all there is.
  const atBound = high > low && (at < low + AT_BOUND || at > high - AT_BOUND);
  return [level, ...record, atBound ? 1 : 0, lever.basePounds(world, unit)];
}

/** How near to a bound, in logarithms, is at it. */
const AT_BOUND = 1e-9;

/** Every lever's figures by review and row. */
export function leverHistory(world: World): LeverHistory {
  const reviews = world.records.levers;
  return {
    weeks: reviews.map((review) => review.week),
    levers: LEVERS.map((lever, n): LeverColumns => {
      const rows = rowsOf(world, lever.unit);
      const values = Object.fromEntries(
        LEVER_FIGURES.map((figure, column) => {
          const series = new Float32Array(reviews.length * rows.codes.length);
          reviews.forEach((review, r) => {
            for (let row = 0; row < rows.codes.length; row++) {
              series[r * rows.codes.length + row] = review.figures[n]![row * WIDTH + column]!;
            }
          });
          return [figure, series];
        }),
      );
      return { lever: lever.id, ...rows, values };
    }),
  };
}

type Rows = Pick<LeverColumns, 'kind' | 'codes' | 'names' | 'specialties'>;

/** Whose the rows of a lever are. */
function rowsOf(world: World, unit: LeverUnit): Rows {
  const { place, structure } = world;
  const { providers, commissioners, practices } = place;
  switch (unit) {
    case 'provider-specialty':
      return {
        kind: 'trust',
        codes: providers.code.flatMap((code) => SPECIALTIES.map(() => code)),
        names: providers.name.flatMap((name) => SPECIALTIES.map(() => name)),
        specialties: providers.code.flatMap(() => SPECIALTIES),
      };
    case 'provider':
      return whole('trust', providers.code, providers.name);
    case 'commissioner':
      return whole('pct', commissioners.code, commissioners.name);
    case 'practice':
      return isAveraged(place, unit)
        ? whole('practices of a pct', commissioners.code, commissioners.name)
        : whole('practice', practices.code, practices.name);
    case 'body': {
      const names = Array.from({ length: structure.bodies }, (_, o) => nameOfBody(world, o));
      return whole(
        'body',
        names.map(({ code }) => code),
        names.map(({ name }) => name),
      );
    }
  }
}

function whole(kind: Rows['kind'], codes: readonly string[], names: readonly string[]): Rows {
  return { kind, codes, names, specialties: codes.map(() => '') };
}

function isAveraged(place: Place, unit: LeverUnit): boolean {
  return unit === 'practice' && place.practices.count > MOST_PRACTICES;
}
