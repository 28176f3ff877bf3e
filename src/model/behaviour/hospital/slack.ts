import { detExp, logistic } from '../../../kernel/deterministic-math.ts';
import { QUARTERS } from '../../calendar.ts';
import { qualitySeen } from '../../institutions/choice.ts';
import { institutionsOfProvider } from '../../institutions/in-force.ts';
import type { Institutions } from '../../institutions/institutions.ts';
import { isInside } from '../../organisations/accounts.ts';
import { CATEGORY, type World } from '../../world.ts';
import { skillOfBuyers } from '../commissioner/skill.ts';
import { peopleWhoCouldGo } from '../enrolment-worth.ts';
import { worthOfPoundThatFollows } from '../money-with-people.ts';
import { marginalPriceShare } from '../purse.ts';
import { contestabilityOf } from './diversion.ts';

/** What presses on a provider, term by term. */
export interface Pressure {
  readonly contestability: number;
  readonly monitoring: number;
  readonly yardstick: number;
  readonly governance: number;
  readonly voice: number;
  readonly oversight: number;
}

/**
 * Slack: what a provider spends beyond need because nobody presses. Each quarter
 * `slack <- slack + (slack_max exp(-pressure) - slack) / memory`. It starts at its own rest, which is in the provider's
 * opening costs already, so that nothing happens where nothing changes. Source: model description, section 6.5.
 */
export function reviewSlack(world: World): void {
  const { will, place, settings } = world;
  const { most, memoryYears } = settings.hospital.slack;
  const step = 1 - detExp(-1 / (QUARTERS * memoryYears));
  for (let h = 0; h < place.providers.count; h++) {
    const rest = most * detExp(-total(pressureOn(world, h)));
    if (will.slackReference[h] === 0) {
      will.slackReference[h] = rest;
      will.slack[h] = rest;
    } else if (institutionsOfProvider(world, h).planning.organisationsAct) {
      will.slack[h]! += step * (rest - will.slack[h]!);
    }
  }
}

/** How slack dampens what efficiency and quality are worth: `1 / (1 + zeta slack)`. Source: organisational laws, L14. */
export function damping(world: World, h: number): number {
  return 1 / (1 + world.settings.hospital.slack.damping * world.will.slack[h]!);
}

export function pressureOn(world: World, h: number): Pressure {
  const weights = world.settings.hospital.slack;
  const institutions = institutionsOfProvider(world, h);
  const { choice, governance } = institutions;
  return {
    contestability: pressureOfChoice(world, h, choice),
    monitoring: weights.monitoring * separateBuyers(world, h),
    yardstick: weights.yardstick * qualitySeen(choice),
    governance: weights.governance * governance.clinicalGovernance,
    voice: weights.voice * voice(world, institutions),
    oversight: weights.regulator * governance.regulator + failurePressure(world, h, governance),
  };
}

function total(pressure: Pressure): number {
  return Object.values(pressure).reduce((sum, part) => sum + part, 0);
}

/**
 * The choice model's own derivative times the money that follows: of patients at referral the price of a case, of people
 * who may leave the system that owns the hospital all that comes with them. Who leaves a hospital of no system leaves it
 * as a patient, whatever else people choose.
 */
function pressureOfChoice(world: World, h: number, choice: Institutions['choice']): number {
  const { contestability, systemChoice } = world.settings.hospital.slack;
  const o = world.structure.bodyOfProvider[h]!;
  if (choice.of === 'none') return 0;
  if (choice.of === 'system' && o >= 0)
    return systemChoice * peopleWhoCouldGo(world, o) * worthOfPoundThatFollows(world, o);
  return contestability * contestabilityOf(world, h).felt * choice.offeredShare * moneyThatFollows(world, h);
}

/**
 * Share of the money that follows a patient of planned care, and only where it leaves a margin over what the case and
 * its slot cost: 1 under a tariff, nothing where a case is worth less than it costs.
 */
function moneyThatFollows(world: World, h: number): number {
  const { rho } = marginalPriceShare(world, h, CATEGORY.elective);
  const cost = world.settings.variableCostShare + world.settings.slotHoldingShare;
  return Math.max(0, Math.min(1, (rho * world.books.priceFactor[h]! - cost) / (1 - cost)));
}

/**
 * Skill of the buyers who are not in the provider's own body, by trade; people from elsewhere have buyers alike. A body
 * that holds the money watches the hospitals that are not its own as any purchaser does.
 */
function separateBuyers(world: World, h: number): number {
  const { place, will, settings } = world;
  const H = place.providers.count;
  const isApart = (p: number): boolean => !isInside(world, p, h);
  let sum = 0;
  let counted = 0;
  for (let c = 0; c < place.commissioners.count; c++) {
    const trade = will.trade[c * H + h]!;
    counted += trade;
    sum += trade * skillOfBuyers(world, c, isApart);
  }
  return sum + Math.max(0, 1 - counted) * settings.commissioning.skillStart;
}

/**
 * How far citizens are heard: those on the board by their seats; members, who elect governors, and an elected council
 * without a vote, in part, where there is room left. All as far as they take part and know. Source: model description,
 * section 6.5; for members without seats, the dossier's "voice, not votes".
 */
function voice(world: World, { governance, choice }: Institutions): number {
  const { voiceOfMembers, voiceOfCouncil } = world.settings.hospital.slack;
  const elected = governance.council === 'elected' || governance.council === 'veto';
  const unheard = (1 - citizensShare(governance)) * (1 - voiceOfMembers) * (elected ? 1 - voiceOfCouncil : 1);
  return (1 - unheard) * governance.turnout * choice.informationQuality;
}

function citizensShare(governance: Institutions['governance']): number {
  const { seatsHospital, seatsGeneralPractice, seatsCommunity, seatsPublicHealth, seatsCitizens } =
    governance;
  const seats = seatsHospital + seatsGeneralPractice + seatsCommunity + seatsPublicHealth + seatsCitizens;
  return seats === 0 ? 0 : seatsCitizens / seats;
}

/**
 * What may happen to the board of a provider in deficit: nothing at break-even, all of it far below. It is replaced by an
 * administrator as it is by a partner; a loan keeps it.
 */
function failurePressure(world: World, h: number, { failureRegime }: Institutions['governance']): number {
  if (failureRegime === 'none') return 0;
  const { deficit, loan } = world.settings.hospital.slack;
  const far =
    2 * logistic(Math.max(0, -world.will.providerMargin[h]!) / world.settings.shadowPriceProvider.scale) - 1;
  return deficit * (failureRegime === 'loan' ? loan : 1) * far;
}
