/**
 * Where each lever rests at its reference: the pay-off `d0` (over the lever's money base) that makes the base years'
 * observed movement come out, calibrated nationally, once, under the institutions of the split and again under
 * integrated boards. Written by `npm run calibrate:anchors`; never fitted to a place or a regime.
 */
export const ANCHORS: Readonly<Record<'split' | 'boards', Readonly<Record<string, number>>>> = {
  split: {
    outpatient_capacity: 0.1954,
    elective_capacity: 0.2489,
  },
  boards: {},
};
