import { describe, expect, it } from 'vitest';
import { PLACE_ASSUMPTIONS } from '../../../src/lab/place/assumptions/assumptions.ts';
import { listPlaces } from '../../../src/lab/place/list-places.ts';
import { loadPlace } from '../../../src/lab/place/load-place.ts';
import { ENGLAND_RESIDENTS } from '../../../src/lab/place/national-averages.ts';
import { PlaceError } from '../../../src/lab/place/place-error.ts';
import { LIST_BANDS, type Place, POPULATION_BANDS, POPULATION_YEARS } from '../../../src/model/place.ts';

const YEARS = POPULATION_YEARS.length;
const BANDS = POPULATION_BANDS.length;
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

function residentsOf(place: Place, year: number, band: number): number {
  let people = 0;
  for (let c = 0; c < place.commissioners.count; c++) {
    people += place.commissioners.residents[(c * YEARS + year) * BANDS + band];
  }
  return people;
}

function allocationOf(place: Place, year: number): number {
  return sum(place.commissioners.allocationPounds.filter((_, i) => i % 6 === year));
}

describe('England as a whole', () => {
  const england = loadPlace({ named: 'england' });

  it("has the published residents of every year and age, to the person, though 26 PCTs' are filled", () => {
    for (let y = 0; y < YEARS; y++) {
      for (let b = 0; b < BANDS; b++) {
        expect(residentsOf(england, y, b) / ENGLAND_RESIDENTS[y][b]).toBeCloseTo(1, 6);
      }
    }
  });

  it('has the published allocations: 76.0, 79.9 and 84.2 billion pounds', () => {
    expect(allocationOf(england, 1) / 1e9).toBeCloseTo(76, 3);
    expect(allocationOf(england, 2) / 1e9).toBeCloseTo(79.9, 3);
    expect(allocationOf(england, 3) / 1e9).toBeCloseTo(84.2, 3);
  });

  it('keeps a known allocation as it was: Darlington, 147.509 million in 2007-08', () => {
    const darlington = england.commissioners.code.indexOf('5J9');
    expect(england.commissioners.allocationPounds[darlington * 6]).toBe(147_509_000);
    expect(england.imputed.some((v) => v.code === '5J9' && v.field.startsWith('allocation'))).toBe(false);
  });

  it('is closed: every hospital serves it alone', () => {
    expect(england.national).toBe(true);
    expect(new Set(england.providers.plannedShareFromPlace)).toEqual(new Set([1]));
    expect(england.providers.count).toBe(167);
  });

  it('has a fifth of the people in each fifth of deprivation', () => {
    const people = [0, 0, 0, 0, 0];
    england.zones.quintile.forEach((q, z) => {
      people[q] += england.zones.residents[z];
    });
    for (const fifth of people) expect(fifth / sum(people)).toBeCloseTo(0.2, 1);
  });

  it('gives the three Birmingham PCTs people in proportion to their residents of 2011', () => {
    const zones = (code: string) => {
      const c = england.commissioners.code.indexOf(code);
      return england.zones.commissioner.filter((own) => own === c).length;
    };
    const all = zones('5M1') + zones('5MX') + zones('5PG');
    expect(all).toBe(641);
    expect(zones('5PG') / all).toBeCloseTo(425505 / 1074283, 1);
    expect(zones('5MX') / all).toBeCloseTo(294352 / 1074283, 1);
  });
});

