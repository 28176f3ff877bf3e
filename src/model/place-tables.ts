import { detExp, detLog, logistic, normalQuantile } from '../kernel/deterministic-math.ts';
import { h3, unit } from '../kernel/draw.ts';
import { PURPOSE, type WeekKeys } from './draws.ts';
import { emergencyRates } from './evidence/emergency-care.ts';
import { englandPopulation } from './evidence/england-population.ts';
import type { HazardTables } from './evidence/hazards.ts';
import { referralsPerNeed, referralThreshold } from './evidence/referral.ts';
import { LIST_BANDS, type Place, SPECIALTIES } from './place.ts';
import { type ArrivalPlan, bandOfAge } from './population/arrival-plan.ts';
import { pathwayTimes } from './population/pathway-times.ts';
import { AGE_YEARS } from './population/people.ts';
import { LONGEST_COUNTED } from './population/person-law.ts';
import type { RunInput } from './run-input.ts';
import type { Settings } from './settings.ts';
import type { PlaceTables } from './world.ts';

/** Longest time in diagnostics and decision that is kept, weeks. */
export const DIAGNOSTICS_SPAN = 160;

/** Tables made once from place and parameters; those that need the people come with the opening books. */
export function preparePlaceTables(
  input: RunInput,
  settings: Settings,
  hazards: HazardTables,
  keys: WeekKeys,
  plan: ArrivalPlan,
): PlaceTables {
  const { place } = input;
  const H = place.providers.count;
  const decision = gpDecision(input, settings);
  const conversionShare = settings.conversion;
  const stopAtFirst = Float64Array.from(conversionShare, (share) =>
    Math.min(0.95, settings.stopAtFirstShare / (1 - share)),
  );
  const conversionAfterDiagnostics = Float64Array.from(
    conversionShare,
    (share, s) => share / (1 - (1 - share) * stopAtFirst[s]!),
  );
  const delayQuantile = diagnosticsDelays(settings);
  const gpShareOfReferrals = gpShare(input);
  const removals = removalTables(settings);
  const { removalByWait } = removals;
  const rates = { delayQuantile, removalByWait, conversionShare, stopAtFirst, gpShareOfReferrals };
  const pathway = pathwayTimes(settings, rates);
  // Those found waiting on the first day were referred when diagnostics took longer.
  const startDelayQuantile = delayQuantile.map((weeks) =>
    Math.min(DIAGNOSTICS_SPAN - 2, weeks * settings.startDiagnosticsRatio),
  );
  const startPathway = pathwayTimes(settings, { ...rates, delayQuantile: startDelayQuantile });
  const pathwayWeeks = pathway.firstWeeks.map(
    (weeks, s) => weeks + pathway.diagnosticsWeeks[s]! + pathway.admissionWeeks[s]!,
  );
  const shares = specialtyShares(input);
  const returns = returning(settings, decision.referredCumulative, decision.threshold, pathway.unsolved);
  const busyYearsPerReferral =
    (weightedMean(pathwayWeeks, shares) / 52 + weightedMean(returns.keptYears, shares)) * returns.referrals;
  const zones = practiceZones(place);
  const reach = reachTables(place, settings);
  return {
    commissionerOfPractice: place.practices.commissioner,
    ...reach,
    ...practiceReach(place, zones, reach.plannedShare),
    practiceZoneStart: zones.start,
    practiceZone: zones.zone,
    practiceZoneCumulative: zones.cumulative,
    registrationCumulative: rowCumulative(place.registration.start, place.registration.share),
    prevalenceRatio: place.practices.prevalenceRatio,
    style: centredStyles(place, practiceStyles(place, settings, keys)),
    logisticCurve: logisticCurve(),
    baseThreshold: new Float64Array(8).fill(decision.threshold),
    conversionThreshold: Float64Array.from(conversionShare, (share) =>
      upperQuantile(decision.referredCumulative, share),
    ),
    conversionShare,
    conversionAfterDiagnostics,
    gpShareOfReferrals,
    urgentThreshold: settings.urgentSeverity,
    ...stayTables(input, settings),
    longStayTail: longStayTail(settings.longStaySigma),
    ...removals,
    survivalToClinic: pathway.toClinic,
    survivalThroughDiagnostics: pathway.throughDiagnostics,
    survivalToAdmission: pathway.toAdmission,
    referredSeverity: decision.referredSeverity,
    stopAtFirst,
    delayQuantile,
    season: seasons(settings.seasonAmplitude, settings.seasonPeakWeek),
    emergencyBound: 1 + settings.seasonAmplitude,
    departure: plan.departure,
    departureBound: largestByEntry(plan.departure),
    onsetBound: onsetBounds(hazards),
    largestRatio: largestRatios(place.practices.prevalenceRatio),
    bandOfClass: Uint8Array.from({ length: 2 * AGE_YEARS }, (_, cls) => bandOfAge(cls % AGE_YEARS)),
    busyYearsPerNeed: decision.referralsPerNeed * busyYearsPerReferral + decision.keptYearsPerNeed,
    busyYearsOther: busyYearsPerReferral,
    pathway,
    startPathway,
    startDelayQuantile,
    meanDelayWeeks: Float64Array.from({ length: 8 }, (_, s) => meanDelay(delayQuantile, s)),
    pathwayWeeks,
    keptYearsPerNeed: decision.keptYearsPerNeed,
    unsolvedYears: returns.keptYears,
    referralsWithReturns: returns.referrals,
    referralsPerNeed: decision.referralsPerNeed,
    referralsPerWeek: new Float64Array(H * 8),
    backgroundReferralsPerWeek: new Float64Array(H * 8),
    backgroundEmergenciesPerWeek: new Float64Array(H),
    backgroundMinorAePerWeek: new Float64Array(H),
    backgroundPlannedPerWeek: new Float64Array(H),
    backgroundGroup: new Int32Array(H).fill(1),
    stayIndex: new Float64Array(H).fill(1),
    standingBedDaysPerWeek: new Float64Array(H),
    habitFactor: detExp(settings.habit),
    remissionByMask: remissions(hazards),
    cohortEnd: 0,
  };
}

