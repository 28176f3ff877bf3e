import * as z from 'zod';
import { BUDGET, BUDGET_READERS, type Budget, budgetSchema } from './budget.ts';
import { CHOICE, CHOICE_READERS, type Choice, choiceSchema } from './choice.ts';
import { ENTITLEMENT, ENTITLEMENT_READERS, type Entitlement, entitlementSchema } from './entitlement.ts';
import { GOVERNANCE, GOVERNANCE_READERS, type Governance, governanceSchema } from './governance.ts';
import { PAYMENT, PAYMENT_READERS, type Payment, paymentSchema } from './payment.ts';
import { PLANNING, PLANNING_READERS, type Planning, planningSchema } from './planning.ts';
import { PROGRAMME, PROGRAMME_READERS, type Programme, programmeSchema } from './programme.ts';
import { PROVISION, PROVISION_READERS, type Provision, provisionSchema } from './provision.ts';
import type { ReadersOf } from './readers.ts';
import {
  RISK_ADJUSTMENT,
  RISK_ADJUSTMENT_READERS,
  type RiskAdjustment,
  riskAdjustmentSchema,
} from './risk-adjustment.ts';
import { ROLLOUT, ROLLOUT_READERS, type Rollout, rolloutSchema } from './rollout.ts';
import { WAITING_LIST, WAITING_LIST_READERS, type WaitingList, waitingListSchema } from './waiting-list.ts';

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

/** Who reads each setting. */
export const READERS: { readonly [Name in keyof Institutions]: ReadersOf<Institutions[Name]> } = {
  budget: BUDGET_READERS,
  payment: PAYMENT_READERS,
  choice: CHOICE_READERS,
  waitingList: WAITING_LIST_READERS,
  provision: PROVISION_READERS,
  riskAdjustment: RISK_ADJUSTMENT_READERS,
  governance: GOVERNANCE_READERS,
  entitlement: ENTITLEMENT_READERS,
  rollout: ROLLOUT_READERS,
  programme: PROGRAMME_READERS,
  planning: PLANNING_READERS,
};
