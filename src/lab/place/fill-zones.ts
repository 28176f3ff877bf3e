import { straightLineKm } from './geography.ts';
import type { Imputations } from './imputations.ts';
import type { PlaceFacts } from './read-folder.ts';
import type { Table } from './read-table.ts';

/** Rounds and first step of the balancing of seats; the step shrinks as it goes. */
const BALANCE_ROUNDS = 400;
const BALANCE_STEP_KM2 = 40;

/** Zones with nothing blank; people are weights until they are raked to the commissioner's residents. */
export interface FilledZones {
  readonly commissioner: Uint16Array;
  readonly people: Float64Array;
}

/**
 * Gives every zone a commissioner and a number of people.
 *
 * People: the mean of the commissioner's other zones. Commissioner: that of the nearest seat, seats pulling harder or
 * less hard until the people fit the commissioners' residents.
 */
export function fillZones(facts: PlaceFacts, imputed: Imputations): FilledZones {
  const { zones, commissioners } = facts;
  const index = new Map(commissioners.text.code.map((code, i) => [code, i]));
  const commissioner = Int32Array.from(zones.text.commissioner_code, (code) => index.get(code) ?? -1);
  const people = fillPeople(zones, commissioner, imputed);
  assignToSeats(commissioners, zones, commissioner, people, imputed);
  return { commissioner: Uint16Array.from(commissioner), people };
}

function fillPeople(zones: Table, commissioner: Int32Array, imputed: Imputations): Float64Array {
  const people = Float64Array.from(zones.number.people);
  const total = new Map<number, { sum: number; count: number }>();
  for (let z = 0; z < zones.count; z++) {
    if (Number.isNaN(people[z])) continue;
    for (const group of [commissioner[z], ALL]) {
      const sofar = total.get(group) ?? { sum: 0, count: 0 };
      total.set(group, { sum: sofar.sum + people[z], count: sofar.count + 1 });
    }
  }
  for (let z = 0; z < zones.count; z++) {
    if (!Number.isNaN(people[z])) continue;
    const mean = total.get(commissioner[z]) ?? total.get(ALL) ?? { sum: 1, count: 1 };
    people[z] = mean.sum / mean.count;
    imputed.add('zones', zones.text.code[z], 'people', people[z], "mean of the commissioner's other zones");
  }
  return people;
}

/** Stands for all zones together, where a commissioner has none with a number. */
const ALL = -2;

function assignToSeats(
  commissioners: Table,
  zones: Table,
  commissioner: Int32Array,
  people: Float64Array,
  imputed: Imputations,
): void {
  const blank = Array.from(commissioner.keys()).filter((z) => commissioner[z] < 0);
  if (blank.length === 0) return;
  const seats = Array.from(commissioners.text.code.keys()).filter(
    (c) => !Number.isNaN(commissioners.number.seat_latitude[c]),
  );
  const square = blank.map((z) =>
    seats.map((c) => {
      const km = straightLineKm(
        zones.number.latitude[z],
        zones.number.longitude[z],
        commissioners.number.seat_latitude[c],
        commissioners.number.seat_longitude[c],
      );
      return km * km;
    }),
  );
  const wanted = wantedPeople(commissioners, commissioner, people, seats, blank);
  const pull = seats.map(() => 0);
  const nearest = (row: readonly number[]) =>
    row.reduce((best, _, s) => (row[s] - pull[s] < row[best] - pull[best] ? s : best), 0);
  for (let round = 0; round < BALANCE_ROUNDS; round++) {
    const got = seats.map(() => 0);
    blank.forEach((z, i) => {
      got[nearest(square[i])] += people[z];
    });
    const step = BALANCE_STEP_KM2 / (1 + round / 10);
    seats.forEach((_, s) => {
      if (wanted[s] > 0) pull[s] += step * Math.max(-1, Math.min(1, (wanted[s] - got[s]) / wanted[s]));
    });
  }
  blank.forEach((z, i) => {
    commissioner[z] = seats[nearest(square[i])];
    imputed.add('zones', zones.text.code[z], 'commissioner', commissioner[z], SEAT_RULE);
  });
}

const SEAT_RULE =
  'nearest seat of a commissioner, seats balanced so that people fit residents (index of commissioner)';

/** People that each seat should still receive; equal shares where residents are unknown. */
function wantedPeople(
  commissioners: Table,
  commissioner: Int32Array,
  people: Float64Array,
  seats: readonly number[],
  blank: readonly number[],
): number[] {
  const has = seats.map(() => 0);
  commissioner.forEach((c, z) => {
    const s = seats.indexOf(c);
    if (s >= 0) has[s] += people[z];
  });
  const toGive = blank.reduce((sum, z) => sum + people[z], 0);
  const all = toGive + has.reduce((a, b) => a + b, 0);
  const residents = seats.map((c) => commissioners.number.residents_2011[c]);
  const known = residents.every((r) => !Number.isNaN(r));
  const total = residents.reduce((a, b) => a + b, 0);
  return seats.map((_, s) =>
    Math.max(0, (known ? (residents[s] / total) * all : all / seats.length) - has[s]),
  );
}