/** What the GP's rule implies for an average practice at base-year waits. */
function gpDecision(input: RunInput, settings: Settings) {
  const threshold = referralThreshold(input.parameters);
  const again = settings.representPerWeek / (settings.representPerWeek + settings.resolvePerWeek);
  const weights = new Float64Array(256);
  let kept = 0;
  for (let z = 0; z < 256; z++) {
    const refer = logistic(((z + 0.5) / 256 - threshold) / settings.referralNoise);
    const everReferred = refer / (1 - again * (1 - refer));
    weights[z] = everReferred;
    kept += (1 - refer) / (1 - again * (1 - refer)) / 256;
  }
  const total = weights.reduce((a, b) => a + b, 0);
  const referredCumulative = new Float64Array(256);
  let sum = 0;
  for (let z = 0; z < 256; z++) {
    sum += weights[z]!;
    referredCumulative[z] = sum / total;
  }
  const referredSeverity = new Uint8Array(256);
  for (let n = 0, z = 0; n < 256; n++) {
    while (referredCumulative[z]! < (n + 0.5) / 256) z++;
    referredSeverity[n] = z;
  }
  const keptWeeks = 1 / (settings.representPerWeek + settings.resolvePerWeek);
  return {
    threshold,
    referredCumulative,
    referredSeverity,
    referralsPerNeed: referralsPerNeed(input.parameters),
    keptYearsPerNeed: (kept * keptWeeks) / 52,
  };
}

/**
 * What follows a referral that leaves the need as it was: the need is kept, brought forward again, perhaps referred.
 * @returns keptYears [s] years so kept per referral; referrals: those that follow from one, itself included
 */
