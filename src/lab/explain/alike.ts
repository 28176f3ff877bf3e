import type { LeverPath } from './tell.ts';

/** Organisations of one kind in one arm whose figures do not differ as they are shown. */
export interface Alike {
  /** Their figures, as shown. */
  readonly figures: readonly string[];
  /** In the order given; at least one. */
  readonly paths: readonly LeverPath[];
}

/** Paths whose figures read the same, together: each group where its first path was. */
export function alike(
  paths: readonly LeverPath[],
  figuresOf: (path: LeverPath) => readonly string[],
): readonly Alike[] {
  const groups = new Map<string, { figures: readonly string[]; paths: LeverPath[] }>();
  for (const path of paths) {
    const figures = figuresOf(path);
    const key = JSON.stringify([path.last.arm, path.last.kind, ...figures]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { figures, paths: [path] });
    else group.paths.push(path);
  }
  return [...groups.values()];
}

/** Code and name for a row: of one organisation its own, of several the first code and how many they are. */
export function whoAre(group: Alike): readonly [code: string, name: string] {
  const { code, name, kind } = group.paths[0]!.last;
  const count = organisationsIn(group);
  return count === 1 ? [code, name] : [`${code} ...`, `${count} ${PLURAL[kind] ?? `of kind ${kind}`}`];
}

/** The same in one cell: `RLQ`, or `P1 ... (12 practices)`. */
export function inACell(group: Alike): string {
  const [code, name] = whoAre(group);
  return organisationsIn(group) === 1 ? code : `${code} (${name})`;
}

/** To follow what is said of the first of them: ` 23 other practices did the same.`, or nothing. */
export function othersOf(group: Alike): string {
  const others = organisationsIn(group) - 1;
  const { kind } = group.paths[0]!.last;
  if (others === 0) return '';
  const who = others === 1 ? (SINGULAR[kind] ?? kind) : (PLURAL[kind] ?? `of kind ${kind}`);
  return ` ${others} other ${who} did the same.`;
}

/** One organisation can be there more than once, by specialty. */
function organisationsIn({ paths }: Alike): number {
  return new Set(paths.map(({ last }) => last.code)).size;
}

const SINGULAR: Readonly<Record<string, string>> = { pct: 'PCT' };
const PLURAL: Readonly<Record<string, string>> = { trust: 'trusts', pct: 'PCTs', practice: 'practices' };
