import { describe, expect, it } from 'vitest';
import { referenceRun } from '../../bench/reference-kernel.ts';
import { buildCKernel } from '../../bench/reference-kernel-c.ts';
import { referenceSetup } from '../../bench/reference-kernel-setup.ts';

const SETUP = referenceSetup({ people: 20_000, weeks: 120, seed: 12345 });
/** The state after 120 weeks, for ever: it changes only when the law of the draws or of the kernel changes. */
const GOLDEN = 1403388015;

describe('the reference kernel', () => {
  it.each(['wasm', 'typescript'] as const)('ends in the golden state with the %s scan', (engine) => {
    const run = referenceRun(SETUP, engine);
    run.runWeeks();
    expect(run.result().checksum).toBe(GOLDEN);
  });

  const cKernel = buildCKernel(SETUP);
  it.skipIf(cKernel === null)('ends in the golden state in C', () => {
    const result = cKernel!.run();
    cKernel!.close();
    expect(result.checksum).toBe(GOLDEN);
  });

  it('has events at the rates that its tables promise', () => {
    const run = referenceRun(SETUP, 'wasm');
    run.runWeeks();
    const { counts, patientWeeks } = run.result();
    // leaving is 0.006 a year in every class, with nothing thinned: 263 +- 16
    const leavers = (patientWeeks * 0.006 * 7) / 365.25;
    expect(Math.abs(counts[1] - leavers)).toBeLessThan(4 * Math.sqrt(leavers));
    // nobody is treated who was not referred
    expect(counts[8]).toBeLessThanOrEqual(counts[6]);
    expect(counts[8]).toBeGreaterThan(0.8 * counts[6]);
  });
});
