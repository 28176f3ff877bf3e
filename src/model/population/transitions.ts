import { RT, RT_COUNT } from '../metrics/tallies.ts';
import { WAIT_BANDS } from '../metrics/waiting-times.ts';
import { groupOfCommissioner, groupOfProvider, groupOfQuintile, type World } from '../world.ts';
import { renewThresholds, weeksWaited } from './event-law.ts';
import {
  ageClassOf,
  CLOCK_OFFSET,
  FEMALE_BIT,
  LIFE,
  OTHER_SOURCE_BIT,
  QUINTILE_SHIFT,
  RESIDUAL_STEP,
  SPECIALTY_SHIFT,
  STAGE,
  STAGE_MASK,
  URGENT_BIT,
} from './people.ts';

/**
 * Every change of a person's state goes through here, so that what is counted about people (present, conditions,
 * utility, open clocks, stages) changes with it and never has to be counted again.
 */

/** Commissioner and quintile of a person: the row of every count of residents. */
export function cellOf(world: World, i: number): number {
  const { people, tables } = world;
  return (
    tables.commissionerOfPractice[people.practice[i]!]! * 5 + ((people.traits[i]! >> QUINTILE_SHIFT) & 7)
  );
}

export function tally(world: World, i: number, what: number): void {
  world.tally.residents[cellOf(world, i) * RT_COUNT + what]! += 1;
}

/**
 * Utility in micro-units, an integer at least 0: the norm of age and sex, less conditions, less the open need, less
 * what treatment left (EQ-5D; states only, no lumps).
 */
export function utilityOf(world: World, i: number): number {
  const { people, hazards, settings } = world;
  let utility = hazards.utilityBase[people.ageClass[i]!]! * hazards.utilityMultiplier[people.conditions[i]!]!;
  const pathway = people.pathway[i]!;
  if ((pathway & STAGE_MASK) !== STAGE.none) {
    utility -= settings.needDecrement[(pathway >> SPECIALTY_SHIFT) & 7]! * severityOf(people.severity[i]!);
  }
  utility -= people.residual[i]! * RESIDUAL_STEP;
  return utility <= 0 ? 0 : Math.round(utility * 1e6);
}

/** Severity of a need from its byte, in (0, 1). */
export function severityOf(byte: number): number {
  return (byte + 0.5) / 256;
}

function addUtility(world: World, i: number, micro: number): void {
  world.tally.utility[cellOf(world, i)]! += micro;
  if (i < world.tables.cohortEnd) world.tally.cohortUtility += micro;
}

/** Count a person in (+1) or out (-1) of everything that is held about people present. */
function countPerson(world: World, i: number, sign: number): void {
  const { people, tally: t } = world;
  const cell = cellOf(world, i);
  t.present[cell]! += sign;
  for (let mask = people.conditions[i]!, c = 0; mask !== 0; mask >>= 1, c++) {
    if ((mask & 1) !== 0) t.withCondition[cell * 12 + c]! += sign;
  }
  const stage = people.pathway[i]! & STAGE_MASK;
  if (stage !== STAGE.none) {
    t.unmetSeverity[cell]! += sign * people.severity[i]!;
    t.stage[stage]! += sign;
  }
  world.books.registered[people.practice[i]!]! += sign;
  addUtility(world, i, sign * utilityOf(world, i));
}

/** A person whose slot has been filled in takes part from now on. */
export function arrive(world: World, i: number): void {
  world.people.life[i] = LIFE.present;
  countPerson(world, i, 1);
  if (world.people.clock[i] !== 0) countClock(world, i, 1);
  renewThresholds(world, i);
}

/** Death or moving out: the slot is empty for good. */
export function depart(world: World, i: number, how: typeof LIFE.died | typeof LIFE.movedOut): void {
  const { people } = world;
  if (how === LIFE.died) {
    tally(world, i, RT.deaths);
    world.tally.deathsByClass[people.ageClass[i]!]! += 1;
  } else tally(world, i, RT.departures);
  countPerson(world, i, -1);
  if ((people.pathway[i]! & STAGE_MASK) !== STAGE.none) {
    leaveQueue(world, i);
    if (people.clock[i] !== 0) countClock(world, i, -1);
    people.pathway[i] = 0;
    people.clock[i] = 0;
  }
  people.life[i] = how;
  renewThresholds(world, i);
}

