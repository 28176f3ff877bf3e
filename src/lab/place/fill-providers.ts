import { normalQuantile } from '../../kernel/deterministic-math.ts';
import type { ProviderTable } from '../../model/place.ts';
import { PLACE_VALUES } from './assumptions/assumptions.ts';
import type { Sites } from './hospital-choice.ts';
import type { Imputations } from './imputations.ts';
import { ENGLAND_TRUST_BEDS, ENGLAND_TRUST_INCOME_POUNDS } from './national-averages.ts';
import type { PlaceFacts } from './read-folder.ts';

/** Providers with nothing blank but what the choice model decides. */
export type FilledProviders = Omit<
  ProviderTable,
  'attraction' | 'plannedShareFromPlace' | 'emergencyShareFromPlace'
>;

/**
 * Fills the providers' table.
 *
 * Beds and income of the base year come from those of 2010-11, scaled to England's base year; a blank one of the two
 * from the other at England's ratio, of a specialist trust moved as far as those of its kind are from all; where both are blank (or withheld) from the share of demand that the choice model
 * predicts without the trust's own size.
 *
 * @param withheld codes of providers whose beds, income and consultants count as unknown (to predict them honestly).
 */
export function fillProviders(
  facts: PlaceFacts,
  sites: Sites,
  wholeCountry: boolean,
  withheld: ReadonlySet<string>,
  imputed: Imputations,
): FilledProviders {
  const { count, text, number } = facts.providers;
  const code = text.code;
  const own = (column: string): Float64Array =>
    number[column].map((value, h) => (withheld.has(code[h]) ? Number.NaN : value));
  const size = fillSizes(facts, own, wholeCountry, imputed);
  const fill = (
    field: string,
    known: Float64Array,
    value: (h: number) => number,
    rule: string,
  ): Float64Array =>
    known.map((k, h) => {
      if (!Number.isNaN(k)) return k;
      imputed.add('providers', code[h], field, value(h), rule);
      return value(h);
    });
  const flag = (column: string, field: string, rule: string): Uint8Array =>
    Uint8Array.from(fill(field, number[column], () => 0, rule));
  const main = mainSites(facts);
  return {
    count,
    code,
    name: text.name.map((name, h) => name || code[h]),
    latitude: Float64Array.from(main, (s) => facts.sites.number.latitude[s]),
    longitude: Float64Array.from(main, (s) => facts.sites.number.longitude[s]),
    foundationTrust: flag('foundation_trust', 'foundationTrust', 'no date of authorisation found: not one'),
    specialist: flag('specialist', 'specialist', 'not said to be one'),
    emergency: takesEmergencies(sites, count),
    beds: size.beds,
    incomePounds: size.incomePounds,
    occupancy: fillOccupancy(facts, size.beds, imputed),
    consultantsFte: fillConsultants(facts, own, size.incomePounds, imputed),
    marketForcesFactor: fillMarketForces(facts, size.incomePounds, imputed),
    publishedQuality: fill(
      'publishedQuality',
      number.published_quality,
      (h) => PLACE_VALUES.place_quality_sd * normalQuantile(uniformOf(code[h])),
      'not in the data: drawn from the code, spread 1',
    ),
  };
}

