/** Emergencies of residents (see ../../phases/emergency-care.ts, which says why). */
import {
  CONDITIONS,
  ZONE,
  AGE_CLASS,
  DIED,
  AGE_YEARS,
  practiceEmergencies,
  recordOf,
  quintileOf,
  practiceOf,
  cellAt,
  f64At,
  add,
} from './layout';
import {
  purchaserOfPerson,
  sensitiveFatality,
  sensitiveFactor,
  caseFactor,
  emergencyMargin,
  batchCounts,
  DRAW_AVOIDED_EMERGENCY,
  withinFourHours,
  fatalityFactor,
  readmissionFactor,
  emergencyFactor,
  readinessToAdmit,
  quarterEmergencies,
  quarterResidents,
  quarterDeaths,
  emergencyCount,
  emergenciesByClass,
  reachStart,
  reachProvider,
  emergencyCumulative,
  emergencyClass,
  acscShare,
  deathPerYear,
  deathMultiplier,
  emergencyPerYear,
  emergencyMultiplier,
  batchSlots,
  borderlineShare,
  viaAeShare,
  readmissionShare,
  hospitalDeathShare,
  hospitals,
  DRAW_EMERGENCY_CLASS,
  DRAW_EMERGENCY_PROVIDER,
  DRAW_FATALITY,
  DRAW_VIA_AE,
  DRAW_EMERGENCY_STAY,
  DRAW_EMERGENCY_STAY_START,
  DRAW_READMISSION,
  DRAW_READINESS,
  RT_EMERGENCIES,
  RT_EMERGENCIES_65,
  RT_HEART_ATTACK,
  RT_STROKE,
  RT_HIP_FRACTURE,
  RT_SENSITIVE,
  RT_OTHER_EMERGENCY,
  RT_AE,
  RT_AE_WITHIN,
  RT_BED_DAYS,
  RT_READMISSIONS,
  RT_FATALITY_HEART_ATTACK,
  PT_EMERGENCIES,
  PT_AE,
  PT_AE_WITHIN,
  PT_READMISSIONS,
  GT_EMERGENCIES,
  EMERGENCY_CARE,
  ACCIDENT_AND_EMERGENCY,
  PRICE_EMERGENCY_SHORT,
  PRICE_EMERGENCY_LONG,
  PRICE_AE,
  i32At,
  putAt,
  isCase,
  drawFor,
  unitFor,
  tallyResidents,
  tallyProvider,
  tallyPractice,
  priceOf,
  charge,
  noteSensitive,
} from './care-layout';
import { depart } from './acts';
import { occupyBed, stayAfterEmergency } from './beds';
import { bringInAhead } from './fetch';
import { leaveQueue } from './pathways';

/** Marks the draws of a second stay of the same person in a week. */
const AGAIN: i32 = 0x40000000;
/** Largest probability of death in an emergency. */
const MOST_FATAL: f64 = 0.95;
const AGE_OF_THE_OLD: i32 = 65;

/** Who of a batch has an emergency after all: their slots move to its front, their number is in `batchCounts`. */
export function avoidEmergencies(count: i32): void {
  let kept = 0;
  for (let n = 0; n < count; n++) {
    bringInAhead(n, count);
    const i = i32At(batchSlots, n);
    const at = recordOf(i);
    const g = practiceOf(at);
    let factor = f64At(sensitiveFactor, g);
    const managed = f64At(caseFactor, g);
    if (managed != 1 && isCase(at)) factor = min<f64>(emergencyMargin, factor * managed);
    if (factor != 1 && classOf(at, i) != RT_SENSITIVE) factor = 1;
    if (unitFor(DRAW_AVOIDED_EMERGENCY, i) * emergencyMargin < factor) putAt(batchSlots, kept++, i);
  }
  putAt(batchCounts, 2, kept);
}

export function meetEmergencies(count: i32, week: i32): void {
  for (let n = 0; n < count; n++) {
    bringInAhead(n, count);
    meetEmergency(i32At(batchSlots, n), week);
  }
}

function meetEmergency(i: i32, week: i32): void {
  const at = recordOf(i);
  const h = emergencyProvider(i, at);
  const stays = staysOf(i, at, h);
  const kind = classOf(at, i);
  const risk = fatality(at, kind);
  if (stays > 0) {
    admitEmergency(i, at, h, i, kind, week);
    if (stays > 1) admitEmergency(i, at, h, i ^ AGAIN, classOf(at, i ^ AGAIN), week);
    add(quarterResidents, h, 1);
    add(quarterDeaths, h, risk);
  }
  const death = stays > 0 ? min<f64>(MOST_FATAL, risk * f64At(fatalityFactor, h)) : risk;
  if (unitFor(DRAW_FATALITY, i) < death) {
    leaveQueue(at);
    depart(i, DIED);
  }
}

function emergencyProvider(i: i32, at: usize): i32 {
  const zone = <i32>load<u16>(at, ZONE);
  const to = i32At(reachStart, zone + 1);
  const draw = unitFor(DRAW_EMERGENCY_PROVIDER, i);
  for (let e = i32At(reachStart, zone); e < to; e++) if (draw < f64At(emergencyCumulative, e)) return providerAt(e);
  return providerAt(to - 1);
}

