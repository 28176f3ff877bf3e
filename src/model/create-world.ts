import { type Columns, createArena, float64, int32, tableOf } from '../kernel/arena.ts';
import { drawKey } from '../kernel/draw.ts';
import { chooseEngine, scannerIn, scannerRoom } from '../kernel/scan.ts';
import { seedKey } from '../kernel/seed.ts';
import { PREDICTED_GROUPS } from './behaviour/dowry.ts';
import { costTables } from './behaviour/expected-cost.ts';
import { createWill } from './behaviour/will/will.ts';
import { createWeekKeys, fillWeekKeys, PURPOSE, SYNTHESIS_WEEK } from './draws.ts';
import { buildHazardTables } from './evidence/hazards.ts';
import { cellsOf } from './institutions/in-force.ts';
import { firstInForce, mayFoundBodies } from './institutions/schedule.ts';
import { createLedger } from './ledger/ledger.ts';
import { BT_COUNT, GT_COUNT, PT_COUNT, RT_COUNT } from './metrics/tallies.ts';
import { WAIT_BANDS } from './metrics/waiting-times.ts';
import { openBooks } from './opening-books.ts';
import { foundOrganisations } from './organisations/organisations.ts';
import {
  findMainProviders,
  purchasersOf,
  type Structure,
  separateStructure,
} from './organisations/structure.ts';
import { rememberLists } from './phases/planning.ts';
import { openCommissioning } from './phases/relations.ts';
import { type Place, POPULATION_YEARS } from './place.ts';
import { DIAGNOSTICS_SPAN } from './place-tables/diagnostics-delays.ts';
import { preparePlaceTables } from './place-tables/place-tables.ts';
import { planArrivals } from './population/arrival-plan.ts';
import { censusRoom } from './population/census.ts';
import { DelayCalendar } from './population/delay-calendar.ts';
import { PatientQueue } from './population/patient-queue.ts';
import { CLOCK_OFFSET, People, peopleRoom } from './population/people.ts';
import { personBook } from './population/person-book.ts';
import { eventRoom, largestRatioWhileWaiting, personLaw } from './population/person-law.ts';
import { type PersonTables, packPersonTables } from './population/person-tables.ts';
import { personTableRoom, wasmPerson } from './population/person-wasm.ts';
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
import {
  type Books,
  CATEGORIES,
  PRICES,
  type TallyBooks,
  WAIT_SNAPSHOTS,
  WHEEL,
  type World,
} from './world.ts';

export type Engine = 'auto' | 'wasm' | 'typescript';

/**
 * The world before its first week: people synthesised, lists filled, books opened.
 * @throws Error (an invariant of ours) when the input has no institutions for week 0 or a parameter has no row
 */
