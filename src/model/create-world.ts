import { type Columns, createArena } from '../kernel/arena.ts';
import { drawKey } from '../kernel/draw.ts';
import { chooseEngine, scannerIn, scannerRoom } from '../kernel/scan.ts';
import { seedKey } from '../kernel/seed.ts';
import { costTables } from './behaviour/expected-cost.ts';
import { createWill } from './behaviour/will/will.ts';
import { bookRoom, createBooks } from './books/empty-books.ts';
import { createTallies, tallyRoom, waitGroups } from './books/tally-books.ts';
import { createWeekKeys, fillWeekKeys, PURPOSE, SYNTHESIS_WEEK } from './draws.ts';
import { buildHazardTables } from './evidence/hazards.ts';
import { cellsOf } from './institutions/in-force.ts';
import { firstInForce, mayFoundBodies } from './institutions/schedule.ts';
import { createLedger } from './ledger/ledger.ts';
import { openBooks } from './opening-books.ts';
import { foundOrganisations } from './organisations/organisations.ts';
import { findMainProviders, separateStructure } from './organisations/structure.ts';
import { rememberLists } from './phases/planning.ts';
import { openCommissioning } from './phases/relations.ts';
import { POPULATION_YEARS } from './place.ts';
import { preparePlaceTables } from './place-tables/place-tables.ts';
import { planArrivals } from './population/arrival-plan.ts';
import { batchRoom, careRoom } from './population/care-room.ts';
import { censusRoom } from './population/census.ts';
import { costRoom } from './population/cost-room.ts';
import { People, peopleRoom } from './population/people.ts';
import { personBook } from './population/person-book.ts';
import { largestRatioWhileWaiting } from './population/person-bounds.ts';
import { eventRoom } from './population/person-engine.ts';
import { personLaw } from './population/person-law.ts';
import { type PersonTables, packPersonTables } from './population/person-tables.ts';
import { personTableRoom, wasmPerson } from './population/person-wasm.ts';
import { reviewRoom } from './population/review-room.ts';
import { fillStartLists } from './population/start-lists.ts';
import {
  arrivalsInWeek,
  fillArrivals,
  fillInitialPeople,
  initialCounts,
  prepareSynthesis,
} from './population/synthesis.ts';
import { WeekList } from './population/week-list.ts';
import type { RunInput } from './run-input.ts';
import { readSettings } from './settings.ts';
import type { World } from './world.ts';

export type Engine = 'auto' | 'wasm' | 'typescript';

/**
 * The world before its first week: people synthesised, lists filled, books opened.
 * @throws Error (an invariant of ours) when the input has no institutions for week 0 or a parameter has no row
 */
export function createWorld(input: RunInput, engine: Engine = 'auto', chunk = DEFAULT_CHUNK): World {
  const { world, plan, counts } = frameWorld(input, engine, chunk);
  const { people } = world;
  const synthesis = prepareSynthesis(world);
  fillInitialPeople(world, synthesis, counts);
  fillArrivals(world, synthesis, plan);
  for (let i = 0; i < people.initial; i++) people.setLife(i, 1);
  openBooks(world);
  openCommissioning(world);
  fillStartLists(world);
  for (let i = 0; i < people.initial; i++) world.person.arrive(i);
  rememberLists(world);
  return world;
}

/**
 * The world without its people: what follows from the input alone, and empty books of the right size. The tables that
 * need the people (those that `openBooks` fills) are still empty.
 */
