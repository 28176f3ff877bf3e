import { DEFAULT_CHUNK, type Engine, frameWorld } from './create-world.ts';
import { shockOnEmergencies } from './phases/health.ts';
import type { DelayCalendar } from './population/delay-calendar.ts';
import type { PatientQueue } from './population/patient-queue.ts';
import type { RunInput } from './run-input.ts';
import { fingerprint, fromBytes, toBytes, UnreadableBytes } from './state-bytes.ts';
import type { World } from './world.ts';

/**
 * A stopped run as bytes: everything that changes between two weeks. What follows from the input (place, hazards,
 * tables) is not in it; a fingerprint of the input is, so that a run cannot be resumed under another scenario.
 *
 * Call it between two ticks. The run resumed from these bytes equals the run never stopped, whatever the engine or the
 * chunk on either side.
 */
export function saveWorld(world: World): Uint8Array {
  return toBytes(MARK, FORMAT, { input: fingerprint(world.input), ...stateOf(world) });
}

/**
 * The world that was saved, ready for its next tick.
 * @param input the input of the run that was saved
 * @param options engine and chunk of the weekly scan; they may differ from those before
 * @throws CheckpointError when the bytes are foreign, damaged, of another format or of another run
 */
export function restoreWorld(
  input: RunInput,
  bytes: Uint8Array,
  options: { readonly engine?: Engine; readonly chunk?: number } = {},
): World {
  const saved = read(bytes);
  if (saved.input !== fingerprint(input)) {
    throw new CheckpointError(
      'the checkpoint belongs to another run: place, parameters, institutions, shocks, seed, replicate, length, ' +
        'scale or cohort differ',
    );
  }
  return asSaved(frameWorld(input, options.engine ?? 'auto', options.chunk ?? DEFAULT_CHUNK).world, saved);
}

/**
 * A world that has gone on, as it was when it was saved: cheaper than to restore it, and the world given is not to be
 * used any more.
 * @throws CheckpointError as `restoreWorld` does
 */
export function rewindWorld(world: World, bytes: Uint8Array): World {
  const saved = read(bytes);
  if (saved.input !== fingerprint(world.input))
    throw new CheckpointError('the checkpoint belongs to another run than the world');
  return asSaved(world, saved);
}

function asSaved(frame: World, saved: Saved): World {
  const { input } = frame;
  const violations = saved.tally.boundViolations - frame.law.violations();
  const world: World = {
    ...frame,
    law: { ...frame.law, violations: () => violations + frame.law.violations() },
    week: saved.week,
    institutions: saved.organisations.institutions,
    inForce: saved.inForce,
    scheduled: saved.scheduled,
    organisations: saved.organisations,
    records: saved.records,
    journal: saved.journal,
  };
  // Thresholds were made with the shock of the week before: the law must know, or it takes them for those of no shock.
  world.law.scaleEmergencies(shockOnEmergencies(input.shocks, saved.week - 1), 0);
  const { firstQueue, admissionQueue, diagnostics } = world.books;
  overwrite(stateOf(world).people, saved.people);
  overwrite(stateOf(world).openingTables, saved.openingTables);
  overwrite(world.books, { ...saved.books, firstQueue, admissionQueue, diagnostics });
  overwrite(world.tally, saved.tally);
  overwrite(world.will, saved.will);
  overwrite(world.structure, saved.structure);
  overwrite(world.cells, saved.cells);
  world.ledger.balance.set(saved.ledger.balance);
  unpackQueues(firstQueue, saved.firstQueue);
  unpackQueues(admissionQueue, saved.admissionQueue);
  unpackCalendar(diagnostics, saved.diagnostics);
  return world;
}

/** The bytes are no checkpoint of this run. */
export class CheckpointError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CheckpointError';
  }
}

const MARK = 'lhe-ckpt';
/** Raise it when a field of the state comes, goes or changes its meaning. */
const FORMAT = 25;

type State = ReturnType<typeof stateOf>;
type Saved = State & { readonly input: string };

/** Tables that follow from the first people: made with them, not with the frame of a world, and never changed. */
function openingTables({ tables }: World) {
  return {
    referralsPerWeek: tables.referralsPerWeek,
    backgroundReferralsPerWeek: tables.backgroundReferralsPerWeek,
    backgroundPlannedPerWeek: tables.backgroundPlannedPerWeek,
    backgroundEmergenciesPerWeek: tables.backgroundEmergenciesPerWeek,
    backgroundMinorAePerWeek: tables.backgroundMinorAePerWeek,
    backgroundGroup: tables.backgroundGroup,
    stayIndex: tables.stayIndex,
    standingBedDaysPerWeek: tables.standingBedDaysPerWeek,
  };
}

