import type { Columns } from '../../kernel/arena.ts';
import { h3, unit } from '../../kernel/draw.ts';
import type { HazardTables } from '../evidence/hazards.ts';
import type { Settings } from '../settings.ts';
import type { PlaceTables } from '../world.ts';
import {
  AGE_YEARS,
  AT,
  LIFE,
  type People,
  QUINTILE_SHIFT,
  RECORD_BYTES,
  RECORD_WORDS,
  RISK_SHIFT,
  STAGE,
  STAGE_MASK,
} from './people.ts';
import {
  BUSY_CAP,
  keptPartOf,
  LARGEST_THRESHOLD,
  LONGEST_COUNTED,
  largestRatioWhileWaiting,
  ROUNDING,
  removalParts,
} from './person-bounds.ts';
import { EVENT, type eventRoom, type PersonLaw, type WeekEvents } from './person-engine.ts';
import { MASK, NEEDS, type PersonTables, ROW } from './person-tables.ts';

/** The law in TypeScript, with what its book of people needs of it. */
export interface TypescriptLaw extends PersonLaw {
  /** Renew the threshold of the weekly scan, after anything but the stage of the pathway has changed. */
  renew(i: number): void;
  /** What the stage of the pathway adds to the threshold. */
  stagePart(i: number): number;
  /** Renew the threshold after the stage of the pathway, and nothing else, has changed: `before` is its part until then. */
  renewStage(i: number, before: number): void;
}