@inline
function providerAt(e: i32): i32 {
  return <i32>load<u16>(reachProvider + ((<usize>e) << 1));
}

function staysOf(i: i32, at: usize, h: i32): i32 {
  const factor = f64At(emergencyFactor, h);
  if (factor != 1) {
    const luck = unitFor(DRAW_READMISSION, i);
    if (luck < 1 - factor) return 0;
    if (luck < factor - 1) return 2;
  }
  const sentHome = borderlineShare * (1 - f64At(readinessToAdmit, h));
  if (sentHome <= 0 || !cameViaAe(i) || stayDays(at, h, i) >= 2) return 1;
  if (unitFor(DRAW_READINESS, i) >= sentHome) return 1;
  countAe(i, at, h);
  return 0;
}

@inline
function cameViaAe(key: i32): bool {
  return unitFor(DRAW_VIA_AE, key) < viaAeShare;
}

function stayDays(at: usize, h: i32, key: i32): i32 {
  return stayAfterEmergency(h, <i32>load<u8>(at, AGE_CLASS) % AGE_YEARS, drawFor(DRAW_EMERGENCY_STAY, key));
}

function admitEmergency(i: i32, at: usize, h: i32, key: i32, kind: i32, week: i32): void {
  const cell = cellAt(at);
  const g = practiceOf(at);
  const cls = <i32>load<u8>(at, AGE_CLASS);
  tallyResidents(cell, RT_EMERGENCIES, 1);
  add(emergenciesByClass, cls, 1);
  if (cls % AGE_YEARS >= AGE_OF_THE_OLD) tallyResidents(cell, RT_EMERGENCIES_65, 1);
  tallyResidents(cell, kind, 1);
  if (kind <= RT_HIP_FRACTURE) {
    tallyResidents(cell, RT_FATALITY_HEART_ATTACK + kind - RT_HEART_ATTACK, f64At(fatalityFactor, h));
  }
  const again = readmissionShare * f64At(readmissionFactor, h);
  tallyResidents(cell, RT_READMISSIONS, again);
  tallyProvider(h, PT_EMERGENCIES, 1);
  tallyProvider(h, PT_READMISSIONS, again);
  add(quarterEmergencies, h, 1);
  tallyPractice(g, GT_EMERGENCIES, 1);
  if (cameViaAe(key)) countAe(i, at, h);

  const days = stayDays(at, h, key);
  const start = <i32>(<u32>drawFor(DRAW_EMERGENCY_STAY_START, key) % 7);
  occupyBed(h, start, days, 1, week);
  tallyResidents(cell, RT_BED_DAYS, <f64>days);
  const price = priceOf(h, days < 2 ? PRICE_EMERGENCY_SHORT : PRICE_EMERGENCY_LONG);
  charge(i, g, h, EMERGENCY_CARE, price);
  if (kind == RT_SENSITIVE) noteSensitive(g, h, price);
  add(emergencyCount, purchaserOfPerson(i, g) * hospitals + h, 1);
}

function countAe(i: i32, at: usize, h: i32): void {
  const cell = cellAt(at);
  const within = f64At(withinFourHours, h);
  tallyResidents(cell, RT_AE, 1);
  tallyResidents(cell, RT_AE_WITHIN, within);
  tallyProvider(h, PT_AE, 1);
  tallyProvider(h, PT_AE_WITHIN, within);
  charge(i, practiceOf(at), h, ACCIDENT_AND_EMERGENCY, priceOf(h, PRICE_AE));
}

function classOf(at: usize, key: i32): i32 {
  const row = <i32>load<u8>(at, AGE_CLASS) * 3;
  const draw = unitFor(DRAW_EMERGENCY_CLASS, key);
  const stroke = f64At(emergencyClass, row);
  const hip = stroke + f64At(emergencyClass, row + 1);
  const rest = hip + f64At(emergencyClass, row + 2);
  if (draw < stroke) return RT_HEART_ATTACK;
  if (draw < hip) return RT_STROKE;
  if (draw < rest) return RT_HIP_FRACTURE;
  const sensitive = rest + (1 - rest) * f64At(acscShare, <i32>load<u16>(at, CONDITIONS));
  return draw < sensitive ? RT_SENSITIVE : RT_OTHER_EMERGENCY;
}

function fatality(at: usize, kind: i32): f64 {
  const row = <i32>load<u8>(at, AGE_CLASS) * 5 + quintileOf(at);
  const mask = <i32>load<u16>(at, CONDITIONS);
  const death = f64At(deathPerYear, row) * f64At(deathMultiplier, mask);
  const g = practiceOf(at);
  const emergency = f64At(emergencyPerYear, row) * f64At(emergencyMultiplier, mask) * f64At(practiceEmergencies, g);
  const left = kind == RT_SENSITIVE ? f64At(sensitiveFatality, g) : 1;
  return min<f64>(MOST_FATAL, (left * hospitalDeathShare * death) / emergency);
}
