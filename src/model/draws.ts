import { type DrawKey, drawKey, type SeedKey } from '../kernel/draw.ts';

/** What a draw decides. Numbers are fixed for ever and never used again: a purpose that comes or goes moves no other draw. */
export const PURPOSE = {
  event: 0,
  severity: 2,
  referral: 3,
  offer: 4,
  hospital: 5,
  attendance: 6,
  delay: 7,
  discharge: 8,
  stay: 10,
  stayStart: 11,
  emergencyClass: 12,
  emergencyProvider: 13,
  fatality: 14,
  practiceMove: 15,
  removal: 16,
  specialty: 17,
  background: 18,
  backgroundDelay: 19,
  backgroundStay: 20,
  backgroundSetting: 21,
  backgroundEmergency: 22,
  arrivalOrder: 23,
  urgency: 24,
  consultation: 25,
  minorAe: 26,
  viaAe: 27,
  emergencyStay: 28,
  emergencyStayStart: 29,
  plannedSetting: 30,
  plannedStay: 31,
  plannedStayStart: 32,
  backgroundUrgency: 33,
  backgroundRemoval: 34,
  backgroundSource: 35,
  // Synthesis of people: drawn once, in the week before the first.
  synthesisAge: 40,
  synthesisZone: 41,
  synthesisRisk: 42,
  synthesisConditions: 43,
  synthesisProvider: 44,
  synthesisPathway: 45,
  synthesisStage: 46,
  synthesisElapsed: 47,
  synthesisStyle: 48,
  synthesisSeverity: 49,
  synthesisSpecialty: 50,
  synthesisBackground: 52,
  arrivalWho: 53,
  arrivalWhere: 54,
  synthesisBirthday: 55,
  pathwaySetting: 56,
  synthesisResidual: 57,
  // Organisations.
  politics: 58,
  avoidedEmergency: 59,
  community: 60,
  treatedElsewhere: 61,
  caseManaged: 62,
  readmission: 64,
  readinessToAdmit: 65,
  consultantReferral: 66,
  passing: 67,
  assessment: 68,
  closedService: 69,
  // Bodies and those whom they serve.
  formation: 80,
  startingReadiness: 81,
  systemReview: 82,
  systemChoice: 83,
  refusal: 84,
  authorisation: 85,
  // What the examination makes of what was counted.
  caseCost: 86,
  // How practices differ: drawn once, in the week before the first.
  practiceEmergencies: 87,
} as const;

/** Room for the keys of purposes. */
export const PURPOSES = 96;

/** The keys of one week, by purpose: refilled at the start of every tick. */
export interface WeekKeys {
  readonly k0: Int32Array;
  readonly k1: Int32Array;
}

export function createWeekKeys(): WeekKeys {
  return { k0: new Int32Array(PURPOSES), k1: new Int32Array(PURPOSES) };
}

/** @param week tick number; the synthesis of people uses 2^32 - 1 */
export function fillWeekKeys(keys: WeekKeys, seed: SeedKey, week: number, replicate: number): void {
  for (const purpose of Object.values(PURPOSE)) {
    const key: DrawKey = drawKey(seed, week, purpose, 0, replicate);
    keys.k0[purpose] = key.k0;
    keys.k1[purpose] = key.k1;
  }
}

/** The "week" of draws that are made once, before the first tick. */
export const SYNTHESIS_WEEK = 0xffff_ffff;
