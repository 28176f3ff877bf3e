import type { ObservedRun } from '../observed.ts';
import { always, BLOCK, over, percentChange, percentOver, type Question, SPLIT } from '../question.ts';

/** At once and everywhere: what the structure does, not who would have tried it. */
const AT_ONCE = { 'rollout.by': 'decree', 'rollout.mandated': true, 'rollout.notBeforeWeeks': 0 } as const;

/** Trust and community services under one roof, everything else as under the split. */
const ONE_ROOF = {
  ...AT_ONCE,
  'provision.form': 'vertical',
  'provision.led': 'hospital',
  'provision.trust': true,
  'provision.community': true,
} as const;

/** The same with the money for its people, and nurses who see those who come again and again. */
const ROOF_AND_WORK = {
  ...ONE_ROOF,
  'budget.holder': 'organisation',
  'programme.caseManagement': 1,
} as const;

/** People belong to systems by themselves, as to insurers; none of these failed in the years of the study. */
const LIKE_INSURERS = { 'choice.enrolment': 'person', 'governance.failureRegime': 'loan' } as const;

/** Systems for half of the practices; who is with another may join one by themselves, or be turned away. */
const BESIDE_A_POOL = {
  ...LIKE_INSURERS,
  'rollout.by': 'organic',
  'rollout.notBeforeWeeks': 0,
  'rollout.firstShare': 0.5,
  'entitlement.openEnrolment': false,
} as const;
const RULES = { 'entitlement.openEnrolment': true, 'entitlement.enforcement': 1 } as const;
const NOBODY_FOLLOWS = { formation_try_per_quarter: 0, formation_imitation: 0 } as const;

/** Weeks before the date of the big bang. */
const BANG = 156;

/** Bodies that plan and provide, those that people choose, and groups of practices. */
export const BODY_QUESTIONS: readonly Question[] = [
  {
    facts: ['B37'],
    place: 'district',
    weeks: 260,
    arms: [always(SPLIT), always(SPLIT, ONE_ROOF), always(SPLIT, ROOF_AND_WORK)],
    read([split, roof, roofAndWork]) {
      const old = (run: ObservedRun | undefined) => {
        let sum = 0;
        for (let year = 1; year < run!.years; year++)
          sum += run!.annual.emergency_admissions![year]! * run!.annual.emergency_share_65_plus_pct![year]!;
        return sum;
      };
      return {
        figures: {
          'B37 emergency-65': percentOver(old(split), old(roof)),
          // The study’s other model of integration: no size is published, no band is judged.
          'B37 with-incentives': percentOver(old(split), old(roofAndWork)),
        },
      };
    },
  },
  {
    facts: ['B38'],
    place: 'district',
    weeks: 572,
    arms: [always(BLOCK), always('integrated-choice-mandated', { 'rollout.notBeforeWeeks': 0 })],
    read([block, systems]) {
      const pair = [block!, systems!] as const;
      const admissions = (run: ObservedRun | undefined) =>
        over(run!, 'elective_admissions', 10) + over(run!, 'emergency_admissions', 10);
      return {
        figures: {
          'B38 admissions': percentOver(admissions(block), admissions(systems)),
          'B38 beds': percentChange(pair, 'beds_available', 10),
          'B38 cost': percentChange(pair, 'cost_pounds', 10),
        },
      };
    },
  },
  {
    facts: ['B42'],
    place: 'town',
    weeks: 260,
    arms: [
      always('integrated-choice-virtual', { ...AT_ONCE, ...LIKE_INSURERS }),
      always('integrated-choice-virtual', { ...AT_ONCE, ...LIKE_INSURERS, 'choice.enrolment': 'practice' }),
    ],
    before: always(SPLIT),
    observe: { switches: true },
    read: ([run, tied]) => ({
      figures: {
        'B42 launch': changesPerHundred(run!, 0, 1),
        'B42 steady': changesPerHundred(run!, 2, 5),
        'B42 young-old': youngOverOld(run!, 2),
        'B42 tied': changesOfPractice(tied!, 2),
      },
    }),
  },
  {
    facts: ['B43'],
    place: 'town',
    weeks: 260,
    arms: [
      { ...always('integrated-choice-virtual', BESIDE_A_POOL), parameters: NOBODY_FOLLOWS },
      {
        ...always('integrated-choice-virtual', { ...BESIDE_A_POOL, ...RULES }),
        parameters: NOBODY_FOLLOWS,
      },
    ],
    before: always(SPLIT),
    read: ([off, on]) => ({
      figures: { 'B43 rules-off': 100 * off!.selectionProfit, 'B43 rules-on': 100 * on!.selectionProfit },
    }),
  },
  {
    facts: ['B45'],
    place: 'district',
    weeks: 260,
    arms: [always('integrated-boards', AT_ONCE), always('integrated-boards-elected', AT_ONCE)],
    read([appointed, elected]) {
      const pair = [appointed!, elected!] as const;
      return {
        figures: {
          'B45 activity': percentChange(pair, 'elective_admissions', 2),
          'B45 unit-cost': percentChange(pair, 'unit_cost_index', 2),
        },
      };
    },
  },
  {
    facts: ['B46'],
    place: 'district',
    weeks: 260,
    arms: [always('big-bang', { 'rollout.functions': 'kept' }), always('big-bang'), always('dual-track')],
    before: always(SPLIT),
    read([kept, runDown, dualTrack]) {
      const before = BANG / 52 - 1;
      const cost = (run: ObservedRun | undefined) =>
        over(run!, 'structural_change_cost_pounds', 0) / over(run!, 'population', 3);
      return {
        figures: {
          'B46 cost': cost(runDown),
          // What the other track cost, nobody has published: no band is judged.
          'B46 cost-of-two-speeds': cost(dualTrack),
          'B46 skill': percentOver(kept!.yearly.skill[before]!, runDown!.yearly.skill[before]!),
        },
      };
    },
  },
];

/** People who changed system, per cent a year of those in one. */
function changesPerHundred(run: ObservedRun, from: number, to: number): number {
  let changes = 0;
  let people = 0;
  for (let year = from; year < to; year++) {
    changes += run.annual.system_changes![year]!;
    people += (run.annual.population![year]! * run.annual.people_in_bodies_pct![year]!) / 100;
  }
  return people === 0 ? 0 : (100 * changes) / people;
}

/** People who change practice, for whatever reason but a move, per cent a year. */
function changesOfPractice(run: ObservedRun, from: number): number {
  let people = 0;
  let changed = 0;
  for (const year of run.switches.slice(from)) {
    people += year.people;
    changed += year.practiceChanged;
  }
  return (100 * changed) / people;
}

/** Rate of change of those of 25 to 44 over that of those of 75 and over. */
function youngOverOld(run: ObservedRun, from: number): number {
  const sum = { young: 0, youngChanged: 0, old: 0, oldChanged: 0 };
  for (const year of run.switches.slice(from)) {
    sum.young += year.young;
    sum.youngChanged += year.youngChanged;
    sum.old += year.old;
    sum.oldChanged += year.oldChanged;
  }
  return sum.youngChanged / sum.young / (sum.oldChanged / sum.old);
}