/** Onset (+) or remission (-) of a condition. */
export function changeCondition(world: World, i: number, condition: number, onset: boolean): void {
  const { people, tally: t } = world;
  const before = utilityOf(world, i);
  if (onset) people.conditions[i]! |= 1 << condition;
  else people.conditions[i]! &= ~(1 << condition);
  t.withCondition[cellOf(world, i) * 12 + condition]! += onset ? 1 : -1;
  addUtility(world, i, utilityOf(world, i) - before);
  renewThresholds(world, i);
}

/** The yearly review of a slot: age class, fading of what treatment left, thresholds. */
export function review(world: World, i: number): void {
  const { people } = world;
  if (people.life[i] !== LIFE.present) return;
  const before = utilityOf(world, i);
  people.ageClass[i] = ageClassOf(people.birthWeek[i]!, world.week, people.traits[i]! & FEMALE_BIT);
  const residual = people.residual[i]!;
  if (residual > 0) people.residual[i] = residual - Math.ceil(residual / world.settings.residualYears);
  addUtility(world, i, utilityOf(world, i) - before);
  renewThresholds(world, i);
}

/** Register with another practice; the zone, and so deprivation and distances, stay. */
export function changePractice(world: World, i: number, practice: number): void {
  const clock = world.people.clock[i] !== 0;
  if (clock) countClock(world, i, -1);
  countPerson(world, i, -1);
  world.people.practice[i] = practice;
  countPerson(world, i, 1);
  if (clock) countClock(world, i, 1);
  renewThresholds(world, i);
}

/** A need arises and the GP keeps it, or it falls off a list unsolved. */
export function keepNeed(world: World, i: number, specialty: number, severity: number): void {
  setPathway(world, i, STAGE.kept | (specialty << SPECIALTY_SHIFT), severity, 0, world.people.provider[i]!);
}

/** Refer to a provider: the clock starts. */
export function refer(
  world: World,
  i: number,
  specialty: number,
  severity: number,
  urgent: boolean,
  provider: number,
  otherSource: boolean,
): void {
  const pathway =
    STAGE.firstOutpatient |
    (specialty << SPECIALTY_SHIFT) |
    (urgent ? URGENT_BIT : 0) |
    (otherSource ? OTHER_SOURCE_BIT : 0);
  const clock = world.week + CLOCK_OFFSET;
  setPathway(world, i, pathway, severity, clock, provider);
  world.books.firstQueue[(provider * 8 + specialty) * 2 + (urgent ? 1 : 0)]!.push(i, clock);
  world.books.joinedFirst[provider * 8 + specialty]! += 1;
  tally(world, i, RT.clock_starts);
}

/** Move on within the pathway: to diagnostics or to the admission list. The clock runs on. */
export function moveToStage(world: World, i: number, stage: number): void {
  const { people, tally: t } = world;
  t.stage[people.pathway[i]! & STAGE_MASK]! -= 1;
  people.pathway[i] = (people.pathway[i]! & ~STAGE_MASK) | stage;
  t.stage[stage]! += 1;
  renewThresholds(world, i);
}

/**
 * The need is treated: the clock stops and the loss of utility shrinks to what treatment leaves,
 * `(1 - gain) * decrement * severity`, which fades over `residual_years`.
 */
export function treat(world: World, i: number, admitted: boolean): void {
  const { people, settings } = world;
  const specialty = (people.pathway[i]! >> SPECIALTY_SHIFT) & 7;
  const gain = settings.treatmentGain[specialty]! * (admitted ? 1 : settings.gainWithoutAdmission);
  const left = (1 - gain) * settings.needDecrement[specialty]! * severityOf(people.severity[i]!);
  tally(world, i, admitted ? RT.stops_admitted : RT.stops_non_admitted);
  recordCompleted(world, i, admitted);
  setPathway(
    world,
    i,
    0,
    0,
    0,
    people.provider[i]!,
    Math.min(255, people.residual[i]! + Math.round(left / RESIDUAL_STEP)),
  );
}

/** Removed from a list: solved elsewhere (recovery, private care), or the need stays unmet. */
export function remove(world: World, i: number, solved: boolean): void {
  const { people } = world;
  leaveQueue(world, i);
  tally(world, i, RT.removals_from_list);
  if (solved) setPathway(world, i, 0, 0, 0, people.provider[i]!);
  else keepNeed(world, i, (people.pathway[i]! >> SPECIALTY_SHIFT) & 7, people.severity[i]!);
}

