import type { HazardTables } from '../evidence/hazards.ts';
import type { Settings } from '../settings.ts';
import type { PlaceTables } from '../world.ts';
import { AGE_YEARS, LIFE, type People, QUINTILE_SHIFT, RISK_SHIFT, STAGE, STAGE_MASK } from './people.ts';

/**
 * The weekly law of one person: what may happen, how likely it is at most (its bound), and in which order the bounds
 * lie on the unit interval. One draw a week decides whether anything happens and what: event k happens when the draw
 * falls within the first `p_k` of the stretch that starts where the bounds before it end. Lowering one probability
 * deletes events of that kind and moves nothing else.
 *
 * What no policy can touch comes first; what depends on the stage of a pathway comes last, so that waiting moves no
 * other event. A bound may be wider than the probability (a draw beyond it is no event); it is never narrower.
 */
export const EVENT = {
  none: 0,
  departure: 1,
  practiceChange: 2,
  planned: 3,
  death: 4,
  emergency: 5,
  onset: 6,
  remission: 7,
  otherReferral: 8,
  need: 9,
  represent: 10,
  resolve: 11,
  removal: 12,
} as const;

/** Share of the time that a person can be too busy waiting to report another need. */
export const BUSY_CAP = 0.8;

/** Weeks of waiting over which the hazard of leaving a list goes on rising. */
export const LONGEST_COUNTED = 52;

export interface PersonLaw {
  /** Renew the threshold of the weekly scan, after anything but the stage of the pathway has changed. */
  renew(i: number): void;
  /** Renew the part of the threshold that depends on the stage. */
  renewStage(i: number): void;
  /**
   * What happens to a candidate this week, given its draw in [0, 1): one of EVENT. For an onset or a
   * remission, `conditionToStart` and `conditionToEnd` then say of what.
   * @param year financial year of the run
   * @param emergencyFactor this week's season and shocks over their bound, at most 1
   * @param weeksWaited since the clock started; only read for people on a list
   */
  decide(i: number, draw: number, year: number, emergencyFactor: number, weeksWaited: number): number;
  /** Condition that begins, given the remainder left by `decide`. */
  conditionToStart(i: number): number;
  conditionToEnd(i: number): number;
  /** Draws that would have needed a wider bound: must stay 0. */
  violations(): number;
}

