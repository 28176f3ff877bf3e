import { type Arena, type Columns, float64, int32, type Room, tableOf } from '../../kernel/arena.ts';
import { compileModule, instantiate, type WasmConstants } from '../../kernel/web-assembly.ts';
import type { HazardTables } from '../evidence/hazards.ts';
import { RT, RT_COUNT } from '../metrics/tallies.ts';
import { WAIT_BANDS } from '../metrics/waiting-times.ts';
import type { Settings } from '../settings.ts';
import type { PlaceTables, World } from '../world.ts';
import type { batchRoom } from './care-room.ts';
import { type CareBatches, type CareModule, careNumbers } from './care-wasm.ts';
import { type Census, type censusRoom, emptyCensus } from './census.ts';
import type { costRoom } from './cost-room.ts';
import { CLOCK_OFFSET, type LIFE, RESIDUAL_STEP } from './people.ts';
import {
  BUSY_CAP,
  keptPartOf,
  LONGEST_COUNTED,
  largestRatioWhileWaiting,
  ROUNDING,
  removalParts,
} from './person-bounds.ts';
import type { eventRoom, PersonBook, PersonLaw, WeekEvents } from './person-engine.ts';
import { firstProviderGroup, firstQuintileGroup, PersonLists } from './person-lists.ts';
import { PERSON_MODULE_BASE64 } from './person-module.generated.ts';
import type { PersonTables } from './person-tables.ts';

import type { reviewRoom } from './review-room.ts';

/**
 * The law and the book of a person in WebAssembly: the twin of `personLaw` and `personBook`, and the same bit for bit.
 * The module finds every column of the arena under its name (see assembly/layout.ts).
 * @param arena with a memory
 */
export function wasmPerson(
  world: Omit<World, 'person' | 'law'>,
  { memory, columns }: Arena<PersonRoom>,
): { readonly law: PersonLaw; readonly person: PersonBook } {
  const module = compileModule(PERSON_MODULE_BASE64);
  if (module === null || memory === null) throw new Error('no WebAssembly for the law of a person');
  const constants = { ...addressesOf(columns), ...numbersOf(world), ...careNumbers(world) };
  const wasm = instantiate<PersonModule>(
    module,
    memory,
    ['layout', 'care-layout', 'cost-layout', 'review-layout'],
    constants,
  );
  return { law: lawOf(world, wasm, columns), person: new WasmBook(world, wasm, columns) };
}

/** What the module needs of an arena beside people, counts and the weekly scan: copies of the tables of the law. */
export function personTableRoom(
  hazards: HazardTables,
  tables: PlaceTables,
  settings: Settings,
  packed: PersonTables,
) {
  return {
    screenCounts: int32(3),
    emergencyScale: float64(1),
    rows: tableOf(packed.rows),
    masks: tableOf(packed.masks),
    needRatios: tableOf(packed.needRatios),
    riskBins: tableOf(hazards.riskBins),
    onsetPerYear: tableOf(hazards.onsetPerYear),
    onsetCardiometabolic: tableOf(hazards.onsetCardiometabolic),
    remissionPerYear: tableOf(hazards.remissionPerYear),
    commissionerOfPractice: tableOf(tables.commissionerOfPractice),
    bandOfClass: tableOf(tables.bandOfClass),
    departure: tableOf(Float64Array.from(tables.departure.flatMap((year) => Array.from(year)))),
    departureBound: tableOf(tables.departureBound),
    largestRatio: tableOf(tables.largestRatio),
    practiceEmergencies: tableOf(tables.practiceEmergencies),
    removalByWait: tableOf(tables.removalByWait),
    removalByPerson: tableOf(tables.removalByPerson),
    removalPart: tableOf(removalParts(tables, settings)),
    waitingEmergencyRatio: tableOf(settings.waitingEmergencyRatio),
    needDecrement: tableOf(settings.needDecrement),
    treatmentGain: tableOf(settings.treatmentGain),
  };
}

type PersonRoom = ReturnType<typeof personTableRoom> &
  ReturnType<typeof batchRoom> &
  ReturnType<typeof costRoom> &
  ReturnType<typeof reviewRoom> &
  ReturnType<typeof eventRoom> &
  ReturnType<typeof censusRoom> &
  Room;

/** A function that takes 0 or 1 for a boolean, which WebAssembly would have to be helped to turn into a number. */
type WithBits<F> = F extends (...args: infer A) => infer R
  ? (...args: { [K in keyof A]: A[K] extends boolean ? 0 | 1 : A[K] }) => R
  : never;

type Acts = Pick<
  PersonBook,
  | 'utilityOf'
  | 'arrive'
  | 'depart'
  | 'changeCondition'
  | 'reviewBlock'
  | 'changePractice'
  | 'keepNeed'
  | 'refer'
  | 'treat'
  | 'refuse'
  | 'remove'
  | 'resolveNeed'
>;

/** Exports of assembly/person.ts. */
interface PersonModule extends CareModule, Readonly<{ [K in keyof Acts]: WithBits<Acts[K]> }> {
  screen(
    list: number,
    count: number,
    k0: number,
    k1: number,
    year: number,
    emergencyFactor: number,
    now: number,
    s0: number,
    s1: number,
  ): void;
  specialtyOfNeed(i: number, draw: number): number;
  renewBlock(from: number, to: number): void;
  census(to: number, week: number): void;
}

