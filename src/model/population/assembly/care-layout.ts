/** What the host hands to the care of people: where its books, tables and lists lie (see ../care-room.ts), and numbers. */
import { commissionerOfPractice, CONDITIONS, residents, residentTallies, f64At, add } from './layout';
import { h3, unit } from './draw';
import { rounded } from './round';

export declare const keys0: usize;
export declare const keys1: usize;
export declare const purchaserOf: usize;
export declare const bodyOfPractice: usize;
export declare const bodyOfProvider: usize;
export declare const offeredShare: usize;
export declare const systemOf: usize;
export declare const purchaserOfSystem: usize;
export declare const steeredBy: usize;
export declare const sparedShare: usize;
export declare const sensitiveFatality: usize;
export declare const sensitiveFactor: usize;
export declare const caseFactor: usize;
export declare const communityRoom: usize;
export declare const closedService: usize;
export declare const seenAt: usize;
export declare const communityLength: usize;
export declare const bedDaysLeft: usize;

export declare const threshold: usize;
export declare const operationFelt: usize;
export declare const listedFrom: usize;
export declare const packageFrom: usize;
export declare const choiceFactor: usize;
export declare const followUpsDue: usize;
export declare const practiceFollowUps: usize;
export declare const followUpRatio: usize;
export declare const servedFirst: usize;
export declare const servedAdmission: usize;
export declare const conversionThreshold: usize;
export declare const conversionShare: usize;
export declare const conversionAfterDiagnostics: usize;
export declare const dayCaseShare: usize;
export declare const inDiagnostics: usize;
export declare const diagnosticsPace: usize;
export declare const bedDays: usize;
export declare const bookedBedDays: usize;
export declare const stayFactor: usize;
export declare const withinFourHours: usize;
export declare const codingFactor: usize;
export declare const fatalityFactor: usize;
export declare const readmissionFactor: usize;
export declare const emergencyFactor: usize;
export declare const readinessToAdmit: usize;
export declare const consultantReferrals: usize;
export declare const quarterEmergencies: usize;
export declare const quarterResidents: usize;
export declare const quarterDeaths: usize;
export declare const emergencyCount: usize;
export declare const pricePence: usize;
export declare const activityValue: usize;
export declare const elsewhereValue: usize;
export declare const practiceSpend: usize;
export declare const programmeEmergencies: usize;
export declare const programmeVisits: usize;
export declare const providers: usize;
export declare const practices: usize;
export declare const emergenciesByClass: usize;

export declare const logisticCurve: usize;
export declare const seeking: usize;
export declare const referredSeverity: usize;
export declare const communitySuitable: usize;
export declare const reachStart: usize;
export declare const reachProvider: usize;
export declare const plannedKm: usize;
export declare const choiceWeight: usize;
export declare const emergencyCumulative: usize;
export declare const conversionNorm: usize;
export declare const stopAtFirst: usize;
export declare const survivalToClinic: usize;
export declare const survivalThroughDiagnostics: usize;
export declare const survivalToAdmission: usize;
export declare const delayQuantile: usize;
export declare const electiveStayRatio: usize;
export declare const longStayTail: usize;
export declare const stayByAge: usize;
export declare const emergencyClass: usize;
export declare const acscShare: usize;
export declare const longTermClinic: usize;
export declare const deathPerYear: usize;
export declare const deathMultiplier: usize;
export declare const emergencyPerYear: usize;
export declare const emergencyMultiplier: usize;

export declare const listCounts: usize;
export declare const needSlots: usize;
export declare const needDetails: usize;
export declare const otherSlots: usize;
export declare const otherDetails: usize;
export declare const emergencySlots: usize;
export declare const plannedSlots: usize;
export declare const movingSlots: usize;
export declare const leftFirst: usize;
export declare const leftAdmission: usize;
export declare const batchCounts: usize;
export declare const batchSlots: usize;
export declare const batchDetails: usize;
export declare const batchClocks: usize;
export declare const joinSlots: usize;
export declare const joinPlaces: usize;
export declare const delaySlots: usize;
export declare const delayClocks: usize;
export declare const delayWeeks: usize;

