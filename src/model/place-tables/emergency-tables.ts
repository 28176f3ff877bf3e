import { detExp, detLog, normalQuantile } from '../../kernel/deterministic-math.ts';
import { emergencyRates } from '../evidence/emergency-care.ts';
import { englandPopulation } from '../evidence/england-population.ts';
import { AGE_YEARS } from '../population/people.ts';
import type { RunInput } from '../run-input.ts';
import type { Settings } from '../settings.ts';
import type { PlaceTables } from '../world.ts';

type EmergencyTables = Pick<
  PlaceTables,
  'season' | 'emergencyBound' | 'stayByAge' | 'typicalEmergencyAge' | 'longStayTail'
>;

/** When in the year emergencies come, and how the longer of their stays spread. */
export function emergencyTables(input: RunInput, settings: Settings): EmergencyTables {
  return {
    season: seasons(settings.seasonAmplitude, settings.seasonPeakWeek),
    emergencyBound: 1 + settings.seasonAmplitude,
    ...stayTables(input, settings),
    longStayTail: longStayTail(settings.longStaySigma),
  };
}

/** Mean of the longer emergency stays, days, so that all stays have the published mean. */
export function longStayMean(settings: Settings): number {
  const { shortStayShare, shortStayDays, emergencyStayDays } = settings;
  return (emergencyStayDays - shortStayShare * shortStayDays) / (1 - shortStayShare);
}

/** Yearly wave with mean 1: a parabola through the winter peak and the summer trough, smooth enough for a season. */
function seasons(amplitude: number, peakWeek: number): Float64Array {
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

/** Factor of age on the longer emergency stays, mean 1 over the country's emergencies, and the age where it is 1. */
function stayTables(
  input: RunInput,
  settings: Settings,
): Pick<EmergencyTables, 'stayByAge' | 'typicalEmergencyAge'> {
  const england = englandPopulation(input.parameters);
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
