import * as z from 'zod';
import { type Budget, budgetSchema } from './budget.ts';
import { type Choice, choiceSchema } from './choice.ts';
import { type Entitlement, entitlementSchema } from './entitlement.ts';
import { type Payment, paymentSchema } from './payment.ts';
import { type Planning, planningSchema } from './planning.ts';
import { type Programme, programmeSchema } from './programme.ts';

/**
 * The institutions in force: who holds the budget, how providers are paid, who may choose, what is guaranteed.
 * Plain data; behaviour reads these settings and never a regime's name. Each institution has a file of its own with
 * its settings, their allowed values and what they mean.
 */
export interface Institutions {
  readonly budget: Budget;
  readonly payment: Payment;
  readonly choice: Choice;
  readonly entitlement: Entitlement;
  readonly planning: Planning;
  readonly programme: Programme;
}

/** Checks a whole set of institutions: every setting present, nothing else. */
export const institutionsSchema = z.strictObject({
  budget: budgetSchema,
  payment: paymentSchema,
  choice: choiceSchema,
  entitlement: entitlementSchema,
  planning: planningSchema,
  programme: programmeSchema,
}) satisfies z.ZodType<Institutions>;
