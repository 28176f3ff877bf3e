import * as z from 'zod';
import { BUDGET, type Budget, budgetSchema } from './budget.ts';
import { CHOICE, type Choice, choiceSchema } from './choice.ts';
import { ENTITLEMENT, type Entitlement, entitlementSchema } from './entitlement.ts';
import { GOVERNANCE, type Governance, governanceSchema } from './governance.ts';
import { PAYMENT, type Payment, paymentSchema } from './payment.ts';
import { PLANNING, type Planning, planningSchema } from './planning.ts';
import { PROGRAMME, type Programme, programmeSchema } from './programme.ts';
import { PROVISION, type Provision, provisionSchema } from './provision.ts';
import { RISK_ADJUSTMENT, type RiskAdjustment, riskAdjustmentSchema } from './risk-adjustment.ts';
import { ROLLOUT, type Rollout, rolloutSchema } from './rollout.ts';
import { WAITING_LIST, type WaitingList, waitingListSchema } from './waiting-list.ts';

/**
 * The institutions in force: who holds the budget, how providers are paid, who may choose, what is guaranteed.
 * Plain data; behaviour reads these settings and never a regime's name. Each institution has a file of its own with
 * its settings, their allowed values and what they mean.
 */
export interface Institutions {
  readonly budget: Budget;
  readonly payment: Payment;
  readonly choice: Choice;
  readonly waitingList: WaitingList;
  readonly provision: Provision;
  readonly riskAdjustment: RiskAdjustment;
  readonly governance: Governance;
  readonly entitlement: Entitlement;
  readonly rollout: Rollout;
  readonly programme: Programme;
  readonly planning: Planning;
}

/** Checks a whole set of institutions: every setting present, nothing else. */
export const institutionsSchema = z.strictObject({
  budget: budgetSchema,
  payment: paymentSchema,
  choice: choiceSchema,
  waitingList: waitingListSchema,
  provision: provisionSchema,
  riskAdjustment: riskAdjustmentSchema,
  governance: governanceSchema,
  entitlement: entitlementSchema,
  rollout: rolloutSchema,
  programme: programmeSchema,
  planning: planningSchema,
}) satisfies z.ZodType<Institutions>;

/** Those of England in 2008/09: what every named regime starts from. */
export const DEFAULT_INSTITUTIONS: Institutions = {
  budget: BUDGET,
  payment: PAYMENT,
  choice: CHOICE,
  waitingList: WAITING_LIST,
  provision: PROVISION,
  riskAdjustment: RISK_ADJUSTMENT,
  governance: GOVERNANCE,
  entitlement: ENTITLEMENT,
  rollout: ROLLOUT,
  programme: PROGRAMME,
  planning: PLANNING,
};
