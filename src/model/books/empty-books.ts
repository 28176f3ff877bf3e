import { type Columns, float64, int32, tableOf } from '../../kernel/arena.ts';
import { PREDICTED_GROUPS } from '../behaviour/dowry.ts';
import { BT_COUNT } from '../metrics/tallies.ts';
import { purchasersOf, type Structure } from '../organisations/structure.ts';
import type { Place } from '../place.ts';
import { DIAGNOSTICS_SPAN } from '../place-tables/diagnostics-delays.ts';
import type { CareColumns } from '../population/care-room.ts';
import { DelayCalendar } from '../population/delay-calendar.ts';
import { PatientQueue } from '../population/patient-queue.ts';
import { type Books, CATEGORIES, WAIT_SNAPSHOTS } from '../world.ts';

/** The books that change with every person's state. */
export function bookRoom(place: Place, prevalenceRatio: Float64Array) {
  return {
    // A copy: public health changes it, and the place is shared by all runs.
    prevalenceRatio: tableOf(prevalenceRatio.slice()),
    consultationRate: float64(place.practices.count),
    minorAeRate: float64(place.zones.count),
    registered: int32(place.practices.count),
  };
}

export function createBooks(
  place: Place,
  structure: Structure,
  room: Columns<ReturnType<typeof bookRoom>> & CareColumns,
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
    inDiagnostics: room.inDiagnostics,
    outpatientSlots: zeros(H * 8),
    electiveSlots: zeros(H * 8),
    outpatientCarry: zeros(H * 8),
    electiveCarry: zeros(H * 8),
    diagnosticsPace: room.diagnosticsPace.fill(1),
    followUpsDue: room.followUpsDue,
    followUpCarry: zeros(H * 8),
    purchaserShare: zeros(H * (C + 1)),
    followUpRounding: zeros(H * 8),
    bedDays: room.bedDays,
    bookedBedDays: room.bookedBedDays,
    beds: zeros(H),
    bedDaysUsed: zeros(H),
    bedDaysOverflow: zeros(H),
    occupancy: zeros(H),
    withinFourHours: room.withinFourHours,
    stayFactor: room.stayFactor.fill(1),
    stayEffort: zeros(H).fill(1),
    unitCost: zeros(H).fill(1),
    staffRoom: zeros(H).fill(1),
    priceFactor: zeros(H).fill(1),
    codingFactor: room.codingFactor.fill(1),
    priceNegotiated: new Uint8Array(H),
    fatalityFactor: room.fatalityFactor.fill(1),
    readmissionFactor: room.readmissionFactor.fill(1),
    emergencyFactor: room.emergencyFactor.fill(1),
    readinessToAdmit: room.readinessToAdmit.fill(1),
    consultantReferrals: room.consultantReferrals.fill(1),
    conversionThreshold: room.conversionThreshold,
    conversionShare: room.conversionShare,
    conversionAfterDiagnostics: room.conversionAfterDiagnostics,
    dayCaseShare: room.dayCaseShare,
    openingOutpatientSlots: zeros(H * 8),
    openingElectiveSlots: zeros(H * 8),
    quarterEmergencies: room.quarterEmergencies,
    quarterResidents: room.quarterResidents,
    quarterDeaths: room.quarterDeaths,
    quarterValue: zeros(H),
    quarterOccupancy: zeros(H),
    waitSnapshots: zeros(H * 8 * WAIT_SNAPSHOTS),
    publishedWait: zeros(H * 8),
    referenceWait: zeros(H * 8),
    choiceFactor: room.choiceFactor.fill(1),
    publishedQuality: place.providers.publishedQuality.slice(),
    followUpRatio: room.followUpRatio,
    servedFirst: room.servedFirst,
    servedAdmission: room.servedAdmission,
    threshold: room.threshold,
    operationFelt: room.operationFelt,
    listedFrom: room.listedFrom,
    activityValue: room.activityValue,
    activityYear: zeros(CATEGORIES * P * H),
    activityLastYear: zeros(CATEGORIES * P * H),
    plan: zeros(CATEGORIES * P * H),
    elsewhereValue: room.elsewhereValue,
    elsewhereYear: zeros(CATEGORIES * H),
    elsewhereLastYear: zeros(CATEGORIES * H),
    elsewherePlan: zeros(CATEGORIES * H),
    emergencyCount: room.emergencyCount,
    emergencyCountLastYear: zeros(P * H),
    openingRegistered: zeros(P),
    areaRegistered: zeros(C),
    emergencyExcess: zeros(P * H),
    blockYears: zeros(CATEGORIES * P * H),
    elsewhereBlockYears: zeros(CATEGORIES * H),
    pricePence: room.pricePence,
    blockIncome: zeros(P * H),
    blockIncomeElsewhere: zeros(H),
    fixedCost: zeros(H),
    plannedBill: zeros(P),
    otherServices: zeros(P),
    consultationRate: room.consultationRate,
    minorAeRate: room.minorAeRate,
    registered: room.registered,
    enrolledSince: room.enrolledSince,
    systemOf: room.systemOf,
    enrolledApart: zeros(structure.bodies === 0 ? 0 : C * (C + structure.bodies)),
    onsetRatio: room.prevalenceRatio,
    allocation: zeros(C),
    firstAllocation: zeros(C),
    passedOn: zeros(C * structure.bodies),
    margin: zeros(P),
    held: zeros(P),
    retained: zeros(H),
    debt: zeros(P),
    debtOfProvider: zeros(H),
    practiceSpend: room.practiceSpend,
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