/** Everything that changes in a run. Scratch lists of a week and keys of its draws are made anew in the next. */
function stateOf(world: World) {
  const { people, ledger, tally, records, week, organisations, journal } = world;
  const { firstQueue, admissionQueue, diagnostics, ...books } = world.books;
  return {
    week,
    people: {
      bytes: people.bytes,
      rareThreshold: people.scanner.rareThreshold,
    },
    openingTables: openingTables(world),
    books,
    firstQueue: packQueues(firstQueue),
    admissionQueue: packQueues(admissionQueue),
    diagnostics: packCalendar(diagnostics),
    ledger: { balance: ledger.balance },
    tally,
    will: world.will,
    structure: world.structure,
    inForce: world.inForce,
    scheduled: world.scheduled,
    cells: world.cells,
    records,
    organisations,
    journal,
  };
}

function read(bytes: Uint8Array): Saved {
  try {
    return fromBytes(MARK, FORMAT, bytes) as unknown as Saved;
  } catch (error) {
    if (!(error instanceof UnreadableBytes)) throw error;
    throw new CheckpointError(`no checkpoint: ${error.message}`, { cause: error });
  }
}

/** In place, as phases and the law of a person hold on to these arrays. */
function overwrite(here: object, saved: object): void {
  const target = here as Record<string, unknown>;
  const source = saved as Record<string, unknown>;
  for (const key of new Set([...Object.keys(target), ...Object.keys(source)])) {
    const value = source[key];
    const old = target[key];
    if (value === old) continue;
    if (typeof value === 'number' && typeof old === 'number') target[key] = value;
    else if (isColumn(value) && isColumn(old) && value.length === old.length) old.set(value);
    else if (Array.isArray(value) && Array.isArray(old) && value.length === old.length) overwrite(old, value);
    else throw new CheckpointError(`the checkpoint was written by another version of the model: ${key}`);
  }
}

function isColumn(value: unknown): value is Float64Array {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** Queues end to end, each from its head. */
interface PackedQueues {
  readonly lengths: Int32Array;
  readonly waiting: Int32Array;
  readonly joined: Int32Array;
  readonly slots: Int32Array;
  readonly clocks: Uint16Array;
}

function packQueues(queues: readonly PatientQueue[]): PackedQueues {
  const lengths = Int32Array.from(queues, (queue) => queue.length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const slots = new Int32Array(total);
  const clocks = new Uint16Array(total);
  let to = 0;
  for (const queue of queues) {
    for (let n = 0; n < queue.length; n++, to++) {
      const at = (queue.head + n) & (queue.slots.length - 1);
      slots[to] = queue.slots[at]!;
      clocks[to] = queue.clocks[at]!;
    }
  }
  return {
    lengths,
    waiting: Int32Array.from(queues, (queue) => queue.waiting),
    joined: Int32Array.from(queues, (queue) => queue.joined),
    slots,
    clocks,
  };
}

function unpackQueues(queues: readonly PatientQueue[], packed: PackedQueues): void {
  let from = 0;
  queues.forEach((queue, q) => {
    queue.head = 0;
    queue.length = 0;
    for (let n = 0; n < packed.lengths[q]!; n++, from++)
      queue.push(packed.slots[from]!, packed.clocks[from]!);
    // Fewer than the entries: some of those who stand in the ring have left.
    queue.waiting = packed.waiting[q]!;
    queue.joined = packed.joined[q]!;
  });
}

/** Buckets of a calendar end to end. */
interface PackedCalendar {
  readonly counts: Int32Array;
  readonly slots: Int32Array;
  readonly clocks: Uint16Array;
  readonly places: Uint16Array;
}

function packCalendar(calendar: DelayCalendar): PackedCalendar {
  const total = calendar.counts.reduce((sum, count) => sum + count, 0);
  const packed = {
    counts: calendar.counts.slice(),
    slots: new Int32Array(total),
    clocks: new Uint16Array(total),
    places: new Uint16Array(total),
  };
  let to = 0;
  calendar.counts.forEach((count, bucket) => {
    packed.slots.set(calendar.slots[bucket]!.subarray(0, count), to);
    packed.clocks.set(calendar.clocks[bucket]!.subarray(0, count), to);
    packed.places.set(calendar.places[bucket]!.subarray(0, count), to);
    to += count;
  });
  return packed;
}

function unpackCalendar(calendar: DelayCalendar, packed: PackedCalendar): void {
  calendar.counts.fill(0);
  let from = 0;
  packed.counts.forEach((count, bucket) => {
    for (let n = 0; n < count; n++, from++) {
      calendar.add(bucket, packed.slots[from]!, packed.clocks[from]!, packed.places[from]!);
    }
  });
}
