import type { Columns } from '../../kernel/arena.ts';
import type { WasmConstants } from '../../kernel/web-assembly.ts';
import { GT_COUNT, PT_COUNT } from '../metrics/tallies.ts';
import { DIAGNOSTICS_SPAN } from '../place-tables/diagnostics-delays.ts';
import { longStayMean } from '../place-tables/emergency-tables.ts';
import { PRICES, WHEEL, type World } from '../world.ts';
import type { batchRoom } from './care-room.ts';
import type { costRoom } from './cost-room.ts';
import type { reviewRoom } from './review-room.ts';

/**
 * Care of many people in one call: what phases else do for one after the other, on the columns of a batch. A phase that
 * finds none (`PersonBook.care` is null) does it itself; the outcome is the same bit for bit.
 */
export interface CareBatches {
  readonly columns: Columns<
    ReturnType<typeof batchRoom> & ReturnType<typeof costRoom> & ReturnType<typeof reviewRoom>
  >;
  readonly module: CareModule;
}

/** Exports of assembly/person.ts. The first `count` entries of the batch are worked off; see there how each ends. */
export interface CareModule {
  befall(events: number): void;
  decideOnNeeds(count: number, week: number): void;
  referFromOtherSources(count: number, week: number): void;
  seeFrom(count: number, queue: number, slots: number, groups: number, week: number): void;
  decideOnAdmissions(count: number, first: number, week: number): void;
  operate(count: number, queue: number, slots: number, met: number, week: number): void;
  avoidEmergencies(count: number): void;
  meetEmergencies(count: number, week: number): void;
  /** See ../behaviour/cost-census.ts. */
  countCosts(to: number, rows: number): void;
  /** 1 where anybody in the slots below `to` belongs to a body by themselves, else 0. */
  anyOwnSystem(to: number): number;
  /** See ../behaviour/enrolment.ts. */
  whoThinksAgain(from: number, to: number, most: number, week: number): number;
}

/** Where a batch says how it ended: `batchCounts`. */
export const ENDED = { joins: 0, handed: 1, entries: 2, left: 3, groups: 4, waited: 5 } as const;

/** Where it says how many people the events of a chunk bring to each list: `listCounts`. */
export const LISTED = { needs: 0, others: 1, emergencies: 2, planned: 3, moving: 4 } as const;

/** The numbers of the run under the names that assembly/care-layout.ts declares. */
export function careNumbers(world: Omit<World, 'person' | 'law'>): WasmConstants {
  const { settings, tables, place, structure, pathwaySetting } = world;
  const { hospital, commissioning } = settings;
  const H = place.providers.count;
  return {
    referralNoise: settings.referralNoise,
    urgentThreshold: tables.urgentThreshold,
    habitFactor: tables.habitFactor,
    caseConditions: commissioning.caseManagement.conditions,
    consultantShare: hospital.consultantShare,
    consultantReferralsPerFirst: hospital.consultantReferralsPerFirst,
    neverAttendedShare: settings.neverAttendedShare,
    gpShareOfReferrals: tables.gpShareOfReferrals,
    urgentShare: settings.urgentShare,
    diagnosticsSpan: DIAGNOSTICS_SPAN,
    electiveStayDays: settings.electiveStayDays,
    shortStayShare: settings.shortStayShare,
    shortStayDays: settings.shortStayDays,
    longStayMean: longStayMean(settings),
    longStayTailLength: tables.longStayTail.length,
    borderlineShare: hospital.borderlineShare,
    viaAeShare: settings.viaAeShare,
    readmissionShare: hospital.readmissionShare,
    emergencyMargin: commissioning.emergencyMargin,
    hospitalDeathShare: settings.hospitalDeathShare,
    removalSolvedShare: settings.removalSolvedShare,
    pathwaySetting0: pathwaySetting.k0,
    pathwaySetting1: pathwaySetting.k1,
    reviewExperience: settings.enrolment.experience,
    practiceCount: place.practices.count,
    hospitals: H,
    bodies: structure.bodies,
    pairs: (place.commissioners.count + structure.bodies) * H,
    providerTallies: PT_COUNT,
    practiceTallies: GT_COUNT,
    prices: PRICES,
    wheelWeeks: WHEEL,
  };
}
