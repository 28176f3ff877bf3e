import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlaceError } from '../../../src/lab/place/place-error.ts';
import { syntheticPlace } from '../../../src/lab/place/synthetic.ts';
import { LIST_BANDS } from '../../../src/model/place.ts';

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

const specs = fc.record({
  people: fc.integer({ min: 5000, max: 400_000 }),
  practices: fc.integer({ min: 2, max: 60 }),
  trusts: fc.integer({ min: 1, max: 6 }),
  rural: fc.oneof(fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true })),
  commissioners: fc.integer({ min: 1, max: 2 }),
  seed: fc.integer(),
});

describe('a synthetic place', () => {
  it('has the people, practices and trusts asked for, and all of them registered, whatever is asked', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const place = syntheticPlace(spec);
        expect(place.practices.count).toBe(spec.practices);
        expect(place.providers.count).toBe(spec.trusts);
        expect(sum(place.zones.residents) / spec.people).toBeCloseTo(1, 9);
        expect(sum(place.practices.registered) / spec.people).toBeCloseTo(1, 6);
        const { start, share } = place.registration;
        for (let z = 0; z < place.zones.count; z++) {
          expect(sum(share.subarray(start[z], start[z + 1]))).toBeCloseTo(1, 9);
          expect(place.reach.start[z + 1]).toBeGreaterThan(place.reach.start[z]);
        }
        for (const values of [place.providers.beds, place.practices.registered, place.zones.latitude]) {
          expect(values.every((v) => Number.isFinite(v) && v >= 0)).toBe(true);
        }
        for (const code of ['zones', 'practices', 'providers', 'commissioners'] as const) {
          expect([...place[code].code]).toEqual([...place[code].code].sort());
        }
      }),
      { numRuns: 40 },
    );
  });

  it("sums each commissioner's lists to its residents in every band", () => {
    const place = syntheticPlace({ people: 700_000, practices: 90, trusts: 3, rural: 0.3, seed: 5 });
    expect(place.commissioners.count).toBe(2);
    const bandOf = [0, 0, 1, 2, 3, 4, 4];
    for (let c = 0; c < 2; c++) {
      const residents = [0, 0, 0, 0, 0];
      for (let b = 0; b < 7; b++) residents[bandOf[b]] += place.commissioners.residents[c * 49 + b];
      residents.forEach((people, band) => {
        let listed = 0;
        for (let p = 0; p < place.practices.count; p++) {
          if (place.practices.commissioner[p] === c)
            listed += place.practices.registered[p * LIST_BANDS.length + band];
        }
        expect(listed / people).toBeCloseTo(1, 6);
      });
    }
  });

  it('is the same for the same seed and another for another', () => {
    const spec = { people: 50_000, practices: 8, trusts: 2, rural: true };
    expect(syntheticPlace({ ...spec, seed: 1 })).toEqual(syntheticPlace({ ...spec, seed: 1 }));
    expect(syntheticPlace({ ...spec, seed: 1 }).zones.latitude).not.toEqual(
      syntheticPlace({ ...spec, seed: 2 }).zones.latitude,
    );
  });

  it('is spread out where it is rural', () => {
    const nearest = (rural: boolean) => {
      const place = syntheticPlace({ people: 200_000, practices: 30, trusts: 1, rural, seed: 3 });
      return sum(place.reach.plannedKm) / place.zones.count;
    };
    expect(nearest(false)).toBeLessThan(4);
    expect(nearest(true)).toBeGreaterThan(8);
  });

  it("has England's money and beds for its people: 1 in 1,000 of England gives 76 million pounds", () => {
    const place = syntheticPlace({ people: 51_381, practices: 8, trusts: 1, rural: false, seed: 1 });
    expect(place.commissioners.allocationPounds[1] / 1e6).toBeCloseTo(76, 1);
    expect(place.providers.beds[0]).toBeCloseTo(117.4, 1);
  });

  it('says everything that is wrong with what was asked', () => {
    const wrong = () =>
      syntheticPlace({ people: 5.5, practices: 0, trusts: -1, rural: 2, seed: 1, zones: 10 });
    expect(wrong).toThrow(PlaceError);
    expect(wrong).toThrow(/people[\s\S]*practices[\s\S]*trusts[\s\S]*rural/);
  });
});
