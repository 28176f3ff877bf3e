import { plannedDemand, priorAttraction, sizeShares } from '../place/choice-constants.ts';
import { fillProviders } from '../place/fill-providers.ts';
import type { Ground } from '../place/ground.ts';
import { fitToSize, nearnessOf, providerDistances } from '../place/hospital-choice.ts';
import { Imputations } from '../place/imputations.ts';
import type { PlaceFacts } from '../place/read-folder.ts';
import { withBlanks } from './blank.ts';

/** Columns of providers.csv that say how large a trust is. */
export const SIZE_COLUMNS = [
  'beds',
  'beds_2010_11',
  'income_pounds',
  'income_2010_11_pounds',
  'consultants_fte',
  'consultants_fte_2009',
];

/** From the attraction of the whole table a fit without one trust moves little: the last step is below 1e-5. */
const ROUNDS = 16;

/**
 * The facts with the share of planned demand that the choice model sends each trust when attraction is fitted without
 * its size: its own attraction is that of its kind, that of all others is fitted to their sizes alone.
 *
 * @param asked trusts of which it is wanted; the others keep the share of the table
 */
export function withoutOwnSize(
  facts: PlaceFacts,
  ground: Ground,
  wholeCountry: boolean,
  asked: ReadonlySet<string>,
): PlaceFacts {
  const { providers, sites, zones } = ground;
  const { text, number } = facts.choice;
  const index = new Map(providers.code.map((code, h) => [code, h]));
  const [ofEngland, start] = [new Float64Array(providers.count), new Float64Array(providers.count)];
  text.provider_code!.forEach((code, row) => {
    ofEngland[index.get(code)!] = 1 - number.outside_planned_share![row]!;
    start[index.get(code)!] = number.attraction![row]!;
  });
  const nearness = nearnessOf(providerDistances(zones, sites, providers.count, ground.islandOf).plannedKm);
  const fit = {
    nearness,
    demand: plannedDemand(ground),
    prior: priorAttraction(providers.specialist),
    start,
  };
  const share = Float64Array.from(number.planned_share_without_own_size!);
  text.provider_code!.forEach((code, row) => {
    if (!asked.has(code)) return;
    const unknown = index.get(code)!;
    const size = sizesOfOthers(facts, ground, wholeCountry, unknown).map((own, h) => own * ofEngland[h]!);
    share[row] = fitToSize({ ...fit, size, unknown, rounds: ROUNDS }).predictedShare[unknown]!;
  });
  return {
    ...facts,
    choice: { ...facts.choice, number: { ...number, planned_share_without_own_size: share } },
  };
}

/** Sizes as shares, filled without the one trust's figures; its own is left at nought. */
function sizesOfOthers(
  facts: PlaceFacts,
  { sites }: Pick<Ground, 'sites'>,
  wholeCountry: boolean,
  unknown: number,
): Float64Array {
  const without = { ...facts, providers: withBlanks(facts.providers, unknown, SIZE_COLUMNS) };
  const filled = fillProviders(without, sites, wholeCountry, new Set(), new Imputations());
  filled.beds[unknown] = 0;
  filled.incomePounds[unknown] = 0;
  return sizeShares({ providers: filled });
}