function returning(
  settings: Settings,
  referredCumulative: Float64Array,
  threshold: number,
  unsolved: Float64Array,
): { keptYears: Float64Array; referrals: number } {
  const leaving = settings.representPerWeek + settings.resolvePerWeek;
  const again = settings.representPerWeek / leaving;
  let spells = 0;
  let referredAgain = 0;
  for (let z = 0; z < 256; z++) {
    const weight = referredCumulative[z]! - (z === 0 ? 0 : referredCumulative[z - 1]!);
    const refer = logistic(((z + 0.5) / 256 - threshold) / settings.referralNoise);
    spells += weight / (1 - again * (1 - refer));
    referredAgain += (weight * again * refer) / (1 - again * (1 - refer));
  }
  const mean = unsolved.reduce((a, b) => a + b, 0) / unsolved.length;
  return {
    keptYears: unsolved.map((share) => (share * spells) / leaving / 52),
    referrals: 1 / (1 - mean * referredAgain),
  };
}

/** Severity above which the given share of referred patients lies, interpolated between bytes. */
function upperQuantile(cumulative: Float64Array, share: number): number {
  const target = 1 - share;
  let z = 0;
  while (z < 255 && cumulative[z]! < target) z++;
  return (z + 0.5) / 256;
}

function gpShare(input: RunInput): number {
  const gp = input.parameters.gp_referrals_per_1000!;
  return gp / (gp + input.parameters.other_source_firsts_per_1000!);
}

/** Delay in weeks at 256 quantiles by specialty: log-normal, times the specialty's relative wait. */
function diagnosticsDelays(settings: Settings): Float64Array {
  const table = new Float64Array(8 * 256);
  for (let s = 0; s < 8; s++) {
    for (let n = 0; n < 256; n++) {
      const z = normalQuantile((n + 0.5) / 256);
      const weeks =
        settings.relativeWait[s]! * settings.diagnosticsMedianWeeks * detExp(settings.diagnosticsSigma * z);
      table[s * 256 + n] = Math.min(DIAGNOSTICS_SPAN - 2, weeks);
    }
  }
  return table;
}

export function meanDelay(delayQuantile: Float64Array, s: number): number {
  let sum = 0;
  for (let n = 0; n < 256; n++) sum += Math.max(1, delayQuantile[s * 256 + n]!);
  return sum / 256;
}

function reachTables(place: Place, settings: Settings) {
  const entries = place.reach.provider.length;
  const plannedWeight = new Float64Array(entries);
  const plannedShare = new Float64Array(entries);
  const emergencyCumulative = new Float64Array(entries);
  for (let z = 0; z < place.zones.count; z++) {
    const from = place.reach.start[z]!;
    const to = place.reach.start[z + 1]!;
    let planned = 0;
    let emergency = 0;
    let best = Number.NEGATIVE_INFINITY;
    for (let e = from; e < to; e++) best = Math.max(best, plannedUtility(place, settings, e));
    for (let e = from; e < to; e++) {
      plannedWeight[e] = detExp(plannedUtility(place, settings, e) - best);
      planned += plannedWeight[e]!;
      emergency += emergencyWeight(place, settings, e, place.reach.emergencyKm[from]!);
    }
    let sum = 0;
    for (let e = from; e < to; e++) {
      plannedShare[e] = plannedWeight[e]! / planned;
      sum += emergencyWeight(place, settings, e, place.reach.emergencyKm[from]!);
      emergencyCumulative[e] = emergency === 0 ? 1 : sum / emergency;
    }
  }
  return {
    choiceWeight: choiceWeights(place, plannedShare, settings.habit),
    plannedShare,
    emergencyCumulative,
  };
}

/**
 * Weights of the hospitals of a zone in a choice with habit such that the base-year shares stay as they are. With usual
 * hospital u drawn by the shares s and chosen by weights p, raised by 1 + k for u, detailed balance holds when
 * `s ~ p (1 + k p)`: so `p = (sqrt(1 + 4 k c s) - 1) / (2 k)` with c such that the weights sum to 1.
 */
