import type { SettingValues } from '../../model/institutions/settings.ts';
import { emergencySigns } from './emergency-signs.ts';
import type { Expected } from './judge.ts';
import { FIRST_YEARS, lever, metric, probe, type Reading, ratioOf } from './read.ts';
import { returnSigns } from './return-signs.ts';
import { AT_ONCE, DOWN, type Sign, type SignArm, sign, UP } from './sign.ts';

export type { Sign, SignArm } from './sign.ts';

const BLOCK: SettingValues = {
  'payment.outpatient': 'block',
  'payment.elective': 'block',
  'payment.emergency': 'block',
  'payment.accidentAndEmergency': 'block',
};
const split: SignArm = {};
const block: SignArm = { set: BLOCK };
const blockWithoutTargets: SignArm = { set: { ...BLOCK, 'entitlement.targetStrength': 0 } };

const noPracticeBudgets: SignArm = {
  set: { 'budget.salience': 'none', 'budget.emergencySalience': 'none' },
};
const hardPracticeBudgets: SignArm = {
  set: {
    ...AT_ONCE,
    'budget.holder': 'practices',
    'budget.salience': 'hard',
    'budget.emergencySalience': 'none',
    'budget.savingsShare': 1,
    'budget.savingsHonoured': 1,
  },
};

const boards = (relation: number): SignArm => ({
  regime: 'integrated-boards',
  set: AT_ONCE,
  parameters: { relation_start: relation },
});

/** Nobody buys, nobody may leave, nobody speaks up; what is published, and the state's oversight, are as in the split. */
const captive: SettingValues = {
  ...AT_ONCE,
  'choice.of': 'none',
  'governance.seatsCitizens': 0,
  'governance.turnout': 0,
  'governance.failureRegime': 'loan',
};
const captiveBoards: SignArm = { regime: 'integrated-boards', set: captive };
const boardsWithVoice: SignArm = {
  regime: 'integrated-boards',
  set: {
    ...captive,
    'governance.seatsCitizens': 0.5,
    'governance.turnout': 1,
  },
};

const systems = (set: SettingValues): SignArm => ({
  regime: 'integrated-choice-mandated',
  set: { 'rollout.notBeforeWeeks': 0, ...set },
});
const fewReview = systems({ 'choice.reviewRate': 0.02 });
const manyReview = systems({ 'choice.reviewRate': 0.5 });

/**
 * Many think again, so that there is something to gain by choosing whom to draw. Where the formula sees whatever bodies see,
 * nothing is, and effort only fades.
 */
const choosing = (formula: string, enforcement: number): SignArm =>
  systems({
    'choice.reviewRate': 0.3,
    'riskAdjustment.formula': formula,
    'entitlement.enforcement': enforcement,
  });

type Start = Readonly<Record<string, number>>;

/** Groups that are ready or not, and commissioners that are skilled or not; each alone, the other as usual. */
const UNREADY = { readiness_start: 0.2 };
const READY = { readiness_start: 0.7 };
const UNSKILLED = { commissioning_skill_start: 0.4 };
const SKILLED = { commissioning_skill_start: 0.8 };

/** The money stays with the commissioner, as on the slow track of those who are not ready. */
const waiting = (parameters: Start): SignArm => ({
  regime: 'dual-track',
  set: {
    'rollout.threshold': 1,
    'rollout.firstShare': 0,
    'rollout.allByWeeks': 0,
    'rollout.developmentPoundsPerHead': 0,
  },
  parameters,
});
/** All take it over at one date, the first day. */
const allAtOnce = (parameters: Start): SignArm => ({
  regime: 'big-bang',
  set: { 'rollout.notBeforeWeeks': 0 },
  parameters,
});

const quality = metric('quality_sd');
const electives = metric('elective_admissions_per_1000');
const wait = metric('incomplete_median_weeks');
const slack = metric('slack_pct');