export function createWorld(input: RunInput, engine: Engine = 'auto', chunk = DEFAULT_CHUNK): World {
  const { world, plan, counts } = frameWorld(input, engine, chunk);
  const { people } = world;
  const synthesis = prepareSynthesis(world.place);
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
  // All that the code of a person touches lies in one memory.
  const arena = createArena(
    {
      ...scannerRoom(capacity, chunk, false),
      ...peopleRoom(capacity),
      ...tallyRoom(place, input.weeks),
      ...bookRoom(place, tables.prevalenceRatio),
      ...eventRoom(chunk),
      ...censusRoom(waitGroups(place)),
      ...personTableRoom(hazards, tables, settings, packed),
    },
    chooseEngine(engine),
  );
  const { columns } = arena;
  const structure = separateStructure(place, settings.groupSize, mayFoundBodies(input));
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
    costs: costTables({ hazards, settings, tables }),
    lists: {
      needs: new WeekList(),
      otherReferrals: new WeekList(),
      emergencies: new WeekList(),
      planned: new WeekList(),
    },
    books: createBooks(place, structure, capacity, columns),
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

/** The books that change with every person's state. */
function bookRoom(place: Place, prevalenceRatio: Float64Array) {
  return {
    // A copy: public health changes it, and the place is shared by all runs.
    prevalenceRatio: tableOf(prevalenceRatio.slice()),
    consultationRate: float64(place.practices.count),
    minorAeRate: float64(place.zones.count),
    registered: int32(place.practices.count),
  };
}

function createBooks(
  place: Place,
  structure: Structure,
  capacity: number,
  room: Columns<ReturnType<typeof bookRoom>>,
): Books {
  const P = purchasersOf(place, structure);
  const C = place.commissioners.count;
  const H = place.providers.count;
  const G = place.practices.count;
  const queues = (): PatientQueue[] => Array.from({ length: H * 8 * 2 }, () => new PatientQueue());
  const zeros = (count: number): Float64Array => new Float64Array(count);
  return {
    firstQueue: queues(),
    admissionQueue: queues(),
    diagnostics: new DelayCalendar(DIAGNOSTICS_SPAN),
    inDiagnostics: new Int32Array(H * 8),
    outpatientSlots: zeros(H * 8),
    electiveSlots: zeros(H * 8),
    outpatientCarry: zeros(H * 8),
    electiveCarry: zeros(H * 8),
    diagnosticsPace: zeros(H).fill(1),
    followUpsDue: zeros(H * 8),
    followUpCarry: zeros(H * 8),
    purchaserShare: zeros(H * (C + 1)),
    followUpRounding: zeros(H * 8),
    bedDays: zeros(H * WHEEL),
    bookedBedDays: zeros(H),
    beds: zeros(H),
    bedDaysUsed: zeros(H),
    bedDaysOverflow: zeros(H),
    occupancy: zeros(H),
    withinFourHours: zeros(H),
    stayFactor: zeros(H).fill(1),
    stayEffort: zeros(H).fill(1),
    unitCost: zeros(H).fill(1),
    staffRoom: zeros(H).fill(1),
    priceFactor: zeros(H).fill(1),
    codingFactor: zeros(H).fill(1),
    fatalityFactor: zeros(H).fill(1),
    readmissionFactor: zeros(H).fill(1),
    emergencyFactor: zeros(H).fill(1),
    readinessToAdmit: zeros(H).fill(1),
    consultantReferrals: zeros(H).fill(1),
    conversionThreshold: zeros(H * 8),
    conversionShare: zeros(H * 8),
    conversionAfterDiagnostics: zeros(H * 8),
    dayCaseShare: zeros(H * 8),
    openingOutpatientSlots: zeros(H * 8),
    openingElectiveSlots: zeros(H * 8),
    quarterEmergencies: zeros(H),
    quarterResidents: zeros(H),
    quarterDeaths: zeros(H),
    quarterValue: zeros(H),
    quarterOccupancy: zeros(H),
    waitSnapshots: zeros(H * 8 * WAIT_SNAPSHOTS),
    publishedWait: zeros(H * 8),
    referenceWait: zeros(H * 8),
    choiceFactor: zeros(H * 8).fill(1),
    publishedQuality: place.providers.publishedQuality.slice(),
    followUpRatio: zeros(H * 8),
    servedFirst: zeros(H * 8),
    servedAdmission: zeros(H * 8),
    threshold: zeros(G * 8),
    activityValue: zeros(CATEGORIES * P * H),
    activityYear: zeros(CATEGORIES * P * H),
    activityLastYear: zeros(CATEGORIES * P * H),
    plan: zeros(CATEGORIES * P * H),
    elsewhereValue: zeros(CATEGORIES * H),
    elsewhereYear: zeros(CATEGORIES * H),
    elsewhereLastYear: zeros(CATEGORIES * H),
    elsewherePlan: zeros(CATEGORIES * H),
    emergencyCount: zeros(P * H),
    emergencyCountLastYear: zeros(P * H),
    openingRegistered: zeros(P),
    areaRegistered: zeros(C),
    emergencyExcess: zeros(P * H),
    blockYears: zeros(CATEGORIES * P),
    elsewhereBlockYears: zeros(CATEGORIES * H),
    pricePence: zeros(H * PRICES),
    blockIncome: zeros(P * H),
    blockIncomeElsewhere: zeros(H),
    fixedCost: zeros(H),
    plannedBill: zeros(P),
    otherServices: zeros(P),
    consultationRate: room.consultationRate,
    minorAeRate: room.minorAeRate,
    registered: room.registered,
    enrolledSince: new Uint16Array(structure.bodies === 0 ? 0 : capacity),
    onsetRatio: room.prevalenceRatio,
    allocation: zeros(C),
    firstAllocation: zeros(C),
    passedOn: zeros(C * structure.bodies),
    margin: zeros(P),
    held: zeros(P),
    retained: zeros(H),
    debt: zeros(P),
    debtOfProvider: zeros(H),
    practiceSpend: zeros(G),
    practiceSpendLastYear: zeros(G),
    practicePeople: zeros(G),
    fundBudget: zeros(G),
    fundCharged: zeros(G),
    fundHeld: zeros(G),
    fundServices: zeros(G),
    fundIn: zeros(G),
    fundOut: zeros(G),
    savingsDue: zeros(P),
    heldBefore: zeros(P),
    retainedBefore: zeros(H),
    surplusLastYear: zeros(H),
    deficitCover: zeros(H),
    predicted: zeros(PREDICTED_GROUPS),
    trueCost: zeros(PREDICTED_GROUPS),
    bodyYear: zeros(BT_COUNT),
    // Not whole numbers from the start: compiled code that took them for such would be thrown away in the second year.
    priceLevel: Number.NaN,
    costLevel: Number.NaN,
    communityBlock: zeros(P),
    valueThisWeek: zeros(H),
    incomeYear: zeros(H),
    costYear: zeros(H),
    spendYear: zeros(P),
    activitySpendYear: zeros(P),
    listFirstBefore: zeros(H * 8),
    listAdmissionBefore: zeros(H * 8),
  };
}

/** The counts that change with every person's state. */
function tallyRoom(place: Place, weeks: number) {
  const cells = place.commissioners.count * 5;
  return {
    residents: float64(cells * RT_COUNT),
    present: float64(cells),
    withCondition: float64(cells * 12),
    utility: float64(cells),
    cohortUtility: float64(1),
    unmetSeverity: float64(cells),
    open: int32(CLOCK_OFFSET + weeks + 1),
    completedYear: int32(waitGroups(place) * 2 * WAIT_BANDS),
    completedWeek: int32(2 * WAIT_BANDS),
    deathsByClass: float64(202),
    stageCount: float64(5),
  };
}

function waitGroups(place: Place): number {
  return 6 + place.commissioners.count + place.providers.count;
}

function createTallies(place: Place, room: Columns<ReturnType<typeof tallyRoom>>): TallyBooks {
  return {
    residents: room.residents,
    providers: new Float64Array(place.providers.count * PT_COUNT),
    practices: new Float64Array(place.practices.count * GT_COUNT),
    present: room.present,
    withCondition: room.withCondition,
    utility: room.utility,
    cohortUtility: room.cohortUtility,
    unmetSeverity: room.unmetSeverity,
    open: room.open,
    groups: waitGroups(place),
    completedYear: room.completedYear,
    completedWeek: room.completedWeek,
    deathsByClass: room.deathsByClass,
    emergenciesByClass: new Float64Array(202),
    stage: room.stageCount,
    patientWeeks: 0,
    candidates: 0,
    happened: 0,
    boundViolations: 0,
    gpConsultations: 0,
  };
}
