import { institutionsOfPractice } from '../../institutions/in-force.ts';
import type { Institutions } from '../../institutions/institutions.ts';
import { holdsProgramme } from '../../organisations/programme-funds.ts';
import type { World } from '../../world.ts';
import { phiOfBody } from '../internalisation.ts';
import { bodyShadowPrice, shadowPrice } from '../shadow-price.ts';

/**
 * How much of a cost falls on a purse that the general practitioner feels. A budget on paper is felt a little, a real
 * one much; part of it rests on savings being the practice's own and really paid, relative to where each kind of budget
 * was measured: seven tenths half honoured for budgets on paper, all of them for real ones.
 */
export function salience(
  world: World,
  budget: Institutions['budget'],
  of: 'salience' | 'emergencySalience',
): number {
  const { salienceIndicative, salienceHard, commissioning } = world.settings;
  const weight = commissioning.savingsWeight;
  const kept = budget.savingsShare * budget.savingsHonoured;
  const felt = (measured: number): number => (1 - weight + weight * kept) / (1 - weight + weight * measured);
  switch (budget[of]) {
    case 'none':
      return 0;
    case 'indicative':
      return salienceIndicative * felt(commissioning.savingsKeptOnPaper);
    case 'hard':
      return salienceHard * felt(1);
  }
}

/** Salience of planned care, and of emergencies, to a practice. */
export function plannedSalience(world: World, g: number): number {
  return asMember(world, g, salience(world, institutionsOfPractice(world, g).budget, 'salience'));
}
export function emergencySalience(world: World, g: number): number {
  return asMember(world, g, salience(world, institutionsOfPractice(world, g).budget, 'emergencySalience'));
}

/**
 * A practice that is a member of its body, no contractor, feels the body's purse beside any budget of its own, as far
 * as the body's members feel each other's: `s + (1 - s) m phi`. Source: internalisation inside a system, model
 * description, section 5.1; its size m is an assumption.
 */
function asMember(world: World, g: number, own: number): number {
  const o = world.structure.bodyOfPractice[g]!;
  if (o < 0 || !institutionsOfPractice(world, g).provision.practices) return own;
  return own + (1 - own) * world.settings.salienceMember * phiOfBody(world, o);
}

/**
 * Salience of the emergencies that good care of long-term conditions avoids: where the group has its sum for these
 * conditions a real purse pays for them, whatever the rule for other emergencies.
 */
export function sensitiveSalience(world: World, g: number): number {
  const own = emergencySalience(world, g);
  if (!holdsProgramme(world, g)) return own;
  const { budget } = institutionsOfPractice(world, g);
  return Math.max(own, salience(world, { ...budget, emergencySalience: 'hard' }, 'emergencySalience'));
}

/**
 * Shadow price of a pound to whoever holds the purse for a practice: its body, its commissioner's body, or the commissioner.
 * A practice with a fund of its own is at break-even every April (what it saved is spent on its patients, what it
 * overspent is made good), and its pound a pound, however its commissioner stands.
 */
export function purseHolderShadowPrice(world: World, g: number): number {
  const { structure, place } = world;
  const c = place.practices.commissioner[g]!;
  const own = structure.bodyOfPractice[g]!;
  const { holder } = institutionsOfPractice(world, g).budget;
  if (holder === 'practices') return 1;
  const o = own >= 0 && holder !== 'commissioner' ? own : structure.bodyOfCommissioner[c]!;
  return o < 0 ? shadowPrice(world, c) : bodyShadowPrice(world, o, 'buying');
}

/**
 * The same for emergencies that good care of long-term conditions avoids: a programme that has its sum is, as a fund, at
 * break-even every April.
 */
export function sensitiveShadowPrice(world: World, g: number): number {
  return holdsProgramme(world, g) ? 1 : purseHolderShadowPrice(world, g);
}

/** Force of pay and peers on a practice by who holds it to account, over a local trust. */
export function accountability(world: World, g: number): number {
  const { governance } = institutionsOfPractice(world, g);
  return world.settings.commissioning.accountability[governance.commissioningBoard];
}
