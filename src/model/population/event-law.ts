import type { World } from '../world.ts';
import {
  AGE_YEARS,
  CLOCK_OFFSET,
  LIFE,
  QUINTILE_SHIFT,
  RISK_SHIFT,
  SPECIALTY_SHIFT,
  STAGE,
  STAGE_MASK,
} from './people.ts';

/**
 * The weekly law of one person: what may happen, how likely it is at most (its bound), and in which order the bounds
 * lie on the unit interval. One draw a week decides whether anything happens and what: event k happens when the draw
 * falls within the first `p_k` of the stretch `bound_k` that starts where the bounds before it end. So lowering one
 * probability deletes events of that kind and moves nothing else.
 *
 * Events that policy cannot touch come first. The bound of a person depends on slot, age class, conditions and stage.
 */
export const EVENT = {
  departure: 0,
  practiceChange: 1,
  onset: 2,
  remission: 3,
  minorAe: 4,
  death: 5,
  emergency: 6,
  planned: 7,
  otherReferral: 8,
  need: 9,
  fate: 10,
} as const;
export const EVENTS = 11;

/** Share of the clock that GP-needs and other-source needs lose to people who already wait cannot exceed this. */
const BUSY_CAP = 0.8;

/**
 * Weekly bounds of one person, by EVENT, written to `out`; returns their sum (a probability, at most 1).
 *
 * Needs are raised by 1 / (1 - share of time busy), person by person, because a person who already waits or keeps a
 * need does not report another: so base-year referrals come out whatever the length of the lists.
 */
export function weeklyBounds(world: World, i: number, out: Float64Array): number {
  const { people, hazards, tables, settings } = world;
  const traits = people.traits[i]!;
  const cls = people.ageClass[i]!;
  const mask = people.conditions[i]!;
  const practice = people.practice[i]!;
  const quintile = (traits >> QUINTILE_SHIFT) & 7;
  const risk = hazards.riskBins[traits >> RISK_SHIFT]!;
  const row = cls * 5 + quintile;
  const pathway = people.pathway[i]!;
  const stage = pathway & STAGE_MASK;
  const year = yearOf(world);

  const departure =
    tables.departureBound[year]![tables.commissionerOfPractice[practice]! * 7 + tables.bandOfClass[cls]!]!;
  out[EVENT.departure] = departure;
  out[EVENT.practiceChange] = settings.practiceChangePerWeek;

  let onset = 0;
  const onsetRow = row * 12;
  const ratioRow = practice * 12;
  const cardiometabolic = (mask >> 3) & 3;
  for (let c = 0; c < 12; c++) {
    if ((mask & (1 << c)) === 0) {
      onset +=
        hazards.onsetPerYear[onsetRow + c]! *
        hazards.onsetCardiometabolic[c * 4 + cardiometabolic]! *
        tables.prevalenceRatio[ratioRow + c]!;
    }
  }
  out[EVENT.onset] = onset / 52;
  out[EVENT.remission] = tables.remissionByMask[mask]! / 52;
  out[EVENT.minorAe] = hazards.minorAePerYear[row]! / 52;
  out[EVENT.death] =
    (hazards.deathPerYear[row]! * hazards.deathMultiplier[mask]! * risk * (1 - settings.hospitalDeathShare)) /
    52;

  let emergency = (hazards.emergencyPerYear[row]! * hazards.emergencyMultiplier[mask]! * risk) / 52;
  if (stage >= STAGE.firstOutpatient)
    emergency *= settings.waitingEmergencyRatio[(pathway >> SPECIALTY_SHIFT) & 7]!;
  out[EVENT.emergency] = emergency * tables.emergencyBound;
  out[EVENT.planned] = hazards.plannedAdmissionsPerYear[cls]! / 52;

  if (stage === STAGE.none) {
    let need = 0;
    let busy = 0;
    const needRow = row * 8;
    const multiplierRow = mask * 8;
    for (let s = 0; s < 8; s++) {
      const rate = hazards.needPerYear[needRow + s]! * hazards.needMultiplier[multiplierRow + s]! * risk;
      need += rate;
      busy += rate * tables.busyYears[s]!;
    }
    need *= settings.needScale;
    const other = hazards.otherSourcePerYear[row]!;
    busy = Math.min(BUSY_CAP, busy * settings.needScale + other * tables.busyYearsOther);
    out[EVENT.otherReferral] = other / (1 - busy) / 52;
    out[EVENT.need] = need / (1 - busy) / 52;
    out[EVENT.fate] = 0;
  } else {
    out[EVENT.otherReferral] = 0;
    out[EVENT.need] = 0;
    out[EVENT.fate] =
      stage === STAGE.kept
        ? settings.representPerWeek + settings.resolvePerWeek
        : removalBound(world, i, stage);
  }
  let sum = 0;
  for (let k = 0; k < EVENTS; k++) sum += out[k]!;
  return sum;
}

