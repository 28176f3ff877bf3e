/**
 * Where each lever rests at its reference: the pay-off `d0` (over the lever's money base) that makes the base years'
 * observed movement come out, calibrated nationally, once, under the institutions of the split and again under
 * integrated boards. Written by `npm run calibrate:anchors`; never fitted to a place or a regime.
 */
export const ANCHORS: Readonly<Record<'split' | 'boards', Readonly<Record<string, number>>>> = {
  split: {
    outpatient_capacity: 0.0662,
    elective_capacity: 0.1761,
    beds: 0.2395,
    conversion_threshold: 0.2727,
    emergency_threshold: 0.1818,
    follow_up_ratio: -0.2971,
    consultant_referrals: -0.1092,
    efficiency: 0.5443,
    quality: 0.301,
    joint_work_provider: -0.3114,
    coding: 0.603,
    demand_management: 0.3647,
    community_capacity: 0.2731,
    long_term_care: -0.2134,
    public_health: -0.5121,
    waiting_list_purchases: 0.5253,
    joint_work_commissioner: -0.2212,
    contract_volume: -0.0192,
    proactive_care: 1.6466,
    prescribing: 0.0493,
    access: -0.5866,
  },
  boards: {
    outpatient_capacity: -0.2162,
    elective_capacity: -0.2579,
    beds: -0.0392,
    conversion_threshold: 0.302,
    emergency_threshold: -0.0303,
    follow_up_ratio: -0.3945,
    consultant_referrals: -0.2117,
    efficiency: 0.2789,
    quality: 0.2212,
    joint_work_provider: -0.1472,
    coding: 0.1128,
    demand_management: -0.2397,
    community_capacity: -0.534,
    long_term_care: -0.3196,
    public_health: -0.5125,
    joint_work_commissioner: -0.6104,
    contract_volume: 0.1495,
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
    outpatient_capacity: { basePounds: 421.3, dearer: 0.0561 },
    elective_capacity: { basePounds: 1339, dearer: 0.0762 },
    beds: { basePounds: 59500, dearer: 0.0411 },
    conversion_threshold: { basePounds: 1339, dearer: 0.0133 },
    emergency_threshold: { basePounds: 623.1, dearer: 0.0281 },
    follow_up_ratio: { basePounds: 105.5, dearer: -0.0017 },
    consultant_referrals: { basePounds: 404.6, dearer: -0.0033 },
    efficiency: { basePounds: 707000, dearer: 0.0114 },
    quality: { basePounds: 141400, dearer: 0.0362 },
    joint_work_provider: { basePounds: 70700, dearer: -0.019 },
    price: { basePounds: 0, dearer: 0 },
    coding: { basePounds: 85050, dearer: 0.0603 },
    demand_management: { basePounds: 2.981, dearer: 0.1036 },
    community_capacity: { basePounds: 303.6, dearer: 0.0223 },
    long_term_care: { basePounds: 17.55, dearer: 0.0198 },
    public_health: { basePounds: 11.07, dearer: 0.013 },
    waiting_list_purchases: { basePounds: 1323, dearer: 0.0025 },
    joint_work_commissioner: { basePounds: 2.867, dearer: 0.0674 },
    contract_volume: { basePounds: 881.1, dearer: -0.0828 },
    proactive_care: { basePounds: 7.314, dearer: 0 },
    peer_review: { basePounds: 0, dearer: 0 },
    prescribing: { basePounds: 5.046, dearer: 0 },
    access: { basePounds: 5.224, dearer: 0 },
    selection: { basePounds: 0, dearer: 0 },
    prevention: { basePounds: 0, dearer: 0 },
  };
