import { type Columns, float64, int32, tableOf, uint8, uint16 } from '../../kernel/arena.ts';
import { PURPOSES } from '../draws.ts';
import type { HazardTables } from '../evidence/hazards.ts';
import { GT_COUNT, PT_COUNT } from '../metrics/tallies.ts';
import { LONG_TERM_CLINIC, type Place } from '../place.ts';
import type { Settings } from '../settings.ts';
import { CATEGORIES, type PlaceTables, PRICES, WHEEL } from '../world.ts';
import { AGE_YEARS } from './people.ts';

/**
 * What care of people needs of an arena: the columns of the books and the counts that it reads and writes, so that both
 * engines work on the same numbers. They have the names of `Books` and `TallyBooks`, which say what they are.
 * @param bodies number of bodies there may be
 * @param capacity slots of people
 */
export function careRoom(place: Place, bodies: number, capacity: number) {
  const purchasers = place.commissioners.count + bodies;
  const H = place.providers.count;
  const G = place.practices.count;
  return {
    threshold: float64(G * 8),
    operationFelt: float64(G * 8),
    listedFrom: float64(G * 8),
    packageFrom: float64(G * 8),
    choiceFactor: float64(H * 8),
    followUpsDue: float64(H * 8),
    practiceFollowUps: float64(H * 8 * G),
    followUpRatio: float64(H * 8),
    servedFirst: float64(H * 8),
    servedAdmission: float64(H * 8),
    conversionThreshold: float64(H * 8),
    conversionShare: float64(H * 8),
    conversionAfterDiagnostics: float64(H * 8),
    dayCaseShare: float64(H * 8),
    inDiagnostics: int32(H * 8),
    diagnosticsPace: float64(H),
    bedDays: float64(H * WHEEL),
    bookedBedDays: float64(H),
    stayFactor: float64(H),
    withinFourHours: float64(H),
    codingFactor: float64(H),
    fatalityFactor: float64(H),
    readmissionFactor: float64(H),
    emergencyFactor: float64(H),
    readinessToAdmit: float64(H),
    consultantReferrals: float64(H),
    quarterEmergencies: float64(H),
    quarterResidents: float64(H),
    quarterDeaths: float64(H),
    emergencyCount: float64(purchasers * H),
    pricePence: float64(H * PRICES),
    activityValue: float64(CATEGORIES * purchasers * H),
    elsewhereValue: float64(CATEGORIES * H),
    practiceSpend: float64(G),
    programmeEmergencies: float64(G),
    programmeVisits: float64(G),
    systemOf: uint16(bodies === 0 ? 0 : capacity),
    enrolledSince: uint16(bodies === 0 ? 0 : capacity),
    providers: float64(H * PT_COUNT),
    practices: float64(G * GT_COUNT),
    emergenciesByClass: float64(2 * AGE_YEARS),
  };
}

export type CareColumns = Columns<ReturnType<typeof careRoom>>;

/** Most entries of a list that are worked off at a time. */
export const BATCH = 4096;

/** Patients of a list handed over beyond the places there are, for those who have left it. */
export const SPARE = 16;

/**
 * What the module of WebAssembly needs beside it: copies of the tables that care reads, what holds for a week, and
 * the lists that it is handed and hands back.
 */
export function batchRoom(
  place: Place,
  hazards: HazardTables,
  tables: PlaceTables,
  settings: Settings,
  bodies: number,
  chunk: number,
) {
  const C = place.commissioners.count;
  const H = place.providers.count;
  const G = place.practices.count;
  return {
    keys0: int32(PURPOSES),
    keys1: int32(PURPOSES),
    // What holds for a week, by practice, provider or commissioner.
    purchaserOf: int32(G),
    bodyOfPractice: int32(G),
    bodyOfProvider: int32(H),
    purchaserOfSystem: int32(bodies),
    steeredBy: float64(bodies),
    offeredShare: float64(G),
    sparedShare: float64(G),
    sensitiveFatality: float64(G),
    sensitiveFactor: float64(G),
    caseFactor: float64(G),
    communityRoom: float64(C),
    closedService: float64(H * 8),
    seenAt: int32(H * 8),
    communityLength: int32(C),
    bedDaysLeft: float64(H),
    // Tables.
    logisticCurve: tableOf(tables.logisticCurve),
    seeking: tableOf(hazards.seeking),
    referredSeverity: tableOf(tables.referredSeverity),
    communitySuitable: tableOf(Float64Array.from(settings.commissioning.communitySuitable)),
    reachStart: tableOf(Int32Array.from(place.reach.start)),
    reachProvider: tableOf(place.reach.provider),
    plannedKm: tableOf(place.reach.plannedKm),
    choiceWeight: tableOf(tables.choiceWeight),
    emergencyCumulative: tableOf(tables.emergencyCumulative),
    conversionNorm: tableOf(tables.conversionThreshold),
    stopAtFirst: tableOf(tables.stopAtFirst),
    survivalToClinic: tableOf(tables.survivalToClinic),
    survivalThroughDiagnostics: tableOf(tables.survivalThroughDiagnostics),
    survivalToAdmission: tableOf(tables.survivalToAdmission),
    delayQuantile: tableOf(tables.delayQuantile),
    electiveStayRatio: tableOf(Float64Array.from(settings.electiveStayRatio)),
    longStayTail: tableOf(tables.longStayTail),
    stayByAge: tableOf(tables.stayByAge),
    emergencyClass: tableOf(hazards.emergencyClass),
    acscShare: tableOf(hazards.acscShare),
    longTermClinic: tableOf(Float64Array.from(LONG_TERM_CLINIC)),
    deathPerYear: tableOf(hazards.deathPerYear),
    deathMultiplier: tableOf(hazards.deathMultiplier),
    emergencyPerYear: tableOf(hazards.emergencyPerYear),
    emergencyMultiplier: tableOf(hazards.emergencyMultiplier),
    // Who has gone since the lists were last told, by queue; how a batch ended.
    leftFirst: int32(H * 16),
    leftAdmission: int32(H * 16),
    batchCounts: int32(8),
    // Whom the events of a chunk bring to care, by list.
    listCounts: int32(5),
    needSlots: int32(chunk),
    needDetails: uint8(chunk),
    otherSlots: int32(chunk),
    otherDetails: uint8(chunk),
    emergencySlots: int32(chunk),
    plannedSlots: int32(chunk),
    movingSlots: int32(chunk),
    // A batch, and who joins which list.
    batchSlots: int32(BATCH),
    batchDetails: int32(BATCH),
    batchClocks: int32(BATCH),
    joinSlots: int32(BATCH),
    joinPlaces: int32(BATCH),
    delaySlots: int32(BATCH),
    delayClocks: int32(BATCH),
    delayWeeks: int32(BATCH),
  };
}
