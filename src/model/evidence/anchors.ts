/**
 * Where each lever rests at its reference: the pay-off `d0` (over the lever's money base) that makes the base years'
 * observed movement come out, calibrated nationally, once, under the institutions of the split and again under
 * integrated boards. Written by `npm run calibrate:anchors`; never fitted to a place or a regime.
 */
export const ANCHORS: Readonly<Record<'split' | 'boards', Readonly<Record<string, number>>>> = {
  split: {
    outpatient_capacity: 0.0469,
    elective_capacity: 0.0965,
    beds: 0.2146,
    conversion_threshold: 0.2104,
    emergency_threshold: 0.1847,
    follow_up_ratio: -0.2762,
    consultant_referrals: -0.0885,
    efficiency: 0.5472,
    quality: 0.297,
    joint_work_provider: -0.3166,
    coding: 0.6109,
    demand_management: 0.3233,
    community_capacity: 0.2612,
    long_term_care: -0.2311,
    public_health: -0.4632,
    waiting_list_purchases: 0.4361,
    joint_work_commissioner: -0.2115,
    contract_volume: -0.0205,
    proactive_care: 1.6925,
    prescribing: 0.0499,
    access: -0.578,
  },
  boards: {
    outpatient_capacity: -0.2361,
    elective_capacity: -0.3178,
    beds: -0.0617,
    conversion_threshold: 0.2506,
    emergency_threshold: -0.0295,
    follow_up_ratio: -0.375,
    consultant_referrals: -0.1982,
    efficiency: 0.2724,
    quality: 0.2087,
    joint_work_provider: -0.1515,
    coding: 0.1073,
    demand_management: -0.267,
    community_capacity: -0.5415,
    long_term_care: -0.3139,
    public_health: -0.5042,
    joint_work_commissioner: -0.6123,
    contract_volume: 0.1195,
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
    outpatient_capacity: { basePounds: 421.4, dearer: 0.0553 },
    elective_capacity: { basePounds: 1332, dearer: 0.0675 },
    beds: { basePounds: 59500, dearer: 0.0385 },
    conversion_threshold: { basePounds: 1332, dearer: 0.0043 },
    emergency_threshold: { basePounds: 623.1, dearer: 0.0285 },
    follow_up_ratio: { basePounds: 105.5, dearer: -0.0001 },
    consultant_referrals: { basePounds: 404.6, dearer: -0.0006 },
    efficiency: { basePounds: 710400, dearer: 0.0113 },
    quality: { basePounds: 142100, dearer: 0.0364 },
    joint_work_provider: { basePounds: 71040, dearer: -0.0193 },
    price: { basePounds: 0, dearer: 0 },
    coding: { basePounds: 85080, dearer: 0.0611 },
    demand_management: { basePounds: 2.981, dearer: 0.0956 },
    community_capacity: { basePounds: 303.6, dearer: 0.0205 },
    long_term_care: { basePounds: 16.8, dearer: 0.0122 },
    public_health: { basePounds: 10.6, dearer: 0.0132 },
    waiting_list_purchases: { basePounds: 1322, dearer: -0.009 },
    joint_work_commissioner: { basePounds: 2.867, dearer: 0.0654 },
    contract_volume: { basePounds: 880.8, dearer: -0.0869 },
    proactive_care: { basePounds: 7, dearer: 0 },
    peer_review: { basePounds: 0, dearer: 0 },
    prescribing: { basePounds: 4.83, dearer: 0 },
    access: { basePounds: 5, dearer: 0 },
    selection: { basePounds: 0, dearer: 0 },
    prevention: { basePounds: 0, dearer: 0 },
  };
