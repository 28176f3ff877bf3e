import * as z from 'zod';
import { POLICY_NUMBERS, UNDECIDED } from './policy.ts';
import { PAYERS, type ReadersOf } from './readers.ts';
import { numberFrom, share } from './values.ts';

const byRule = z.enum(['tariff', 'block']);

/** How providers are paid for each kind of care. */
export const paymentSchema = z.strictObject({
  outpatient: byRule.describe('Outpatient visits: tariff (a price for each) or block (a fixed yearly sum).'),
  elective: byRule.describe('Day cases and planned admissions: tariff or block.'),
  emergency: byRule.describe('Emergency admissions: tariff or block.'),
  accidentAndEmergency: byRule.describe('Attendances at accident and emergency: tariff or block.'),
  emergencyMarginalRate: share()
    .describe('Share of the tariff paid for emergency admissions above the baseline; 1 = no marginal rate.')
    .register(POLICY_NUMBERS, {
      unit: 'share of the tariff',
      source: 'the full tariff in 2008-09: the rule of 2006-07 had lapsed (remembered)',
    }),
  marginalRateBaseline: z
    .enum(['lastYear', 'fixedYear'])
    .describe(
      'Number of emergency admissions above which the marginal rate holds: lastYear (last year’s, which moves on every ' +
        'April) or fixedYear (that of one financial year for ever).',
    ),
  marginalRateBaseYear: numberFrom(1990, 2030, '1990 to 2030, the year in whose April it begins')
    .describe(
      'Financial year of a fixed baseline, 1990 to 2030 by the April in which it begins. Until it has ended all is paid ' +
        'in full; for a year that was over before the run, or before the year was named, the first one counted after stands.',
    )
    .register(POLICY_NUMBERS, {
      unit: 'financial year',
      source:
        'the number of 2008-09, above which 30% was paid from 2010-11, https://www.hsj.co.uk/finance-and-efficiency/tariff-puts-brake-on-acute-admissions/5009718.article',
    }),
  marginalRateAllowance: share()
    .describe('Share by which emergency admissions may pass the baseline before the marginal rate holds.')
    .register(POLICY_NUMBERS, {
      unit: 'share of the baseline',
      source: 'none above the number of 2008-09, as of 2010-11',
    }),
  marginalRateBothWays: z
    .boolean()
    .describe(
      'Whether the marginal rate holds below the baseline too: who saves an emergency recovers only that share.',
    ),
  emergencyRetained: z
    .enum(['ring-fenced', 'windfall', 'returned'])
    .describe(
      'What a marginal rate leaves of the price of emergencies above the baseline: ring-fenced (spent in the next year on ' +
        'community care that avoids admissions, on top of what is spent there anyway), windfall (the purchaser’s own) or ' +
        'returned (to the trust, in the next year).',
    ),
  blockCorridor: share()
    .describe(
      'Share of the price, 0 to 1, at which activity above or below a block is settled; 0 = a simple block. Assumption.',
    )
    .register(POLICY_NUMBERS, { unit: 'share of the price', source: UNDECIDED }),
  activityAbovePlanPaid: share()
    .describe('Share of the tariff, 0 to 1, paid for activity above the plan agreed for the year; 1 = all.')
    .register(POLICY_NUMBERS, {
      unit: 'share of the tariff',
      source: 'all activity was paid by the tariff in 2008-09',
    }),
  followUpCap: numberFrom(0, 3, '0 (no cap) to 3')
    .describe(
      'Follow-up visits paid for each first visit, as a multiple (0 to 3) of the specialty’s reference ratio; 0 = no cap.',
    )
    .register(POLICY_NUMBERS, {
      unit: 'multiple of the reference ratio',
      source: 'no cap in the tariff of 2008-09',
    }),
  community: z.enum(['block']).describe('Community services: block (a fixed yearly sum).'),
  marketForcesFactor: z
    .boolean()
    .describe('Whether tariff prices are multiplied by the market forces factor of the trust.'),
  internalBudgetFollowsActivity: share()
    .describe(
      'Inside one organisation: share, 0 to 1, of the price that a division’s budget gains with a case; 0 = global ' +
        'budgets, 1 = the tariff kept inside. Assumption.',
    )
    .register(POLICY_NUMBERS, { unit: 'share of the price', source: UNDECIDED }),
  priceFreedom: z
    .enum(['fixed', 'local', 'negotiated'])
    .describe(
      'Prices of planned care: fixed (national), local (each trust sets its own, and buyers answer) or negotiated ' +
        '(settled every April between a trust and those who buy from it, by cost, rivals and bargaining weight).',
    ),
  outOfSystemRate: numberFrom(0, 1.5)
    .describe(
      'Share of the tariff, 0 to 1.5, that an integrated organisation pays when its people are treated elsewhere.',
    )
    .register(POLICY_NUMBERS, { unit: 'share of the tariff', source: UNDECIDED }),
  outsiderRate: numberFrom(0, 1.5)
    .describe(
      'Share of the tariff, 0 to 1.5, that an integrated organisation is paid for treating people of others.',
    )
    .register(POLICY_NUMBERS, { unit: 'share of the tariff', source: UNDECIDED }),
  surplusCap: share()
    .describe(
      'Largest surplus that an organisation may keep, as a share of its turnover, 0 to 1; 1 = all of it.',
    )
    .register(POLICY_NUMBERS, {
      unit: 'share of turnover',
      source: 'no cap: foundation trusts kept their surpluses',
    }),
  longTermConditions: z
    .enum(['none', 'programme'])
    .describe(
      'Care of long-term conditions: none (paid for and felt like any other) or programme (from the April after their group has ' +
        'formed it is paid a sum a head for the emergencies that good care avoids and for physicians’ first visits of people ' +
        'with such a condition, and practices feel these emergencies as a hard budget; until then nothing changes).',
    ),
});

