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
 * Display names change nothing but names.
 * @throws InvariantError when they differ, with the parts that do
 */
export function checkNames(input: RunInput, build: Build = MODEL): void {
  const { place } = input;
  const renamed = {
    ...place,
    name: 'Elsewhere',
    practices: { ...place.practices, name: place.practices.name.map((name) => `Dr ${name}`) },
  };
  together('labels', [build.create(input), build.create({ ...input, place: renamed })], input.weeks, build);
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

function together(law: string, worlds: readonly [World, World], until: number, build: Build): void {
  const [a, b] = worlds;
  while (a.week < until) {
    const { week } = a;
    build.tick(a);
    build.tick(b);
    if (isCompared(week, until)) expectSame(law, week, a, b);
  }
}

/** The state holds all that was counted, so that a difference stays: now and then and at the end will do. */
function isCompared(week: number, until: number): boolean {
  return week % COMPARED_EVERY === 0 || week === until - 1;
}
const COMPARED_EVERY = 10;

function expectSame(law: string, week: number, a: World, b: World): void {
  const parts = differingParts(a, b);
  if (parts.length > 0)
    throw new InvariantError(law, week, `the runs differ in ${parts.slice(0, 6).join(', ')}`);
}
