import { detExp, normalQuantile } from '../../kernel/deterministic-math.ts';
import { h3, unit } from '../../kernel/draw.ts';
import { PURPOSE, type WeekKeys } from '../draws.ts';
import { emergencyRates } from '../evidence/emergency-care.ts';
import { englandPopulation } from '../evidence/england-population.ts';
import { LIST_BANDS } from '../place.ts';
import { AGE_YEARS } from '../population/people.ts';
import type { RunInput } from '../run-input.ts';
import type { Settings } from '../settings.ts';

/** Half of the step of a draw, so that none is nought. */
const HALF_STEP = 2 ** -33;

/**
 * Emergency admissions of each practice's people over what their age, sex, deprivation and conditions let expect: how it
 * meets the urgent cases that another would keep at home. Log-normal between practices; the mean over a commissioner's
 * practices, weighted by the emergencies that the ages on their lists let expect, is 1, so that no area has more.
 */
export function practiceEmergencies(
  { place, parameters }: Pick<RunInput, 'place' | 'parameters'>,
  { practiceEmergencySd: sd }: Settings,
  keys: WeekKeys,
): Float64Array {
  const { commissioner, registered, count } = place.practices;
  if (sd === 0) return new Float64Array(count).fill(1);
  const rates = ratesByBand(parameters);
  const bands = LIST_BANDS.length;
  const expected = new Float64Array(place.commissioners.count);
  const met = new Float64Array(place.commissioners.count);
  const ratio = new Float64Array(count);
  for (let g = 0; g < count; g++) {
    const draw = unit(h3(g, keys.k0[PURPOSE.practiceEmergencies]!, keys.k1[PURPOSE.practiceEmergencies]!));
    ratio[g] = detExp(sd * normalQuantile(draw + HALF_STEP));
    let emergencies = 0;
    for (let b = 0; b < bands; b++) emergencies += registered[g * bands + b]! * rates[b]!;
    expected[commissioner[g]!]! += emergencies;
    met[commissioner[g]!]! += emergencies * ratio[g]!;
  }
  return ratio.map((value, g) => {
    const c = commissioner[g]!;
    return met[c] === 0 ? 1 : (value * expected[c]!) / met[c]!;
  });
}

/** Emergency admissions per person a year by band of LIST_BANDS, over England. */
function ratesByBand(parameters: RunInput['parameters']): Float64Array {
  const england = englandPopulation(parameters);
  const rates = emergencyRates(parameters, england);
  const people = new Float64Array(LIST_BANDS.length);
  const emergencies = new Float64Array(LIST_BANDS.length);
  for (let cls = 0; cls < england.length; cls++) {
    const band = LIST_BANDS.findLastIndex((from) => cls % AGE_YEARS >= from);
    people[band]! += england[cls]!;
    emergencies[band]! += england[cls]! * rates[cls]!;
  }
  return emergencies.map((value, band) => value / people[band]!);
}
