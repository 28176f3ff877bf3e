import type { DrawKey, SeedKey } from '../kernel/draw.ts';
import type { CostTables } from './behaviour/expected-cost.ts';
import type { Will } from './behaviour/will/will.ts';
import type { WeekKeys } from './draws.ts';
import type { HazardTables } from './evidence/hazards.ts';
import type { Cells } from './institutions/in-force.ts';
import type { Institutions } from './institutions/institutions.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { AnnualBooks } from './metrics/annual-books.ts';
import type { Organisations } from './organisations/organisations.ts';
import type { Structure } from './organisations/structure.ts';
import type { Place } from './place.ts';
import type { DelayCalendar } from './population/delay-calendar.ts';
import type { PathwayTimes } from './population/pathway-times.ts';
import type { PatientQueue } from './population/patient-queue.ts';
import type { People } from './population/people.ts';
import type { PersonBook } from './population/person-book.ts';
import type { PersonLaw } from './population/person-law.ts';
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
  /** The logistic curve as a table: what a GP's decision reads (see `logisticAt`). */
  readonly logisticCurve: Float64Array;
  /** [s] referral threshold of an average practice at base-year waits; conversion threshold on severity. */
  readonly baseThreshold: Float64Array;
  readonly conversionThreshold: Float64Array;
  /** Severity above which a referral is urgent. */
  readonly urgentThreshold: number;
  /** [byte] severity of an other-source referral: quantiles of the severity of those a GP refers. */
  readonly referredSeverity: Uint8Array;
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
export interface Books {
  /** Queues by (hs * 2 + urgent). */
  readonly firstQueue: PatientQueue[];
  readonly admissionQueue: PatientQueue[];
  readonly diagnostics: DelayCalendar;
  /** People now in diagnostics, by hs (background included). */
  readonly inDiagnostics: Int32Array;
  /** Weekly capacity in first-visit equivalents and in operations, by hs; fractions carried over. */
  readonly outpatientSlots: Float64Array;
  readonly electiveSlots: Float64Array;
  readonly outpatientCarry: Float64Array;
  readonly electiveCarry: Float64Array;
  /** Multiplies diagnostics delays, by provider; 1 in the base year. */
  readonly diagnosticsPace: Float64Array;
  /** Follow-up visits still to come of first visits made, by hs. */
  readonly followUpsDue: Float64Array;
  readonly followUpCarry: Float64Array;
  /** Share of a provider's activity that each commissioner, then elsewhere, buys: [h * (C + 1) + c], base year. */
  readonly purchaserShare: Float64Array;
  /** Rounding state of follow-ups between purchasers, by hs. */
  readonly followUpRounding: Float64Array;
  /** Occupied bed-days ahead, by provider and week of a wheel. */
  readonly bedDays: Float64Array;
  /** Bed-days on which this week's inpatients were booked, by provider. */
  readonly bookedBedDays: Float64Array;
  /** Available beds. */
  readonly beds: Float64Array;
  /** Bed-days used and overflowing to community hospitals this week; occupancy, share. */
  readonly bedDaysUsed: Float64Array;
  readonly bedDaysOverflow: Float64Array;
  readonly occupancy: Float64Array;
  /** This week's share of A&E attendances within four hours, and factor on stays, by provider. */
  readonly withinFourHours: Float64Array;
  readonly stayFactor: Float64Array;
  /** What levers and slow states do, renewed quarterly, by provider; 1 at the reference: factors on stays, unit cost, growth of capacity that staff allow, local prices. */
  readonly stayEffort: Float64Array;
  readonly unitCost: Float64Array;
  readonly staffRoom: Float64Array;
  readonly priceFactor: Float64Array;
  /** Price of an admission as the provider records it, over that at the base year's coding. */
  readonly codingFactor: Float64Array;
  /** Factors on emergency fatality, on readmissions, on emergencies. */
  readonly fatalityFactor: Float64Array;
  readonly readmissionFactor: Float64Array;
  readonly emergencyFactor: Float64Array;
  /** Borderline short stays admitted, and referrals between consultants, over those of the base year. */
  readonly readinessToAdmit: Float64Array;
  readonly consultantReferrals: Float64Array;
  /** By hs: severity above which patients are admitted, their share at the first visit and after diagnostics; day cases. */
  readonly conversionThreshold: Float64Array;
  readonly conversionShare: Float64Array;
  readonly conversionAfterDiagnostics: Float64Array;
  readonly dayCaseShare: Float64Array;
  /** By hs: capacity of the first day, whose cost is in the opening costs. */
  readonly openingOutpatientSlots: Float64Array;
  readonly openingElectiveSlots: Float64Array;
  /** Since the last review, by provider: emergencies, residents among them and their expected deaths, tariff value in pence, sum of the weeks' occupancies. */
  readonly quarterEmergencies: Float64Array;
  readonly quarterResidents: Float64Array;
  readonly quarterDeaths: Float64Array;
  readonly quarterValue: Float64Array;
  readonly quarterOccupancy: Float64Array;
  /** Waits as published, weeks, by hs: a ring of monthly snapshots and the one in public now. */
  readonly waitSnapshots: Float64Array;
  readonly publishedWait: Float64Array;
  readonly referenceWait: Float64Array;
  /** Factor of a provider in the choice of hospital: published waits and quality, by hs. */
  readonly choiceFactor: Float64Array;
  /** Quality as published now, standard deviations, by h. */
  readonly publishedQuality: Float64Array;
  /** Follow-up visits per first visit, by hs. */
  readonly followUpRatio: Float64Array;
  /** Patients served since the last quarterly review, by hs. */
  readonly servedFirst: Float64Array;
  readonly servedAdmission: Float64Array;
  /** Referral threshold by practice * 8 + s, renewed monthly. */
  readonly threshold: Float64Array;
  /**
   * Value of activity at tariff, pence, by category and ph: this week, this year, last year at this year's prices, and
   * the plan of the year; and by provider for elsewhere.
   */
  readonly activityValue: Float64Array;
  readonly activityYear: Float64Array;
  readonly activityLastYear: Float64Array;
  readonly plan: Float64Array;
  readonly elsewhereValue: Float64Array;
  readonly elsewhereYear: Float64Array;
  readonly elsewhereLastYear: Float64Array;
  readonly elsewherePlan: Float64Array;
  /** Turns of the year that a category has been under a block, by purchaser [category * P + p], then by provider. */
  readonly blockYears: Float64Array;
  readonly elsewhereBlockYears: Float64Array;
  /** Emergency admissions by ph this year and last year: for a marginal rate. */
  readonly emergencyCount: Float64Array;
  readonly emergencyCountLastYear: Float64Array;
  /** Emergencies over last year's number that have been charged at the marginal rate this year. */
  readonly emergencyExcess: Float64Array;
  /** Tariff prices now, pence, by provider: [h * PRICES + price]. */
  readonly pricePence: Float64Array;
  /** Income that activity does not explain, pence a year in 2007-08 money, by ph and from elsewhere by h. */
  readonly blockIncome: Float64Array;
  readonly blockIncomeElsewhere: Float64Array;
  /** Fixed costs, pence a year in 2007-08 money, by h. */
  readonly fixedCost: Float64Array;
  /** [p] what a purchaser planned at the turn of the year to pay for hospital activity, pence; 0 in the first year. */
  readonly plannedBill: Float64Array;
  /** Other services of each purchaser, pence a year in 2007-08 money. */
  readonly otherServices: Float64Array;
  /** People whose services a purchaser pays for, as of the last settlement: what its per-head budgets are set for. */
  readonly openingRegistered: Float64Array;
  /** People of each commissioner's area on the first day. */
  readonly areaRegistered: Float64Array;
  /** Expected consultations a week by practice, and A&E attendances that are no admission by zone: millionths, integers. */
  readonly consultationRate: Float64Array;
  readonly minorAeRate: Float64Array;
  /** [practice * 12 + condition] register ratio times what public health has made of onset: both engines read it. */
  readonly onsetRatio: Float64Array;
  /** [slot] week + 1 in which a person last chose a system; 0 = never. Empty where no run may found a body. */
  readonly enrolledSince: Uint16Array;
  /** Registered people by practice. */
  readonly registered: Int32Array;
  /** Allocation of this financial year to each commissioner's area, pence. */
  readonly allocation: Float64Array;
  /** Allocation of the first year, pence: other services keep their share of what a commissioner has. */
  readonly firstAllocation: Float64Array;
  /** [c * bodies + o] pence a year of an area's allocation that go to the body that its people are enrolled with. */
  readonly passedOn: Float64Array;
  /** Purchaser's smoothed margin, share of what it gets. */
  readonly margin: Float64Array;
  /** Pence that a purchaser, and a provider, has kept since the start, loans included; what it owes. */
  readonly held: Float64Array;
  readonly retained: Float64Array;
  readonly debt: Float64Array;
  readonly debtOfProvider: Float64Array;
  /** [g] planned care of a practice's people this year and last, pence at tariff: what its budget is measured by. */
  readonly practiceSpend: Float64Array;
  readonly practiceSpendLastYear: Float64Array;
  /**
   * [g] fund of a practice that holds its budget, pence: the year's budget (0 = no fund), planned care that has been
   * charged to it or came before it, what it holds, savings to spend on services this year; this year's income and cost.
   */
  readonly fundBudget: Float64Array;
  readonly fundCharged: Float64Array;
  readonly fundHeld: Float64Array;
  readonly fundServices: Float64Array;
  readonly fundIn: Float64Array;
  readonly fundOut: Float64Array;
  /** People of each practice at the last turn of the year; savings promised to practices for this year, by purchaser. */
  readonly practicePeople: Float64Array;
  readonly savingsDue: Float64Array;
  /** [h] income less cost of the last year, pence. */
  readonly surplusLastYear: Float64Array;
  /** [h] what its body pays to cover its deficit this year, pence. */
  readonly deficitCover: Float64Array;
  /** What was held and retained at the end of the last year, pence. */
  readonly heldBefore: Float64Array;
  readonly retainedBefore: Float64Array;
  /** By group of people enrolled with bodies: what the formula in force expects of them, and what they cost, pounds. */
  readonly predicted: Float64Array;
  readonly trueCost: Float64Array;
  /** What bodies and practices did this year: columns `BT` of metrics/tallies. */
  readonly bodyYear: Float64Array;
  /** Price and cost levels against 2007-08. */
  priceLevel: number;
  costLevel: number;
  /** Community services' block of each purchaser, pence a year in 2007-08 money. */
  readonly communityBlock: Float64Array;
  /** Tariff value of what each provider did this week, pence. */
  readonly valueThisWeek: Float64Array;
  /** Pence this financial year: providers' income and costs, purchasers' spend and its activity-priced part. */
  readonly incomeYear: Float64Array;
  readonly costYear: Float64Array;
  readonly spendYear: Float64Array;
  readonly activitySpendYear: Float64Array;
  /** People waiting at the last quarterly review, by hs. */
  readonly listFirstBefore: Float64Array;
  readonly listAdmissionBefore: Float64Array;
}

