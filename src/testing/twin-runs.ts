import { restoreWorld, saveWorld } from '../model/checkpoint.ts';
import type { Engine } from '../model/create-world.ts';
import type { RunInput, ScheduledInstitutions } from '../model/run-input.ts';
import type { World } from '../model/world.ts';
import { type Build, MODEL } from './build.ts';
import { InvariantError } from './invariant.ts';
import { differingParts } from './state-parts.ts';

/**
 * Same scenario and seed, same bytes: two engines of the weekly scan, two sizes of its batches, and the same run twice.
 * @throws InvariantError when they differ, with the parts that do
 */
export function checkDeterminism(input: RunInput, build: Build = MODEL): void {
  const variants: readonly [Engine, number][] = [
    ['auto', 16384],
    ['auto', 100],
    ['typescript', 1000],
  ];
  const worlds = variants.map(([engine, chunk]) => build.create(input, engine, chunk));
  for (let week = 0; week < input.weeks; week++) {
    worlds.forEach((world, n) => {
      build.tick(world, variants[n]![1]);
    });
    if (!isCompared(week, input.weeks)) continue;
    for (const other of worlds.slice(1)) expectSame('determinism', week, worlds[0]!, other);
  }
}

/**
 * Two runs that differ only from a week on are byte-identical before it.
 * @throws InvariantError when they differ, with the parts that do
 */
export function checkCausality(input: RunInput, later: RunInput, week: number, build: Build = MODEL): void {
  const worlds = [withRoomOf(input, later), withRoomOf(later, input)].map((each) => build.create(each));
  together('causality', worlds as [World, World], week, build);
}

/** The same run with room for all bodies that another may found: books of one size can be compared. */
function withRoomOf(input: RunInput, other: RunInput): RunInput {
  const never = other.institutions.map((entry) => ({ ...entry, week: Number.MAX_SAFE_INTEGER }));
  return { ...input, institutions: [...input.institutions, ...never] };
}

/**
 * A longer run begins like a shorter one: the same values of every weekly metric, to the last bit.
 * @throws InvariantError when they differ, with the parts that do
 */
export function checkLongerRun(shorter: RunInput, longer: RunInput, build: Build = MODEL): void {
  const [a, b] = [build.create(shorter), build.create(longer)];
  while (a.week < shorter.weeks) {
    const { week } = a;
    build.tick(a);
    build.tick(b);
    for (const [metric, values] of Object.entries(a.records.weekly)) {
      const other = b.records.weekly[metric]![week]!;
      if (!Object.is(values[week], other))
        throw new InvariantError(
          'causality',
          week,
          `${metric} is ${values[week]}, and ${other} in the longer run`,
        );
    }
  }
}

/**
 * A switch to the institutions already in force changes nothing at all.
 * @param weeks weeks of the switches
 * @throws InvariantError when they differ, with the parts that do
 */
export function checkIdentity(input: RunInput, weeks: readonly number[], build: Build = MODEL): void {
  const before = (week: number) => input.institutions.findLast((entry) => weekOf(entry) <= week)!;
  const again = weeks
    .filter((week) => input.institutions.every((entry) => entry.week !== week))
    .map((week) => ({ ...before(week), week, why: 'the same again' }));
  const institutions = [...input.institutions, ...again].toSorted((a, b) => weekOf(a) - weekOf(b));
  const switched = { ...input, institutions: structuredClone(institutions) };
  together('identity', [build.create(input), build.create(switched)], input.weeks, build);
}

/** Entries that wait for a trigger come last. */
function weekOf({ week }: ScheduledInstitutions): number {
  return week ?? Number.POSITIVE_INFINITY;
}

/**
 * Display names, and why something is done, change nothing but texts: of the journal what happened when to whom is the
 * same, of the organisations everything but their names.
 * @throws InvariantError when they differ, with the parts that do
 */
export function checkNames(input: RunInput, build: Build = MODEL): void {
  const worlds = [build.create(input), build.create(renamed(input))] as const;
  together('labels', worlds, input.weeks, build, (a, b) =>
    differingParts(a, b).filter((part) => !NAMING.has(part) || facts(a, part) !== facts(b, part)),
  );
}

function renamed(input: RunInput): RunInput {
  const { place, institutions, shocks, mergers } = input;
  const why = 'to see what comes of it';
  // Longer, and in another order.
  const anew = <T extends { readonly name: readonly string[] }>(table: T): T => ({
    ...table,
    name: table.name.map((name, n) => `${table.name.length - n} Dr ${name}`),
  });
  return {
    ...input,
    place: {
      ...place,
      name: 'Elsewhere',
      practices: anew(place.practices),
      providers: anew(place.providers),
      commissioners: anew(place.commissioners),
    },
    institutions: institutions.map((entry) => ({ ...entry, why })),
    shocks: shocks.map((shock) => ({ ...shock, why })),
    ...(mergers === undefined ? {} : { mergers: mergers.map((merger) => ({ ...merger, why })) }),
  };
}

/** Parts of the state that hold texts with names. */
const NAMING: ReadonlySet<string> = new Set(['journal', 'organisations']);

/** What such a part says, its names and reasons left out. */
function facts({ journal, organisations }: World, part: string): string {
  return part === 'journal'
    ? JSON.stringify(journal.map(({ week, kind, organisation }) => [week, kind, organisation]))
    : JSON.stringify(organisations, (key, value) => (key === 'name' ? undefined : value));
}

/**
 * A run stopped and resumed equals the run never stopped.
 * @throws InvariantError when they differ, with the parts that do
 */
export function checkResume(input: RunInput, stop: number, build: Build = MODEL): void {
  const world = build.create(input);
  while (world.week < stop) build.tick(world);
  const resumed = restoreWorld(input, saveWorld(world), { engine: 'typescript' });
  expectSame('resume', stop, world, resumed);
  together('resume', [world, resumed], input.weeks, build);
}

function together(
  law: string,
  worlds: readonly [World, World],
  until: number,
  build: Build,
  differing = differingParts,
): void {
  const [a, b] = worlds;
  while (a.week < until) {
    const { week } = a;
    build.tick(a);
    build.tick(b);
    if (isCompared(week, until)) expectSame(law, week, a, b, differing);
  }
}

/** The state holds all that was counted, so that a difference stays: now and then and at the end will do. */
function isCompared(week: number, until: number): boolean {
  return week % COMPARED_EVERY === 0 || week === until - 1;
}
const COMPARED_EVERY = 10;

function expectSame(law: string, week: number, a: World, b: World, differing = differingParts): void {
  const parts = differing(a, b);
  if (parts.length > 0)
    throw new InvariantError(law, week, `the runs differ in ${parts.slice(0, 6).join(', ')}`);
}
