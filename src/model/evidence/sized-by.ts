/** A figure of a published effect by which rows were sized: the model cannot be tested by it. */
export interface Sizing {
  /** Id of the fact, as in `data/evidence/facts.yaml`. */
  readonly fact: string;
  /** Its figures that follow from the rows' size. */
  readonly measures: readonly string[];
  readonly rows: readonly string[];
  readonly how: string;
  /** The rows were put in because the figure asked for them, while their size is that of another source. */
  readonly putIn?: true;
}

/** Every figure of a published effect that is no test of the model. */
export const SIZED_BY: readonly Sizing[] = [
  {
    fact: 'B02',
    measures: ['wait', 'ranking'],
    rows: ['beta_wait_per_week'],
    how: 'by the published elasticity of demand to waits',
  },
  {
    fact: 'B02',
    measures: ['quality', 'ranking', 'rise'],
    rows: ['beta_quality_per_sd'],
    how: 'the answer to a standard deviation of quality (B03), on another scale',
  },
  {
    fact: 'B03',
    measures: ['demand'],
    rows: ['beta_quality_per_sd'],
    how: 'the coefficient of the study itself',
  },
  {
    fact: 'B10',
    measures: ['stay', 'day-cases'],
    rows: ['efficiency_stay_elasticity', 'efficiency_day_case_gain'],
    how: 'a prior of the size that this change is remembered to have had',
  },
  { fact: 'B11', measures: ['upcoding'], rows: ['coding_share_per_log'], how: 'by hand' },
  {
    fact: 'B13',
    measures: ['electives'],
    rows: ['a_budget', 'salience_hard'],
    how: 'priors by what the end of funds did to planned admissions',
  },
  {
    fact: 'B19',
    measures: ['rating'],
    rows: ['rating_good_usual', 'rating_skill_weight'],
    how: 'the published share before, put in; the weight by hand',
  },
  {
    fact: 'B19',
    measures: ['recovery'],
    rows: ['disruption_half_life_weeks'],
    how: 'fitted: ratings are back after eighteen months, as published',
  },
  {
    fact: 'B25',
    measures: ['demand'],
    rows: ['a_wait'],
    how: 'by the published elasticity of demand; the wait itself is not',
  },
  { fact: 'B30', measures: ['while-on'], rows: ['peer_pull_per_year'], how: 'by hand' },
  {
    fact: 'B30',
    measures: ['lost'],
    rows: ['peer_pull_memory_years', 'audit_memory_years'],
    how: 'a year, as review reverted when its money ended',
  },
  {
    fact: 'B33',
    measures: ['year-1', 'year-7'],
    rows: [
      'acsc_elasticity',
      'case_finding',
      'control_effort_gain',
      'control_lag_years',
      'lever_step_proactive_care',
    ],
    how: 'fitted (data/calibration/behaviour.yaml), the gain by hand with control alone, the step by judgement',
  },
  {
    fact: 'B33',
    measures: ['year-7'],
    rows: ['body_prevention_sensitive_elasticity'],
    how: 'by the same fall of emergencies',
  },
  { fact: 'B12', measures: ['cost'], rows: ['contract_billing_share'], how: 'the published cost, put in' },
  {
    fact: 'B15',
    measures: ['referrals'],
    rows: ['salience_indicative'],
    how: 'a prior near zero because budgets on paper changed nothing',
  },
  {
    fact: 'B42',
    measures: ['steady'],
    rows: ['system_inertia', 'system_review_apart_ratio'],
    how: 'by the published share that changes; the second fitted',
  },
  {
    fact: 'B42',
    measures: ['tied'],
    rows: ['voluntary_practice_change_per_year'],
    how: 'the published rate of changing practice without a move, put in',
  },
  { fact: 'B42', measures: ['launch'], rows: ['system_review_launch_ratio'], how: 'fitted' },
  {
    fact: 'B42',
    measures: ['young-old'],
    rows: ['system_review_age_ratio_per_decade'],
    how: 'the published ratio of ages, put in',
  },
  {
    fact: 'B44',
    measures: ['off-by-tenth'],
    rows: ['case_cost_variation', 'practice_emergency_sd'],
    how: 'put in because B44 asked; their size from another source',
    putIn: true,
  },
  {
    fact: 'B45',
    measures: ['unit-cost'],
    rows: ['slack_weight_voice'],
    how: 'a prior near zero because elected boards showed no clear effect',
  },
  {
    fact: 'B46',
    measures: ['cost'],
    rows: ['structural_change_pounds_per_head', 'closing_authority_pounds_per_head'],
    how: 'the published cost a head, put in, in two parts: redundancy, and all else',
  },
  { fact: 'B46', measures: ['skill'], rows: ['skill_lost_run_down'], how: 'fitted to staff who left' },
  {
    fact: 'B47',
    measures: ['first-half', 'in-full', 'directed'],
    rows: ['authorisation_noise', 'authorisation_full_readiness', 'authorisation_directed_readiness'],
    how: 'fitted, the three together',
  },
  {
    fact: 'B49',
    measures: ['spread', 'persistence'],
    rows: ['practice_style_sd'],
    how: 'by hand to the spread; as a practice keeps its style for ever, rates persist by it too',
  },
  {
    fact: 'B51',
    measures: ['knee', 'convex'],
    rows: ['ae_breach_base', 'ae_breach_span', 'ae_breach_midpoint', 'ae_breach_slope'],
    how: 'by hand, to the published losses',
  },
];

