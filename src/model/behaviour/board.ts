import { institutionsOfBody, institutionsOfProvider } from '../institutions/in-force.ts';
import type { Institutions } from '../institutions/institutions.ts';
import type { World } from '../world.ts';

type Governance = Institutions['governance'];

/** Who decides where nobody has a seat on the board. */
const COMMISSIONER_ALONE = 'the commissioner alone';

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
  if (all === 0) return { [COMMISSIONER_ALONE]: 1 };
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
    [COMMISSIONER_ALONE]: altruismCommissioner,
  };
  return Object.entries(seatsOf(governance)).reduce(
    (sum, [who, weight]) => sum + weight * preference[who]!,
    0,
  );
}

/**
 * Part of a closure at a hospital that is resisted: by the local health council, which delays it or has a veto, and, of
 * what that lets pass, by citizens who outvote the others on the board of the hospital's body; a board of citizens alone
 * does as an elected council. Source: model description, section 6.5.
 */
export function closuresResisted(world: World, h: number): number {
  return 1 - (1 - resistedByCouncil(world, h)) * (1 - resistedByBoard(world, h));
}

function resistedByCouncil(world: World, h: number): number {
  const { board } = world.settings;
  switch (institutionsOfProvider(world, h).governance.council) {
    case 'none':
      return 0;
    case 'advisory':
      return board.councilDelayAdvisory;
    case 'elected':
      return board.councilDelayElected;
    case 'veto':
      return 1;
  }
}

function resistedByBoard(world: World, h: number): number {
  const o = world.structure.bodyOfProvider[h]!;
  if (o < 0) return 0;
  const citizens = seatsOf(institutionsOfBody(world, o).governance).citizens ?? 0;
  return world.settings.board.councilDelayElected * Math.max(0, 2 * citizens - 1);
}
