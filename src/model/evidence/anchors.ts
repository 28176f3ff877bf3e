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

/**
 * Money of each lever in the base years under the split, national means: pounds of one unit of its base, and what
 * prices a tenth higher at the same costs would add to its pay-off. For `lhe levers`: no law reads it.
 */
export const LEVER_MONEY: Readonly<Record<string, { readonly basePounds: number; readonly dearer: number }>> =
  {
    outpatient_capacity: { basePounds: 421.6, dearer: 0.0633 },
    elective_capacity: { basePounds: 1329, dearer: 0.0739 },
  };
