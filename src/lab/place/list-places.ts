import { PLACE_VALUES } from './assumptions/assumptions.ts';
import { makeGround, residents2007 } from './ground.ts';
import { ENGLAND_FOLDER } from './load-place.ts';
import { readNamedPlaces } from './named-places.ts';
import { type PlaceFacts, readPlaceFolder } from './read-folder.ts';

/** One line of the list of named places. */
export interface PlaceSummary {
  readonly id: string;
  readonly name: string;
  /** Codes of its primary care trusts; all of them for England. */
  readonly commissioners: readonly string[];
  /** Names of those trusts, in the same order. */
  readonly commissionerNames: readonly string[];
  /** Residents, mid-2007. */
  readonly people: number;
  readonly practices: number;
  /** Trusts that are sent at least 1% of the place's planned or emergency demand. */
  readonly trusts: number;
  /** Share of residents in rural areas. */
  readonly ruralShare: number;
  readonly note: string;
}

/** The named places with their size, from one reading of the tables; no hospital distances are computed. */
export function listPlaces(dataFolder: string = ENGLAND_FOLDER): PlaceSummary[] {
  const facts = readPlaceFolder(dataFolder);
  const ground = makeGround(facts, true, new Set());
  return readNamedPlaces(dataFolder).map((place) => {
    const isAll = place.commissioners.length === 0;
    const codes = isAll ? [...ground.commissioners.code] : [...place.commissioners];
    const rows = new Set(codes.map((code) => ground.commissioners.code.indexOf(code)));
    let people = 0;
    let rural = 0;
    for (const c of rows) people += residents2007(ground.commissioners, c);
    ground.zones.residents.forEach((residents, z) => {
      if (ground.zones.rural[z] && rows.has(ground.zones.commissioner[z])) rural += residents;
    });
    return {
      id: place.id,
      name: place.name,
      commissioners: codes,
      commissionerNames: [...rows].map((c) => ground.commissioners.name[c]),
      people: Math.round(people),
      practices: ground.practices.commissioner.filter((c) => rows.has(c)).length,
      trusts: isAll ? ground.providers.count : trustsOf(facts, new Set(codes)),
      ruralShare: rural / people,
      note: place.note,
    };
  });
}

function trustsOf(facts: PlaceFacts, codes: ReadonlySet<string>): number {
  const planned = new Map<string, number>();
  const emergency = new Map<string, number>();
  const { text, number, count } = facts.flows;
  for (let row = 0; row < count; row++) {
    if (!codes.has(text.commissioner_code[row])) continue;
    const trust = text.provider_code[row];
    planned.set(trust, (planned.get(trust) ?? 0) + number.planned_people[row]);
    emergency.set(trust, (emergency.get(trust) ?? 0) + number.emergency_people[row]);
  }
  const sum = (flows: ReadonlyMap<string, number>) => [...flows.values()].reduce((a, b) => a + b, 0);
  const least = PLACE_VALUES.place_reach_share;
  const [allPlanned, allEmergency] = [sum(planned), sum(emergency)];
  return [...planned.keys()].filter(
    (trust) =>
      (planned.get(trust) ?? 0) >= least * allPlanned || (emergency.get(trust) ?? 0) >= least * allEmergency,
  ).length;
}
