/** Activity at its prices, contracts and plans, and what purchasers, providers and practices hold and owe. Index conventions as in `World`. */
export interface MoneyBooks {
  /** Share of a provider's activity that each commissioner, then elsewhere, buys: [h * (C + 1) + c], base year. */
  readonly purchaserShare: Float64Array;
  /** Rounding state of follow-ups between purchasers, by hs. */
  readonly followUpRounding: Float64Array;
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
  /** Turns of the year for which a category has been paid by the same plan, by pair as `plan`; then by provider. */
  readonly blockYears: Float64Array;
  readonly elsewhereBlockYears: Float64Array;
  /** Emergency admissions by ph this year and last year, for a marginal rate; of those only counted each payer has its part. */
  readonly emergencyCount: Float64Array;
  readonly emergencyCountLastYear: Float64Array;
  /** The same of the year of a fixed baseline, and by purchaser the April in which it began, e.g. 2008; 0 = none counted. */
  readonly emergencyCountBase: Float64Array;
  readonly emergencyBaseYear: Float64Array;
  /** Emergencies over the baseline that have been charged at the marginal rate this year. */
  readonly emergencyExcess: Float64Array;
  /** Of these, those of weeks before the pair's terms changed this year: whoever falls below them gets nothing back. */
  readonly emergencyExcessBefore: Float64Array;
  /**
   * By ph, pence: what the marginal rate has left with the purchaser this year; and what is left of last year's, to be
   * spent over this one unless it is a windfall.
   */
  readonly emergencyRetained: Float64Array;
  readonly retainedDue: Float64Array;
  /** [p] of that, what was paid this week for the avoidance of admissions, pence. */
  readonly avoidanceWeek: Float64Array;
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
  /** [g] planned care of a practice's people, follow-ups included, this year and last, pence at tariff: what its budget is measured by. */
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
  /**
   * [g] care that a programme for long-term conditions pays for, pence: sensitive emergencies and physicians' first visits
   * this year at tariff, and these visits last year; such visits to community clinics this year at what their places
   * cost; the sum a head for emergencies, and for visits wherever they are; the year's sum (0 = none), what has been charged
   * to it, what it holds, savings to spend on services this year; this year's income and cost.
   */
  readonly programmeEmergencies: Float64Array;
  readonly programmeVisits: Float64Array;
  readonly programmeVisitsLastYear: Float64Array;
  readonly programmeCommunityVisits: Float64Array;
  readonly programmeHeadEmergencies: Float64Array;
  readonly programmeHeadVisits: Float64Array;
  readonly programmeBudget: Float64Array;
  readonly programmeCharged: Float64Array;
  readonly programmeHeld: Float64Array;
  readonly programmeServices: Float64Array;
  readonly programmeIn: Float64Array;
  readonly programmeOut: Float64Array;
  /** People of each practice at the last turn of the year; savings promised to practices for this year, by purchaser. */
  readonly practicePeople: Float64Array;
  readonly savingsDue: Float64Array;
  /** [h] income less cost of the last year, and its income, pence. */
  readonly surplusLastYear: Float64Array;
  readonly incomeLastYear: Float64Array;
  /** [h] what its body pays to cover its deficit this year, pence. */
  readonly deficitCover: Float64Array;
  /** What was held, but for what is set aside, and retained at the end of the last year, pence. */
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
}
