import { metric } from './read.ts';
import { type Sign, type SignArm, sign } from './sign.ts';

/** Five years of integrated boards after one of the split, then the split again for ten. */
const THERE_WEEK = 52;
const BACK_WEEK = 312;
const WEEKS = 832;

/** Years that are compared, from 0: the last three, eight to ten years after the return. */
const LAST_YEARS = [13, 16] as const;

/** How close is back, as a share of the figure. */
const BACK = { is: 'same', within: 0.05 } as const;

/** No change of structure disrupts: that leaves marks of its own, on relations for a decade and more. */
const UNDISRUPTED = { disruption_size: 0, disruption_shake: 0 };

const stayed: SignArm = { weeks: WEEKS, parameters: UNDISRUPTED };
const returned: SignArm = {
  weeks: WEEKS,
  parameters: UNDISRUPTED,
  regime: 'integrated-boards',
  week: THERE_WEEK,
  until: BACK_WEEK,
};

/**
 * What a regime did is undone when the old one comes back, but for disruption: levers, slack and relations have no memory
 * of institutions beyond their own inertia (model description, section 6.1).
 */
export function returnSigns(): Sign[] {
  const back = (id: string, figure: string, metricId: string): Sign =>
    sign(
      `return-${id}`,
      `ten years after the split came back from five of boards, ${figure}`,
      [stayed, returned],
      metric(metricId, ...LAST_YEARS),
      BACK,
    );
  return [
    back('emergencies', 'emergencies are what they would have been', 'emergency_admissions_per_1000'),
    back('electives', 'so are elective admissions', 'elective_admissions_per_1000'),
    back('spending', 'so is hospital spending', 'activity_spend_per_head_pounds'),
    back('slack', 'so is slack', 'slack_pct'),
    back('unmet-need', 'so is unmet need', 'unmet_need_severity_weeks_per_1000'),
  ];
}