describe('Herefordshire', () => {
  const place = loadPlace({ named: 'herefordshire' });

  it('has its published residents of mid-2007 in zones and on lists', () => {
    expect(sum(place.zones.residents)).toBeCloseTo(179_930, 3);
    expect(sum(place.practices.registered)).toBeCloseTo(179_930, 3);
    expect(place.practices.count).toBe(24);
    expect(place.zones.count).toBe(116);
  });

  it('is served by Wye Valley, which serves others too', () => {
    const wyeValley = place.providers.code.indexOf('RLQ');
    expect(place.providers.plannedShareFromPlace[wyeValley]).toBeGreaterThan(0.7);
    expect(place.providers.plannedShareFromPlace[wyeValley]).toBeLessThan(0.85);
    const worcester = place.providers.code.indexOf('RWP');
    expect(place.providers.plannedShareFromPlace[worcester]).toBeLessThan(0.1);
  });

  it('puts nearest hospitals first, and leaves no zone without an emergency hospital', () => {
    const { start, plannedKm, emergencyKm } = place.reach;
    for (let z = 0; z < place.zones.count; z++) {
      const near = Array.from({ length: start[z + 1] - start[z] }, (_, i) =>
        Math.min(plannedKm[start[z] + i], emergencyKm[start[z] + i]),
      );
      expect(near).toEqual([...near].sort((a, b) => a - b));
      expect(Math.min(...emergencyKm.subarray(start[z], start[z + 1]))).toBeLessThan(60);
    }
  });

  it('registers everybody of a zone, and keeps the lists', () => {
    const { start, practice, share } = place.registration;
    const lists = new Float64Array(place.practices.count);
    for (let z = 0; z < place.zones.count; z++) {
      expect(sum(share.subarray(start[z], start[z + 1]))).toBeCloseTo(1, 9);
      for (let e = start[z]; e < start[z + 1]; e++) lists[practice[e]] += share[e] * place.zones.residents[z];
    }
    lists.forEach((list, p) => {
      const bands = LIST_BANDS.length;
      const target = sum(place.practices.registered.subarray(p * bands, (p + 1) * bands));
      expect(list / target).toBeGreaterThan(0.98);
      expect(list / target).toBeLessThan(1.02);
    });
  });

  it('sums its lists to residents in every age band', () => {
    const bandOf = [0, 0, 1, 2, 3, 4, 4];
    const residents = [0, 0, 0, 0, 0];
    for (let b = 0; b < BANDS; b++) residents[bandOf[b]] += residentsOf(place, 0, b);
    residents.forEach((people, band) => {
      const listed = sum(place.practices.registered.filter((_, i) => i % LIST_BANDS.length === band));
      expect(listed / people).toBeCloseTo(1, 6);
    });
  });

  it('is the same twice, and the same by its code', () => {
    const { id: _id, name: _name, ...byName } = place;
    const { id: _id2, name: _name2, ...byCode } = loadPlace({ commissioners: ['5CN'] });
    expect(byCode).toEqual(byName);
  });

  it("forgets a trust's own size when it is withheld, and nobody else's", () => {
    const other = loadPlace({ named: 'herefordshire' }, { withheldProviders: ['RLQ'] });
    const bedsOf = (p: Place, code: string) => p.providers.beds[p.providers.code.indexOf(code)];
    expect(bedsOf(other, 'RLQ')).not.toBeCloseTo(bedsOf(place, 'RLQ'), 0);
    expect(bedsOf(other, 'RTE')).toBe(bedsOf(place, 'RTE'));
    const rule = other.imputed.find((v) => v.code === 'RLQ' && v.field === 'beds')?.rule;
    expect(rule).toContain('without its own size');
  });
});

describe('asking for a place that is not there', () => {
  it('names the nearest spelling', () => {
    expect(() => loadPlace({ named: 'herfordshire' })).toThrow(/"herefordshire"/);
    expect(() => loadPlace({ commissioners: ['5CM1'] })).toThrow(PlaceError);
    expect(() => loadPlace({ commissioners: [] })).toThrow(/at least one code/);
  });

  it('does not take a path for a name', () => {
    expect(() => loadPlace({ named: '../england' })).toThrow(PlaceError);
  });
});

describe('the list of places', () => {
  it('says what loading them would give', () => {
    const places = listPlaces();
    const hereford = places.find((place) => place.id === 'herefordshire');
    expect(hereford).toMatchObject({ people: 179_930, practices: 24, trusts: 3, commissioners: ['5CN'] });
    expect(hereford?.ruralShare).toBeCloseTo(0.53, 2);
    expect(places.find((place) => place.id === 'england')?.commissioners).toHaveLength(151);
  });
});

describe('the assumptions of places', () => {
  it('each have a source, their own id and a value within their range', () => {
    expect(new Set(PLACE_ASSUMPTIONS.map((p) => p.id)).size).toBe(PLACE_ASSUMPTIONS.length);
    for (const p of PLACE_ASSUMPTIONS) {
      expect(p.source.length, p.id).toBeGreaterThan(5);
      expect(p.value, p.id).toBeGreaterThanOrEqual(p.low);
      expect(p.value, p.id).toBeLessThanOrEqual(p.high);
    }
  });
});