// Numbers of the run.
export declare const referralNoise: f64;
export declare const urgentThreshold: f64;
export declare const habitFactor: f64;
export declare const caseConditions: i32;
export declare const consultantShare: f64;
export declare const consultantReferralsPerFirst: f64;
export declare const neverAttendedShare: f64;
export declare const gpShareOfReferrals: f64;
export declare const urgentShare: f64;
export declare const diagnosticsSpan: i32;
export declare const electiveStayDays: f64;
export declare const shortStayShare: f64;
export declare const shortStayDays: f64;
export declare const longStayMean: f64;
export declare const borderlineShare: f64;
export declare const viaAeShare: f64;
export declare const readmissionShare: f64;
export declare const emergencyMargin: f64;
export declare const hospitalDeathShare: f64;
export declare const removalSolvedShare: f64;
export declare const pathwaySetting0: i32;
export declare const pathwaySetting1: i32;
export declare const hospitals: i32;
export declare const practiceCount: i32;
export declare const bodies: i32;
/** Pairs of a purchaser and a provider. */
export declare const pairs: i32;
export declare const providerTallies: i32;
export declare const practiceTallies: i32;
export declare const prices: i32;
export declare const wheelWeeks: i32;
export declare const longStayTailLength: i32;

// PURPOSE of ../../draws.ts: fixed for ever.
export const DRAW_SEVERITY: i32 = 2;
export const DRAW_REFERRAL: i32 = 3;
export const DRAW_OFFER: i32 = 4;
export const DRAW_HOSPITAL: i32 = 5;
export const DRAW_ATTENDANCE: i32 = 6;
export const DRAW_DELAY: i32 = 7;
export const DRAW_DISCHARGE: i32 = 8;
export const DRAW_STAY: i32 = 10;
export const DRAW_STAY_START: i32 = 11;
export const DRAW_EMERGENCY_CLASS: i32 = 12;
export const DRAW_EMERGENCY_PROVIDER: i32 = 13;
export const DRAW_FATALITY: i32 = 14;
export const DRAW_REMOVAL: i32 = 16;
export const DRAW_SPECIALTY: i32 = 17;
export const DRAW_BACKGROUND_DELAY: i32 = 19;
export const DRAW_BACKGROUND_SETTING: i32 = 21;
export const DRAW_VIA_AE: i32 = 27;
export const DRAW_EMERGENCY_STAY: i32 = 28;
export const DRAW_EMERGENCY_STAY_START: i32 = 29;
export const DRAW_BACKGROUND_URGENCY: i32 = 33;
export const DRAW_BACKGROUND_REMOVAL: i32 = 34;
export const DRAW_AVOIDED_EMERGENCY: i32 = 59;
export const DRAW_COMMUNITY: i32 = 60;
export const DRAW_CASE_MANAGED: i32 = 62;
export const DRAW_READMISSION: i32 = 64;
export const DRAW_READINESS: i32 = 65;
export const DRAW_CONSULTANT_REFERRAL: i32 = 66;
export const DRAW_CLOSED_SERVICE: i32 = 69;

// RT of ../../metrics/tallies.ts.
export const RT_EMERGENCIES: i32 = 4;
export const RT_EMERGENCIES_65: i32 = 5;
export const RT_HEART_ATTACK: i32 = 6;
export const RT_STROKE: i32 = 7;
export const RT_HIP_FRACTURE: i32 = 8;
export const RT_SENSITIVE: i32 = 9;
export const RT_OTHER_EMERGENCY: i32 = 10;
export const RT_AE: i32 = 11;
export const RT_AE_WITHIN: i32 = 12;
export const RT_NEEDS_ARISING: i32 = 13;
export const RT_NEEDS_KEPT: i32 = 14;
export const RT_GP_REFERRALS: i32 = 15;
export const RT_OTHER_REFERRALS: i32 = 16;
export const RT_CHOOSING: i32 = 17;
export const RT_DISTANCE: i32 = 18;
export const RT_FIRST: i32 = 19;
export const RT_ADMISSIONS: i32 = 21;
export const RT_DAY_CASES: i32 = 22;
export const RT_CANCELLED: i32 = 24;
export const RT_BED_DAYS: i32 = 29;
export const RT_READMISSIONS: i32 = 32;
export const RT_FATALITY_HEART_ATTACK: i32 = 33;
export const RT_REFUSED: i32 = 36;
// PT and GT of the same.
export const PT_EMERGENCIES: i32 = 0;
export const PT_AE: i32 = 1;
export const PT_AE_WITHIN: i32 = 2;
export const PT_GP_REFERRALS: i32 = 3;
export const PT_OTHER_REFERRALS: i32 = 4;
export const PT_FIRST: i32 = 5;
export const PT_ADMISSIONS: i32 = 7;
export const PT_DAY_CASES: i32 = 8;
export const PT_CANCELLED: i32 = 10;
export const PT_STAYS: i32 = 12;
export const PT_STAY_DAYS: i32 = 13;
export const PT_READMISSIONS: i32 = 14;
export const GT_REFERRALS: i32 = 1;
export const GT_NEEDS_KEPT: i32 = 2;
export const GT_FIRST: i32 = 3;
export const GT_ADMISSIONS: i32 = 4;
export const GT_EMERGENCIES: i32 = 5;
// CATEGORY and PRICE of ../../world.ts.
export const OUTPATIENT: i32 = 0;
export const ELECTIVE: i32 = 1;
export const EMERGENCY_CARE: i32 = 2;
export const ACCIDENT_AND_EMERGENCY: i32 = 3;
export const PRICE_DAY_CASE: i32 = 16;
export const PRICE_INPATIENT: i32 = 24;
export const PRICE_EMERGENCY_SHORT: i32 = 32;
export const PRICE_EMERGENCY_LONG: i32 = 33;
export const PRICE_AE: i32 = 34;

