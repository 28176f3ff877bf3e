/**
 * Where each lever rests at its reference: the pay-off `d0` (over the lever's money base) that makes the base years'
 * observed movement come out, calibrated nationally, once, under the institutions of the split and again under
 * integrated boards. Written by `npm run calibrate:anchors`; never fitted to a place or a regime.
 */
export const ANCHORS: Readonly<Record<'split' | 'boards', Readonly<Record<string, number>>>> = {
  split: {
    outpatient_capacity: 0.07,
    elective_capacity: 0.1895,
    beds: 0.2373,
    conversion_threshold: 0.2754,
    emergency_threshold: 0.1821,
    follow_up_ratio: -0.3034,
    consultant_referrals: -0.1075,
    efficiency: 0.5438,
    quality: 0.3153,
    joint_work_provider: -0.3114,
    coding: 0.6033,
    demand_management: 0.3399,
    community_capacity: 0.2728,
    long_term_care: -0.2173,
    public_health: -0.4967,
    waiting_list_purchases: 0.5389,
    joint_work_commissioner: -0.2171,
    contract_volume: 0.0098,
    proactive_care: 1.6925,
    prescribing: 0.0493,
    access: -0.578,
  },
  boards: {
    outpatient_capacity: -0.2026,
    elective_capacity: -0.2386,
    beds: -0.0378,
    conversion_threshold: 0.3046,
    emergency_threshold: -0.0304,
    follow_up_ratio: -0.4038,
    consultant_referrals: -0.2116,
    efficiency: 0.2793,
    quality: 0.2342,
    joint_work_provider: -0.1468,
    coding: 0.1131,
    demand_management: -0.2586,
    community_capacity: -0.5349,
    long_term_care: -0.3051,
    public_health: -0.5021,
    joint_work_commissioner: -0.6092,
    contract_volume: 0.1728,
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
    outpatient_capacity: { basePounds: 421.4, dearer: 0.0559 },
    elective_capacity: { basePounds: 1337, dearer: 0.0766 },
    beds: { basePounds: 59500, dearer: 0.0409 },
    conversion_threshold: { basePounds: 1337, dearer: 0.0137 },
    emergency_threshold: { basePounds: 623.1, dearer: 0.0282 },
    follow_up_ratio: { basePounds: 105.5, dearer: -0.0015 },
    consultant_referrals: { basePounds: 404.6, dearer: -0.0032 },
    efficiency: { basePounds: 708000, dearer: 0.0114 },
    quality: { basePounds: 141600, dearer: 0.0363 },
    joint_work_provider: { basePounds: 70800, dearer: -0.019 },
    price: { basePounds: 0, dearer: 0 },
    coding: { basePounds: 85250, dearer: 0.0603 },
    demand_management: { basePounds: 2.981, dearer: 0.104 },
    community_capacity: { basePounds: 303.6, dearer: 0.0224 },
    long_term_care: { basePounds: 17.55, dearer: 0.0168 },
    public_health: { basePounds: 11.07, dearer: 0.013 },
    waiting_list_purchases: { basePounds: 1323, dearer: 0.0028 },
    joint_work_commissioner: { basePounds: 2.867, dearer: 0.0674 },
    contract_volume: { basePounds: 881.1, dearer: -0.0826 },
    proactive_care: { basePounds: 7.314, dearer: 0 },
    peer_review: { basePounds: 0, dearer: 0 },
    prescribing: { basePounds: 5.046, dearer: 0 },
    access: { basePounds: 5.224, dearer: 0 },
    selection: { basePounds: 0, dearer: 0 },
    prevention: { basePounds: 0, dearer: 0 },
  };