/** Close the law over its tables: this code runs for every candidate of every week. */
export function personLaw(
  people: People,
  hazards: HazardTables,
  tables: PlaceTables,
  settings: Settings,
  packed: PersonTables,
  onsetRatio: Float64Array,
  room: Columns<ReturnType<typeof eventRoom>>,
): TypescriptLaw {
  // Columns and offsets, not the accessors: this code is where the time goes.
  const { bytes, words } = people;
  const { scanner } = people;
  const { rareThreshold } = scanner;
  const { rows, masks, needs, needRatios } = packed;
  const { riskBins, onsetPerYear, onsetCardiometabolic, remissionPerYear } = hazards;
  const { commissionerOfPractice, bandOfClass } = tables;
  const { departure, departureBound, practiceEmergencies, largestRatio, removalByWait, removalByPerson } =
    tables;
  const { practiceChangePerWeek, representPerWeek, resolvePerWeek, needScale, waitingEmergencyRatio } =
    settings;
  const largestWaitingRatio = largestRatioWhileWaiting(settings);
  const removalPart = removalParts(tables, settings);
  const keptPart = keptPartOf(settings);
  const busyPerNeed = tables.busyYearsPerNeed;
  const busyPerOther = tables.busyYearsOther;
  // A number that is captured and changed would be boxed at every change; a typed array is not.
  const state = new Float64Array(3);
  const LEFT = 0;
  const VIOLATIONS = 1;
  const SHOCK = 2;
  state[SHOCK] = 1;
  const events: WeekEvents = {
    slots: room.eventSlots,
    kinds: room.eventKinds,
    details: room.eventDetails,
    count: 0,
    candidates: 0,
  };

  /** Needs a year of a person without an open one, from the GP's side and before the share of time busy. */
  function needsPerYear(row: number, mask: number, risk: number): number {
    if (mask === 0) return rows[row * ROW.size + ROW.need]! * risk * needScale;
    let need = 0;
    for (let s = 0; s < 8; s++)
      need += needs[row * NEEDS.size + NEEDS.first + s]! * needRatios[mask * 8 + s]!;
    return need * risk * needScale;
  }

  /** What the stage of the pathway adds to the threshold, in 2^-16. */
  function stagePart(i: number): number {
    const stage = bytes[i * RECORD_BYTES + AT.pathway]! & STAGE_MASK;
    if (stage === STAGE.none) return words[i * RECORD_WORDS + AT.needThreshold]!;
    if (stage === STAGE.kept) return keptPart;
    const quintile = (bytes[i * RECORD_BYTES + AT.traits]! >> QUINTILE_SHIFT) & 7;
    return removalPart[quintile * AGE_YEARS + (bytes[i * RECORD_BYTES + AT.ageClass]! % AGE_YEARS)]!;
  }

  function renewStage(i: number, before: number): void {
    if (bytes[i * RECORD_BYTES + AT.life]! !== LIFE.present) return;
    const now = rareThreshold[i]!;
    // The parts of a threshold that was cut off cannot be told apart.
    if (now === LARGEST_THRESHOLD) renew(i);
    else rareThreshold[i] = Math.min(LARGEST_THRESHOLD, now - before + stagePart(i));
  }

  function renew(i: number): void {
    if (bytes[i * RECORD_BYTES + AT.life]! !== LIFE.present) {
      rareThreshold[i] = 0;
      return;
    }
    const bits = bytes[i * RECORD_BYTES + AT.traits]!;
    const cls = bytes[i * RECORD_BYTES + AT.ageClass]!;
    const mask = words[i * RECORD_WORDS + AT.conditions]!;
    const g = words[i * RECORD_WORDS + AT.practice]!;
    const risk = riskBins[bits >> RISK_SHIFT]!;
    const row = cls * 5 + ((bits >> QUINTILE_SHIFT) & 7);
    const at = row * ROW.size;
    const of = mask * MASK.size;
    const from = commissionerOfPractice[g]! * 7 + bandOfClass[cls]!;
    const stable =
      departureBound[from]! +
      practiceChangePerWeek +
      rows[at + ROW.planned]! +
      (rows[at + ROW.death]! * masks[of + MASK.death]! +
        rows[at + ROW.emergencyBound]! *
          state[SHOCK]! *
          masks[of + MASK.emergency]! *
          practiceEmergencies[g]!) *
        risk +
      rows[at + ROW.onsetBound + ((mask >> 3) & 3)]! * largestRatio[g]! +
      masks[of + MASK.remission]! +
      ROUNDING;
    const need = needsPerYear(row, mask, risk);
    const other = rows[at + ROW.otherReferral]!;
    const busy = Math.min(BUSY_CAP, need * busyPerNeed + other * busyPerOther);
    words[i * RECORD_WORDS + AT.needThreshold] = Math.min(
      LARGEST_THRESHOLD,
      Math.ceil(((need + other) / (1 - busy)) * (65536 / 52)),
    );
    rareThreshold[i] = Math.min(LARGEST_THRESHOLD, Math.ceil(stable * 65536) + stagePart(i));
  }

  function screen(
    from: number,
    to: number,
    k0: number,
    k1: number,
    year: number,
    emergencyFactor: number,
    now: number,
    s0: number,
    s1: number,
  ): WeekEvents {
    scanner.scan(from, to, k0, k1);
    const { rare, rareCount } = scanner;
    let count = 0;
    for (let n = 0; n < rareCount; n++) {
      const i = rare[n]!;
      const waited = now - words[i * RECORD_WORDS + AT.clock]!;
      const kind = decide(i, unit(h3(i, k0, k1)), year, emergencyFactor, waited);
      if (kind === EVENT.none) continue;
      events.slots[count] = i;
      events.kinds[count] = kind;
      events.details[count] = detailOf(kind, i, s0, s1);
      count++;
    }
    events.count = count;
    events.candidates = rareCount;
    return events;
  }

  /**
   * What happens to a candidate, given its draw in [0, 1): one of EVENT. For an onset or a remission,
   * `conditionToStart` and `conditionToEnd` then say of what.
   * @param weeksWaited since the clock started; only read for people on a list
   */
  function decide(
    i: number,
    draw: number,
    year: number,
    emergencyFactor: number,
    weeksWaited: number,
  ): number {
    const bits = bytes[i * RECORD_BYTES + AT.traits]!;
    const cls = bytes[i * RECORD_BYTES + AT.ageClass]!;
    const g = words[i * RECORD_WORDS + AT.practice]!;
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
    const at = row * ROW.size;
    if (left < rows[at + ROW.planned]!) return EVENT.planned;
    left -= rows[at + ROW.planned]!;

    const mask = words[i * RECORD_WORDS + AT.conditions]!;
    const of = mask * MASK.size;
    const risk = riskBins[bits >> RISK_SHIFT]!;
    const deathHere = rows[at + ROW.death]! * masks[of + MASK.death]! * risk;
    if (left < deathHere) return EVENT.death;
    left -= deathHere;
    const stage = bytes[i * RECORD_BYTES + AT.pathway]! & STAGE_MASK;
    const emergencyHere =
      rows[at + ROW.emergencyBound]! *
      state[SHOCK]! *
      masks[of + MASK.emergency]! *
      risk *
      practiceEmergencies[g]!;
    if (left < emergencyHere) {
      const waiting =
        stage >= STAGE.firstOutpatient
          ? waitingEmergencyRatio[(bytes[i * RECORD_BYTES + AT.pathway]! >> 3) & 7]!
          : 1;
      const share = (emergencyFactor * waiting) / largestWaitingRatio;
      if (share > 1 + 1e-12) state[VIOLATIONS]! += 1;
      return left < emergencyHere * share ? EVENT.emergency : EVENT.none;
    }
    left -= emergencyHere;
    const onsetHere = rows[at + ROW.onsetBound + ((mask >> 3) & 3)]! * largestRatio[g]!;
    if (left < onsetHere) {
      const now = onsetNow(row, mask, g);
      if (now > onsetHere * (1 + 1e-12)) state[VIOLATIONS]! += 1;
      state[LEFT] = left;
      return left < now ? EVENT.onset : EVENT.none;
    }
    left -= onsetHere;
    if (left < masks[of + MASK.remission]!) {
      state[LEFT] = left;
      return EVENT.remission;
    }
    left -= masks[of + MASK.remission]!;

    if (stage === STAGE.none) {
      const need = needsPerYear(row, mask, risk);
      const other = rows[at + ROW.otherReferral]!;
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
      (onsetPerYear[row * 12 + c]! * onsetCardiometabolic[c * 4 + combo]! * onsetRatio[g * 12 + c]!) / 52
    );
  }

  /** Of what: a condition, a specialty, or nothing. */
  function detailOf(kind: number, i: number, s0: number, s1: number): number {
    switch (kind) {
      case EVENT.onset:
        return conditionToStart(i);
      case EVENT.remission:
        return conditionToEnd(i);
      case EVENT.need:
      case EVENT.represent:
      case EVENT.otherReferral:
        return specialtyOfNeed(i, unit(h3(i, s0, s1)));
      default:
        return 0;
    }
  }

  function conditionToStart(i: number): number {
    let left = state[LEFT]!;
    const row =
      bytes[i * RECORD_BYTES + AT.ageClass]! * 5 +
      ((bytes[i * RECORD_BYTES + AT.traits]! >> QUINTILE_SHIFT) & 7);
    const mask = words[i * RECORD_WORDS + AT.conditions]!;
    let last = 0;
    for (let c = 0; c < 12; c++) {
      if ((mask & (1 << c)) !== 0) continue;
      const here = onsetOf(row, c, (mask >> 3) & 3, words[i * RECORD_WORDS + AT.practice]!);
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
      if ((words[i * RECORD_WORDS + AT.conditions]! & (1 << c)) === 0 || here === 0) continue;
      last = c;
      if (left < here) break;
      left -= here;
    }
    return last;
  }

  function specialtyOfNeed(i: number, draw: number): number {
    const row =
      (bytes[i * RECORD_BYTES + AT.ageClass]! * 5 +
        ((bytes[i * RECORD_BYTES + AT.traits]! >> QUINTILE_SHIFT) & 7)) *
        NEEDS.size +
      NEEDS.first;
    const of = words[i * RECORD_WORDS + AT.conditions]! * 8;
    let total = 0;
    for (let s = 0; s < 8; s++) total += needs[row + s]! * needRatios[of + s]!;
    let remaining = draw * total;
    for (let s = 0; s < 7; s++) {
      remaining -= needs[row + s]! * needRatios[of + s]!;
      if (remaining < 0) return s;
    }
    return 7;
  }

  return {
    renew,
    stagePart,
    renewStage,
    screen,
    specialtyOfNeed,
    scaleEmergencies(factor, to) {
      if (state[SHOCK] === factor) return;
      state[SHOCK] = factor;
      for (let i = 0; i < to; i++) renew(i);
    },
    violations: () => state[VIOLATIONS]!,
  };
}