/** A kept need resolves by itself. */
export function resolveNeed(world: World, i: number): void {
  setPathway(world, i, 0, 0, 0, world.people.provider[i]!);
}

function setPathway(
  world: World,
  i: number,
  pathway: number,
  severity: number,
  clock: number,
  provider: number,
  residual: number = world.people.residual[i]!,
): void {
  const { people, tally: t } = world;
  const cell = cellOf(world, i);
  const before = utilityOf(world, i);
  const oldStage = people.pathway[i]! & STAGE_MASK;
  if (oldStage !== STAGE.none) {
    t.unmetSeverity[cell]! -= people.severity[i]!;
    t.stage[oldStage]! -= 1;
  }
  if (people.clock[i] !== 0) countClock(world, i, -1);
  people.pathway[i] = pathway;
  people.severity[i] = severity;
  people.clock[i] = clock;
  people.provider[i] = provider;
  people.residual[i] = residual;
  const stage = pathway & STAGE_MASK;
  if (stage !== STAGE.none) {
    t.unmetSeverity[cell]! += severity;
    t.stage[stage]! += 1;
  }
  if (clock !== 0) countClock(world, i, 1);
  addUtility(world, i, utilityOf(world, i) - before);
  renewThresholds(world, i);
}

/** Somebody on a list has gone: the queues keep the entry, but no longer count the person. */
function leaveQueue(world: World, i: number): void {
  const { people, books } = world;
  const pathway = people.pathway[i]!;
  const place = people.provider[i]! * 8 + ((pathway >> SPECIALTY_SHIFT) & 7);
  const urgent = (pathway & URGENT_BIT) === 0 ? 0 : 1;
  switch (pathway & STAGE_MASK) {
    case STAGE.firstOutpatient:
      books.firstQueue[place * 2 + urgent]!.left();
      break;
    case STAGE.diagnostics:
      books.inDiagnostics[place]! -= 1;
      break;
    case STAGE.admission:
      books.admissionQueue[place * 2 + urgent]!.left();
      break;
    default:
      break;
  }
}

/** Open clocks by week of start, for the place, the commissioner, the quintile and the provider. */
function countClock(world: World, i: number, sign: number): void {
  const { people, tally: t, tables } = world;
  const clock = people.clock[i]!;
  const c = tables.commissionerOfPractice[people.practice[i]!]!;
  const q = (people.traits[i]! >> QUINTILE_SHIFT) & 7;
  t.open[clock]! += sign;
  t.open[groupOfCommissioner(c) * t.clockWeeks + clock]! += sign;
  t.open[groupOfQuintile(world, q) * t.clockWeeks + clock]! += sign;
  t.open[groupOfProvider(world, people.provider[i]!) * t.clockWeeks + clock]! += sign;
}

function recordCompleted(world: World, i: number, admitted: boolean): void {
  const { people, tally: t, tables } = world;
  const band = Math.max(0, Math.min(WAIT_BANDS - 1, weeksWaited(world.week, people.clock[i]!)));
  const kind = admitted ? 1 : 0;
  const c = tables.commissionerOfPractice[people.practice[i]!]!;
  const q = (people.traits[i]! >> QUINTILE_SHIFT) & 7;
  t.completedWeek[kind * WAIT_BANDS + band]! += 1;
  t.completedYear[kind * WAIT_BANDS + band]! += 1;
  t.completedYear[(groupOfCommissioner(c) * 2 + kind) * WAIT_BANDS + band]! += 1;
  t.completedYear[(groupOfQuintile(world, q) * 2 + kind) * WAIT_BANDS + band]! += 1;
  t.completedYear[(groupOfProvider(world, people.provider[i]!) * 2 + kind) * WAIT_BANDS + band]! += 1;
}

/** Clocks of people from elsewhere count on the provider's own list only. */
export function countBackgroundClock(world: World, provider: number, clock: number, sign: number): void {
  world.tally.open[groupOfProvider(world, provider) * world.tally.clockWeeks + clock]! += sign;
}

/** A clock of somebody from elsewhere stops. */
export function completeBackground(world: World, provider: number, clock: number, admitted: boolean): void {
  const band = Math.max(0, Math.min(WAIT_BANDS - 1, weeksWaited(world.week, clock)));
  countBackgroundClock(world, provider, clock, -1);
  world.tally.completedYear[
    (groupOfProvider(world, provider) * 2 + (admitted ? 1 : 0)) * WAIT_BANDS + band
  ]! += 1;
}
