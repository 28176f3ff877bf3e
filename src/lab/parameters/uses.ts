import { leverLaws } from '../../model/behaviour/will/lever-laws.ts';
import { LEVERS } from '../../model/behaviour/will/levers.ts';
import { ANCHORS } from '../../model/evidence/anchors.ts';
import { buildHazardTables } from '../../model/evidence/hazards.ts';
import { defaultParameterValues, PARAMETERS, type ParameterValues } from '../../model/evidence/parameters.ts';
import { referralsPerNeed } from '../../model/evidence/referral.ts';
import { readSettings } from '../../model/settings.ts';
import { ANCHORED, anchorId } from './anchor-rows.ts';

/** Where a row's number goes. */
export interface Uses {
  /** Settings that move with it, e.g. `hospital.efficiency.baseShare`: what phases and behaviour read. */
  readonly settings: readonly string[];
  /** Files of `model/evidence` that make the tables of people from it, e.g. `mortality`. */
  readonly tables: readonly string[];
}

/**
 * Where every row of the model and every rest of a lever is used, found out by trying: a setting uses a row if it moves when the row does, a
 * table's file if it asks for the row.
 */
export function usesOfParameters(): ReadonlyMap<string, Uses> {
  const values = defaultParameterValues();
  const usual = numbersOf(readSettings(values));
  const tables = tableFiles(values);
  const rows = PARAMETERS.map(({ id, value }): [string, Uses] => [
    id,
    {
      settings: movedSettings(usual, numbersOf(readSettings({ ...values, [id]: nudged(value) }))),
      tables: tables.get(id) ?? [],
    },
  ]);
  return new Map([...rows, ...usesOfAnchors(values)]);
}

/** Laws of levers that move with a rest, under the weight of the calibration that it is of. */
function usesOfAnchors(values: ParameterValues): readonly [string, Uses][] {
  return ANCHORED.flatMap((under) => {
    const weighed = { ...values, anchor_on_boards: under === 'boards' ? 1 : 0 };
    const usual = numbersOf({ levers: leverLaws(weighed) });
    return Object.entries(ANCHORS[under]).map(([lever, d0]): [string, Uses] => {
      const moved = { ...ANCHORS, [under]: { ...ANCHORS[under], [lever]: nudged(d0) } };
      const settings = movedSettings(usual, numbersOf({ levers: leverLaws(weighed, moved) }));
      return [anchorId(under, lever), { settings, tables: [] }];
    });
  });
}

function nudged(value: number): number {
  return value === 0 ? 0.001 : value * 1.01;
}

function movedSettings(usual: ReadonlyMap<string, number>, moved: ReadonlyMap<string, number>): string[] {
  const paths = [...usual].filter(([path, number]) => moved.get(path) !== number).map(([path]) => path);
  return [...new Set(paths.map((path) => path.replace(/\.\d+$/, '')))];
}

/** Every number of a tree by its path; laws of levers by the lever's id. */
function numbersOf(tree: object): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const walk = (node: unknown, path: readonly string[]): void => {
    if (typeof node === 'number') found.set(path.join('.'), node);
    else if (typeof node === 'object' && node !== null) {
      for (const [key, inner] of Object.entries(node)) {
        const isLever = path.length === 1 && path[0] === 'levers';
        walk(inner, [...path, isLever ? LEVERS[Number(key)]!.id : key]);
      }
    }
  };
  walk(tree, []);
  return found;
}

/** Files of the evidence whose functions ask for a row while tables are made. */
function tableFiles(values: ParameterValues): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, Set<string>>();
  const watched = new Proxy(values, {
    get(target, id) {
      const file = asker();
      if (typeof id === 'string' && file !== undefined) files.set(id, (files.get(id) ?? new Set()).add(file));
      return Reflect.get(target, id);
    },
  });
  const depth = Error.stackTraceLimit;
  Error.stackTraceLimit = 30;
  buildHazardTables(watched);
  referralsPerNeed(watched);
  Error.stackTraceLimit = depth;
  return new Map([...files].map(([id, names]) => [id, [...names].sort()]));
}

/** The file of the evidence that asks, besides the one that only looks a value up. */
function asker(): string | undefined {
  const lines = new Error().stack?.split('\n') ?? [];
  return lines
    .map((line) => line.match(/model\/evidence\/([\w-]+)\.[jt]s/)?.[1])
    .find((file) => file !== undefined && file !== 'parameters');
}
