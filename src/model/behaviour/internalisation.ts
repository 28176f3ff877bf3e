import { institutionsOfBody } from '../institutions/in-force.ts';
import type { World } from '../world.ts';

/**
 * Internalisation `phi`: how far a member of a body feels the body's external cash as its own,
 * `phi_form * (phi_min + (1 - phi_min) * r)`, with r the managerial relation between the members, on the share of its
 * patients that belongs to the body. 0 for an organisation that stands alone. Source: model description, section 6.4.
 */
export function phiOfProvider(world: World, h: number): number {
  const o = world.structure.bodyOfProvider[h]!;
  return o < 0 ? 0 : phiOfBody(world, o) * ownShare(world, h);
}

/** The same of whoever commissions for an area: of the bodies that pay for its people, by their share of them. */
export function phiOfCommissioner(world: World, c: number): number {
  let phi = 0;
  eachPayingBody(world, c, (o, share) => {
    phi += share * phiOfBody(world, o);
  });
  return phi;
}

/** Mean of what holds for the bodies that pay for an area's people, by how much each counts in `phiOfCommissioner`. */
export function meanOverBodies(world: World, c: number, of: (o: number) => number): number {
  let weight = 0;
  let sum = 0;
  eachPayingBody(world, c, (o, share) => {
    const phi = share * phiOfBody(world, o);
    weight += phi;
    sum += phi * of(o);
  });
  return weight === 0 ? 0 : sum / weight;
}

function eachPayingBody(world: World, c: number, visit: (o: number, share: number) => void): void {
  const own = world.structure.bodyOfCommissioner[c]!;
  if (own >= 0) {
    visit(own, 1);
    return;
  }
  for (let o = 0; o < world.structure.bodies; o++) {
    const share = shareOfCommissionerIn(world, c, o);
    if (share > 0) visit(o, share);
  }
}

/**
 * Internalisation between the members of a body. Where community services are not among them, part of it is lost: who
 * takes people home, and keeps them there, stays behind a boundary (assumption).
 */
export function phiOfBody(world: World, o: number): number {
  const { settings } = world;
  const least = settings.internalisationMin;
  const { community } = institutionsOfBody(world, o).provision;
  return (
    settings.internalisation[world.structure.form[o]!]! *
    (community ? 1 : 1 - settings.internalisationLostCommunity) *
    (least + (1 - least) * relationWithin(world, o))
  );
}

/** Managerial relation within a body: the mean over its pairs of a commissioner and a provider, weighted by their trade. */
export function relationWithin(world: World, o: number): number {
  const { structure, place, will } = world;
  const H = place.providers.count;
  let weight = 0;
  let sum = 0;
  for (let c = 0; c < place.commissioners.count; c++) {
    for (let h = 0; h < H; h++) {
      if (structure.bodyOfProvider[h] !== o) continue;
      const partner = structure.bodyOfCommissioner[c] === o || structure.bodyOfCommissioner[c] === -1;
      if (!partner) continue;
      const trade = will.trade[c * H + h]!;
      weight += trade;
      sum += trade * will.managerial[c * H + h]!;
    }
  }
  return weight === 0 ? world.settings.relationStart : sum / weight;
}

/** Share of a provider's patients whose care the provider's own body has to pay for. */
function ownShare(world: World, h: number): number {
  const { structure, place, will } = world;
  const o = structure.bodyOfProvider[h]!;
  if (o < 0) return 0;
  const H = place.providers.count;
  let own = 0;
  for (let c = 0; c < place.commissioners.count; c++) {
    own += will.trade[c * H + h]! * shareOfCommissionerIn(world, c, o);
  }
  return own;
}

/** Share of a commissioner's people whose care a body has to pay for: all where it is a member, else those enrolled. */
export function shareOfCommissionerIn(world: World, c: number, o: number): number {
  if (world.structure.bodyOfCommissioner[c] === o) return 1;
  return world.will.enrolledShare[c * world.structure.bodies + o]!;
}
