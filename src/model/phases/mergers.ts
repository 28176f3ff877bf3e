import { mergeCommissioners, mergeTrusts } from '../organisations/mergers.ts';
import { commissionersAlone, kilometres, trustsAlone, type Unit } from '../organisations/stand-alone.ts';
import type { ScheduledMerger } from '../run-input.ts';
import type { World } from '../world.ts';
import { takeOverFailed } from './failed-trusts.ts';

/**
 * Step 1a of the tick: mergers that are scheduled for this week, between organisations that stand alone, then those of
 * trusts that failed.
 */
export function mergers(world: World): void {
  for (const merger of world.input.mergers ?? []) {
    if (merger.week === world.week) carryOut(world, merger);
  }
  takeOverFailed(world);
}

function carryOut(world: World, merger: ScheduledMerger): void {
  const units = unitsOf(world, merger);
  const wanted =
    merger.who === 'nearest-smaller' ? pairByRule(units, merger.withinKm) : pairsByCode(units, merger.who);
  if (wanted.length === 0) refuse(world, merger, 'no two of them stand alone within reach of each other');
  for (const [into, from] of wanted) {
    // Those before it in the list may have changed who belongs to whom.
    const now = unitsOf(world, merger);
    const a = now.find(({ members }) => members.includes(into));
    const b = now.find(({ members }) => members.includes(from));
    if (a === undefined || b === undefined) refuse(world, merger, 'one of them belongs to a body');
    else if (a === b) refuse(world, merger, 'they are one already');
    else if (merger.kind === 'trusts') mergeTrusts(world, a.lead, b.lead, merger);
    else mergeCommissioners(world, a.lead, b.lead, merger);
  }
}

function unitsOf(world: World, { kind }: ScheduledMerger): Unit[] {
  return kind === 'trusts' ? trustsAlone(world) : commissionersAlone(world);
}

type Pair = readonly [number, number];

/** The first code takes over each of the others, in turn. */
function pairsByCode(units: readonly Unit[], codes: readonly string[]): Pair[] {
  const memberOf = (code: string): number | undefined => {
    const unit = units.find((each) => each.codes.includes(code));
    return unit?.members[unit.codes.indexOf(code)];
  };
  const [first, ...others] = codes.map(memberOf);
  return others.flatMap((other) =>
    first === undefined || other === undefined ? [] : [[first, other] as const],
  );
}

/** The largest of the place takes over the nearest that is smaller; the first of equals. */
function pairByRule(all: readonly Unit[], withinKm: number | null): Pair[] {
  const units = all.filter(({ ofPlace }) => ofPlace);
  if (units.length < 2) return [];
  const largest = units.reduce((a, b) => (b.size > a.size ? b : a));
  const nearest = units
    .filter((unit) => unit !== largest)
    .map((unit) => ({ unit, km: kilometres(largest, unit) }))
    .reduce((a, b) => (b.km < a.km ? b : a));
  return withinKm !== null && nearest.km > withinKm ? [] : [[largest.lead, nearest.unit.lead]];
}

function refuse(world: World, { who, kind, why }: ScheduledMerger, reason: string): void {
  world.journal.push({
    week: world.week,
    kind: 'merger not carried out',
    organisation: who === 'nearest-smaller' ? '' : who.join(' '),
    description: `${kind} were to merge; ${reason}`,
    why,
  });
}