/** Counts for the results. */
export interface TallyBooks {
  /** [(c * 5 + q) * RT_COUNT + t] this week. */
  readonly residents: Float64Array;
  /** [h * PT_COUNT + t] this year. */
  readonly providers: Float64Array;
  /** [practice * GT_COUNT + t] this year. */
  readonly practices: Float64Array;
  /** People present by cq, of 65 and over, and with each condition [cq * 12 + c]. */
  readonly present: Float64Array;
  readonly withCondition: Float64Array;
  /** Sum of utilities of people present by cq, and of the closed cohort, micro-units (integers). */
  readonly utility: Float64Array;
  readonly cohortUtility: Float64Array;
  /** Sum of severity bytes of unmet needs by cq. */
  readonly unmetSeverity: Float64Array;
  /** Residents' open clocks by week of start + CLOCK_OFFSET. */
  readonly open: Int32Array;
  /** Groups of waits: the place, each commissioner, five quintiles, each provider (with people from elsewhere). */
  readonly groups: number;
  /** Completed waits of the year [(group * 2 + admitted) * WAIT_BANDS + band], and of the week for the place. */
  readonly completedYear: Int32Array;
  readonly completedWeek: Int32Array;
  /** Deaths and emergency admissions of the year by class of age and sex. */
  readonly deathsByClass: Float64Array;
  readonly emergenciesByClass: Float64Array;
  /** People by stage, residents only. */
  readonly stage: Float64Array;
  patientWeeks: number;
  candidates: number;
  happened: number;
  boundViolations: number;
  gpConsultations: number;
}

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