/** A row that names the study of a published effect for something else than its size. */
export interface Mention {
  readonly row: string;
  readonly fact: string;
  readonly why: string;
}

/** Rows that cite a study without having been sized by its effect. */
export const MENTIONS: readonly Mention[] = [
  ...['beta_distance_per_km', 'beta_distance_squared_per_km2', 'beta_distance_cubed_per_km3'].map((row) => ({
    row,
    fact: 'B03',
    why: 'distance, not quality',
  })),
  { row: 'a_wait', fact: 'B02', why: 'demand of all hospitals, not of one (B25)' },
  { row: 'fatality_heart_attack', fact: 'B04', why: 'the national level, not what rivals do to it' },
  { row: 'fatality_hip_fracture', fact: 'B05', why: 'the national level, not what rivals do to it' },
  {
    row: 'list_passed_by_payer',
    fact: 'B13',
    why: 'waits of fundholders’ patients; the fact is of admissions',
  },
  { row: 'salience_member', fact: 'B15', why: 'between two others; no size is taken from the study' },
  {
    row: 'savings_kept_on_paper',
    fact: 'B15',
    why: 'the rule on savings, not what budgets on paper did',
  },
  {
    row: 'case_management_pounds_per_person',
    fact: 'B31',
    why: 'what a matron costs, not what programmes did',
  },
  { row: 'merger_duplicate_closed', fact: 'B18', why: 'no size is taken from the study' },
  { row: 'variable_cost_share', fact: 'B28', why: 'the rate that policy chose, not what it did' },
  { row: 'practice_referral_fold', fact: 'B49', why: 'a published figure that no law reads' },
  ...['audit_memory_years', 'peer_pull_per_year', 'peer_pull_memory_years'].map((row) => ({
    row,
    fact: 'B49',
    why: 'cites the study for what review does (B30)',
  })),
  {
    row: 'occupancy_mortality_knee',
    fact: 'B51',
    why: 'where deaths begin to rise, set where waits do',
  },
];

/** Rows by which a figure of a fact was sized, or that were put in for it; none = it is a test. */
export function sizingRows(fact: string, measure: string): readonly string[] {
  return [
    ...new Set(
      SIZED_BY.filter((sizing) => sizing.fact === fact && sizing.measures.includes(measure)).flatMap(
        ({ rows }) => rows,
      ),
    ),
  ];
}

/** Those of them that were put in because of the figure, and not sized by it. */
export function putInRows(fact: string, measure: string): readonly string[] {
  return SIZED_BY.filter(
    (sizing) => sizing.putIn === true && sizing.fact === fact && sizing.measures.includes(measure),
  ).flatMap(({ rows }) => rows);
}

/** Figures of facts that sized a row, as `B10 stay`, and those that it was put in for. */
export function figuresSizing(row: string): readonly string[] {
  return SIZED_BY.filter(({ rows }) => rows.includes(row)).flatMap(({ fact, measures, putIn }) =>
    measures.map((measure) => `${fact} ${measure}${putIn ? ' (put in because of it)' : ''}`),
  );
}
