import { MONTHS } from '../../calendar.ts';
import { institutionsOfCommissioner } from '../../institutions/in-force.ts';
import type { World } from '../../world.ts';
import { gapOfArea } from '../commissioner/bargaining.ts';
import { phiOfCommissioner } from '../internalisation.ts';
import { effortOfCommissioner, effortOfProvider } from './joint-work.ts';
import { meanOverProviders } from './trade.ts';

/** Deficit, share of income, that the weight of deficits in disputes is stated for. */
const DEFICIT = 0.02;

/**
 * Disputes of a pair: how far apart the two sides were at the table, and the commissioner's deficit; between divisions
 * of one body they go on, scaled by 1 - phi. `clip(d0 + w_gap gap + w_def max(0, -margin) / 2%, 0, 1)`. Source: decision
 * 23; d0, the disputes of ordinary times, is added so that the relation of the base year is at rest.
 */
export function disputesOf(world: World, c: number, h: number): number {
  const { relations } = world.settings.commissioning;
  const { structure, books } = world;
  const deficit = Math.max(0, -books.margin[c]!) / DEFICIT;
  const raw =
    relations.ordinary + relations.gapWeight * gapOfArea(world, c, h) + relations.deficitWeight * deficit;
  const body = structure.bodyOfCommissioner[c]!;
  const inside = body >= 0 && structure.bodyOfProvider[h] === body;
  return Math.max(0, Math.min(1, raw)) * (inside ? 1 - phiOfCommissioner(world, c) : 1);
}

/**
 * One month of a relation: `r + joint work * up (1 - r) - disputes * down r + (culture - r) / memory`; joint work counts
 * without r, so that a relation can recover from nothing. Source: model description, section 6.4; decision 23.
 */
export function nextRelation(
  r: number,
  culture: number,
  joint: number,
  disputes: number,
  { up, down, memoryMonths }: World['settings']['commissioning']['relations'],
): number {
  const next = r + joint * up * (1 - r) - disputes * down * r + (culture - r) / memoryMonths;
  return Math.max(0, Math.min(1, next));
}

/**
 * Monthly: relations of managers and of clinicians, and, over a decade, the culture that they return to. They stand
 * still where the institutions in force for the commissioner let nobody act.
 */
export function renewRelations(world: World): void {
  const { place, will, settings } = world;
  const { relations } = settings.commissioning;
  const H = place.providers.count;
  for (let c = 0; c < place.commissioners.count; c++) {
    const { provision, planning } = institutionsOfCommissioner(world, c);
    if (!planning.organisationsAct) continue;
    const together =
      relations.clinicalJointWork + relations.collaborationGain * provision.clinicalCollaboration;
    for (let h = 0; h < H; h++) {
      const ch = c * H + h;
      if (will.trade[ch] === 0) continue;
      const disputes = disputesOf(world, c, h);
      will.disputes[ch] = disputes;
      const joint = Math.sqrt(effortOfCommissioner(world, c) * effortOfProvider(world, h));
      const managerial = will.managerial[ch]!;
      const clinical = will.clinical[ch]!;
      will.managerial[ch] = nextRelation(managerial, will.cultureManagerial[ch]!, joint, disputes, relations);
      will.clinical[ch] = nextRelation(
        clinical,
        will.cultureClinical[ch]!,
        together,
        relations.clinicalDisputes * disputes,
        relations,
      );
      const slow = MONTHS * relations.cultureYears;
      will.cultureManagerial[ch]! += (managerial - will.cultureManagerial[ch]!) / slow;
      will.cultureClinical[ch]! += (clinical - will.cultureClinical[ch]!) / slow;
    }
  }
}

/** Relation of a commissioner's general practitioners with the consultants they refer to. */
export function clinicalRelationOf(world: World, c: number): number {
  const { will, place, settings } = world;
  const row = c * place.providers.count;
  return meanOverProviders(world, c, settings.relationStart, (h) => will.clinical[row + h]!);
}

/** Relation of a commissioner with the managers of the trusts that it buys from. */
export function managerialRelationOf(world: World, c: number): number {
  const { will, place, settings } = world;
  const row = c * place.providers.count;
  return meanOverProviders(world, c, settings.relationStart, (h) => will.managerial[row + h]!);
}

/**
 * Cost of friction, pence a year: a share of hospital spend times how far relations are from perfect.
 * Source: organisational laws, 2.5. Base-year friction is part of base-year money: `over` is what is beyond it.
 */
export function frictionCost(world: World, c: number, hospitalSpend: number): { all: number; over: number } {
  const { relations } = world.settings.commissioning;
  const r = managerialRelationOf(world, c);
  const all = relations.friction * hospitalSpend * (1 - r);
  return { all, over: all - relations.friction * hospitalSpend * (1 - world.settings.relationStart) };
}