function fillSizes(
  facts: PlaceFacts,
  own: (column: string) => Float64Array,
  wholeCountry: boolean,
  imputed: Imputations,
): { beds: Float64Array; incomePounds: Float64Array } {
  const code = facts.providers.text.code;
  const expected = expectedShares(facts);
  const later = {
    beds: facts.providers.number.beds_2010_11,
    income: facts.providers.number.income_2010_11_pounds,
  };
  // England's base year over 2010-11; a folder that gives 2010-11 is walked back by the same ratio.
  const bedsPerIncome = ENGLAND_TRUST_BEDS / ENGLAND_TRUST_INCOME_POUNDS;
  const incomeRatio = PLACE_VALUES.place_income_2007_ratio;
  const relative = bedsPerIncomeOfKind(facts, own);
  const bedsRatio = wholeCountry
    ? nationalBedsRatio(later.beds, later.income, relative, bedsPerIncome * incomeRatio)
    : 1;
  const givenBeds = own('beds');
  const givenIncome = own('income_pounds');
  const laterBeds = own('beds_2010_11');
  const laterIncome = own('income_2010_11_pounds');
  const beds = new Float64Array(code.length);
  const incomePounds = new Float64Array(code.length);
  for (let h = 0; h < code.length; h++) {
    const bedsKnown = firstKnown(givenBeds[h], laterBeds[h] * bedsRatio);
    const incomeKnown = firstKnown(givenIncome[h], laterIncome[h] * incomeRatio);
    beds[h] = firstKnown(
      bedsKnown,
      incomeKnown * bedsPerIncome * relative[h],
      expected[h] * ENGLAND_TRUST_BEDS,
    );
    incomePounds[h] = firstKnown(
      incomeKnown,
      bedsKnown / (bedsPerIncome * relative[h]),
      expected[h] * ENGLAND_TRUST_INCOME_POUNDS,
    );
    if (Number.isNaN(givenBeds[h])) {
      const rule = sizeRule(
        !Number.isNaN(laterBeds[h]),
        !Number.isNaN(incomeKnown),
        'income',
        relative[h] !== 1,
      );
      imputed.add('providers', code[h], 'beds', beds[h], rule);
    }
    if (Number.isNaN(givenIncome[h])) {
      const rule = sizeRule(
        !Number.isNaN(laterIncome[h]),
        !Number.isNaN(bedsKnown),
        'beds',
        relative[h] !== 1,
      );
      imputed.add('providers', code[h], 'incomePounds', incomePounds[h], rule);
    }
  }
  return { beds, incomePounds };
}

/**
 * Beds per pound of each provider's kind over those of all, from those that give both: half of England's for specialist
 * trusts, whose care is dearer a bed; 1 for the others, and where no specialist trust gives both.
 */
function bedsPerIncomeOfKind(facts: PlaceFacts, own: (column: string) => Float64Array): Float64Array {
  const { specialist } = facts.providers.number;
  const pairs = [
    [own('beds'), own('income_pounds')],
    [own('beds_2010_11'), own('income_2010_11_pounds')],
  ];
  const sums = { beds: 0, income: 0, specialistBeds: 0, specialistIncome: 0 };
  specialist.forEach((is, h) => {
    const pair = pairs.find(([beds, income]) => !Number.isNaN(beds[h] + income[h]));
    if (pair === undefined) return;
    const [beds, income] = [pair[0][h], pair[1][h]];
    sums.beds += beds;
    sums.income += income;
    if (is !== 1) return;
    sums.specialistBeds += beds;
    sums.specialistIncome += income;
  });
  const ratio = sums.specialistBeds / sums.specialistIncome / (sums.beds / sums.income);
  return specialist.map((is) => (is === 1 && ratio > 0 ? ratio : 1));
}

function sizeRule(later: boolean, other: boolean, otherName: string, specialist: boolean): string {
  if (later) return "that of 2010-11, scaled to England's base year";
  if (other && specialist) return `from its ${otherName}, at the ratio of specialist trusts`;
  if (other) return `from its ${otherName}, at England's ratio`;
  return "share of England's demand predicted without its own size";
}

/** Share of national demand without the trust's own size; an average trust's where the choice model was not run. */
function expectedShares(facts: PlaceFacts): Float64Array {
  const shares = new Float64Array(facts.providers.count).fill(1 / PLACE_VALUES.place_trusts_england);
  const index = new Map(facts.providers.text.code.map((code, h) => [code, h]));
  facts.choice.text.provider_code.forEach((code, row) => {
    shares[index.get(code) ?? 0] = facts.choice.number.planned_share_without_own_size[row];
  });
  return shares;
}

function nationalBedsRatio(
  beds: Float64Array,
  income: Float64Array,
  relative: Float64Array,
  bedsPerLaterIncome: number,
): number {
  let total = 0;
  beds.forEach((b, h) => {
    total += firstKnown(b, income[h] * bedsPerLaterIncome * relative[h], 0);
  });
  return total > 0 ? ENGLAND_TRUST_BEDS / total : 1;
}

