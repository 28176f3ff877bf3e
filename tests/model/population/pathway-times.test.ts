import { describe, expect, it } from 'vitest';
import { defaultParameterValues } from '../../../src/model/evidence/parameters.ts';
import { cumulated, pathwayTimes } from '../../../src/model/population/pathway-times.ts';
import { readSettings } from '../../../src/model/settings.ts';

const settings = readSettings({
  ...defaultParameterValues(),
  relative_wait_orthopaedics: 1,
  start_first_outpatient_weeks: 4,
  start_admission_weeks: 6,
  referral_never_attended_share: 0.2,
  first_outpatient_removal_per_week: 0,
  removal_base_per_week: 0,
});
const every = (value: number): Float64Array => new Float64Array(8).fill(value);
const rates = {
  delayQuantile: new Float64Array(8 * 256).fill(10),
  removalByWait: new Float64Array(53).fill(1),
  conversionShare: every(0.5),
  stopAtFirst: every(0.4),
  gpShareOfReferrals: 0.5,
};

describe('the times of a pathway', () => {
  it('are those of its stages, thinned by who does not come and who is discharged', () => {
    const times = pathwayTimes(settings, rates);
    // One in ten never attends: a fifth of the half that general practitioners refer.
    expect(times.firstWeeks[0]).toBe(4);
    // Of those seen half convert; of the others 40% are discharged at once: 80% go through ten weeks of diagnostics.
    expect(times.diagnosticsWeeks[0]).toBeCloseTo(0.9 * 0.8 * 10, 12);
    expect(times.admissionWeeks[0]).toBeCloseTo(0.9 * 0.5 * 6, 12);
    expect(times.throughDiagnostics[0]).toBe(1);
    // Only those who never attend keep their need.
    expect(times.unsolved[0]).toBeCloseTo(0.1, 12);
  });

  it('lose one in ten a week where the hazard is a tenth', () => {
    const leaving = { ...settings, removalPerWeek: 0.1, removalSolvedShare: 0 };
    const times = pathwayTimes(leaving, rates);
    expect(times.stayed[0][1]).toBeCloseTo(0.9, 12);
    expect(times.stayed[0][10]).toBeCloseTo(0.9 ** 10, 12);
    expect(times.throughDiagnostics[0]).toBeCloseTo(0.9 ** 10, 12);
    expect(times.toAdmission[0]).toBeCloseTo(0.9 ** 6, 12);
    // Treated: discharged (0.2), through diagnostics and not converted (0.3), admitted (0.5).
    const treated = 0.2 + 0.3 * 0.9 ** 10 + 0.5 * 0.9 ** 16;
    expect(times.unsolved[0]).toBeCloseTo(0.1 + 0.9 * (1 - treated), 12);
  });

  it('count a part of a week as a part', () => {
    expect(cumulated(Float64Array.of(1, 0.5, 0.25), 1.5)).toBe(1.25);
  });
});
