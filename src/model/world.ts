import type { DrawKey, SeedKey } from '../kernel/draw.ts';
import type { CostTables } from './behaviour/expected-cost.ts';
import type { Will } from './behaviour/will/will.ts';
import type { CareBooks } from './books/care-books.ts';
import type { EffectBooks } from './books/effect-books.ts';
import type { MoneyBooks } from './books/money-books.ts';
import type { ReviewBooks } from './books/review-books.ts';
import type { TallyBooks } from './books/tally-books.ts';
import type { WeekKeys } from './draws.ts';
import type { HazardTables } from './evidence/hazards.ts';
import type { Cells } from './institutions/in-force.ts';
import type { Institutions } from './institutions/institutions.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { AnnualBooks } from './metrics/annual-books.ts';
import type { Organisations } from './organisations/organisations.ts';
import type { Structure } from './organisations/structure.ts';
import type { Place } from './place.ts';
import type { PathwayTimes } from './population/pathway-times.ts';
import type { People } from './population/people.ts';
import type { PersonBook, PersonLaw } from './population/person-engine.ts';
import type { WeekList } from './population/week-list.ts';
import type { JournalEvent } from './result.ts';
import type { RunInput } from './run-input.ts';
import type { Settings } from './settings.ts';

/**
 * Everything a run holds. Phases take the world, read any of it and write their own part; people and books are typed
 * arrays changed in place, organisations are an immutable tree that is replaced when boards act.
 *
 * Index conventions: c commissioner, h provider, s specialty, hs = h * 8 + s, q quintile, cq = c * 5 + q,
 * ch = c * providers + h, o body, p purchaser (a commissioner, or a body at commissioners + o), ph = p * providers + h.
 */
export interface World {
  readonly input: RunInput;
  readonly place: Place;
  readonly settings: Settings;
  readonly hazards: HazardTables;
  readonly seed: SeedKey;
  readonly keys: WeekKeys;
  /** Key of what is decided once for a pathway. */
  readonly pathwaySetting: DrawKey;
  readonly people: People;
  readonly tables: PlaceTables;
  /** What a year of hospital care of a person is expected to cost. */
  readonly costs: CostTables;
  readonly lists: WeekLists;
  readonly books: Books;
  /** What may happen to a person in a week. */
  readonly law: PersonLaw;
  /** Every change of a person's state. */
  readonly person: PersonBook;
  readonly ledger: Ledger;
  /** What organisations want and how they stand to each other. */
  readonly will: Will;
  /** Who belongs to whom. */
  readonly structure: Structure;
  /** Where each organisation's institutions stand in `inForce`. */
  readonly cells: Cells;
  readonly tally: TallyBooks;
  readonly records: AnnualBooks;
  /** Tick about to run, or running. */
  week: number;
  institutions: Institutions;
  /** Institutions in force by cell (see `institutions/in-force.ts`). */
  inForce: readonly Institutions[];
  /** Entries of the input's institutions that have come into force. */
  scheduled: number;
  organisations: Organisations;
  journal: JournalEvent[];
}