/** Signs that must come out (model description, section 6.1, and the questions of the regimes). Nothing is tuned to them. */
export const SIGNS: readonly Sign[] = [
  sign('tariff-electives', 'tariff against block raises elective activity', [block, split], electives, UP),
  sign(
    'tariff-follow-ups',
    'tariff against block raises follow-ups',
    [block, split],
    ratioOf('follow_up_outpatients', 'first_outpatients', 'follow-ups per first visit'),
    UP,
  ),
  sign('tariff-stays', 'tariff against block shortens stays', [block, split], metric('mean_stay_days'), DOWN),
  sign('tariff-waits', 'tariff against block shortens waits', [block, split], wait, DOWN),
  sign(
    'tariff-balance',
    'tariff against block worsens the commissioner’s balance, all five years together',
    [block, split],
    // A deficit is paid back in the years after it, so that the balance of later years alone has the sign turned round.
    metric('balance_pounds', 0),
    DOWN,
  ),
  sign(
    'tariff-over-plan',
    'tariff against block: the hospital bill runs further over the plan of the year',
    [block, split],
    metric('activity_over_plan_pounds'),
    UP,
  ),
  sign(
    'block-targets',
    'under a block, waits are longer without targets',
    [block, blockWithoutTargets],
    wait,
    UP,
  ),
  sign(
    'block-without-targets',
    'a block without targets lengthens waits against the split',
    [split, blockWithoutTargets],
    wait,
    UP,
  ),
  ...emergencySigns(),
  sign(
    'budgets-electives',
    'hard practice budgets lower electives',
    [noPracticeBudgets, hardPracticeBudgets],
    electives,
    DOWN,
  ),
  sign(
    'budgets-electives-size',
    'hard practice budgets lower electives by a few per cent',
    [noPracticeBudgets, hardPracticeBudgets],
    electives,
    { is: 'between', low: -0.08, high: -0.01 },
  ),
  sign(
    'budgets-emergencies',
    'hard practice budgets leave emergencies alone',
    [noPracticeBudgets, hardPracticeBudgets],
    metric('emergency_admissions_per_1000'),
    { is: 'same', within: 0.01 },
  ),
  sign(
    'internalisation-relations',
    'internalisation is lower where relations are bad',
    [boards(0.9), boards(0.1)],
    probe('internalisation', 'internalisation within bodies', 'share', 'no body has formed'),
    DOWN,
  ),
  sign(
    'slack-captive',
    'slack is higher where buyer, choice and voice are all weak',
    [split, captiveBoards],
    slack,
    UP,
  ),
  sign(
    'slack-voice',
    'voice lowers the slack of captive boards',
    [captiveBoards, boardsWithVoice],
    slack,
    DOWN,
  ),
  sign(
    'switching-prevention',
    'prevention by systems falls with switching',
    [fewReview, manyReview],
    lever('prevention'),
    DOWN,
  ),
  sign('switching-quality', 'quality rises with switching', [fewReview, manyReview], quality, UP),
  sign(
    'selection-risk-adjustment',
    'selection falls with better risk adjustment',
    [choosing('none', 0), choosing('person', 0)],
    lever('selection'),
    DOWN,
  ),
  sign(
    'selection-enforcement',
    'selection falls with firmer enforcement',
    [choosing('none', 0), choosing('none', 1)],
    lever('selection'),
    DOWN,
  ),
  ...speedSigns(),
  ...returnSigns(),
];

/**
 * A big bang against two speeds. Dual track differs from it in that who is not ready waits: what decides between them is
 * what taking over at once does to those groups, against waiting, and how that turns with readiness and with the skill of the
 * commissioner they take over from. (Where all are ready dual track takes over at once too, and the two regimes
 * do not differ in speed.) What hard budgets do by themselves is in both differences and cancels.
 */
function speedSigns(): Sign[] {
  const spend = metric('activity_spend_per_head_pounds', ...FIRST_YEARS);
  const benefit = metric('net_monetary_benefit_per_head', ...FIRST_YEARS);
  const balance = metric('balance_pounds', ...FIRST_YEARS);
  const turns = (
    id: string,
    claim: string,
    [low, high]: readonly [Start, Start],
    reading: Reading,
    expected: Expected,
  ): Sign => ({
    ...sign(id, claim, [waiting(low), allAtOnce(low), waiting(high), allAtOnce(high)], reading, expected),
    compare: ([waitLow = Number.NaN, nowLow = Number.NaN, waitHigh = Number.NaN, nowHigh = Number.NaN]) => [
      nowLow - waitLow,
      nowHigh - waitHigh,
    ],
  });
  return [
    turns(
      'readiness-speed',
      'in the first years a takeover by all at once does better, against waiting, where groups are ready',
      [UNREADY, READY],
      benefit,
      UP,
    ),
    turns(
      'readiness-control',
      'and holds hospital spending better where groups are ready',
      [UNREADY, READY],
      spend,
      DOWN,
    ),
    turns(
      'readiness-balance',
      'and overspends less, in the first years together, where groups are ready',
      [UNREADY, READY],
      balance,
      UP,
    ),
    turns(
      'skill-speed',
      'in the first years a takeover by all at once does worse, against waiting, where commissioners are skilled',
      [UNSKILLED, SKILLED],
      benefit,
      DOWN,
    ),
    turns(
      'skill-control',
      'and loses hold of hospital spending where commissioners are skilled',
      [UNSKILLED, SKILLED],
      spend,
      UP,
    ),
    turns(
      'skill-balance',
      'and overspends more where commissioners are skilled',
      [UNSKILLED, SKILLED],
      balance,
      DOWN,
    ),
  ];
}
