import type { World } from '../../world.ts';

/**
 * Part of the fastest growth of clinics and theatres for which a trust has capital: all of it without a deficit, none from a
 * stated deficit on, evenly in between. New rooms come from surpluses and from loans that nobody gives to who cannot pay
 * them back. Source: model description, section 6.2.
 */
export function capitalRoom({ will, settings }: World, h: number): number {
  return Math.max(0, Math.min(1, 1 + will.providerMargin[h]! / settings.hospital.capitalDeficitShare));
}
