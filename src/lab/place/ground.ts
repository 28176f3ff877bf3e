import {
  CONDITIONS,
  type CommissionerTable,
  LIST_BANDS,
  type PracticeTable,
  type ZoneTable,
} from '../../model/place.ts';
import { PLACE_VALUES } from './assumptions/assumptions.ts';
import { fillCommissioners } from './fill-commissioners.ts';
import { type FilledPractices, fillPractices } from './fill-practices.ts';
import { type FilledProviders, fillProviders } from './fill-providers.ts';
import { fillZones } from './fill-zones.ts';
import type { Sites } from './hospital-choice.ts';
import { Imputations } from './imputations.ts';
import { BANDS, LIST_BAND_OF_POPULATION_BAND, YEARS } from './national-averages.ts';
import { rake } from './rake.ts';
import type { PlaceFacts } from './read-folder.ts';

/** Everything in a folder's tables with no blanks left, before a part of it is cut out as a place. */
export interface Ground {
  readonly commissioners: CommissionerTable;
  readonly zones: ZoneTable;
  readonly practices: PracticeTable;
  readonly providers: FilledProviders;
  readonly sites: Sites;
  /** Which island each commissioner is on; 0 = the mainland. */
  readonly islandOf: Uint8Array;
  readonly imputed: Imputations;
}

/**
 * Fills what is blank by the rules of docs/places.md and rakes zones and lists to the commissioners' residents.
 *
 * @param wholeCountry true if the facts are all of England.
 * @param withheld providers whose own size counts as unknown.
 */
export function makeGround(facts: PlaceFacts, wholeCountry: boolean, withheld: ReadonlySet<string>): Ground {
  const imputed = new Imputations();
  const filledZones = fillZones(facts, imputed);
  const filledPractices = fillPractices(facts, filledZones, imputed);
  const commissioners = fillCommissioners(facts, filledZones, filledPractices, wholeCountry, imputed);
  const sites = siteTable(facts);
  const { number, text, count } = facts.zones;
  return {
    commissioners,
    zones: {
      count,
      code: text.code,
      latitude: number.latitude,
      longitude: number.longitude,
      quintile: Uint8Array.from(number.deprivation_quintile, (q) => q - 1),
      rural: Uint8Array.from(number.rural),
      commissioner: filledZones.commissioner,
      residents: rakeZones(filledZones.commissioner, filledZones.people, commissioners),
    },
    practices: practiceTable(facts, filledPractices, commissioners, imputed),
    providers: fillProviders(facts, sites, wholeCountry, withheld, imputed),
    sites,
    islandOf: islandNumbers(facts, facts.commissioners.text.island),
    imputed,
  };
}

function siteTable(facts: PlaceFacts): Sites {
  const index = new Map(facts.providers.text.code.map((code, h) => [code, h]));
  const { text, number, count } = facts.sites;
  return {
    count,
    provider: Uint16Array.from(text.provider_code, (code) => index.get(code) ?? 0),
    latitude: number.latitude,
    longitude: number.longitude,
    planned: Uint8Array.from(number.planned),
    emergency: Uint8Array.from(number.emergency),
    island: islandNumbers(facts, text.island),
  };
}

/** Islands numbered from 1 in the order of their names among the commissioners; 0 = the mainland. */
function islandNumbers(facts: PlaceFacts, names: readonly string[]): Uint8Array {
  const islands = [...new Set(facts.commissioners.text.island)].filter((name) => name !== '').sort();
  return Uint8Array.from(names, (name) => islands.indexOf(name) + 1);
}

/** Residents of all ages, mid-2007, of a commissioner. */
export function residents2007(commissioners: CommissionerTable, c: number): number {
  const base = c * YEARS * BANDS;
  return commissioners.residents.subarray(base, base + BANDS).reduce((a, b) => a + b, 0);
}

function rakeZones(
  commissioner: Uint16Array,
  people: Float64Array,
  commissioners: CommissionerTable,
): Float64Array {
  const total = new Float64Array(commissioners.count);
  people.forEach((p, z) => {
    total[commissioner[z]] += p;
  });
  return people.map((p, z) => (p * residents2007(commissioners, commissioner[z])) / total[commissioner[z]]);
}

