import { detExp, detPow } from '../../kernel/deterministic-math.ts';
import {
  CONDITIONS,
  type CommissionerTable,
  FINANCIAL_YEARS,
  LIST_BANDS,
  POPULATION_YEARS,
} from '../../model/place.ts';
import { type AllocationRule, allocationRule } from './allocation-rule.ts';
import type { FilledPractices } from './fill-practices.ts';
import type { FilledZones } from './fill-zones.ts';
import type { Imputations } from './imputations.ts';
import {
  BANDS,
  DEPRIVATION_OF_QUINTILE,
  ENGLAND_DEPRIVATION,
  ENGLAND_RESIDENTS,
  ENGLAND_TOTAL_2007,
  LIST_BAND_OF_POPULATION_BAND,
  MONEY_YEARS,
  needIndex,
  YEARS,
} from './national-averages.ts';
import { rake } from './rake.ts';
import type { PlaceFacts } from './read-folder.ts';

const CENSUS_YEAR = POPULATION_YEARS.indexOf(2011);
const BAND_COLUMNS = [
  'age_0_4',
  'age_5_14',
  'age_15_44',
  'age_45_64',
  'age_65_74',
  'age_75_84',
  'age_85_plus',
] as const;

/**
 * Commissioners with nothing blank: residents by year and age, allocations by year, sex, community beds, prevalence.
 *
 * @param wholeCountry true if the facts are all of England: filled values then share what the known ones leave of
 * the national totals.
 * @param rule what blank allocations are filled by; the one that ships unless it is to be tested.
 */
export function fillCommissioners(
  facts: PlaceFacts,
  zones: FilledZones,
  practices: FilledPractices,
  wholeCountry: boolean,
  imputed: Imputations,
  rule = allocationRule(),
): CommissionerTable {
  const table = facts.commissioners;
  const residents = fillResidents(facts, practices, wholeCountry, imputed);
  const fill = (
    field: string,
    known: Float64Array,
    value: (c: number) => number,
    rule: string,
  ): Float64Array =>
    known.map((k, c) => {
      if (!Number.isNaN(k)) return k;
      imputed.add('commissioners', table.text.code[c], field, value(c), rule);
      return value(c);
    });
  return {
    count: table.count,
    code: table.text.code,
    name: table.text.name.map((name, c) => name || table.text.code[c]),
    residents,
    allocationPounds: fillAllocations(facts, zones, residents, wholeCountry, imputed, rule),
    prevalenceRatio: fillPrevalence(facts, imputed),
    communityBeds: fill(
      'communityBeds',
      table.number.community_beds,
      () => 0,
      'none reported, taken as none',
    ),
  };
}

/** [commissioner][year][band]. */
function fillResidents(
  facts: PlaceFacts,
  practices: FilledPractices,
  wholeCountry: boolean,
  imputed: Imputations,
): Float64Array {
  const { commissioners, population } = facts;
  const residents = new Float64Array(commissioners.count * YEARS * BANDS).fill(Number.NaN);
  const index = new Map(commissioners.text.code.map((code, i) => [code, i]));
  for (let row = 0; row < population.count; row++) {
    const c = index.get(population.text.commissioner_code[row]) ?? 0;
    const y = POPULATION_YEARS.indexOf(population.number.year[row] as (typeof POPULATION_YEARS)[number]);
    for (let b = 0; b < BANDS; b++) {
      residents[(c * YEARS + y) * BANDS + b] = population.number[BAND_COLUMNS[b]][row];
    }
  }
  const counted = patientsByCommissioner(facts, practices);
  const unknown: number[] = [];
  for (let c = 0; c < commissioners.count; c++) {
    const known = POPULATION_YEARS.map((_, y) => !Number.isNaN(residents[(c * YEARS + y) * BANDS]));
    if (known.every((k) => k)) continue;
    if (known.some((k) => k)) fillMissingYears(residents, c, known);
    else {
      fillFromPatients(residents, c, commissioners.number.residents_2011[c], counted);
      unknown.push(c);
    }
  }
  if (wholeCountry && unknown.length > 0) rakeToNation(residents, commissioners.count, unknown);
  for (let c = 0; c < commissioners.count; c++) {
    const hasRows = population.text.commissioner_code.includes(commissioners.text.code[c]);
    POPULATION_YEARS.forEach((year, y) => {
      const row = (c * YEARS + y) * BANDS;
      const total = residents.subarray(row, row + BANDS).reduce((a, b) => a + b, 0);
      const isKnown = hasRows && populationHas(facts, commissioners.text.code[c], year);
      if (isKnown) return;
      const rule = unknown.includes(c) ? RESIDENTS_FROM_PATIENTS : RESIDENTS_FROM_YEARS;
      imputed.add('commissioners', commissioners.text.code[c], `residents ${year}`, total, rule);
    });
  }
  return residents;
}

