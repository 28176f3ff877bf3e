import { institutionsOfProvider } from '../../institutions/in-force.ts';
import type { World } from '../../world.ts';

/**
 * Factor on a provider's stays by how the local council meets the health service: the part of bed-days that people spend
 * waiting for social care, over the base year's. Source: delayed transfers of care, 2008.
 */
export function stayFactorOfSocialCare(world: World, h: number): number {
  const { localAuthority } = institutionsOfProvider(world, h).governance;
  const { socialCare } = world.settings.commissioning;
  return 1 + socialCare.delayedShare * socialCare.part * (socialCare[localAuthority] - 1);
}
