import { PLACE_VALUES } from './assumptions/assumptions.ts';
import type { Ground } from './ground.ts';
import { fitAttraction } from './hospital-choice.ts';
import { BANDS, needIndex, YEARS } from './national-averages.ts';
import type { PlaceFacts } from './read-folder.ts';

/** What the choice model needs to know of each provider. */
export interface PlannedChoice {
  readonly attraction: Float64Array;
  /** Share of the provider's demand that comes from outside the country. */
  readonly outsidePlannedShare: Float64Array;
  readonly outsideEmergencyShare: Float64Array;
}

/** Rounds of the fit; with the damping of the assumptions the last changes are below a thousandth. */
export const FIT_ROUNDS = 80;

/**
 * The choice constants of the compiled table; where there is none, attraction is fitted to beds and income on the
 * place's own ground.
 *
 * @param plannedKm [zone of the place][provider].
 */
export function choiceConstants(
  facts: PlaceFacts,
  ground: Ground,
  plannedKm: Float32Array,
  withheld: ReadonlySet<string>,
): PlannedChoice {
  const count = ground.providers.count;
  const zero = () => new Float64Array(count);
  if (facts.choice.count === 0) {
    const size = sizeShares(ground);
    const { attraction } = fitAttraction(
      plannedKm,
      ground.zones.residents,
      size,
      priorAttraction(ground.providers.specialist),
      FIT_ROUNDS,
    );
    return {
      attraction,
      outsidePlannedShare: zero(),
      outsideEmergencyShare: zero(),
    };
  }
  const index = new Map(ground.providers.code.map((code, h) => [code, h]));
  const choice: PlannedChoice = {
    attraction: zero(),
    outsidePlannedShare: zero(),
    outsideEmergencyShare: zero(),
  };
  const { text, number } = facts.choice;
  text.provider_code.forEach((code, row) => {
    const h = index.get(code) ?? 0;
    const own = !withheld.has(code);
    choice.attraction[h] = own ? number.attraction[row] : number.attraction_without_own_size[row];
    choice.outsidePlannedShare[h] = number.outside_planned_share[row];
    choice.outsideEmergencyShare[h] = number.outside_emergency_share[row];
  });
  return choice;
}

/**
 * Size of each provider as a share of all: the mean of its shares of beds and of income (beds alone would leave out
 * those who treat without them, income alone would count tertiary care as local).
 */
export function sizeShares(ground: Pick<Ground, 'providers'>): Float64Array {
  const { beds, incomePounds } = ground.providers;
  const allBeds = beds.reduce((a, b) => a + b, 0);
  const allIncome = incomePounds.reduce((a, b) => a + b, 0);
  return beds.map((b, h) => (b / allBeds + incomePounds[h] / allIncome) / 2);
}

/** Planned demand of each zone: its residents times its commissioner's need by age. */
export function plannedDemand({
  zones,
  commissioners,
}: Pick<Ground, 'zones' | 'commissioners'>): Float64Array {
  const need = Float64Array.from({ length: commissioners.count }, (_, c) =>
    needIndex(commissioners.residents, c * YEARS * BANDS),
  );
  return zones.residents.map((people, z) => people * need[zones.commissioner[z]]);
}

/** Attraction of a provider whose size is unknown: that of its kind. */
export function priorAttraction(specialist: Uint8Array): Float64Array {
  return Float64Array.from(specialist, (is) => (is ? PLACE_VALUES.place_attraction_specialist : 0));
}