const RESIDENTS_FROM_PATIENTS =
  "residents of mid-2011 with the registered patients' ages, carried to other years by England's change in each band, raked to England less the known commissioners";
const RESIDENTS_FROM_YEARS = "nearest known year, carried by England's change in each band";

function populationHas(facts: PlaceFacts, code: string, year: number): boolean {
  const { text, number, count } = facts.population;
  for (let row = 0; row < count; row++) {
    if (text.commissioner_code[row] === code && number.year[row] === year) return true;
  }
  return false;
}

/** [commissioner][band of LIST_BANDS], as counted. */
function patientsByCommissioner(facts: PlaceFacts, practices: FilledPractices): Float64Array {
  const bands = LIST_BANDS.length;
  const counted = new Float64Array(facts.commissioners.count * bands);
  for (let p = 0; p < facts.practices.count; p++) {
    for (let b = 0; b < bands; b++) {
      counted[practices.commissioner[p] * bands + b] += practices.counted[p * bands + b];
    }
  }
  return counted;
}

function fillMissingYears(residents: Float64Array, c: number, known: readonly boolean[]): void {
  for (let y = 0; y < YEARS; y++) {
    if (known[y]) continue;
    const nearest = known
      .map((k, other) => ({ k, other, gap: Math.abs(other - y) }))
      .filter(({ k }) => k)
      .reduce((best, candidate) => (candidate.gap < best.gap ? candidate : best)).other;
    for (let b = 0; b < BANDS; b++) {
      const change = ENGLAND_RESIDENTS[y][b] / ENGLAND_RESIDENTS[nearest][b];
      residents[(c * YEARS + y) * BANDS + b] = residents[(c * YEARS + nearest) * BANDS + b] * change;
    }
  }
}

function fillFromPatients(
  residents: Float64Array,
  c: number,
  total2011: number,
  counted: Float64Array,
): void {
  const lists = LIST_BANDS.length;
  const patients = counted.subarray(c * lists, (c + 1) * lists);
  const national = listBandTotals(counted);
  const england = new Float64Array(lists);
  ENGLAND_RESIDENTS[CENSUS_YEAR].forEach((people, b) => {
    england[LIST_BAND_OF_POPULATION_BAND[b]] += people;
  });
  // List inflation differs by age: take England's residents per patient in each band.
  const known = nationalLists(national);
  const shape = ENGLAND_RESIDENTS[CENSUS_YEAR].map((people, b) => {
    const list = LIST_BAND_OF_POPULATION_BAND[b];
    const inList = people / england[list];
    return inList * patients[list] * (known ? england[list] / national[list] : 1);
  });
  const sum = shape.reduce((a, b) => a + b, 0);
  const people2011 = Number.isNaN(total2011) ? patients.reduce((a, b) => a + b, 0) : total2011;
  for (let y = 0; y < YEARS; y++) {
    for (let b = 0; b < BANDS; b++) {
      const change = ENGLAND_RESIDENTS[y][b] / ENGLAND_RESIDENTS[CENSUS_YEAR][b];
      residents[(c * YEARS + y) * BANDS + b] = sum > 0 ? (people2011 * shape[b] * change) / sum : 0;
    }
  }
}

/** Patients of all commissioners by band of LIST_BANDS. */
function listBandTotals(counted: Float64Array): Float64Array {
  const totals = new Float64Array(LIST_BANDS.length);
  for (let i = 0; i < counted.length; i++) totals[i % totals.length] += counted[i];
  return totals;
}

/** Only a table of most of the country says how lists and residents differ. */
function nationalLists(totals: Float64Array): boolean {
  return totals.reduce((a, b) => a + b, 0) > ENGLAND_TOTAL_2007 / 2;
}