function choiceWeights(place: Place, plannedShare: Float64Array, habit: number): Float64Array {
  const k = detExp(habit) - 1;
  const weights = plannedShare.slice();
  if (k < 1e-9) return weights;
  for (let z = 0; z < place.zones.count; z++) {
    const from = place.reach.start[z]!;
    const to = place.reach.start[z + 1]!;
    const sum = (c: number): number => {
      let total = 0;
      for (let e = from; e < to; e++) {
        weights[e] = (Math.sqrt(1 + 4 * k * c * plannedShare[e]!) - 1) / (2 * k);
        total += weights[e]!;
      }
      return total;
    };
    let low = 0;
    let high = 1 + k;
    for (let step = 0; step < 40; step++) {
      const middle = (low + high) / 2;
      if (sum(middle) > 1) high = middle;
      else low = middle;
    }
    sum((low + high) / 2);
  }
  return weights;
}

/** Distance (a cubic, as fitted for hip replacement, England 2010-13) and the provider's attraction. */
function plannedUtility(place: Place, settings: Settings, e: number): number {
  return (
    distanceUtility(settings, place.reach.plannedKm[e]!) +
    place.providers.attraction[place.reach.provider[e]!]!
  );
}

/** The cubic up to the distance where its evidence ends, its slope there beyond. */
function distanceUtility(settings: Settings, km: number): number {
  const { linear, quadratic, cubic, capKm } = settings.choiceDistance;
  const near = Math.min(km, capKm);
  const slope = linear + near * (2 * quadratic + near * 3 * cubic);
  return near * (linear + near * (quadratic + near * cubic)) + (km - near) * Math.min(0, slope);
}

/** Factor of age on the longer emergency stays, mean 1 over the country's emergencies, and the age where it is 1. */
function stayTables(
  input: RunInput,
  settings: Settings,
): Pick<PlaceTables, 'stayByAge' | 'typicalEmergencyAge'> {
  const england = englandPopulation();
  const rates = emergencyRates(input.parameters, england);
  const perYear = detLog(settings.stayAgeRatioPerDecade) / 10;
  const factor = Float64Array.from({ length: AGE_YEARS }, (_, age) =>
    detExp(perYear * (Math.max(20, age) - 20)),
  );
  let emergencies = 0;
  let weighted = 0;
  for (let cls = 0; cls < england.length; cls++) {
    emergencies += england[cls]! * rates[cls]!;
    weighted += england[cls]! * rates[cls]! * factor[cls % AGE_YEARS]!;
  }
  const stayByAge = factor.map((value) => (value * emergencies) / weighted);
  let typicalEmergencyAge = 0;
  while (typicalEmergencyAge < AGE_YEARS - 1 && stayByAge[typicalEmergencyAge]! < 1) typicalEmergencyAge++;
  return { stayByAge, typicalEmergencyAge };
}

/** Log-normal factor on the longer part of emergency stays at 1,024 equally likely quantiles, mean 1. */
function longStayTail(sigma: number): Float64Array {
  const tail = Float64Array.from({ length: 1024 }, (_, n) =>
    detExp(sigma * normalQuantile((n + 0.5) / 1024)),
  );
  const mean = tail.reduce((a, b) => a + b, 0) / tail.length;
  return tail.map((value) => value / mean);
}

/** Log-linear in weeks waited, in age from 50, and over the five fifths with the stated end-to-end ratio. */
function removalTables(settings: Settings): Pick<PlaceTables, 'removalByWait' | 'removalByPerson'> {
  const removalByWait = Float64Array.from({ length: LONGEST_COUNTED + 1 }, (_, week) =>
    detExp(settings.removalWaitSlope * week),
  );
  const removalByPerson = new Float64Array(5 * AGE_YEARS);
  for (let q = 0; q < 5; q++) {
    const affluence = detExp((detLog(settings.removalAffluenceRatio) * (2 - q)) / 4);
    for (let age = 0; age < AGE_YEARS; age++) {
      removalByPerson[q * AGE_YEARS + age] = affluence * detExp(settings.removalAgeSlope * (age - 50));
    }
  }
  return { removalByWait, removalByPerson };
}

