import { institutionsOfProvider } from '../../institutions/in-force.ts';
import type { World } from '../../world.ts';

/**
 * How far the doctors of a provider feel its purse. Where it stands alone they run directorates; in a body they do so as
 * far as internal budgets follow activity, else they are salaried; joint clinics and partnership move them towards
 * partners with a budget. Source: model description, section 6.1.
 */
export function clinicianSalience(world: World, h: number): number {
  const { salaried, directorate, partners } = world.settings.hospital.salience;
  const { payment, provision } = institutionsOfProvider(world, h);
  const inBody = world.structure.bodyOfProvider[h]! >= 0;
  const own = inBody
    ? salaried + (directorate - salaried) * payment.internalBudgetFollowsActivity
    : directorate;
  return own + (partners - own) * provision.clinicalCollaboration;
}
