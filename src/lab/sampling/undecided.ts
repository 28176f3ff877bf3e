import type { SettingValues } from '../../model/institutions/settings.ts';

/** A question that the authors of a regime left open, and the answers between which a study draws. */
export interface UndecidedSetting {
  readonly regime: string;
  readonly question: string;
  readonly options: readonly { readonly answer: string; readonly set: SettingValues }[];
}

/**
 * Open questions of regimes as in `lhe regimes`, with the answers that their descriptions name. Not what people get
 * (`entitlement.package`): the split of the same draw would give them more, and money saved by that is no merit of a structure; nor the least people of a system, more than the
 * study's place has.
 */
export const UNDECIDED: readonly UndecidedSetting[] = [
  ...ofRegime('heft', {
    'where it forms': {
      stubborn: { 'rollout.by': 'stubborn', 'rollout.threshold': 0.4 },
      'stubborn, only the worst': { 'rollout.by': 'stubborn', 'rollout.threshold': 0.2 },
      willing: { 'rollout.by': 'willing', 'rollout.threshold': 0.6 },
      decreed: { 'rollout.by': 'decree', 'rollout.mandated': true },
    },
    'who votes': {
      'a quarter each': {},
      'led by the hospital': seats(0.4, 0.25, 0.2, 0.15, 0),
      'led by general practice': seats(0.2, 0.4, 0.2, 0.2, 0),
      'citizens a majority': seats(0.12, 0.12, 0.12, 0.12, 0.52),
    },
    'who joins': {
      'practices stay contractors': {},
      'practices are employed': { 'provision.practices': true },
      'the trust stays outside': { 'provision.trust': false },
    },
    'internal budgets follow activity': {
      'not at all': { 'payment.internalBudgetFollowsActivity': 0 },
      half: {},
      'the tariff kept inside': { 'payment.internalBudgetFollowsActivity': 1 },
    },
    'accounts of the two sides': {
      'a book each, one covers the other': {},
      'one book': { 'budget.accounts': 'single' },
      'ring-fenced': { 'budget.accounts': 'ring-fence' },
    },
    'choice outside': { yes: {}, no: { 'choice.of': 'none' } },
    'local health council': {
      elected: {},
      veto: { 'governance.council': 'veto' },
      advisory: { 'governance.council': 'advisory' },
      none: { 'governance.council': 'none' },
    },
    turnout: { '27%': {}, '14%': { 'governance.turnout': 0.14 }, '23%': { 'governance.turnout': 0.23 } },
  }),
  ...ofRegime('integrated-choice', {
    'how it comes about': {
      'by local initiative': {},
      mandated: { 'rollout.by': 'decree', 'rollout.mandated': true },
    },
    form: {
      vertical: {},
      virtual: { 'provision.form': 'virtual' },
      fluid: { 'provision.form': 'fluid' },
    },
    'how often people think about changing': {
      rarely: { 'choice.reviewRate': 0.02 },
      'one in ten a year': {},
      often: { 'choice.reviewRate': 0.3 },
    },
    'for how long one enrols': {
      'until the next yearly review': {},
      'three years': { 'choice.minimumEnrolmentWeeks': 156 },
    },
    'who enrols': { practices: {}, 'each for themselves': { 'choice.enrolment': 'person' } },
    'pay for outsiders': { '80%': {}, 'all of the tariff': { 'payment.outsiderRate': 1 } },
    dowry: {
      'by person': {},
      none: { 'riskAdjustment.formula': 'none' },
      'by age and sex': { 'riskAdjustment.formula': 'age-sex' },
      'by age, sex and deprivation': { 'riskAdjustment.formula': 'age-sex-deprivation' },
    },
    'open enrolment enforced': {
      half: {},
      not: { 'entitlement.enforcement': 0 },
      always: { 'entitlement.enforcement': 1 },
    },
    surplus: {
      'up to 7.5% kept': {},
      free: { 'payment.surplusCap': 1 },
      'none kept': { 'payment.surplusCap': 0 },
    },
    'a system that fails': {
      administration: {},
      loan: { 'governance.failureRegime': 'loan' },
      'carries its deficit': { 'governance.failureRegime': 'none' },
    },
    steering: { half: {}, none: { 'choice.steering': 0 }, full: { 'choice.steering': 1 } },
    'who sits on its board': { professions: {}, citizens: seats(0.2, 0.2, 0.1, 0, 0.5) },
    'a practice feels the budget': {
      'on paper': {},
      hard: { 'budget.salience': 'hard', 'budget.emergencySalience': 'hard' },
    },
  }),
  ...ofRegime('dual-track', {
    'who is ready': {
      'at 0.6': {},
      'at 0.5': { 'rollout.threshold': 0.5 },
      'at 0.8': { 'rollout.threshold': 0.8 },
    },
    'how many start': {
      '15%': {},
      '5%': { 'rollout.firstShare': 0.05 },
      '25%': { 'rollout.firstShare': 0.25 },
    },
    'whose trust is in turnaround': { waits: {}, 'may start': { 'rollout.solvent': false } },
    'until when one may wait': {
      'five years': {},
      'three years': { 'rollout.allByWeeks': 156 },
      'for ever': { 'rollout.allByWeeks': 0 },
    },
    'emergencies in the budget': { hard: {}, 'on paper': { 'budget.emergencySalience': 'indicative' } },
    'functions meanwhile': { kept: {}, 'run down': { 'rollout.functions': 'run-down' } },
    'money for development': {
      '£2 a head': {},
      none: { 'rollout.developmentPoundsPerHead': 0 },
      '£5 a head': { 'rollout.developmentPoundsPerHead': 5 },
    },
    'who holds practices to account': {
      delegated: {},
      group: { 'governance.commissioningBoard': 'group' },
      board: { 'governance.commissioningBoard': 'board' },
    },
  }),
];

type Answers = Readonly<Record<string, SettingValues>>;

function ofRegime(regime: string, questions: Readonly<Record<string, Answers>>): UndecidedSetting[] {
  return Object.entries(questions).map(([question, answers]) => ({
    regime,
    question,
    options: Object.entries(answers).map(([answer, set]) => ({ answer, set })),
  }));
}

function seats(
  hospital: number,
  generalPractice: number,
  community: number,
  publicHealth: number,
  citizens: number,
): SettingValues {
  return {
    'governance.seatsHospital': hospital,
    'governance.seatsGeneralPractice': generalPractice,
    'governance.seatsCommunity': community,
    'governance.seatsPublicHealth': publicHealth,
    'governance.seatsCitizens': citizens,
  };
}