function emergencyWeight(place: Place, settings: Settings, e: number, origin: number): number {
  const km = place.reach.emergencyKm[e]!;
  if (!Number.isFinite(km)) return 0;
  const from = Number.isFinite(origin) ? origin : 0;
  return detExp(settings.emergencyDistancePerKm * (km - from));
}

function practiceZones(place: Place) {
  const { start, practice, share } = place.registration;
  const G = place.practices.count;
  const counts = new Uint32Array(G + 1);
  for (const g of practice) counts[g + 1]! += 1;
  for (let g = 0; g < G; g++) counts[g + 1]! += counts[g]!;
  const rowStart = counts.slice();
  const zone = new Uint16Array(practice.length);
  const weight = new Float64Array(practice.length);
  const next = counts.slice(0, G);
  for (let z = 0; z < place.zones.count; z++) {
    for (let e = start[z]!; e < start[z + 1]!; e++) {
      const at = next[practice[e]!]!++;
      zone[at] = z;
      weight[at] = share[e]! * place.zones.residents[z]!;
    }
  }
  return { start: rowStart, zone, weight, cumulative: rowCumulative(rowStart, weight) };
}

function rowCumulative(start: Uint32Array, weight: Float64Array): Float64Array {
  const sums = new Float64Array(weight.length);
  for (let row = 0; row + 1 < start.length; row++) {
    let total = 0;
    for (let e = start[row]!; e < start[row + 1]!; e++) total += weight[e]!;
    let sum = 0;
    for (let e = start[row]!; e < start[row + 1]!; e++) {
      sum += weight[e]!;
      sums[e] = total === 0 ? 1 : sum / total;
    }
  }
  return sums;
}

/** Hospitals that each practice's patients use, with their weights. */
function practiceReach(
  place: Place,
  zones: ReturnType<typeof practiceZones>,
  plannedShare: Float64Array,
): Pick<PlaceTables, 'practiceReachStart' | 'practiceReachProvider' | 'practiceReachWeight'> {
  const H = place.providers.count;
  const starts: number[] = [0];
  const providers: number[] = [];
  const weights: number[] = [];
  const share = new Float64Array(H);
  for (let g = 0; g < place.practices.count; g++) {
    share.fill(0);
    let total = 0;
    for (let at = zones.start[g]!; at < zones.start[g + 1]!; at++) {
      const z = zones.zone[at]!;
      for (let e = place.reach.start[z]!; e < place.reach.start[z + 1]!; e++) {
        share[place.reach.provider[e]!]! += zones.weight[at]! * plannedShare[e]!;
      }
      total += zones.weight[at]!;
    }
    for (let h = 0; h < H; h++) {
      if (share[h]! > 0.005 * total) {
        providers.push(h);
        weights.push(share[h]! / total);
      }
    }
    starts.push(providers.length);
  }
  return {
    practiceReachStart: Uint32Array.from(starts),
    practiceReachProvider: Uint16Array.from(providers),
    practiceReachWeight: Float64Array.from(weights),
  };
}

/** Style of each practice: normal, with the published spread of referral rates. */
function practiceStyles(place: Place, settings: Settings, keys: WeekKeys): Float64Array {
  return Float64Array.from({ length: place.practices.count }, (_, g) => {
    const draw = h3(g, keys.k0[PURPOSE.synthesisStyle]!, keys.k1[PURPOSE.synthesisStyle]!);
    return settings.practiceStyleSd * normalQuantile(unit(draw) + 2 ** -33);
  });
}

/** The styles of a commissioner's practices balance, weighted by their lists: luck is between practices, not places. */
function centredStyles(place: Place, style: Float64Array): Float64Array {
  const weight = new Float64Array(place.commissioners.count);
  const sum = new Float64Array(place.commissioners.count);
  for (let g = 0; g < place.practices.count; g++) {
    const c = place.practices.commissioner[g]!;
    for (let b = 0; b < LIST_BANDS.length; b++) {
      const people = place.practices.registered[g * LIST_BANDS.length + b]!;
      weight[c]! += people;
      sum[c]! += people * style[g]!;
    }
  }
  return style.map((value, g) => {
    const c = place.practices.commissioner[g]!;
    return weight[c] === 0 ? 0 : value - sum[c]! / weight[c]!;
  });
}

