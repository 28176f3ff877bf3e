import { detExp } from '../../../kernel/deterministic-math.ts';
import type { World } from '../../world.ts';
import { levelOf } from '../will/level.ts';
import { meanOverProviders } from './trade.ts';

/** Joint-working efforts of a pair, 0 to 1 and above: base-year effort times the lever. */
export function effortOfCommissioner(world: World, c: number): number {
  return (
    world.settings.commissioning.relations.effortCommissioner * levelOf(world, 'joint_work_commissioner', c)
  );
}

export function effortOfProvider(world: World, h: number): number {
  return world.settings.commissioning.relations.effortProvider * levelOf(world, 'joint_work_provider', h);
}

/**
 * Joint work of a pair that has effects, `r sqrt(e_c e_h)`, over the base year's.
 * Source: organisational laws, L13, and model description, section 6.4.
 */
export function jointWork(world: World, c: number, h: number): number {
  const { relations } = world.settings.commissioning;
  const H = world.place.providers.count;
  const effort = Math.sqrt(effortOfCommissioner(world, c) * effortOfProvider(world, h));
  const usual =
    world.settings.relationStart * Math.sqrt(relations.effortCommissioner * relations.effortProvider);
  return world.will.managerial[c * H + h]! * effort - usual;
}

/** Joint work of a commissioner with all its providers, weighted by trade, over the base year's. */
export function jointWorkOfCommissioner(world: World, c: number): number {
  return meanOverProviders(world, c, 0, (h) => jointWork(world, c, h));
}

/** Joint work of a provider with its commissioners, weighted by trade; people from elsewhere count as no change. */
export function jointWorkOfProvider(world: World, h: number): number {
  const { place, will } = world;
  const H = place.providers.count;
  let sum = 0;
  for (let c = 0; c < place.commissioners.count; c++) {
    const trade = will.trade[c * H + h]!;
    if (trade !== 0) sum += trade * jointWork(world, c, h);
  }
  return sum;
}

/** Factor of joint work on a provider's stays: earlier discharge. */
export function stayFactorOfJointWork(world: World, h: number): number {
  const joint = jointWorkOfProvider(world, h);
  return joint === 0 ? 1 : detExp(-world.settings.commissioning.relations.stays * joint);
}