/** Rakes filled commissioners, year by year, to England's bands less the known ones'; 2011 totals stay exact. */
function rakeToNation(residents: Float64Array, count: number, unknown: readonly number[]): void {
  const totalOf = (c: number, y: number) => {
    const row = (c * YEARS + y) * BANDS;
    return residents.subarray(row, row + BANDS).reduce((a, b) => a + b, 0);
  };
  const filled = new Set(unknown);
  for (let y = 0; y < YEARS; y++) {
    const left = Float64Array.from(ENGLAND_RESIDENTS[y]);
    for (let c = 0; c < count; c++) {
      if (filled.has(c)) continue;
      for (let b = 0; b < BANDS; b++) left[b] -= residents[(c * YEARS + y) * BANDS + b];
    }
    const rows = unknown.map((c) => totalOf(c, y));
    const rowScale = left.reduce((a, b) => a + b, 0) / rows.reduce((a, b) => a + b, 0);
    const table = new Float64Array(unknown.length * BANDS);
    unknown.forEach((c, i) => {
      for (let b = 0; b < BANDS; b++) table[i * BANDS + b] = residents[(c * YEARS + y) * BANDS + b];
    });
    rake(
      table,
      rows.map((r) => r * rowScale),
      left,
    );
    unknown.forEach((c, i) => {
      for (let b = 0; b < BANDS; b++) residents[(c * YEARS + y) * BANDS + b] = table[i * BANDS + b];
    });
  }
}

/** [commissioner][year]; blanks by weighted heads (age, deprivation, London). */
function fillAllocations(
  facts: PlaceFacts,
  zones: FilledZones,
  residents: Float64Array,
  wholeCountry: boolean,
  imputed: Imputations,
  rule: AllocationRule,
): Float64Array {
  const { count, text, number } = facts.commissioners;
  const deprivation = deprivationScores(facts, zones);
  const heads = Float64Array.from({ length: count }, (_, c) => {
    const base = c * YEARS * BANDS;
    const people = residents.subarray(base, base + BANDS).reduce((a, b) => a + b, 0);
    return (
      people *
      detPow(needIndex(residents, base), rule.age) *
      detExp(
        (rule.deprivation * (deprivation[c] - ENGLAND_DEPRIVATION)) / 10 +
          (text.region[c] === 'London' ? rule.london : 0),
      )
    );
  });
  const pounds = new Float64Array(count * MONEY_YEARS);
  FINANCIAL_YEARS.forEach((year, y) => {
    const known = number[`allocation_${year.replace('-', '_')}_pounds`];
    let money = rule.englandPounds[y];
    let sharers = ENGLAND_TOTAL_2007;
    if (wholeCountry) {
      sharers = 0;
      for (let c = 0; c < count; c++) {
        if (Number.isNaN(known[c])) sharers += heads[c];
        else money -= known[c];
      }
    }
    for (let c = 0; c < count; c++) {
      const value = Number.isNaN(known[c]) ? Math.round((money * heads[c]) / sharers) : known[c];
      pounds[c * MONEY_YEARS + y] = value;
      if (Number.isNaN(known[c])) {
        imputed.add('commissioners', text.code[c], `allocation ${year}`, value, ALLOCATION_RULE);
      }
    }
  });
  return pounds;
}

const ALLOCATION_RULE =
  "share of England's allocations less the known ones, by weighted heads (age, deprivation, London)";

/** Score of 2007; where blank, the mean of the zones' fifths. */
function deprivationScores(facts: PlaceFacts, zones: FilledZones): Float64Array {
  const people = new Float64Array(facts.commissioners.count);
  const score = new Float64Array(facts.commissioners.count);
  for (let z = 0; z < facts.zones.count; z++) {
    const c = zones.commissioner[z];
    people[c] += zones.people[z];
    score[c] += zones.people[z] * DEPRIVATION_OF_QUINTILE[facts.zones.number.deprivation_quintile[z] - 1];
  }
  return facts.commissioners.number.deprivation_score.map((known, c) =>
    Number.isNaN(known) ? score[c] / people[c] : known,
  );
}

/** [commissioner][condition]; 1 where unknown. */
function fillPrevalence(facts: PlaceFacts, imputed: Imputations): Float64Array {
  const { count, text, number } = facts.commissioners;
  const ratio = new Float64Array(count * CONDITIONS.length);
  CONDITIONS.forEach((condition, k) => {
    for (let c = 0; c < count; c++) {
      const known = number[`prevalence_ratio_${condition}`][c];
      ratio[c * CONDITIONS.length + k] = Number.isNaN(known) ? 1 : known;
      if (Number.isNaN(known)) {
        imputed.add('commissioners', text.code[c], `prevalenceRatio ${condition}`, 1, "England's");
      }
    }
  });
  return ratio;
}