/** A share of at most 1; that of 2010-13 moved so that the bed-weighted mean is England's base year. */
function fillOccupancy(facts: PlaceFacts, beds: Float64Array, imputed: Imputations): Float64Array {
  const { text, number } = facts.providers;
  let weighted = 0;
  let weight = 0;
  number.occupancy_2010_13.forEach((o, h) => {
    if (Number.isNaN(o)) return;
    weighted += o * beds[h];
    weight += beds[h];
  });
  const many = text.code.length > PLACE_VALUES.place_trusts_england / 2;
  const shift = many && weight > 0 ? PLACE_VALUES.place_occupancy / (weighted / weight) : 1;
  return number.occupancy.map((given, h) => {
    if (!Number.isNaN(given)) return given;
    const later = number.occupancy_2010_13[h];
    const value = clamp(
      Number.isNaN(later) ? PLACE_VALUES.place_occupancy : later * shift,
      PLACE_VALUES.place_occupancy_least,
      PLACE_VALUES.place_occupancy_most,
    );
    const rule = Number.isNaN(later)
      ? "England's"
      : "that of 2010-13, scaled to England's base year, within bounds";
    imputed.add('providers', text.code[h], 'occupancy', value, rule);
    return value;
  });
}

function fillConsultants(
  facts: PlaceFacts,
  own: (column: string) => Float64Array,
  incomePounds: Float64Array,
  imputed: Imputations,
): Float64Array {
  const given = own('consultants_fte');
  const in2009 = own('consultants_fte_2009');
  return given.map((known, h) => {
    if (!Number.isNaN(known)) return known;
    const later = in2009[h] * PLACE_VALUES.place_consultants_2007_ratio;
    const value = firstKnown(
      later,
      (PLACE_VALUES.place_consultants_england * incomePounds[h]) / ENGLAND_TRUST_INCOME_POUNDS,
    );
    const rule = Number.isNaN(later)
      ? "from its income, at England's ratio"
      : "those of 2009, scaled to England's of 2007";
    imputed.add('providers', facts.providers.text.code[h], 'consultantsFte', value, rule);
    return value;
  });
}

const SOUTH_EAST = new Set(['South East Coast', 'South Central', 'East of England']);

/** By region; divided by its income-weighted mean where the table is of the country. */
function fillMarketForces(facts: PlaceFacts, incomePounds: Float64Array, imputed: Imputations): Float64Array {
  const { text, number } = facts.providers;
  const byRegion = text.region.map((region) => {
    if (region === 'London') return PLACE_VALUES.place_mff_london;
    return SOUTH_EAST.has(region) ? PLACE_VALUES.place_mff_south_east : PLACE_VALUES.place_mff_elsewhere;
  });
  let weighted = 0;
  let weight = 0;
  byRegion.forEach((factor, h) => {
    weighted += factor * incomePounds[h];
    weight += incomePounds[h];
  });
  const mean = text.code.length > PLACE_VALUES.place_trusts_england / 2 ? weighted / weight : 1;
  return number.market_forces_factor.map((given, h) => {
    if (!Number.isNaN(given)) return given;
    // A region nobody names has the mean.
    const value = text.region[h] === '' ? 1 : byRegion[h] / mean;
    imputed.add('providers', text.code[h], 'marketForcesFactor', value, 'by region, mean of England 1');
    return value;
  });
}

/** Row of sites.csv that is each provider's main site: the one marked so, else its first that takes emergencies. */
function mainSites(facts: PlaceFacts): number[] {
  const { text, number, count } = facts.sites;
  return facts.providers.text.code.map((code) => {
    const rows = Array.from({ length: count }, (_, s) => s).filter((s) => text.provider_code[s] === code);
    return rows.find((s) => number.main[s] === 1) ?? rows.find((s) => number.emergency[s] === 1) ?? rows[0];
  });
}

function takesEmergencies(sites: Sites, count: number): Uint8Array {
  const takes = new Uint8Array(count);
  for (let s = 0; s < sites.count; s++) if (sites.emergency[s]) takes[sites.provider[s]] = 1;
  return takes;
}

/** A number strictly between 0 and 1 that a code always gives (FNV-1a, mixed). */
function uniformOf(code: string): number {
  let hash = 0x811c9dc5;
  for (const character of `published quality ${code}`) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (((hash ^ (hash >>> 16)) >>> 0) + 0.5) / 2 ** 32;
}

function firstKnown(...values: number[]): number {
  return values.find((value) => !Number.isNaN(value)) ?? Number.NaN;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
