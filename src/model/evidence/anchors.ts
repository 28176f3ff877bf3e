/**
 * Where each lever rests at its reference: the pay-off `d0` (over the lever's money base) that makes the base years'
 * observed movement come out, calibrated nationally, once, under the institutions of the split and again under
 * integrated boards. Written by `npm run calibrate:anchors`; never fitted to a place or a regime.
 */
export const ANCHORS: Readonly<Record<'split' | 'boards', Readonly<Record<string, number>>>> = {
  split: {
    outpatient_capacity: 0.2056,
    elective_capacity: 0.3044,
    beds: 0.2215,
    conversion_threshold: 0.2196,
    emergency_threshold: 0.1836,
    follow_up_ratio: -0.2921,
    consultant_referrals: -0.0992,
    efficiency: 0.5429,
    quality: 0.2956,
    joint_work_provider: -0.3149,
    demand_management: 0.8925,
    community_capacity: 0.26,
    long_term_care: -0.2365,
    public_health: -0.4686,
    waiting_list_purchases: 0.806,
    joint_work_commissioner: -0.2138,
    contract_volume: -0.0309,
    proactive_care: 1.6925,
    prescribing: 0.0503,
    access: -0.578,
  },
  boards: {
    outpatient_capacity: -0.0809,
    elective_capacity: -0.1036,
    beds: -0.0574,
    conversion_threshold: 0.2584,
    emergency_threshold: -0.0295,
    follow_up_ratio: -0.3883,
    consultant_referrals: -0.2058,
    efficiency: 0.2708,
    quality: 0.2061,
    joint_work_provider: -0.1532,
    demand_management: -0.3415,
    community_capacity: -0.5464,
    long_term_care: -0.3166,
    public_health: -0.5069,
    joint_work_commissioner: -0.6141,
    contract_volume: 0.6582,
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
    outpatient_capacity: { basePounds: 421.4, dearer: 0.0575 },
    elective_capacity: { basePounds: 1333, dearer: 0.0686 },
    beds: { basePounds: 59500, dearer: 0.0395 },
    conversion_threshold: { basePounds: 1333, dearer: 0.0065 },
    emergency_threshold: { basePounds: 623.1, dearer: 0.0284 },
    follow_up_ratio: { basePounds: 105.5, dearer: -0.0016 },
    consultant_referrals: { basePounds: 404.6, dearer: -0.0021 },
    efficiency: { basePounds: 717600, dearer: 0.0112 },
    quality: { basePounds: 143500, dearer: 0.0367 },
    joint_work_provider: { basePounds: 71760, dearer: -0.0189 },
    price: { basePounds: 0, dearer: 0 },
    demand_management: { basePounds: 2.981, dearer: 0.1976 },
    community_capacity: { basePounds: 303.6, dearer: 0.0212 },
    long_term_care: { basePounds: 16.8, dearer: 0.0123 },
    public_health: { basePounds: 10.6, dearer: 0.0132 },
    waiting_list_purchases: { basePounds: 1322, dearer: -0.0053 },
    joint_work_commissioner: { basePounds: 2.867, dearer: 0.0658 },
    contract_volume: { basePounds: 880.8, dearer: -0.0852 },
    proactive_care: { basePounds: 7, dearer: 0 },
    peer_review: { basePounds: 0, dearer: 0 },
    prescribing: { basePounds: 4.83, dearer: 0 },
    access: { basePounds: 5, dearer: 0 },
    selection: { basePounds: 0, dearer: 0 },
    prevention: { basePounds: 0, dearer: 0 },
  };
