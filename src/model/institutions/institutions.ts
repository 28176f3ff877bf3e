/**
 * The institutions in force: who holds the budget, how providers are paid, who may choose, what is guaranteed.
 * Plain data; behaviour reads these settings and never a regime's name.
 */
export interface Institutions {
  readonly budget: {
    /** How far the cost of care falls on a purse that the general practitioner feels. */
    readonly salience: 'none' | 'indicative' | 'hard';
  };
  readonly payment: {
    /** How trusts are paid for each kind of care. Block plans are rebased on the last year's activity at a switch. */
    readonly outpatient: 'tariff' | 'block';
    readonly elective: 'tariff' | 'block';
    readonly emergency: 'tariff' | 'block';
    readonly accidentAndEmergency: 'tariff' | 'block';
    /** Share of tariff paid for emergency admissions above last year's number; 1 = no marginal rate. */
    readonly emergencyMarginalRate: number;
    /** Community services. */
    readonly community: 'block';
    readonly marketForcesFactor: boolean;
  };
  readonly choice: {
    /** What patients may choose: nothing (the usual or nearest provider) or the hospital. */
    readonly of: 'none' | 'provider';
    /** Share of referrals at which a choice is really offered. */
    readonly offeredShare: number;
  };
  readonly entitlement: {
    /** Longest planned wait from referral to treatment, weeks, towards which capacity is planned; 0 = no target. */
    readonly targetWaitWeeks: number;
  };
  readonly planning: {
    /** Yearly contract round: volumes follow demand and clear the list above the target wait, within staff limits. */
    readonly volumesFollowDemand: boolean;
  };
  readonly programme: {
    /** Commissioner's demand management, 0 (none) to 1 (most intensive). */
    readonly demandManagement: number;
  };
}
