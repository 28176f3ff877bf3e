import { describe, expect, it } from 'vitest';
import { concentration } from '../../../src/lab/facts/concentration.ts';
import { defaultParameterValues } from '../../../src/model/evidence/parameters.ts';
import type { Place } from '../../../src/model/place.ts';
import { answerOf, figureOf, handMade } from './hand-made-run.ts';

const TRUSTS = 11;
const YEARS = 5;

/**
 * A country of eleven trusts, each alone with its zone but for 2^h - 1 equal rivals at the same spot: concentration
 * 1 / 2^h, so that density is h times ln 2.
 */
function country(): Place {
  const start: number[] = [0];
  const provider: number[] = [];
  for (let z = 0; z < TRUSTS; z++) {
    // Rivals beyond the eleven are rows that no emergency trust has: they only share the zone.
    provider.push(z, ...Array.from({ length: 2 ** z - 1 }, (_, n) => TRUSTS + z * 2000 + n));
    start.push(provider.length);
  }
  const count = Math.max(...provider) + 1;
  const only = (from: number) => Array.from({ length: count }, (_, h) => (h < TRUSTS ? from : 0));
  return {
    zones: { count: TRUSTS, residents: new Float64Array(TRUSTS).fill(1000) },
    reach: {
      start: Uint32Array.from(start),
      provider: Uint32Array.from(provider),
      plannedKm: new Float32Array(provider.length).fill(5),
    },
    providers: {
      count,
      attraction: new Float64Array(count),
      emergency: Uint8Array.from(only(1)),
      specialist: new Uint8Array(count),
    },
  } as unknown as Place;
}

const place = country();
const count = place.providers.count;

/** Trusts' table with values of the last year, others being nought. */
function trusts(of: Readonly<Record<string, (h: number) => number>>) {
  const values = Object.fromEntries(
    Object.entries(of).map(([metric, f]) => [
      metric,
      Float64Array.from({ length: YEARS * count }, (_, at) =>
        Math.floor(at / count) === YEARS - 1 ? f(at % count) : 0,
      ),
    ]),
  );
  return { kind: 'trust' as const, codes: Array.from({ length: count }, (_, h) => `T${h}`), values };
}

/** Logarithm of fatality by trust: nonsense in the first two years, which do not count. */
const fatality = (of: (h: number) => number) =>
  Array.from({ length: YEARS * count }, (_, at) => (at < 2 * count ? 99 : of(at % count)));

const inDeficit = (h: number) => h % 2 === 1;

function answer() {
  const table = trusts({
    surplus_pounds: (h) => (inDeficit(h) ? -5 : 5),
    income_pounds: () => 100,
    // Those in deficit miss twice as many hours and eight times as many waits: by the mean of logarithms four times.
    ae_within_4h_pct: (h) => 100 - (inDeficit(h) ? 4 : 2),
    incomplete_within_18_weeks_pct: (h) => 100 - (inDeficit(h) ? 40 : 5),
    readmissions: (h) => (inDeficit(h) ? 11 : 10),
    emergency_admissions: () => 100,
  });
  const run = (of: (h: number) => number) =>
    handMade({
      years: YEARS,
      yearly: { logFatality: fatality(of) },
      rest: { organisations: [table] as never },
    });
  // Choice lowers the logarithm of fatality by 0.01 for each doubling of the number of rivals.
  return answerOf('B04', [run((h) => 0.1 * (h % 3)), run((h) => 0.1 * (h % 3) - 0.01 * h)], place);
}

describe('the cross-section of trusts', () => {
  it('has concentration by hand: of 1, 2, 4, ... equal trusts in a zone 1, 1/2, 1/4, ...', () => {
    const hhi = concentration(place);
    for (let h = 0; h < TRUSTS; h++) expect(hhi[h]).toBeCloseTo(2 ** -h, 9);
  });

  it('regresses the change of fatality on density: from the 10th to the 90th centile are eight doublings', () => {
    const { value, error } = figureOf(answer(), 'B04 heart-attack');
    expect(value).toBeCloseTo(-8, 9);
    expect(error).toBeLessThan(1e-6);
    const hip = defaultParameterValues().fatality_hip_fracture!;
    expect(figureOf(answer(), 'B05 hip-fracture').value).toBeCloseTo(-8 * hip, 9);
  });

  it('compares trusts in deficit with others by mean logarithms', () => {
    expect(figureOf(answer(), 'B50 process').value).toBeCloseTo(4, 9);
    expect(figureOf(answer(), 'B50 outcome').value).toBeCloseTo(100 * Math.log(1.1), 9);
  });
});
