const METRIC = 'the definition of a metric';
const MILLIONTHS = 'rates in millionths, so that sums are exact';
const LAYOUT = 'the layout of a table';
const QUARTERS = 'quarters of a year';
const BOUND = 'keeps a share or probability inside its bounds';
const DIVISOR = 'keeps a divisor from zero; pounds a head';

/**
 * Numbers in behaviour and phases that are no numbers of the model. File under src/model: [piece of its code that holds
 * the number, reason]. A number whose size is a matter of evidence does not belong here but in a row.
 */
export const ALLOWED = {
  'behaviour/commissioner/bargaining-weight.ts': [['LEAST_SHARE = 1e-9', 'a rounding']],
  'behaviour/commissioner/community-capacity.ts': [['Per100k / 100_000', 'a rate per 100,000']],
  'behaviour/commissioner/demand-management.ts': [['Math.max(0.01, demandBaseRatio', DIVISOR]],
  'behaviour/commissioner/joint-work.ts': [
    ['Math.max(0.01, cost', DIVISOR],
    ['0.5 * meanJointWork', 'the square root of two efforts: half of a log of one'],
  ],
  'behaviour/commissioner/public-health.ts': [['(4 * s.preventionLagYears)', QUARTERS]],
  'behaviour/commissioner/view.ts': [
    ['hs * COLUMNS + 3', LAYOUT],
    ['hs * COLUMNS + 4', LAYOUT],
    ['COLUMNS = 5', LAYOUT],
  ],
  'behaviour/disruption.ts': [['< 1e-6 ? 0', 'what has faded away is nothing']],
  'behaviour/dowry.ts': [
    ['row / 5', LAYOUT],
    ['row % 5', LAYOUT],
    ['PREDICTED_GROUPS = 7', LAYOUT],
    ['WITH_CONDITION = 5', LAYOUT],
    ['WITHOUT = 6', LAYOUT],
  ],
  'behaviour/enrolment-worth.ts': [['(8 * served', 'published waits are the mean over specialties']],
  'behaviour/expected-cost.ts': [
    ['row / 5', LAYOUT],
    ['rows / 5', LAYOUT],
    ['row = cls * 5', LAYOUT],
    ['cls * 5 + 5', LAYOUT],
    ['PLANNED_SPECIALTY = 5', 'a specialty: general medicine'],
  ],
  'behaviour/formation.ts': [['developmentPounds) / 4', QUARTERS]],
  'behaviour/governance/assessment.ts': [['Math.max(1e-9, Math.min(1 - 1e-9', BOUND]],
  'behaviour/governance/peers.ts': [
    ['(sorted.length * 7) / 8', 'the middle of the best quarter, which the row of the pull is stated for'],
  ],
  'behaviour/governance/turnaround.ts': [
    ['ENTERS = 0.5', 'what the journal tells; no law reads it'],
    ['LEAVES = 0.25', 'what the journal tells; no law reads it'],
  ],
  'behaviour/hospital/bed-worth.ts': [['DAYS = 364', 'days of a model year']],
  'behaviour/hospital/care-factors.ts': [
    ['LEAST_SHARE = 0.01', BOUND],
    ['MOST_SHARE = 0.95', BOUND],
  ],
  'behaviour/hospital/hospital-year.ts': [['PENCE = 100', 'pence of a pound']],
  'behaviour/hospital/joint-work.ts': [
    ['(0.5 * jointWorkOf', 'the square root of two efforts: half of a log of one'],
  ],
  'behaviour/hospital/slots.ts': [['\n    100;', 'pence of a pound']],
  'behaviour/margins.ts': [['4 * earned', QUARTERS]],
  'behaviour/national/politics.ts': [
    ['PRIORITIES[3]', LAYOUT],
    ['shocksPerYear / 4', QUARTERS],
  ],
  'behaviour/practice/gp-time.ts': [
    ['gpTime.community * 10', 'its row is stated for a tenth of referrals'],
    ['Math.max(0.1, practiceTime', 'keeps a divisor from zero'],
  ],
  'behaviour/purse.ts': [['shortfall.share * 0.5', 'volume on plan: the logistic of nothing']],
  'behaviour/relations/relations.ts': [['DEFICIT = 0.02', 'its row is stated for a deficit of 2%']],
  'behaviour/will/adapt.ts': [
    ['row + 3', LAYOUT],
    ['row + 4', LAYOUT],
    ['row + 5', LAYOUT],
    ['row + 6', LAYOUT],
    ['row + 7', LAYOUT],
  ],
  'behaviour/will/anchors.ts': [
    ['DEARER = 1.1', 'a step by which an answer to prices is measured'],
    ['(4 * law.step)', QUARTERS],
    ['scale * 0.5 * detLog', 'the inverse of a hyperbolic tangent'],
  ],
  'behaviour/will/lever.ts': [['PLANNING_WEEK = 12', 'the last week of a year’s first quarter']],
  'behaviour/will/commissioning-state.ts': [
    ['reliefClinic: 3', LAYOUT],
    ['reliefTheatre: 4', LAYOUT],
    ['referrals: 5', LAYOUT],
    ['waitTheatre: 6', LAYOUT],
    [
      'bargainingWeight: zeros((C + bodies) * H).fill(0.5)',
      'as strong as each other until the first round is settled',
    ],
  ],
  'phases/health.ts': [['/ 1e6,', MILLIONTHS]],
  'phases/admissions.ts': [['PLANNED_SPECIALTY = 5', 'a specialty: general medicine']],
  'phases/beds.ts': [
    ['(draw + 0.5) * 2.3283064365386963e-10', 'a draw of 32 bits as a share'],
    ['draw * 2.3283064365386963e-10', 'a draw of 32 bits as a share'],
    ['0.3989422804014327', 'density of the normal distribution at its mean'],
  ],
  'phases/emergency-care.ts': [
    ['MOST_FATAL = 0.95', BOUND],
    ['AGE_YEARS >= 65', METRIC],
    ['/ 1e6)', MILLIONTHS],
    ['share < 1e-6', 'a rounding'],
    ['people.ageClass(i) * 3', LAYOUT],
  ],
  'phases/follow-ups.ts': [
    ['0.6180339887498949', 'the golden section, by which remainders are spread evenly'],
    ['c * 5 + q', LAYOUT],
    ['q < 5', LAYOUT],
  ],
  'phases/from-elsewhere.ts': [['h * 3', LAYOUT]],
  'phases/information.ts': [['LONGEST_PUBLISHED = 104', 'the published tables end at two years']],
  'phases/observation.ts': [
    ['commissioners.count * 5', LAYOUT],
    ['/ 52e6', 'weeks of a year, millionths of a QALY'],
    ['waitPercentile(bandCounts, 0.5)', METRIC],
    ['waitPercentile(bandCounts, 0.92)', METRIC],
    ['shareWithin(bandCounts, 18)', METRIC],
    ['beyond(bandCounts, 52)', METRIC],
    ['waitPercentile(tally.completedWeek, 0.5', METRIC],
    ['shareWithin(tally.completedWeek, 18', METRIC],
    ['cls < 202', 'years of age of both sexes'],
    ['h * 3', LAYOUT],
  ],
  'phases/structure.ts': [['0.36 * east', 'the square of a degree of longitude over one of latitude']],
};
