import { areaSpend, growthOf } from '../../organisations/purchasers.ts';
import type { World } from '../../world.ts';
import { avoidanceFunds } from '../set-aside.ts';
import { levelOf } from '../will/level.ts';
import { headsOf } from './view.ts';

/**
 * What spending on community care of long-term conditions does for control, with diminishing returns: `c(x) = gain x /
 * (x + half)`, x in pounds of the base year a head. Source: organisational laws, 2.3.
 */
export function controlAt(world: World, poundsPerHead: number): number {
  const { longTermGain, longTermHalf } = world.settings.commissioning;
  return (longTermGain * poundsPerHead) / (poundsPerHead + longTermHalf);
}

/** Pounds of the base year a head that are spent now: what the lever wants, and on top of it what a ring-fence gives. */
export function longTermPounds(world: World, c: number): number {
  const { longTermPerHead } = world.settings.commissioning;
  return longTermPerHead * levelOf(world, 'long_term_care', c) + fencedPounds(world, c);
}

/** Of that, what is spent of the price of emergencies that was retained for the avoidance of admissions. */
function fencedPounds(world: World, c: number): number {
  const pence = areaSpend(world, c, avoidanceFunds(world));
  return pence === 0 ? 0 : pence / (100 * headsOf(world, c) * growthOf(world, c));
}

/** Control that one more pound of the day a head brings: it buys what the ledger charges for it. */
export function controlPerPound(world: World, c: number): number {
  const { longTermGain, longTermHalf } = world.settings.commissioning;
  const x = longTermPounds(world, c);
  return (longTermGain * longTermHalf) / ((x + longTermHalf) * (x + longTermHalf) * growthOf(world, c));
}
