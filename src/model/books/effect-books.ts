/**
 * What levers, slow states and decisions do to care and cost: factors and thresholds that the weekly phases read.
 * Index conventions as in `World`.
 */
export interface EffectBooks {
  /** What levers and slow states do, renewed quarterly, by provider; 1 at the reference: factors on stays, unit cost, growth of capacity that staff allow, local prices. */
  readonly stayEffort: Float64Array;
  readonly unitCost: Float64Array;
  readonly staffRoom: Float64Array;
  readonly priceFactor: Float64Array;
  /** Price of an admission as the provider records it, over that at the base year's coding. */
  readonly codingFactor: Float64Array;
  /** [h] 1 = `priceFactor` is what was settled at the table. */
  readonly priceNegotiated: Uint8Array;
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
  /** Referral threshold by practice * 8 + s, renewed monthly. */
  readonly threshold: Float64Array;
  /** The same: what the cost of an operation adds to it where one is sure, and severity from which one is likelier than not. */
  readonly operationFelt: Float64Array;
  readonly listedFrom: Float64Array;
  /** The same: severity from which the package of who pays for the practice's people has an operation; 0 = all. */
  readonly packageFrom: Float64Array;
  /** [practice * 12 + condition] register ratio times what public health has made of onset: both engines read it. */
  readonly onsetRatio: Float64Array;
}
