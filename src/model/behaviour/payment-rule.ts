import type { Institutions } from '../institutions/institutions.ts';
import { CATEGORY } from '../world.ts';

/** A kind of hospital care that has a payment rule of its own. */
export type Category = (typeof CATEGORY)[keyof typeof CATEGORY];

/** How a category is paid: a price for each case, or a fixed yearly sum. */
export function ruleOf(payment: Institutions['payment'], category: Category): 'tariff' | 'block' {
  switch (category) {
    case CATEGORY.outpatient:
      return payment.outpatient;
    case CATEGORY.elective:
      return payment.elective;
    case CATEGORY.emergency:
      return payment.emergency;
    case CATEGORY.accidentAndEmergency:
      return payment.accidentAndEmergency;
  }
}
