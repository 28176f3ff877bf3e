import { institutionsOfProvider } from '../institutions/in-force.ts';
import type { Institutions } from '../institutions/institutions.ts';
import type { World } from '../world.ts';

type Governance = Institutions['governance'];

/** Who sits on a board, by weight; the weights sum to 1. A board without seats is the commissioner's own. */
export function seatsOf(governance: Governance): Readonly<Record<string, number>> {
  const seats = {
    hospitals: governance.seatsHospital,
    'general practice': governance.seatsGeneralPractice,
    'community services': governance.seatsCommunity,
    'public health': governance.seatsPublicHealth,
    citizens: governance.seatsCitizens,
  };
  const all = Object.values(seats).reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return { 'public health': 1 };
  return Object.fromEntries(Object.entries(seats).map(([who, weight]) => [who, weight / all]));
}

/**
 * Weight of a patient's health to a board, share of the value of a QALY: that of those who sit on it, by seats. Those who
 * speak for the public weigh it the more, the more they are heard: `alpha_c (0.6 + 0.8 voice)`, voice the turnout of
 * those who may elect them. Source: organisational laws, L8.
 */
export function boardAltruism(world: World, governance: Governance): number {
  const { altruismProvider, altruismCommissioner, board } = world.settings;
  const heard = board.voiceLeast + board.voiceSlope * governance.turnout;
  const preference: Readonly<Record<string, number>> = {
    hospitals: altruismProvider,
    'general practice': board.altruismGeneralPractice,
    'community services': board.altruismCommunity,
    'public health': altruismCommissioner,
    citizens: altruismCommissioner * heard,
  };
  return Object.entries(seatsOf(governance)).reduce(
    (sum, [who, weight]) => sum + weight * preference[who]!,
    0,
  );
}

/** Part of a cut in capacity that a local health council lets pass in a year: it delays closures, a veto stops them. */
export function cutsPassed(world: World, h: number): number {
  const { council } = institutionsOfProvider(world, h).governance;
  const { board } = world.settings;
  switch (council) {
    case 'none':
      return 1;
    case 'advisory':
      return 1 - board.councilDelayAdvisory;
    case 'elected':
      return 1 - board.councilDelayElected;
    case 'veto':
      return 0;
  }
}
