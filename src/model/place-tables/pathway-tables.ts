import { detExp, detLog } from '../../kernel/deterministic-math.ts';
import { type ParameterValues, parameterValue } from '../evidence/parameters.ts';
import { SPECIALTIES } from '../place.ts';
import { pathwayTimes } from '../population/pathway-times.ts';
import { AGE_YEARS } from '../population/people.ts';
import { LONGEST_COUNTED } from '../population/person-bounds.ts';
import type { RunInput } from '../run-input.ts';
import type { Settings } from '../settings.ts';
import type { PlaceTables } from '../world.ts';
import { diagnosticsDelays, meanDelay, startDelays } from './diagnostics-delays.ts';
import { type GpDecision, returning } from './gp-decision.ts';

type PathwayTables = Pick<
  PlaceTables,
  | 'conversionThreshold'
  | 'conversionShare'
  | 'conversionAfterDiagnostics'
  | 'gpShareOfReferrals'
  | 'stopAtFirst'
  | 'delayQuantile'
  | 'meanDelayWeeks'
  | 'removalByWait'
  | 'removalByPerson'
  | 'survivalToClinic'
  | 'survivalThroughDiagnostics'
  | 'survivalToAdmission'
  | 'busyYearsPerNeed'
  | 'busyYearsOther'
  | 'pathway'
  | 'startPathway'
  | 'startDelayQuantile'
  | 'unsolvedYears'
  | 'referralsWithReturns'
>;

/** What becomes of a referral in the base year: who converts, how long each stage takes, who leaves, who comes back. */
export function pathwayTables(input: RunInput, settings: Settings, decision: GpDecision): PathwayTables {
  const rates = pathwayRates(input.parameters, settings);
  const { delayQuantile, conversionShare, stopAtFirst } = rates;
  const conversionAfterDiagnostics = Float64Array.from(
    conversionShare,
    (share, s) => share / (1 - (1 - share) * stopAtFirst[s]!),
  );
  const startDelayQuantile = startDelays(settings, delayQuantile);
  const pathway = pathwayTimes(settings, rates);
  const returns = returning(settings, decision, pathway.unsolved);
  const shares = specialtyShares(input);
  const pathwayWeeks = pathway.firstWeeks.map(
    (weeks, s) => weeks + pathway.diagnosticsWeeks[s]! + pathway.admissionWeeks[s]!,
  );
  const busyYearsPerReferral =
    (weightedMean(pathwayWeeks, shares) / 52 + weightedMean(returns.keptYears, shares)) * returns.referrals;
  return {
    conversionThreshold: Float64Array.from(conversionShare, (share) =>
      upperQuantile(decision.referredCumulative, share),
    ),
    conversionAfterDiagnostics,
    ...rates,
    meanDelayWeeks: Float64Array.from({ length: 8 }, (_, s) => meanDelay(delayQuantile, s)),
    survivalToClinic: pathway.toClinic,
    survivalThroughDiagnostics: pathway.throughDiagnostics,
    survivalToAdmission: pathway.toAdmission,
    busyYearsPerNeed: decision.referralsPerNeed * busyYearsPerReferral + decision.keptYearsPerNeed,
    busyYearsOther: busyYearsPerReferral,
    pathway,
    startPathway: pathwayTimes(settings, { ...rates, delayQuantile: startDelayQuantile }),
    startDelayQuantile,
    unsolvedYears: returns.keptYears,
    referralsWithReturns: returns.referrals,
  };
}

type PathwayRates = Pick<
  PathwayTables,
  | 'delayQuantile'
  | 'removalByWait'
  | 'removalByPerson'
  | 'conversionShare'
  | 'stopAtFirst'
  | 'gpShareOfReferrals'
>;

/** What moves a referral from stage to stage in the base year, whatever the place. */
export function pathwayRates(parameters: ParameterValues, settings: Settings): PathwayRates {
  const conversionShare = settings.conversion;
  return {
    conversionShare,
    stopAtFirst: Float64Array.from(conversionShare, (share) =>
      Math.min(0.95, settings.stopAtFirstShare / (1 - share)),
    ),
    delayQuantile: diagnosticsDelays(settings),
    gpShareOfReferrals: gpShare(parameters),
    ...removalTables(settings),
  };
}

/** Severity above which the given share of referred patients lies, interpolated between bytes. */
export function upperQuantile(cumulative: Float64Array, share: number): number {
  const target = 1 - share;
  let z = 0;
  while (z < 255 && cumulative[z]! < target) z++;
  return (z + 0.5) / 256;
}

/** Share of hospital referrals that come from a GP. */
function gpShare(parameters: ParameterValues): number {
  const gp = parameterValue(parameters, 'gp_referrals_per_1000');
  return gp / (gp + parameterValue(parameters, 'other_source_firsts_per_1000'));
}

/**
 * Factors on leaving a list: log-linear in weeks waited, in age from 50, and over the five fifths with the stated
 * end-to-end ratio.
 */
function removalTables(settings: Settings): Pick<PathwayTables, 'removalByWait' | 'removalByPerson'> {
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
