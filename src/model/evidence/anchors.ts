/**
 * Where each lever rests at its reference: the pay-off `d0` (over the lever's money base) that makes the base years'
 * observed movement come out, calibrated nationally, once, under the institutions of the split and again under
 * integrated boards. Written by `npm run calibrate:anchors`; never fitted to a place or a regime.
 */
export const ANCHORS: Readonly<Record<'split' | 'boards', Readonly<Record<string, number>>>> = {
  split: {
    outpatient_capacity: 0.0609,
    elective_capacity: 0.1763,
    beds: 0.2365,
    conversion_threshold: 0.274,
    emergency_threshold: 0.1821,
    follow_up_ratio: -0.2938,
    consultant_referrals: -0.1071,
    efficiency: 0.5438,
    quality: 0.3008,
    joint_work_provider: -0.312,
    coding: 0.6034,
    demand_management: 0.3645,
    community_capacity: 0.2724,
    long_term_care: -0.2733,
    public_health: -0.5116,
    waiting_list_purchases: 0.5247,
    joint_work_commissioner: -0.2208,
    contract_volume: -0.0193,
    proactive_care: 1.6466,
    prescribing: 0.0493,
    access: -0.5866,
  },
  boards: {
    outpatient_capacity: -0.2161,
    elective_capacity: -0.2564,
    beds: -0.038,
    conversion_threshold: 0.3033,
    emergency_threshold: -0.0304,
    follow_up_ratio: -0.3941,
    consultant_referrals: -0.2112,
    efficiency: 0.279,
    quality: 0.2208,
    joint_work_provider: -0.1475,
    coding: 0.1131,
    demand_management: -0.239,
    community_capacity: -0.5337,
    long_term_care: -0.3281,
    public_health: -0.5125,
    joint_work_commissioner: -0.6107,
    contract_volume: 0.1505,
    proactive_care: 1.6466,
    prescribing: 0,
    access: -0.5866,
  },
};

/**
 * Money of each lever in the base years under the split, national means: pounds of one unit of its base, and what
 * prices a tenth higher at the same costs would add to its pay-off. For `lhe levers`: no law reads it.
 */
export const LEVER_MONEY: Readonly<Record<string, { readonly basePounds: number; readonly dearer: number }>> =
  {
    outpatient_capacity: { basePounds: 421.4, dearer: 0.0558 },
    elective_capacity: { basePounds: 1337, dearer: 0.0762 },
    beds: { basePounds: 59500, dearer: 0.0408 },
    conversion_threshold: { basePounds: 1337, dearer: 0.0133 },
    emergency_threshold: { basePounds: 623.1, dearer: 0.0282 },
    follow_up_ratio: { basePounds: 105.5, dearer: -0.0014 },
    consultant_referrals: { basePounds: 404.6, dearer: -0.003 },
    efficiency: { basePounds: 708000, dearer: 0.0114 },
    quality: { basePounds: 141600, dearer: 0.0363 },
    joint_work_provider: { basePounds: 70800, dearer: -0.019 },
    price: { basePounds: 0, dearer: 0 },
    coding: { basePounds: 85250, dearer: 0.0603 },
    demand_management: { basePounds: 2.981, dearer: 0.1036 },
    community_capacity: { basePounds: 303.6, dearer: 0.0223 },
    long_term_care: { basePounds: 17.55, dearer: 0.0137 },
    public_health: { basePounds: 11.07, dearer: 0.013 },
    waiting_list_purchases: { basePounds: 1323, dearer: 0.0024 },
    joint_work_commissioner: { basePounds: 2.867, dearer: 0.0674 },
    contract_volume: { basePounds: 881.1, dearer: -0.0828 },
    proactive_care: { basePounds: 7.314, dearer: 0 },
    peer_review: { basePounds: 0, dearer: 0 },
    prescribing: { basePounds: 5.046, dearer: 0 },
    access: { basePounds: 5.224, dearer: 0 },
    selection: { basePounds: 0, dearer: 0 },
    prevention: { basePounds: 0, dearer: 0 },
  };
