/** What is published and what the quarterly reviews look at. Index conventions as in `World`. */
export interface ReviewBooks {
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
  /** Patients served since the last quarterly review, by hs. */
  readonly servedFirst: Float64Array;
  readonly servedAdmission: Float64Array;
  /** People waiting at the last quarterly review, by hs. */
  readonly listFirstBefore: Float64Array;
  readonly listAdmissionBefore: Float64Array;
}
