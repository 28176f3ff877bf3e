/**
 * Where each lever rests at its reference: the pay-off `d0` (over the lever's money base) that makes the base years'
 * observed movement come out, calibrated nationally, once, under the institutions of the split and again under
 * integrated boards. Written by `npm run calibrate:anchors`; never fitted to a place or a regime.
 */
export const ANCHORS: Readonly<Record<'split' | 'boards', Readonly<Record<string, number>>>> = {
  split: {
    outpatient_capacity: 0.1946,
    elective_capacity: 0.2499,
    beds: 0.2021,
    conversion_threshold: 0.2181,
    emergency_threshold: 0.1998,
    follow_up_ratio: -0.2697,
    consultant_referrals: -0.0824,
    efficiency: 0.5939,
    quality: 0.2964,
    joint_work_provider: -0.3454,
    price: 0,
    demand_management: 1.3274,
    community_capacity: 0.4226,
    long_term_care: -0.1707,
    public_health: -0.374,
    waiting_list_purchases: 0.7958,
    joint_work_commissioner: -0.1797,
    contract_volume: 0.0463,
    proactive_care: 0.5924,
    peer_review: 0,
    prescribing: 0.0445,
    access: -0.578,
  },
  boards: {
    outpatient_capacity: -0.2243,
    elective_capacity: -0.2766,
    beds: -0.1187,
    conversion_threshold: 0.2674,
    emergency_threshold: -0.0669,
    follow_up_ratio: -0.3881,
    consultant_referrals: -0.2096,
    efficiency: 0.2165,
    quality: 0.094,
    joint_work_provider: -0.1907,
    price: 0,
    demand_management: -1.5017,
    community_capacity: -0.364,
    long_term_care: -0.1272,
    public_health: -0.3653,
    waiting_list_purchases: 0,
    joint_work_commissioner: -0.5963,
    contract_volume: 0.8259,
    proactive_care: 0.5924,
    peer_review: 0,
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
    outpatient_capacity: { basePounds: 421.6, dearer: 0.0633 },
    elective_capacity: { basePounds: 1329, dearer: 0.0739 },
  };