function lawOf(
  world: Omit<World, 'person' | 'law'>,
  wasm: PersonModule,
  columns: Columns<PersonRoom>,
): PersonLaw {
  const { scanner } = world.people;
  const { emergencyScale, screenCounts: counts } = columns;
  emergencyScale[0] = 1;
  const events: WeekEvents = {
    slots: columns.eventSlots,
    kinds: columns.eventKinds,
    details: columns.eventDetails,
    count: 0,
    candidates: 0,
  };
  let violations = 0;
  return {
    screen(from, to, k0, k1, year, emergencyFactor, now, s0, s1) {
      scanner.scan(from, to, k0, k1);
      const { rare, rareCount } = scanner;
      wasm.screen(rare.byteOffset, rareCount, k0, k1, year, emergencyFactor, now, s0, s1);
      events.count = counts[0]!;
      events.candidates = rareCount;
      violations += counts[1]!;
      return events;
    },
    specialtyOfNeed: wasm.specialtyOfNeed,
    scaleEmergencies(factor, to) {
      if (emergencyScale[0] === factor) return;
      emergencyScale[0] = factor;
      wasm.renewBlock(0, to);
    },
    violations: () => violations,
  };
}

class WasmBook extends PersonLists implements PersonBook {
  readonly #wasm: PersonModule;
  readonly #columns: Columns<PersonRoom>;
  care: CareBatches | null;

  constructor(world: Omit<World, 'person' | 'law'>, wasm: PersonModule, columns: Columns<PersonRoom>) {
    super(world);
    this.#wasm = wasm;
    this.#columns = columns;
    this.care = { columns, module: wasm };
  }

  utilityOf(i: number): number {
    return this.#wasm.utilityOf(i);
  }

  arrive(i: number): void {
    this.#wasm.arrive(i);
  }

  depart(i: number, how: typeof LIFE.died | typeof LIFE.movedOut): void {
    this.leaveQueue(i);
    this.#wasm.depart(i, how);
  }

  changeCondition(i: number, condition: number, onset: boolean): void {
    this.#wasm.changeCondition(i, condition, onset ? 1 : 0);
  }

  reviewBlock(from: number, to: number, week: number): void {
    this.#wasm.reviewBlock(from, to, week);
  }

  changePractice(i: number, practice: number): void {
    this.#wasm.changePractice(i, practice);
  }

  keepNeed(i: number, specialty: number, severity: number): void {
    this.#wasm.keepNeed(i, specialty, severity);
  }

  refer(
    i: number,
    week: number,
    specialty: number,
    severity: number,
    urgent: boolean,
    provider: number,
    otherSource: boolean,
  ): void {
    const start = week + CLOCK_OFFSET;
    this.#wasm.refer(i, start, specialty, severity, urgent ? 1 : 0, provider, otherSource ? 1 : 0);
    this.joinFirstQueue(i, start, provider * 8 + specialty, urgent);
  }

  treat(i: number, week: number, admitted: boolean): void {
    this.#wasm.treat(i, week, admitted ? 1 : 0);
  }

  refuse(i: number, week: number): void {
    this.#wasm.refuse(i, week);
  }

  remove(i: number, solved: boolean): void {
    this.leaveQueue(i);
    this.#wasm.remove(i, solved ? 1 : 0);
  }

  resolveNeed(i: number): void {
    this.#wasm.resolveNeed(i);
  }

  census(to: number, week: number): Census {
    const census = emptyCensus(this.#columns);
    this.#wasm.census(to, week);
    return census;
  }
}

function addressesOf(columns: Columns<PersonRoom>): WasmConstants {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.byteOffset]));
}

/** The numbers of the run under the names that the module declares. */
function numbersOf(world: Omit<World, 'person' | 'law'>): WasmConstants {
  const { settings, tables } = world;
  return {
    cohortEnd: tables.cohortEnd,
    departureStride: tables.departureBound.length,
    quintileGroup: firstQuintileGroup(world),
    providerGroup: firstProviderGroup(world),
    residentTallies: RT_COUNT,
    deaths: RT.deaths,
    departures: RT.departures,
    removals: RT.removals_from_list,
    clockStarts: RT.clock_starts,
    stopsAdmitted: RT.stops_admitted,
    stopsNonAdmitted: RT.stops_non_admitted,
    waitBands: WAIT_BANDS,
    clockOffset: CLOCK_OFFSET,
    longestCounted: LONGEST_COUNTED,
    keptPart: keptPartOf(settings),
    practiceChangePerWeek: settings.practiceChangePerWeek,
    representPerWeek: settings.representPerWeek,
    resolvePerWeek: settings.resolvePerWeek,
    removalFirstPerWeek: settings.removalFirstPerWeek,
    removalPerWeek: settings.removalPerWeek,
    needScale: settings.needScale,
    busyPerNeed: tables.busyYearsPerNeed,
    busyPerOther: tables.busyYearsOther,
    busyCap: BUSY_CAP,
    largestWaitingRatio: largestRatioWhileWaiting(settings),
    rounding: ROUNDING,
    residualStep: RESIDUAL_STEP,
    residualYears: settings.residualYears,
    gainWithoutAdmission: settings.gainWithoutAdmission,
  };
}