function practiceTable(
  facts: PlaceFacts,
  filled: FilledPractices,
  commissioners: CommissionerTable,
  imputed: Imputations,
): PracticeTable {
  const { count, text } = facts.practices;
  const registered = rakeLists(filled, commissioners, count);
  const bands = LIST_BANDS.length;
  const gpFte = new Float64Array(count);
  for (let p = 0; p < count; p++) {
    const list = registered.subarray(p * bands, (p + 1) * bands).reduce((a, b) => a + b, 0);
    const counted = filled.counted.subarray(p * bands, (p + 1) * bands).reduce((a, b) => a + b, 0);
    if (Math.abs(list - counted) > 1e-6 * counted) {
      imputed.add('practices', text.code[p], 'registered', list, LIST_RULE);
    }
    gpFte[p] = fillGpFte(facts, p, list, imputed);
  }
  return {
    count,
    code: text.code,
    name: text.name.map((name, p) => name || text.code[p]),
    latitude: filled.latitude,
    longitude: filled.longitude,
    commissioner: filled.commissioner,
    registered,
    gpFte,
    prevalenceRatio: practicePrevalence(facts, filled.commissioner, commissioners, imputed),
  };
}

const LIST_RULE = "patients counted, raked to the commissioner's residents of mid-2007 in each age band";

/** [practice][band]: lists of a commissioner sum, band by band, to its residents; practices keep their share. */
function rakeLists(filled: FilledPractices, commissioners: CommissionerTable, count: number): Float64Array {
  const bands = LIST_BANDS.length;
  const registered = new Float64Array(count * bands);
  const members: number[][] = Array.from({ length: commissioners.count }, () => []);
  for (let p = 0; p < count; p++) members[filled.commissioner[p]].push(p);
  members.forEach((practices, c) => {
    const columns = new Float64Array(bands);
    for (let b = 0; b < BANDS; b++) {
      columns[LIST_BAND_OF_POPULATION_BAND[b]] += commissioners.residents[c * YEARS * BANDS + b];
    }
    const table = new Float64Array(practices.length * bands);
    const lists = practices.map((p, i) => {
      let list = 0;
      for (let b = 0; b < bands; b++) {
        table[i * bands + b] = filled.counted[p * bands + b];
        list += table[i * bands + b];
      }
      return list;
    });
    const patients = lists.reduce((a, b) => a + b, 0);
    const residents = residents2007(commissioners, c);
    rake(
      table,
      lists.map((list) => (list * residents) / patients),
      columns,
    );
    practices.forEach((p, i) => {
      for (let b = 0; b < bands; b++) registered[p * bands + b] = table[i * bands + b];
    });
  });
  return registered;
}

function fillGpFte(facts: PlaceFacts, p: number, list: number, imputed: Imputations): number {
  const { number, text } = facts.practices;
  if (!Number.isNaN(number.gp_fte[p])) return number.gp_fte[p];
  const later = number.gp_fte_per_1000_2015[p];
  const relative = Number.isNaN(later)
    ? 1
    : Math.min(
        PLACE_VALUES.place_gp_ratio_most,
        Math.max(PLACE_VALUES.place_gp_ratio_least, later / PLACE_VALUES.place_gp_fte_per_1000_2015),
      );
  const value = (list / 1000) * PLACE_VALUES.place_gp_fte_per_1000 * relative;
  const rule = Number.isNaN(later)
    ? "England's GPs per resident"
    : "England's GPs per resident, times the practice's of 2015 over England's of 2015";
  imputed.add('practices', text.code[p], 'gpFte', value, rule);
  return value;
}

/** [practice][condition]; the commissioner's where unknown. */
function practicePrevalence(
  facts: PlaceFacts,
  commissioner: Uint16Array,
  commissioners: CommissionerTable,
  imputed: Imputations,
): Float64Array {
  const { count, number, text } = facts.practices;
  const ratio = new Float64Array(count * CONDITIONS.length);
  CONDITIONS.forEach((condition, k) => {
    const known = number[`prevalence_ratio_${condition}`];
    for (let p = 0; p < count; p++) {
      const own = known[p];
      if (!Number.isNaN(own)) {
        ratio[p * CONDITIONS.length + k] = Math.min(
          PLACE_VALUES.place_prevalence_most,
          Math.max(PLACE_VALUES.place_prevalence_least, own),
        );
        continue;
      }
      const value = commissioners.prevalenceRatio[commissioner[p] * CONDITIONS.length + k];
      ratio[p * CONDITIONS.length + k] = value;
      imputed.add('practices', text.code[p], `prevalenceRatio ${condition}`, value, "its commissioner's");
    }
  });
  return ratio;
}
