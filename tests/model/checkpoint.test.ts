import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CheckpointError, restoreWorld, saveWorld } from '../../src/model/checkpoint.ts';
import { checksum } from '../../src/model/checksum.ts';
import { createWorld, type Engine } from '../../src/model/create-world.ts';
import { report } from '../../src/model/metrics/report/report.ts';
import { DelayCalendar } from '../../src/model/population/delay-calendar.ts';
import { PatientQueue } from '../../src/model/population/patient-queue.ts';
import { simulate, tick } from '../../src/model/simulate.ts';
import type { World } from '../../src/model/world.ts';
import { smallInput } from '../determinism/small-run.ts';

function worldAfter(weeks: number, input = smallInput(), engine: Engine = 'auto'): World {
  const world = createWorld(input, engine);
  while (world.week < weeks) tick(world);
  return world;
}

function finish(world: World, chunk?: number) {
  while (world.week < world.input.weeks) tick(world, chunk);
  return report(world);
}

describe('a run stopped and resumed', () => {
  const input = smallInput();
  const never = simulate(input);

  it('equals the run never stopped, from any week and between any two engines', () => {
    const engine = fc.constantFrom<Engine>('wasm', 'typescript');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: input.weeks }),
        engine,
        engine,
        fc.integer({ min: 1, max: 5000 }),
        (week, before, after, chunk) => {
          const bytes = saveWorld(worldAfter(week, input, before));
          expect(finish(restoreWorld(input, bytes, { engine: after, chunk }), chunk)).toStrictEqual(never);
        },
      ),
      {
        numRuns: 12,
        seed: 1,
        examples: [
          [0, 'wasm', 'typescript', 4096],
          [51, 'typescript', 'wasm', 64],
          [52, 'wasm', 'wasm', 4096],
        ],
      },
    );
  });

  it('equals it also after many stops, one a month', () => {
    let world = createWorld(input);
    while (world.week < input.weeks) {
      tick(world);
      if (world.week % 4 === 3) world = restoreWorld(input, saveWorld(world));
    }
    expect(report(world)).toStrictEqual(never);
  });

  it('equals it, bounds and all, when it stops in the week in which a shock ends', () => {
    const shocked = {
      ...input,
      shocks: [{ ...input.shocks[0]!, week: 3, weeks: 3, emergencies: 0.5, beds: 1 }],
    };
    const whole = worldAfter(8, shocked);
    const resumed = restoreWorld(shocked, saveWorld(worldAfter(6, shocked)));
    while (resumed.week < 8) tick(resumed);
    expect(resumed.people.rareThreshold).toStrictEqual(whole.people.rareThreshold);
    expect(resumed.tally).toStrictEqual(whole.tally);
  });

  it('is saved as the same bytes again', () => {
    const bytes = saveWorld(worldAfter(60));
    expect(Buffer.compare(saveWorld(restoreWorld(input, bytes)), bytes)).toBe(0);
  });

  it('leaves the saved world as it was: the original goes on', () => {
    const world = worldAfter(40);
    saveWorld(world);
    expect(finish(world)).toStrictEqual(never);
  });

  it('shares no memory with the bytes', () => {
    const bytes = saveWorld(worldAfter(40));
    const world = restoreWorld(input, bytes);
    bytes.fill(0);
    expect(finish(world)).toStrictEqual(never);
  });
});

describe('what a checkpoint holds', () => {
  /** Parts of the world that follow from the input or live for one week only; the rest must come back. */
  const NOT_STATE: readonly string[] = [
    'input',
    'place',
    'settings',
    'hazards',
    'seed',
    'pathwaySetting',
    'cells',
    'tables',
    'costs',
    'keys',
    'lists',
    'law',
    'person',
  ];
  const state = (world: World) =>
    Object.fromEntries(Object.entries(world).filter(([key]) => !NOT_STATE.includes(key)));

  it('is everything that changes: numbers nobody could guess come back, in every field', () => {
    const world = worldAfter(57);
    const input = world.input;
    // Institutions in force are those of the input: scrambled apart from it.
    world.inForce = structuredClone(world.inForce);
    world.organisations = structuredClone(world.organisations);
    world.institutions = world.organisations.institutions;
    const scrambled = scramble(state(world));
    expect(scrambled).toBeGreaterThan(90);
    const expected = snapshot(state(world));
    const restored = restoreWorld(input, saveWorld(world));
    expect(snapshot(state(restored))).toStrictEqual(expected);
    expect(checksum(restored)).toBe(checksum(world));
  });

  it('need not hold the tables and settings: no week changes them', () => {
    const world = createWorld(smallInput());
    const { settings, hazards, tables, costs } = world;
    const fixed = () => snapshot({ settings, hazards, tables, costs });
    const before = fixed();
    finish(world);
    expect(fixed()).toStrictEqual(before);
    expect(Object.keys(before).length).toBeGreaterThan(80);
  });

  it('brings back the tables that were made with the first people', () => {
    const world = worldAfter(5);
    const restored = restoreWorld(world.input, saveWorld(world));
    expect(snapshot(restored.tables)).toStrictEqual(snapshot(world.tables));
  });

  it('carries counted violations of a bound over: they are never lost by stopping', () => {
    const world = worldAfter(10);
    world.tally.boundViolations = 3;
    const restored = restoreWorld(world.input, saveWorld(world));
    tick(restored);
    expect(restored.tally.boundViolations).toBe(3);
  });
});