/** Tables made once from place and parameters. */
export interface PlaceTables {
  /** Commissioner of each practice. */
  readonly commissionerOfPractice: Uint16Array;
  /** [c] practices of a commissioner's area, ascending. */
  readonly practicesOfArea: readonly (readonly number[])[];
  /** By reach entry: weight of the provider in a choice with habit, waits and quality apart. */
  readonly choiceWeight: Float64Array;
  /** By reach entry: share of the zone's planned care that goes to the provider at base-year waits. */
  readonly plannedShare: Float64Array;
  /** By reach entry: cumulative probability of the provider for an emergency. */
  readonly emergencyCumulative: Float64Array;
  /** By practice: providers its patients use and their weight, compressed rows; for the waits that the GP sees. */
  readonly practiceReachStart: Uint32Array;
  readonly practiceReachProvider: Uint16Array;
  readonly practiceReachWeight: Float64Array;
  /** By practice: zones its patients live in, compressed rows with cumulative shares. */
  readonly practiceZoneStart: Uint32Array;
  readonly practiceZone: Uint16Array;
  readonly practiceZoneCumulative: Float64Array;
  /** [h] mean over a provider's patients of planned care of the share who would go elsewhere, `1 - s`. */
  readonly contestability: Float64Array;
  /** By zone: practices to register with after a change, compressed as in the place, cumulative. */
  readonly registrationCumulative: Float64Array;
  /** [practice * 12 + condition] register ratio. */
  readonly prevalenceRatio: Float64Array;
  /** Style of each practice, on the scale of the referral threshold. */
  readonly style: Float64Array;
  /** Emergencies of each practice's people over what their need lets expect; mean 1 over a commissioner's practices. */
  readonly practiceEmergencies: Float64Array;
  /** The logistic curve as a table: what a GP's decision reads (see `logisticAt`). */
  readonly logisticCurve: Float64Array;
  /** [s] referral threshold of an average practice at base-year waits; conversion threshold on severity. */
  readonly baseThreshold: Float64Array;
  readonly conversionThreshold: Float64Array;
  /** [s] cost of the visits and of the operation of a referral, over the mean cost of all. */
  readonly visitCost: Float64Array;
  readonly operationCost: Float64Array;
  /** Severity above which a referral is urgent. */
  readonly urgentThreshold: number;
  /** [byte] severity of an other-source referral: quantiles of the severity of those a GP refers. */
  readonly referredSeverity: Uint8Array;
  /** [byte] share of those a GP refers whose severity is at most this byte. */
  readonly referredCumulative: Float64Array;
  /** [s] share of first visits that lead to an admission list. */
  readonly conversionShare: Float64Array;
  /** [s] the same among those who go through diagnostics. */
  readonly conversionAfterDiagnostics: Float64Array;
  /** Share of hospital referrals that come from a GP, base year. */
  readonly gpShareOfReferrals: number;
  /** Share of non-converted patients whose clock stops at the first visit, by specialty. */
  readonly stopAtFirst: Float64Array;
  /** [s * 256 + i] delay in whole weeks at the (i + 0.5) / 256 quantile, at a diagnostics pace of 1, as a real. */
  readonly delayQuantile: Float64Array;
  /** [52] factor on emergencies; its largest value times the largest shock bounds the weekly draw. */
  readonly season: Float64Array;
  readonly emergencyBound: number;
  /** [year][c * 7 + band] weekly probability of moving out of the place, and its bound over the run. */
  readonly departure: Float64Array[];
  readonly departureBound: Float64Array;
  /** [(cls * 5 + q) * 4 + combo] weekly onset of any condition at a register ratio of 1, a bound; [g] largest ratio. */
  readonly onsetBound: Float64Array;
  readonly largestRatio: Float64Array;
  /** Band of population estimates by age class. */
  readonly bandOfClass: Uint8Array;
  /** Mean years that a need brought to a GP, and one from another source, keeps a person busy: kept or on a pathway. */
  readonly busyYearsPerNeed: number;
  readonly busyYearsOther: number;
  /** Times and shares of a pathway's stages in the base year. */
  readonly pathway: PathwayTimes;
  /** The same of those who are found waiting on the first day, and their delays as in `delayQuantile`. */
  readonly startPathway: PathwayTimes;
  readonly startDelayQuantile: Float64Array;
  /** [s] mean weeks in diagnostics and decision at a pace of 1. */
  readonly meanDelayWeeks: Float64Array;
  /** Years that the GP keeps a need, and referrals that follow, per need brought to a GP. */
  readonly keptYearsPerNeed: number;
  readonly referralsPerNeed: number;
  /** [s] years that a need is kept after a referral that left it unsolved, per referral; referrals that follow from one. */
  readonly unsolvedYears: Float64Array;
  readonly referralsWithReturns: number;
  /** Base-year weekly referrals of residents by hs; of people from elsewhere. */
  readonly referralsPerWeek: Float64Array;
  readonly backgroundReferralsPerWeek: Float64Array;
  /** Base-year weekly emergencies of people from elsewhere by provider; minor A&E; planned admissions. */
  readonly backgroundEmergenciesPerWeek: Float64Array;
  readonly backgroundMinorAePerWeek: Float64Array;
  readonly backgroundPlannedPerWeek: Float64Array;
  /** People from elsewhere go through a provider in groups of this many: one entry, that many patients. */
  readonly backgroundGroup: Int32Array;
  /** Factor on the longer part of an emergency stay, by quantile. */
  readonly longStayTail: Float64Array;
  /** [age] factor on longer emergency stays; the age at which it is 1. */
  readonly stayByAge: Float64Array;
  readonly typicalEmergencyAge: number;
  /** [s] chance that a referral survives list removals to each stage, base year. */
  readonly survivalToClinic: Float64Array;
  readonly survivalThroughDiagnostics: Float64Array;
  readonly survivalToAdmission: Float64Array;
  /** Factors on leaving a list: [week waited, up to a year]; [quintile * 101 + age]. */
  readonly removalByWait: Float64Array;
  readonly removalByPerson: Float64Array;
  /** Multiplies the variable part of every stay so that base-year occupancy is the published one. */
  readonly stayIndex: Float64Array;
  /** Bed-days a week of a trust whose emergencies the place does not see. */
  readonly standingBedDaysPerWeek: Float64Array;
  /** exp(habit): how much the usual provider weighs more in a choice. */
  readonly habitFactor: number;
  /** [mask] weekly rate at which any of a person's conditions ends. */
  readonly remissionByMask: Float64Array;
  /** People whose health is the headline: slots below this one. */
  cohortEnd: number;
}

/** Lists made by the health phase for the phases after it. */
export interface WeekLists {
  readonly needs: WeekList;
  readonly otherReferrals: WeekList;
  readonly emergencies: WeekList;
  readonly planned: WeekList;
}

/** What organisations see, week by week: the only way from care to behaviour. */
export interface Books extends CareBooks, EffectBooks, ReviewBooks, MoneyBooks {}

/** Bed-days and follow-ups are kept on wheels of this many weeks. */
export const WHEEL = 64;

/** Monthly snapshots of waits that are kept: enough for a publication lag of up to half a year. */
export const WAIT_SNAPSHOTS = 8;

/** Prices by provider: first visit, follow-up, day case, elective stay per specialty; then emergency short, long; A&E. */
export const PRICE = {
  first: 0,
  followUp: 8,
  dayCase: 16,
  inpatient: 24,
  emergencyShort: 32,
  emergencyLong: 33,
  ae: 34,
} as const;
export const PRICES = 35;

/** Categories of activity that a payment rule can treat apart. */
export const CATEGORY = { outpatient: 0, elective: 1, emergency: 2, accidentAndEmergency: 3 } as const;
export const CATEGORIES = 4;