@inline
export function i32At(table: usize, n: i32): i32 {
  return load<i32>(table + ((<usize>n) << 2));
}

@inline
export function putAt(table: usize, n: i32, value: i32): void {
  store<i32>(table + ((<usize>n) << 2), value);
}

/** Has somebody so many long-term conditions that the case may be managed? */
@inline
export function isCase(at: usize): bool {
  return popcnt<i32>(<i32>load<u16>(at, CONDITIONS)) >= caseConditions;
}

/** This week's draw of somebody for a purpose. */
@inline
export function drawFor(purpose: i32, key: i32): i32 {
  return h3(key, i32At(keys0, purpose), i32At(keys1, purpose));
}

@inline
export function unitFor(purpose: i32, key: i32): f64 {
  return unit(drawFor(purpose, key));
}

@inline
export function tallyResidents(cell: i32, what: i32, change: f64): void {
  add(residents, cell * residentTallies + what, change);
}

@inline
export function tallyProvider(h: i32, what: i32, change: f64): void {
  add(providers, h * providerTallies + what, change);
}

@inline
export function tallyPractice(g: i32, what: i32, change: f64): void {
  add(practices, g * practiceTallies + what, change);
}

/** Price of an item at a provider, pence. */
@inline
export function priceOf(h: i32, item: i32): f64 {
  return f64At(pricePence, h * prices + item);
}

/** Body that a person belongs to by themselves + 1 (see ../../organisations/membership.ts). */
@inline
export function systemAt(i: i32): i32 {
  return bodies == 0 ? 0 : <i32>load<u16>(systemOf + ((<usize>i) << 1));
}

/** Who pays for the care of a person of a practice. */
@inline
export function purchaserOfPerson(i: i32, g: i32): i32 {
  const own = systemAt(i);
  if (own == 0) return i32At(purchaserOf, g);
  const purchaser = i32At(purchaserOfSystem, own - 1);
  return purchaser < 0 ? <i32>load<u16>(commissionerOfPractice + ((<usize>g) << 1)) : purchaser;
}

/** Note activity at tariff price for somebody of a practice (see ../../phases/money.ts). */
export function charge(i: i32, g: i32, h: i32, category: i32, pence: f64): void {
  add(activityValue, category * pairs + purchaserOfPerson(i, g) * hospitals + h, pence);
  if (category > ELECTIVE) return;
  // As the base year recorded admissions (see ../../tariff-prices.ts).
  const coded = category == ELECTIVE ? f64At(codingFactor, h) : 1;
  add(practiceSpend, g, coded == 1 ? pence : rounded(pence / coded));
}

/** Note care that a programme for long-term conditions pays for (see ../../phases/programme-funds.ts). */
export function noteSensitive(g: i32, h: i32, pence: f64): void {
  const coded = f64At(codingFactor, h);
  add(programmeEmergencies, g, coded == 1 ? pence : rounded(pence / coded));
}

export function noteLongTermVisit(at: usize, g: i32, hs: i32, pence: f64): void {
  if (load<u16>(at, CONDITIONS) == 0 || f64At(longTermClinic, hs & 7) == 0) return;
  add(programmeVisits, g, pence);
}

@inline
export function chargeElsewhere(h: i32, category: i32, pence: f64): void {
  add(elsewhereValue, category * hospitals + h, pence);
}