/**
 * Weekly probability that a waiting person leaves the list (recovery, private care, validation) after some weeks: it
 * rises with the wait and with age, and is higher in the better-off fifths. The wait counts up to a year.
 */
export function removalPerWeek(world: World, i: number, stage: number, weeks: number): number {
  const { settings, people } = world;
  const base = stage === STAGE.firstOutpatient ? settings.removalFirstPerWeek : settings.removalPerWeek;
  const quintile = (people.traits[i]! >> QUINTILE_SHIFT) & 7;
  const age = people.ageClass[i]! % AGE_YEARS;
  return (
    base *
    world.tables.removalByWait[Math.max(0, Math.min(LONGEST_COUNTED, weeks))]! *
    world.tables.removalByPerson[quintile * AGE_YEARS + age]!
  );
}
export const LONGEST_COUNTED = 52;

function removalBound(world: World, i: number, stage: number): number {
  return removalPerWeek(world, i, stage, LONGEST_COUNTED);
}

/** Financial year of the run, the last one with departure tables at most. */
export function yearOf(world: World): number {
  return Math.min(Math.floor(world.week / 52), world.tables.departure.length - 1);
}

const scratch = new Float64Array(EVENTS);

/** Renew the thresholds of the weekly scan after anything that a bound depends on has changed. */
export function renewThresholds(world: World, i: number): void {
  const { people, hazards } = world;
  if (people.life[i] !== LIFE.present) {
    people.scanner.rareThreshold[i] = 0;
    people.scanner.frequentThreshold[i] = 0;
    return;
  }
  const sum = weeklyBounds(world, i, scratch);
  const consultations =
    (hazards.consultationsPerYear[people.ageClass[i]!]! *
      hazards.consultationMultiplier[people.conditions[i]!]!) /
    52;
  const frequent = Math.min(FREQUENT_MAX, Math.round(consultations * 65536));
  people.scanner.frequentThreshold[i] = frequent;
  people.scanner.rareThreshold[i] = Math.min(65536 - frequent - 1, Math.ceil(sum * 65536));
}

/** Consultations are cut off at one in two weeks on average, so that rare events keep their room. */
const FREQUENT_MAX = 32768;

/** Is the queue entry (slot, clock) still standing where the queue thinks it is? */
export function stillWaiting(
  world: World,
  slot: number,
  clock: number,
  stage: number,
  place: number,
): boolean {
  const { people } = world;
  const pathway = people.pathway[slot]!;
  return (
    people.life[slot] === LIFE.present &&
    people.clock[slot] === clock &&
    (pathway & STAGE_MASK) === stage &&
    people.provider[slot]! * 8 + ((pathway >> SPECIALTY_SHIFT) & 7) === place
  );
}

/** Weeks waited at the end of a week for a clock. */
export function weeksWaited(week: number, clock: number): number {
  return week + CLOCK_OFFSET - clock;
}