describe('bytes that are no checkpoint of this run', () => {
  const input = smallInput({ weeks: 8 });
  const bytes = saveWorld(worldAfter(5, input));

  it.each([
    ['empty', new Uint8Array(0), /do not begin with "lhe-ckpt"/],
    ['something else', new TextEncoder().encode('week,list\n0,812\n'.repeat(9)), /do not begin/],
    ['the mark alone', bytes.slice(0, 12), /end within their header/],
    ['cut off', bytes.slice(0, bytes.length - 8), /cut off or damaged/],
    ['of another format', with32(bytes, 4, 999), /format 999; this program reads format \d+/],
  ])('are refused: %s', (_, wrong, message) => {
    expect(() => restoreWorld(input, wrong)).toThrow(CheckpointError);
    expect(() => restoreWorld(input, wrong)).toThrow(message);
  });

  it('are refused when any one byte is damaged', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const wrong = bytes.slice();
        wrong[at]! ^= change;
        expect(() => restoreWorld(input, wrong)).toThrow(CheckpointError);
      }),
      { numRuns: 40, seed: 2 },
    );
  });

  it.each([
    ['seed', { seed: 'other' }],
    ['replicate', { replicate: 1 }],
    ['length', { weeks: 9 }],
    ['scale', { scale: 0.5 }],
    ['parameter', { parameters: { need_scale: 0.9 } }],
    ['shocks', { shocks: [] }],
    [
      'place',
      { place: { ...input.place, providers: { ...input.place.providers, beds: Float64Array.of(1, 2) } } },
    ],
  ])('are refused when the run has another %s', (_, changes) => {
    expect(() => restoreWorld(smallInput({ weeks: 8, ...changes }), bytes)).toThrow(/belongs to another run/);
  });

  it('are taken whatever the order in which the parameters are listed, and from the middle of other memory', () => {
    const reversed = Object.fromEntries(Object.entries(input.parameters).reverse());
    const embedded = new Uint8Array(bytes.length + 3);
    embedded.set(bytes, 3);
    const world = restoreWorld({ ...input, parameters: reversed }, embedded.subarray(3));
    expect(world.week).toBe(5);
  });
});

function with32(bytes: Uint8Array, word: number, value: number): Uint8Array {
  const copy = bytes.slice();
  new Uint32Array(copy.buffer)[word] = value;
  return copy;
}

/** Writes unlikely values into every number, array, queue and calendar of a tree; returns how many it met. */
function scramble(tree: object): number {
  let met = 0;
  let next = 12345;
  const draw = (): number => {
    next = (Math.imul(next, 1103515245) + 12345) >>> 1;
    return next >>> 8;
  };
  const visit = (part: object): void => {
    for (const [key, value] of Object.entries(part)) {
      if (STRUCTURE.includes(key)) continue;
      if (typeof value === 'number' && !Object.isFrozen(part)) {
        (part as Record<string, number>)[key] = draw();
        met++;
      } else if (value instanceof PatientQueue) {
        for (let n = 1 + (draw() % 40); n > 0; n--) value.push(draw(), draw());
        value.drop(true);
        value.left();
      } else if (value instanceof DelayCalendar) {
        for (let n = 0; n < 500; n++) value.add(draw(), draw(), draw(), draw());
        met++;
      } else if (ArrayBuffer.isView(value)) {
        const array = value as Float64Array;
        for (let n = 0; n < array.length; n++) array[n] = draw();
        met++;
      } else if (typeof value === 'object' && value !== null) visit(value);
    }
  };
  visit(tree);
  return met;
}

/** Sizes and addresses, which follow from the input: never written after the world is made. */
const STRUCTURE = [
  'capacity',
  'initial',
  'arrivalEnd',
  'clockWeeks',
  'groups',
  'accounts',
  'rare',
  'frequent',
  'rareCount',
  'frequentCount',
];

/** Every number, text and array of a tree by its path; queues and calendars as those who stand in them, in order. */
function snapshot(tree: object): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const visit = (part: object, path: string): void => {
    for (const [key, value] of Object.entries(part)) {
      const at = `${path}${key}`;
      if (value instanceof PatientQueue) found[at] = [value.waiting, entriesOf(value)];
      else if (value instanceof DelayCalendar) found[at] = bucketsOf(value);
      else if (ArrayBuffer.isView(value))
        found[at] = SCRATCH.includes(key) ? 'scratch' : Array.from(value as Float64Array);
      else if (typeof value === 'object' && value !== null) visit(value, `${at}.`);
      else if (typeof value !== 'function') found[at] = SCRATCH.includes(key) ? 'scratch' : value;
    }
  };
  visit(tree, '');
  return found;
}

/** Lists of the last scan, made anew by the next; the engine is free. */
const SCRATCH = ['rare', 'frequent', 'rareCount', 'frequentCount', 'engine'];

function entriesOf(queue: PatientQueue): number[][] {
  return Array.from({ length: queue.length }, (_, n) => {
    const at = (queue.head + n) & (queue.slots.length - 1);
    return [queue.slots[at]!, queue.clocks[at]!];
  });
}

function bucketsOf(calendar: DelayCalendar): number[][][] {
  return Array.from(calendar.counts, (count, bucket) =>
    Array.from({ length: count }, (_, n) => [
      calendar.slots[bucket]![n]!,
      calendar.clocks[bucket]![n]!,
      calendar.places[bucket]![n]!,
    ]),
  );
}
