/**
 * Where each lever rests at its reference: the pay-off `d0` (over the lever's money base) that makes the base years'
 * observed movement come out, calibrated nationally, once, under the institutions of the split and again under
 * integrated boards. Written by `npm run calibrate:anchors`; never fitted to a place or a regime.
 */
export const ANCHORS: Readonly<Record<'split' | 'boards', Readonly<Record<string, number>>>> = {
  split: {
    outpatient_capacity: 0.0571,
    elective_capacity: 0.1548,
    beds: 0.2338,
    conversion_threshold: 0.2592,
    emergency_threshold: 0.1822,
    follow_up_ratio: -0.2902,
    consultant_referrals: -0.1033,
    efficiency: 0.5424,
    quality: 0.2984,
    joint_work_provider: -0.3123,
    coding: 0.6041,
    demand_management: 0.3495,
    community_capacity: 0.2687,
    long_term_care: -0.1732,
    public_health: -0.485,
    waiting_list_purchases: 0.497,
    joint_work_commissioner: -0.2204,
    contract_volume: -0.0279,
    proactive_care: 1.6925,
    prescribing: 0.0513,
    access: -0.578,
  },
  boards: {
    outpatient_capacity: -0.2213,
    elective_capacity: -0.2699,
    beds: -0.0432,
    conversion_threshold: 0.29,
    emergency_threshold: -0.0293,
    follow_up_ratio: -0.3888,
    consultant_referrals: -0.2066,
    efficiency: 0.2702,
    quality: 0.21,
    joint_work_provider: -0.1498,
    coding: 0.1181,
    demand_management: -0.2491,
    community_capacity: -0.5335,
    long_term_care: -0.2962,
    public_health: -0.4978,
    joint_work_commissioner: -0.6073,
    contract_volume: 0.1423,
    proactive_care: 1.6925,
    prescribing: 0,
    access: -0.578,
  },
};

/**
 * Money of each lever in the base years under the split, national means: pounds of one unit of its base, and what
 * prices a tenth higher at the same costs would add to its pay-off. For `lhe levers`: no law reads it.
 */
export const LEVER_MONEY: Readonly<Record<string, { readonly basePounds: number; readonly dearer: number }>> =
  {
    outpatient_capacity: { basePounds: 421.5, dearer: 0.0555 },
    elective_capacity: { basePounds: 1343, dearer: 0.0734 },
    beds: { basePounds: 59500, dearer: 0.0403 },
    conversion_threshold: { basePounds: 1343, dearer: 0.0113 },
    emergency_threshold: { basePounds: 623.1, dearer: 0.0282 },
    follow_up_ratio: { basePounds: 105.5, dearer: -0.001 },
    consultant_referrals: { basePounds: 404.7, dearer: -0.0025 },
    efficiency: { basePounds: 709300, dearer: 0.0113 },
    quality: { basePounds: 141900, dearer: 0.0362 },
    joint_work_provider: { basePounds: 70930, dearer: -0.019 },
    price: { basePounds: 0, dearer: 0 },
    coding: { basePounds: 85430, dearer: 0.0604 },
    demand_management: { basePounds: 2.981, dearer: 0.1006 },
    community_capacity: { basePounds: 303.6, dearer: 0.0217 },
    long_term_care: { basePounds: 16.8, dearer: 0.0205 },
    public_health: { basePounds: 10.6, dearer: 0.0135 },
    waiting_list_purchases: { basePounds: 1323, dearer: -0.0021 },
    joint_work_commissioner: { basePounds: 2.867, dearer: 0.0671 },
    contract_volume: { basePounds: 881.1, dearer: -0.0851 },
    proactive_care: { basePounds: 7, dearer: 0 },
    peer_review: { basePounds: 0, dearer: 0 },
    prescribing: { basePounds: 4.83, dearer: 0 },
    access: { basePounds: 5, dearer: 0 },
    selection: { basePounds: 0, dearer: 0 },
    prevention: { basePounds: 0, dearer: 0 },
  };