export type Payment = Readonly<z.infer<typeof paymentSchema>>;

/** England in 2008/09: a national tariff for hospital care, blocks for community care, no marginal rate, no caps. */
export const PAYMENT: Payment = {
  outpatient: 'tariff',
  elective: 'tariff',
  emergency: 'tariff',
  accidentAndEmergency: 'tariff',
  emergencyMarginalRate: 1,
  marginalRateBaseline: 'lastYear',
  marginalRateBaseYear: 2008,
  marginalRateAllowance: 0,
  marginalRateBothWays: false,
  emergencyRetained: 'ring-fenced',
  blockCorridor: 0.1,
  activityAbovePlanPaid: 1,
  followUpCap: 0,
  community: 'block',
  marketForcesFactor: true,
  internalBudgetFollowsActivity: 0.5,
  priceFreedom: 'fixed',
  outOfSystemRate: 1,
  outsiderRate: 1,
  surplusCap: 1,
  longTermConditions: 'none',
};

/** Who reads each. */
export const PAYMENT_READERS: ReadersOf<Payment> = {
  outpatient: ['practice', ...PAYERS, 'trust'],
  elective: ['practice', ...PAYERS, 'trust'],
  emergency: [...PAYERS, 'trust'],
  accidentAndEmergency: [...PAYERS, 'trust'],
  emergencyMarginalRate: PAYERS,
  marginalRateBaseline: PAYERS,
  marginalRateBaseYear: PAYERS,
  marginalRateAllowance: PAYERS,
  marginalRateBothWays: PAYERS,
  emergencyRetained: PAYERS,
  blockCorridor: ['practice', ...PAYERS, 'trust'],
  activityAbovePlanPaid: PAYERS,
  followUpCap: ['trust'],
  community: [],
  marketForcesFactor: ['trust'],
  internalBudgetFollowsActivity: [...PAYERS, 'trust'],
  priceFreedom: [...PAYERS, 'trust'],
  outOfSystemRate: PAYERS,
  outsiderRate: ['trust'],
  surplusCap: [...PAYERS, 'trust'],
  longTermConditions: ['practice'],
};
