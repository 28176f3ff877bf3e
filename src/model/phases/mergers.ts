import { areasOf, hospitalsOf, mergeCommissioners, mergeTrusts } from '../organisations/mergers.ts';
import type { ScheduledMerger } from '../run-input.ts';
import type { World } from '../world.ts';

/** Kilometres of a degree of latitude; degrees of longitude are about 0.6 of it here. */
const KM_PER_DEGREE = 111.2;
const EAST_OVER_NORTH = 0.6;

/** Step 1a of the tick: mergers that are scheduled for this week, between organisations that stand alone. */
export function mergers(world: World): void {
  for (const merger of world.input.mergers ?? []) {
    if (merger.week === world.week) carryOut(world, merger);
  }
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

/** An organisation that stands alone, with all that merged into it. */
interface Unit {
  readonly lead: number;
  readonly codes: readonly string[];
  readonly members: readonly number[];
  /** What it does for the people of the place; whether the rule looks at it. */
  readonly size: number;
  readonly ofPlace: boolean;
  readonly latitude: number;
  readonly longitude: number;
}

function unitsOf(world: World, { kind }: ScheduledMerger): Unit[] {
  return kind === 'trusts' ? trusts(world) : commissioners(world);
}

function trusts(world: World): Unit[] {
  const { place, structure } = world;
  const { providers } = place;
  return leadsOf(structure.trustOfProvider)
    .map((lead) => ({ lead, members: hospitalsOf(world, lead) }))
    .filter(({ members }) => members.every((h) => structure.bodyOfProvider[h]! < 0))
    .map(({ lead, members }) => ({
      lead,
      members,
      codes: members.map((h) => providers.code[h]!),
      size: members.reduce(
        (sum, h) => sum + providers.incomePounds[h]! * providers.plannedShareFromPlace[h]!,
        0,
      ),
      // Elsewhere's trusts, and those for a few conditions, are no duplicates of a place's own.
      ofPlace: members.some(
        (h) =>
          providers.specialist[h] === 0 &&
          providers.plannedShareFromPlace[h]! >= world.settings.memberTradeLeast,
      ),
      latitude: providers.latitude[lead]!,
      longitude: providers.longitude[lead]!,
    }));
}

/** A commissioner is where its people are. */
function commissioners(world: World): Unit[] {
  const { place, structure, books } = world;
  const { zones } = place;
  return leadsOf(structure.boardOfCommissioner)
    .map((lead) => ({ lead, members: areasOf(world, lead) }))
    .filter(({ members }) => members.every((c) => structure.bodyOfCommissioner[c]! < 0))
    .map(({ lead, members }) => {
      let people = 0;
      let north = 0;
      let east = 0;
      for (let z = 0; z < zones.count; z++) {
        if (!members.includes(zones.commissioner[z]!)) continue;
        people += zones.residents[z]!;
        north += zones.residents[z]! * zones.latitude[z]!;
        east += zones.residents[z]! * zones.longitude[z]!;
      }
      return {
        lead,
        members,
        codes: members.map((c) => place.commissioners.code[c]!),
        size: members.reduce((sum, c) => sum + books.areaRegistered[c]!, 0),
        ofPlace: true,
        latitude: people === 0 ? 0 : north / people,
        longitude: people === 0 ? 0 : east / people,
      };
    });
}

function leadsOf(of: Int32Array): number[] {
  return Array.from(of.keys()).filter((n) => of[n] === n);
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

function kilometres(a: Unit, b: Unit): number {
  const north = (a.latitude - b.latitude) * KM_PER_DEGREE;
  const east = (a.longitude - b.longitude) * KM_PER_DEGREE * EAST_OVER_NORTH;
  return Math.sqrt(north * north + east * east);
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