/** Yearly wave with mean 1: a parabola through the winter peak and the summer trough, smooth enough for a season. */
export function seasons(amplitude: number, peakWeek: number): Float64Array {
  const wave = new Float64Array(52);
  let mean = 0;
  for (let w = 0; w < 52; w++) {
    // Distance from the peak in half-years, 0 to 1; 1 - 2 d^2 (3 - 2 d) falls smoothly from 1 to -1.
    const apart = Math.abs(w - peakWeek);
    const d = Math.min(apart, 52 - apart) / 26;
    wave[w] = 1 - 2 * d * d * (3 - 2 * d);
    mean += wave[w]! / 52;
  }
  let largest = 0;
  for (let w = 0; w < 52; w++) largest = Math.max(largest, wave[w]! - mean);
  return wave.map((value) => 1 + (amplitude * (value - mean)) / Math.max(1, largest));
}

function remissions(hazards: HazardTables): Float64Array {
  return Float64Array.from({ length: 4096 }, (_, mask) => {
    let rate = 0;
    for (let c = 0; c < 12; c++) if ((mask & (1 << c)) !== 0) rate += hazards.remissionPerYear[c]!;
    return rate / 52;
  });
}

function largestByEntry(tables: readonly Float64Array[]): Float64Array {
  const largest = new Float64Array(tables[0]!.length);
  for (const table of tables)
    table.forEach((value, n) => {
      largest[n] = Math.max(largest[n]!, value);
    });
  return largest;
}

/** Sum over all conditions, held or not, of weekly onset given hypertension + 2 * diabetes. */
function onsetBounds(hazards: HazardTables): Float64Array {
  const rows = hazards.onsetPerYear.length / 12;
  const bounds = new Float64Array(rows * 4);
  for (let row = 0; row < rows; row++) {
    for (let combo = 0; combo < 4; combo++) {
      for (let c = 0; c < 12; c++) {
        bounds[row * 4 + combo]! +=
          (hazards.onsetPerYear[row * 12 + c]! * hazards.onsetCardiometabolic[c * 4 + combo]!) / 52;
      }
    }
  }
  return bounds;
}

function largestRatios(prevalenceRatio: Float64Array): Float64Array {
  return Float64Array.from({ length: prevalenceRatio.length / 12 }, (_, g) => {
    let largest = 0;
    for (let c = 0; c < 12; c++) largest = Math.max(largest, prevalenceRatio[g * 12 + c]!);
    return largest;
  });
}

/** National share of first attendances by specialty. */
function specialtyShares(input: RunInput): Float64Array {
  return Float64Array.from(SPECIALTIES, (specialty) => input.parameters[`specialty_share_${specialty}`]!);
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let total = 0;
  values.forEach((value, n) => {
    sum += value * weights[n]!;
    total += weights[n]!;
  });
  return sum / total;
}

const LOGISTIC_RANGE = 16;
const LOGISTIC_STEPS = 64;

function logisticCurve(): Float64Array {
  return Float64Array.from({ length: 2 * LOGISTIC_RANGE * LOGISTIC_STEPS + 2 }, (_, n) =>
    logistic(n / LOGISTIC_STEPS - LOGISTIC_RANGE),
  );
}

/** Logistic of x by straight lines between the points of the curve: within 0.00001 of it. */
export function logisticAt(curve: Float64Array, x: number): number {
  const at = (Math.max(-LOGISTIC_RANGE, Math.min(LOGISTIC_RANGE, x)) + LOGISTIC_RANGE) * LOGISTIC_STEPS;
  const n = Math.floor(at);
  return curve[n]! + (at - n) * (curve[n + 1]! - curve[n]!);
}
