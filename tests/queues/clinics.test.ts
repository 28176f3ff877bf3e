import seedrandom from 'seedrandom';
import { beforeAll, describe, expect, it } from 'vitest';
import { FIGURES, meanList, queueFigures, simulateQueue } from './bulk-queue.ts';
import { type ClinicRun, COUNTED, LOAD, runClinics, SLOTS } from './clinic-world.ts';
import { differ, estimate } from './estimate.ts';

describe('the theory of a clinic with a fixed number of slots a week', () => {
  it('gives the mean list of M/D/1 for one slot: half of load squared over what is left', () => {
    for (const load of [0.3, 0.6, 0.85]) {
      expect(meanList(load, 1)).toBeCloseTo(load ** 2 / (2 * (1 - load)), 12);
    }
  });

  it('gives the same mean by roots and by the stationary distribution of the recursion', () => {
    for (const slots of SLOTS) {
      expect(queueFigures(LOAD * slots, slots)[0]).toBeCloseTo(meanList(LOAD * slots, slots), 6);
    }
  });

  it('is met by a simulation of its definition, event by event', () => {
    const random = seedrandom('events');
    for (const slots of [1, 4, 12]) {
      const arrivals = LOAD * slots;
      const runs = Array.from({ length: 30 }, () => simulateQueue(arrivals, slots, 2000, random));
      queueFigures(arrivals, slots).forEach((expected, f) => {
        const found = estimate(runs.map((run) => run[f]!));
        expect(differ(found, expected), `${FIGURES[f]}, ${slots} slots`).toBe(false);
      });
    }
  });
});

describe('the clinics of the model, everything else switched off', () => {
  const REPLICATES = 12;
  let runs: ClinicRun[][];
  beforeAll(() => {
    // Each run also checks Lindley's recursion, week by week and without error.
    runs = Array.from({ length: REPLICATES }, (_, replicate) => runClinics(replicate));
  });

  describe.each(SLOTS.map((slots, s) => ({ slots, s })))('with $slots slots a week', ({ slots, s }) => {
    it('get referrals as a Poisson process gives them: their weekly variance is their mean', () => {
      const dispersions = runs.map((run) => run[s]!.dispersion);
      // The index of dispersion of n Poisson counts has variance 2 / n.
      const standardError = Math.sqrt(2 / (REPLICATES * COUNTED));
      expect(Math.abs(estimate(dispersions).mean - 1) / standardError).toBeLessThan(4);
    });

    it('have the lists and waits of theory and of the events', () => {
      const clinic = runs.map((run) => run[s]!);
      const arrivals = estimate(clinic.map((run) => run.arrivalsPerWeek)).mean;
      expect(arrivals / slots).toBeCloseTo(LOAD, 1);
      const theory = queueFigures(arrivals, slots);
      const slope = slopes(arrivals, slots);
      const random = seedrandom(`clinic of ${slots}`);
      const eventRuns = Array.from({ length: 20 }, () => simulateQueue(arrivals, slots, 2000, random));
      FIGURES.forEach((name, f) => {
        if (theory[f]! < RARE) return;
        // A run with more referrals than the mean has a longer list: that part is known and taken off each run.
        const adjusted = clinic.map((run) => run.figures[f]! - slope[f]! * (run.arrivalsPerWeek - arrivals));
        const model = estimate(adjusted);
        const events = estimate(eventRuns.map((run) => run[f]!));
        expect(differ(model, theory[f]!), `${name}, theory: ${model.mean} against ${theory[f]}`).toBe(false);
        expect(differ(model, events), `${name}, events: ${model.mean} against ${events.mean}`).toBe(false);
      });
    });
  });

  it('have no bias over all clinics: mean lists relative to theory', () => {
    const clinics = SLOTS.map((slots, s) => {
      const arrivals = estimate(runs.map((run) => run[s]!.arrivalsPerWeek)).mean;
      return { arrivals, list: queueFigures(arrivals, slots)[0], slope: slopes(arrivals, slots)[0]! };
    });
    const ratios = runs.map((run) => {
      const off = clinics.map(({ arrivals, list, slope }, s) => {
        const { figures, arrivalsPerWeek } = run[s]!;
        return (figures[0] - list - slope * (arrivalsPerWeek - arrivals)) / list;
      });
      return estimate(off).mean;
    });
    const bias = estimate(ratios);
    expect(differ(bias, 0), `lists are off by ${bias.mean}`).toBe(false);
    expect(bias.standardError).toBeLessThan(0.04);
  });
});

/** A share as small as this is a handful of patients in a run: no mean of them is near normal. */
const RARE = 0.005;

function slopes(arrivals: number, slots: number): number[] {
  const step = 1e-3 * arrivals;
  const above = queueFigures(arrivals + step, slots);
  const below = queueFigures(arrivals - step, slots);
  return above.map((value, f) => (value - below[f]!) / (2 * step));
}
