import type { World } from '../../world.ts';

/**
 * Joint work of a provider with the commissioners of its patients: relation times the mean effort of both,
 * `J = J0 r sqrt(x_c x_h)`, weighted by trade. Effort multiplies the relation here only, not in the law of the relation
 * itself. Source: organisational laws, L13; decisions, 23.
 */
export function jointWork(world: World, h: number): number {
  const { settings } = world;
  return settings.hospital.joint.reference * settings.relationStart + jointWorkGained(world, h);
}

/** Joint work over that of the reference, where relations are those of the first day and efforts 1: exactly 0 there. */
export function jointWorkGained(world: World, h: number): number {
  const { place, will, settings } = world;
  const H = place.providers.count;
  const own = will.level[settings.leverAt.joint_work_provider!]![h]!;
  const partner = settings.leverAt.joint_work_commissioner;
  let sum = 0;
  let trade = 0;
  for (let c = 0; c < place.commissioners.count; c++) {
    const here = will.trade[c * H + h]!;
    if (here === 0) continue;
    const theirs = partner === undefined ? 1 : will.level[partner]![c]!;
    sum += here * (will.managerial[c * H + h]! * Math.sqrt(theirs * own) - settings.relationStart);
    trade += here;
  }
  return trade === 0 ? 0 : (settings.hospital.joint.reference * sum) / trade;
}