export function frameWorld(input: RunInput, engine: Engine, chunk: number) {
  const first = input.institutions[0];
  if (first === undefined || first.week !== 0) throw new Error('no institutions in force in week 0');
  const { place } = input;
  const settings = readSettings(input.parameters);
  const hazards = buildHazardTables(input.parameters);
  const seed = seedKey(input.seed);
  const keys = createWeekKeys();
  fillWeekKeys(keys, seed, SYNTHESIS_WEEK, input.replicate);

  const plan = planArrivals(
    place,
    input.parameters,
    Math.max(POPULATION_YEARS.length, Math.ceil(input.weeks / 52) + 1),
  );
  const counts = initialCounts(place, input.scale);
  const initial = counts.reduce((a, b) => a + b, 0);
  const arrivalEnd = new Int32Array(input.weeks);
  let capacity = initial;
  for (let week = 0; week < input.weeks; week++) {
    capacity += arrivalsInWeek({ place, input }, plan, week);
    arrivalEnd[week] = capacity;
  }
  const tables = preparePlaceTables(input, settings, hazards, keys, plan);
  tables.cohortEnd =
    input.cohortWeek === 0 ? initial : arrivalEnd[Math.min(input.weeks, input.cohortWeek) - 1]!;

  const packed = packPersonTables(
    hazards,
    tables,
    settings,
    // Wide enough for practices whose patients have more of them: `avoidEmergencies` thins all alike.
    settings.commissioning.emergencyMargin * tables.emergencyBound * largestRatioWhileWaiting(settings),
  );
  const costs = costTables({ hazards, settings, tables });
  const structure = separateStructure(place, settings.groupSize, mayFoundBodies(input));
  // All that the code of a person touches lies in one memory.
  const arena = createArena(
    {
      ...scannerRoom(capacity, chunk, false),
      ...peopleRoom(capacity),
      ...tallyRoom(place, input.weeks),
      ...bookRoom(place, tables.prevalenceRatio),
      ...careRoom(place, structure.bodies, capacity),
      ...eventRoom(chunk),
      ...censusRoom(waitGroups(place)),
      ...personTableRoom(hazards, tables, settings, packed),
      ...batchRoom(place, hazards, tables, settings, structure.bodies, chunk),
      ...costRoom(place, hazards, costs, structure.bodies),
      ...reviewRoom(place, structure.bodies),
    },
    chooseEngine(engine),
  );
  const { columns } = arena;
  const cells = cellsOf(place, structure.bodies);
  findMainProviders(place, structure, tables);
  const people = new People(initial, arrivalEnd, scannerIn(arena, capacity, chunk), columns);
  const parts = {
    input,
    place,
    settings,
    hazards,
    seed,
    pathwaySetting: drawKey(seed, SYNTHESIS_WEEK, PURPOSE.pathwaySetting, 0, input.replicate),
    keys,
    people,
    tables,
    costs,
    lists: {
      needs: new WeekList(),
      otherReferrals: new WeekList(),
      emergencies: new WeekList(),
      planned: new WeekList(),
    },
    books: createBooks(place, structure, columns),
    ledger: createLedger(
      place.commissioners.count,
      place.providers.count,
      structure.bodies,
      structure.bodies === 0 ? 0 : place.practices.count,
    ),
    tally: createTallies(place, columns),
    records: { years: [], weekly: {}, levers: [] },
    will: createWill(place, structure.bodies, settings),
    structure,
    cells,
    week: 0,
    institutions: first.institutions,
    inForce: firstInForce(place, first),
    scheduled: 1,
    organisations: foundOrganisations(place, first.institutions),
    journal: [],
  };
  // Added to, not spread into a copy: every world then has the same shape, and compiled code fits the next one too.
  const world: World = Object.assign(
    parts,
    arena.memory === null ? typescriptPerson(parts, packed, columns) : wasmPerson(parts, arena),
  );
  return { world, plan, counts };
}

function typescriptPerson(
  world: Omit<World, 'law' | 'person'>,
  packed: PersonTables,
  room: Columns<ReturnType<typeof eventRoom> & ReturnType<typeof censusRoom>>,
): Pick<World, 'law' | 'person'> {
  const { people, hazards, tables, settings, books } = world;
  const law = personLaw(people, hazards, tables, settings, packed, books.onsetRatio, room);
  return { law, person: personBook(world, law, packed, room) };
}

/** Slots per call of the scan. */
export const DEFAULT_CHUNK = 16384;