/** Close the law over its tables: this code runs for every candidate of every week. */
export function personLaw(
  people: People,
  hazards: HazardTables,
  tables: PlaceTables,
  settings: Settings,
): PersonLaw {
  const { rareThreshold } = people.scanner;
  const { riskBins, deathMultiplier, emergencyMultiplier } = hazards;
  const { onsetPerYear, onsetCardiometabolic, remissionPerYear } = hazards;
  // Single precision halves the tables that every need reads; the same on every machine.
  const needPerYear = Float32Array.from(hazards.needPerYear);
  const needMultiplier = Float32Array.from(hazards.needMultiplier);
  const { commissionerOfPractice, bandOfClass, prevalenceRatio, remissionByMask } = tables;
  const { departure, departureBound, onsetBound, largestRatio, removalByWait, removalByPerson } = tables;
  const perWeek = (rates: Float64Array): Float64Array => rates.map((rate) => rate / 52);
  const planned = perWeek(hazards.plannedAdmissionsPerYear);
  const death = perWeek(hazards.deathPerYear).map((rate) => rate * (1 - settings.hospitalDeathShare));
  const emergency = perWeek(hazards.emergencyPerYear);
  const otherSource = hazards.otherSourcePerYear;
  const { practiceChangePerWeek, representPerWeek, resolvePerWeek, needScale, waitingEmergencyRatio } =
    settings;
  const largestWaitingRatio = waitingEmergencyRatio.reduce((a, b) => Math.max(a, b), 1);
  const emergencyWidth = tables.emergencyBound * largestWaitingRatio;
  const removalMost =
    Math.max(settings.removalFirstPerWeek, settings.removalPerWeek) * removalByWait[LONGEST_COUNTED]!;
  const removalPart = removalByPerson.map((who) => Math.ceil(removalMost * who * 65536));
  const keptPart = Math.ceil((representPerWeek + resolvePerWeek) * 65536);
  const busyPerNeed = tables.busyYearsPerNeed;
  const busyPerOther = tables.busyYearsOther;
  // A number that is captured and changed would be boxed at every change; a typed array is not.
  const state = new Float64Array(2);
  const LEFT = 0;
  const VIOLATIONS = 1;
  const needTotal = new Float64Array(needPerYear.length / 8);
  for (let row = 0; row < needTotal.length; row++) {
    for (let s = 0; s < 8; s++) needTotal[row]! += needPerYear[row * 8 + s]! * needMultiplier[s]!;
  }

  /** Needs a year of a person without an open one, from the GP's side and before the share of time busy. */
  function needsPerYear(row: number, mask: number, risk: number): number {
    if (mask === 0) return needTotal[row]! * risk * needScale;
    const needRow = row * 8;
    const multiplierRow = mask * 8;
    let need = 0;
    for (let s = 0; s < 8; s++) need += needPerYear[needRow + s]! * needMultiplier[multiplierRow + s]!;
    return need * risk * needScale;
  }

  /** What the stage of the pathway adds to the threshold, in 2^-16. */
  function stagePart(i: number): number {
    const stage = people.pathway(i) & STAGE_MASK;
    if (stage === STAGE.none) return people.needThreshold(i);
    if (stage === STAGE.kept) return keptPart;
    const quintile = (people.traits(i) >> QUINTILE_SHIFT) & 7;
    return removalPart[quintile * AGE_YEARS + (people.ageClass(i) % AGE_YEARS)]!;
  }

  function renewStage(i: number): void {
    if (people.life(i) !== LIFE.present) return;
    rareThreshold[i] = Math.min(65535, people.stableThreshold(i) + stagePart(i));
  }

  function renew(i: number): void {
    if (people.life(i) !== LIFE.present) {
      rareThreshold[i] = 0;
      return;
    }
    const bits = people.traits(i);
    const cls = people.ageClass(i);
    const mask = people.conditions(i);
    const g = people.practice(i);
    const risk = riskBins[bits >> RISK_SHIFT]!;
    const row = cls * 5 + ((bits >> QUINTILE_SHIFT) & 7);
    const from = commissionerOfPractice[g]! * 7 + bandOfClass[cls]!;
    const stable =
      departureBound[from]! +
      practiceChangePerWeek +
      planned[cls]! +
      death[row]! * deathMultiplier[mask]! * risk +
      emergency[row]! * emergencyMultiplier[mask]! * risk * emergencyWidth +
      onsetBound[row * 4 + ((mask >> 3) & 3)]! * largestRatio[g]! +
      remissionByMask[mask]!;
    people.setStableThreshold(i, Math.min(65535, Math.ceil(stable * 65536)));
    const need = needsPerYear(row, mask, risk);
    const other = otherSource[row]!;
    const busy = Math.min(BUSY_CAP, need * busyPerNeed + other * busyPerOther);
    people.setNeedThreshold(i, Math.min(65535, Math.ceil(((need + other) / (1 - busy)) * (65536 / 52))));
    renewStage(i);
  }

  function decide(
    i: number,
    draw: number,
    year: number,
    emergencyFactor: number,
    weeksWaited: number,
  ): number {
    const bits = people.traits(i);
    const cls = people.ageClass(i);
    const g = people.practice(i);
    const row = cls * 5 + ((bits >> QUINTILE_SHIFT) & 7);
    let left = draw;
    const from = commissionerOfPractice[g]! * 7 + bandOfClass[cls]!;
    if (left < departureBound[from]!) {
      const now = departure[year]![from]!;
      if (now > departureBound[from]!) state[VIOLATIONS]! += 1;
      return left < now ? EVENT.departure : EVENT.none;
    }
    left -= departureBound[from]!;
    if (left < practiceChangePerWeek) return EVENT.practiceChange;
    left -= practiceChangePerWeek;
    if (left < planned[cls]!) return EVENT.planned;
    left -= planned[cls]!;

    const mask = people.conditions(i);
    const risk = riskBins[bits >> RISK_SHIFT]!;
    const deathHere = death[row]! * deathMultiplier[mask]! * risk;
    if (left < deathHere) return EVENT.death;
    left -= deathHere;
    const stage = people.pathway(i) & STAGE_MASK;
    const emergencyHere = emergency[row]! * emergencyMultiplier[mask]! * risk * emergencyWidth;
    if (left < emergencyHere) {
      const waiting =
        stage >= STAGE.firstOutpatient ? waitingEmergencyRatio[(people.pathway(i) >> 3) & 7]! : 1;
      const share = (emergencyFactor * waiting) / largestWaitingRatio;
      if (share > 1 + 1e-12) state[VIOLATIONS]! += 1;
      return left < emergencyHere * share ? EVENT.emergency : EVENT.none;
    }
    left -= emergencyHere;
    const onsetHere = onsetBound[row * 4 + ((mask >> 3) & 3)]! * largestRatio[g]!;
    if (left < onsetHere) {
      const now = onsetNow(row, mask, g);
      if (now > onsetHere * (1 + 1e-12)) state[VIOLATIONS]! += 1;
      state[LEFT] = left;
      return left < now ? EVENT.onset : EVENT.none;
    }
    left -= onsetHere;
    if (left < remissionByMask[mask]!) {
      state[LEFT] = left;
      return EVENT.remission;
    }
    left -= remissionByMask[mask]!;

    if (stage === STAGE.none) {
      const need = needsPerYear(row, mask, risk);
      const other = otherSource[row]!;
      const busy = Math.min(BUSY_CAP, need * busyPerNeed + other * busyPerOther);
      const free = 1 / (1 - busy) / 52;
      if (left < other * free) return EVENT.otherReferral;
      left -= other * free;
      return left < need * free ? EVENT.need : EVENT.none;
    }
    if (stage === STAGE.kept) {
      if (left < representPerWeek) return EVENT.represent;
      return left < representPerWeek + resolvePerWeek ? EVENT.resolve : EVENT.none;
    }
    const base = stage === STAGE.firstOutpatient ? settings.removalFirstPerWeek : settings.removalPerWeek;
    const rise = removalByWait[Math.max(0, Math.min(LONGEST_COUNTED, weeksWaited))]!;
    const who = removalByPerson[((bits >> QUINTILE_SHIFT) & 7) * AGE_YEARS + (cls % AGE_YEARS)]!;
    return left < base * rise * who ? EVENT.removal : EVENT.none;
  }

  function onsetNow(row: number, mask: number, g: number): number {
    const combo = (mask >> 3) & 3;
    let sum = 0;
    for (let c = 0; c < 12; c++) if ((mask & (1 << c)) === 0) sum += onsetOf(row, c, combo, g);
    return sum;
  }

  function onsetOf(row: number, c: number, combo: number, g: number): number {
    return (
      (onsetPerYear[row * 12 + c]! * onsetCardiometabolic[c * 4 + combo]! * prevalenceRatio[g * 12 + c]!) / 52
    );
  }

  function conditionToStart(i: number): number {
    let left = state[LEFT]!;
    const row = people.ageClass(i) * 5 + ((people.traits(i) >> QUINTILE_SHIFT) & 7);
    const mask = people.conditions(i);
    let last = 0;
    for (let c = 0; c < 12; c++) {
      if ((mask & (1 << c)) !== 0) continue;
      const here = onsetOf(row, c, (mask >> 3) & 3, people.practice(i));
      if (here === 0) continue;
      last = c;
      if (left < here) break;
      left -= here;
    }
    return last;
  }

  function conditionToEnd(i: number): number {
    let left = state[LEFT]!;
    let last = 0;
    for (let c = 0; c < 12; c++) {
      const here = remissionPerYear[c]! / 52;
      if ((people.conditions(i) & (1 << c)) === 0 || here === 0) continue;
      last = c;
      if (left < here) break;
      left -= here;
    }
    return last;
  }

  return {
    renew,
    renewStage,
    decide,
    conditionToStart,
    conditionToEnd,
    violations: () => state[VIOLATIONS]!,
  };
}
