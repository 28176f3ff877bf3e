import type { Columns } from '../../kernel/arena.ts';
import { RT, RT_COUNT } from '../metrics/tallies.ts';
import { WAIT_BANDS } from '../metrics/waiting-times.ts';
import type { World } from '../world.ts';
import { type censusRoom, countPeople, emptyCensus } from './census.ts';
import {
  AT,
  ageClassOf,
  CLOCK_OFFSET,
  FEMALE_BIT,
  LIFE,
  OTHER_SOURCE_BIT,
  QUINTILE_SHIFT,
  RECORD_BYTES,
  RECORD_WORDS,
  RESIDUAL_STEP,
  SPECIALTY_SHIFT,
  STAGE,
  STAGE_MASK,
  severityOf,
  URGENT_BIT,
} from './people.ts';
import type { PersonBook } from './person-engine.ts';
import type { TypescriptLaw } from './person-law.ts';
import { firstProviderGroup, firstQuintileGroup, PersonLists } from './person-lists.ts';
import { MASK, type PersonTables, ROW } from './person-tables.ts';

/** Close the book over its columns: this code runs for every event. */
export function personBook(
  world: Omit<World, 'person' | 'law'>,
  law: TypescriptLaw,
  packed: PersonTables,
  room: Columns<ReturnType<typeof censusRoom>>,
): PersonBook {
  const { rows, masks } = packed;
  // Columns and offsets, not the accessors: this code is where the time goes.
  const { bytes, signed, words } = world.people;
  const { tables, settings, books, tally: t } = world;
  const { cohortEnd } = tables;
  const { needDecrement, treatmentGain, gainWithoutAdmission, residualYears } = settings;
  const {
    residents,
    present,
    withCondition,
    utility,
    unmetSeverity,
    open,
    completedYear,
    completedWeek,
    cohortUtility,
  } = t;
  const { consultationRate, minorAeRate } = books;
  const stageCount = t.stage;
  const lists = new PersonLists(world);
  const cellOf = (i: number): number => lists.cellOf(i);
  const tally = (i: number, what: number): void => lists.tally(i, what);
  const quintileGroup = firstQuintileGroup(world);
  const providerGroup = firstProviderGroup(world);

  function rowOf(i: number): number {
    return (
      (bytes[i * RECORD_BYTES + AT.ageClass]! * 5 +
        ((bytes[i * RECORD_BYTES + AT.traits]! >> QUINTILE_SHIFT) & 7)) *
      ROW.size
    );
  }

  /** The norm of age and sex, less conditions: what a person without open need or residual loss would have. */
  function baseUtility(i: number): number {
    return (
      rows[rowOf(i) + ROW.utility]! *
      masks[words[i * RECORD_WORDS + AT.conditions]! * MASK.size + MASK.utility]!
    );
  }

  /** Base utility less the open need, less what treatment left: states only, no lumps; micro-units, at least 0. */
  function micro(base: number, bits: number, severityByte: number, residualSteps: number): number {
    let value = base - residualSteps * RESIDUAL_STEP;
    if ((bits & STAGE_MASK) !== STAGE.none) {
      value -= needDecrement[(bits >> SPECIALTY_SHIFT) & 7]! * severityOf(severityByte);
    }
    return value <= 0 ? 0 : Math.floor(value * 1e6 + 0.5);
  }

  function utilityOf(i: number): number {
    return micro(
      baseUtility(i),
      bytes[i * RECORD_BYTES + AT.pathway]!,
      bytes[i * RECORD_BYTES + AT.severity]!,
      bytes[i * RECORD_BYTES + AT.residual]!,
    );
  }

  function addUtility(i: number, cell: number, change: number): void {
    utility[cell]! += change;
    if (i < cohortEnd) cohortUtility[0]! += change;
  }

  /** Consultations a week that this person adds to the practice's, in millionths (an integer). */
  function consultations(i: number): number {
    return Math.floor(
      rows[rowOf(i) + ROW.consultations]! *
        masks[words[i * RECORD_WORDS + AT.conditions]! * MASK.size + MASK.consultations]!,
    );
  }

  /** A&E attendances a week, other than emergency admissions, that this person adds to the zone's, in millionths. */
  function minorAe(i: number): number {
    return rows[rowOf(i) + ROW.minorAe]!;
  }

  function countPerson(i: number, sign: number): void {
    const cell = cellOf(i);
    present[cell]! += sign;
    for (let mask = words[i * RECORD_WORDS + AT.conditions]!, c = 0; mask !== 0; mask >>= 1, c++) {
      if ((mask & 1) !== 0) withCondition[cell * 12 + c]! += sign;
    }
    const stage = bytes[i * RECORD_BYTES + AT.pathway]! & STAGE_MASK;
    if (stage !== STAGE.none) {
      unmetSeverity[cell]! += sign * bytes[i * RECORD_BYTES + AT.severity]!;
      stageCount[stage]! += sign;
    }
    books.registered[words[i * RECORD_WORDS + AT.practice]!]! += sign;
    consultationRate[words[i * RECORD_WORDS + AT.practice]!]! += sign * consultations(i);
    minorAeRate[words[i * RECORD_WORDS + AT.zone]!]! += sign * minorAe(i);
    addUtility(i, cell, sign * utilityOf(i));
    if (words[i * RECORD_WORDS + AT.clock]! !== 0) open[words[i * RECORD_WORDS + AT.clock]!]! += sign;
  }

  function recordCompleted(i: number, cell: number, week: number, admitted: boolean): void {
    const band = Math.max(
      0,
      Math.min(WAIT_BANDS - 1, week + CLOCK_OFFSET - words[i * RECORD_WORDS + AT.clock]!),
    );
    const kind = admitted ? 1 : 0;
    const c = Math.floor(cell / 5);
    completedWeek[kind * WAIT_BANDS + band]! += 1;
    completedYear[kind * WAIT_BANDS + band]! += 1;
    completedYear[((1 + c) * 2 + kind) * WAIT_BANDS + band]! += 1;
    completedYear[((quintileGroup + cell - c * 5) * 2 + kind) * WAIT_BANDS + band]! += 1;
    completedYear[
      ((providerGroup + bytes[i * RECORD_BYTES + AT.provider]!) * 2 + kind) * WAIT_BANDS + band
    ]! += 1;
  }

  function setPathway(
    i: number,
    bits: number,
    newSeverity: number,
    newClock: number,
    newProvider: number,
    newResidual: number,
  ): void {
    const cell = cellOf(i);
    const base = baseUtility(i);
    const oldPart = law.stagePart(i);
    const oldBits = bytes[i * RECORD_BYTES + AT.pathway]!;
    const oldSeverity = bytes[i * RECORD_BYTES + AT.severity]!;
    const before = micro(base, oldBits, oldSeverity, bytes[i * RECORD_BYTES + AT.residual]!);
    const oldStage = oldBits & STAGE_MASK;
    if (oldStage !== STAGE.none) {
      unmetSeverity[cell]! -= oldSeverity;
      stageCount[oldStage]! -= 1;
    }
    const oldClock = words[i * RECORD_WORDS + AT.clock]!;
    if (oldClock !== 0) open[oldClock]! -= 1;
    bytes[i * RECORD_BYTES + AT.pathway] = bits;
    bytes[i * RECORD_BYTES + AT.severity] = newSeverity;
    words[i * RECORD_WORDS + AT.clock] = newClock;
    bytes[i * RECORD_BYTES + AT.provider] = newProvider;
    bytes[i * RECORD_BYTES + AT.residual] = newResidual;
    const stage = bits & STAGE_MASK;
    if (stage !== STAGE.none) {
      unmetSeverity[cell]! += newSeverity;
      stageCount[stage]! += 1;
    }
    if (newClock !== 0) open[newClock]! += 1;
    addUtility(i, cell, micro(base, bits, newSeverity, newResidual) - before);
    law.renewStage(i, oldPart);
  }

  function review(i: number, week: number): void {
    if (bytes[i * RECORD_BYTES + AT.life]! !== LIFE.present) return;
    const before = utilityOf(i);
    const visits = consultations(i);
    const attendances = minorAe(i);
    bytes[i * RECORD_BYTES + AT.ageClass] = ageClassOf(
      signed[i * RECORD_WORDS + AT.birthWeek]!,
      week,
      bytes[i * RECORD_BYTES + AT.traits]! & FEMALE_BIT,
    );
    const left = bytes[i * RECORD_BYTES + AT.residual]!;
    if (left > 0) bytes[i * RECORD_BYTES + AT.residual] = left - Math.ceil(left / residualYears);
    addUtility(i, cellOf(i), utilityOf(i) - before);
    consultationRate[words[i * RECORD_WORDS + AT.practice]!]! += consultations(i) - visits;
    minorAeRate[words[i * RECORD_WORDS + AT.zone]!]! += minorAe(i) - attendances;
    law.renew(i);
  }

  return {
    care: null,
    cellOf,
    tally,
    utilityOf,

    arrive(i) {
      bytes[i * RECORD_BYTES + AT.life] = LIFE.present;
      countPerson(i, 1);
      law.renew(i);
    },

    depart(i, how) {
      if (how === LIFE.died) {
        tally(i, RT.deaths);
        t.deathsByClass[bytes[i * RECORD_BYTES + AT.ageClass]!]! += 1;
      } else tally(i, RT.departures);
      countPerson(i, -1);
      if ((bytes[i * RECORD_BYTES + AT.pathway]! & STAGE_MASK) !== STAGE.none) {
        lists.leaveQueue(i);
        bytes[i * RECORD_BYTES + AT.pathway] = 0;
        words[i * RECORD_WORDS + AT.clock] = 0;
      }
      bytes[i * RECORD_BYTES + AT.life] = how;
      law.renew(i);
    },

    changeCondition(i, condition, onset) {
      const cell = cellOf(i);
      const before = utilityOf(i);
      consultationRate[words[i * RECORD_WORDS + AT.practice]!]! -= consultations(i);
      if (onset)
        words[i * RECORD_WORDS + AT.conditions] = words[i * RECORD_WORDS + AT.conditions]! | (1 << condition);
      else
        words[i * RECORD_WORDS + AT.conditions] =
          words[i * RECORD_WORDS + AT.conditions]! & ~(1 << condition);
      consultationRate[words[i * RECORD_WORDS + AT.practice]!]! += consultations(i);
      withCondition[cell * 12 + condition]! += onset ? 1 : -1;
      addUtility(i, cell, utilityOf(i) - before);
      law.renew(i);
    },

    reviewBlock(from, to, week) {
      for (let i = from; i < to; i++) review(i, week);
    },

    changePractice(i, to) {
      countPerson(i, -1);
      words[i * RECORD_WORDS + AT.practice] = to;
      countPerson(i, 1);
      law.renew(i);
    },

    keepNeed(i, specialty, newSeverity) {
      setPathway(
        i,
        STAGE.kept | (specialty << SPECIALTY_SHIFT),
        newSeverity,
        0,
        bytes[i * RECORD_BYTES + AT.provider]!,
        bytes[i * RECORD_BYTES + AT.residual]!,
      );
    },

    refer(i, week, specialty, newSeverity, urgent, newProvider, otherSource) {
      const bits =
        STAGE.firstOutpatient |
        (specialty << SPECIALTY_SHIFT) |
        (urgent ? URGENT_BIT : 0) |
        (otherSource ? OTHER_SOURCE_BIT : 0);
      const start = week + CLOCK_OFFSET;
      setPathway(i, bits, newSeverity, start, newProvider, bytes[i * RECORD_BYTES + AT.residual]!);
      lists.joinFirstQueue(i, start, newProvider * 8 + specialty, urgent);
      tally(i, RT.clock_starts);
    },

    treat(i, week, admitted) {
      const specialty = (bytes[i * RECORD_BYTES + AT.pathway]! >> SPECIALTY_SHIFT) & 7;
      const gain = treatmentGain[specialty]! * (admitted ? 1 : gainWithoutAdmission);
      const left =
        (1 - gain) * needDecrement[specialty]! * severityOf(bytes[i * RECORD_BYTES + AT.severity]!);
      const cell = cellOf(i);
      residents[cell * RT_COUNT + (admitted ? RT.stops_admitted : RT.stops_non_admitted)]! += 1;
      recordCompleted(i, cell, week, admitted);
      setPathway(
        i,
        0,
        0,
        0,
        bytes[i * RECORD_BYTES + AT.provider]!,
        Math.min(255, bytes[i * RECORD_BYTES + AT.residual]! + Math.round(left / RESIDUAL_STEP)),
      );
    },

    refuse(i, week) {
      const cell = cellOf(i);
      residents[cell * RT_COUNT + RT.stops_non_admitted]! += 1;
      recordCompleted(i, cell, week, false);
      setPathway(
        i,
        STAGE.kept | (((bytes[i * RECORD_BYTES + AT.pathway]! >> SPECIALTY_SHIFT) & 7) << SPECIALTY_SHIFT),
        bytes[i * RECORD_BYTES + AT.severity]!,
        0,
        bytes[i * RECORD_BYTES + AT.provider]!,
        bytes[i * RECORD_BYTES + AT.residual]!,
      );
    },

    remove(i, solved) {
      lists.leaveQueue(i);
      tally(i, RT.removals_from_list);
      const specialty = (bytes[i * RECORD_BYTES + AT.pathway]! >> SPECIALTY_SHIFT) & 7;
      if (solved)
        setPathway(
          i,
          0,
          0,
          0,
          bytes[i * RECORD_BYTES + AT.provider]!,
          bytes[i * RECORD_BYTES + AT.residual]!,
        );
      else
        setPathway(
          i,
          STAGE.kept | (specialty << SPECIALTY_SHIFT),
          bytes[i * RECORD_BYTES + AT.severity]!,
          0,
          bytes[i * RECORD_BYTES + AT.provider]!,
          bytes[i * RECORD_BYTES + AT.residual]!,
        );
    },

    resolveNeed(i) {
      setPathway(i, 0, 0, 0, bytes[i * RECORD_BYTES + AT.provider]!, bytes[i * RECORD_BYTES + AT.residual]!);
    },

    moveToStage: (i, stage) => lists.moveToStage(i, stage),
    stillWaiting: (slot, clock, stage, place) => lists.stillWaiting(slot, clock, stage, place),
    completeBackground: (h, clock, week, admitted, patients) =>
      lists.completeBackground(h, clock, week, admitted, patients),
    census(to, week) {
      const census = emptyCensus(room);
      countPeople(world, to, week, census);
      return census;
    },
  };
}
