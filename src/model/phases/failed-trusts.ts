import { institutionsOfProvider } from '../institutions/in-force.ts';
import {
  isSeenHere,
  type Partner,
  partnerFor,
  trustsThatCanTakeOver,
} from '../organisations/merger-partner.ts';
import { mergeTrusts } from '../organisations/mergers.ts';
import { trustsAlone, type Unit } from '../organisations/stand-alone.ts';
import type { World } from '../world.ts';

/**
 * Trusts that failed under `governance.failureRegime: merger`. At the end of the year a partner is looked for, and the
 * merger goes to merger control; when that has passed, whoever is then the best partner takes the trust over, with its
 * debts.
 */

/**
 * A trust that cannot pay asks for a partner, unless one is being found already.
 * @param able trusts that could take another over
 * @returns why there is none; null = its merger is under review
 */
export function seekPartner(world: World, lead: number, able: readonly Unit[], why: string): string | null {
  const { will, week, place } = world;
  if (will.takenOverIn[lead]! > 0) return null;
  const failed = trustsAlone(world).find((unit) => unit.lead === lead);
  if (failed === undefined) return 'a member of a body is not taken over';
  if (!isSeenHere(world, failed))
    return 'too few of its patients are of the place for its partner to be known';
  const partner = partnerFor(world, failed, able);
  if (partner === null) return 'no other general trust stands alone and is solvent';
  const { mergerControlWeeks } = institutionsOfProvider(world, lead).governance;
  will.takenOverIn[lead] = week + 1 + Math.ceil(mergerControlWeeks);
  world.journal.push({
    week,
    kind: 'merger under review',
    organisation: place.providers.code[lead]!,
    description:
      `${place.providers.name[partner.unit.lead]!} is to take over ${place.providers.name[lead]!} in week ` +
      `${will.takenOverIn[lead]!}: ${reasonFor(world, partner)}`,
    why,
  });
  return null;
}

/** Step 1a of the tick: failed trusts whose merger control has passed. */
export function takeOverFailed(world: World): void {
  const { will, structure, place } = world;
  for (let lead = 0; lead < place.providers.count; lead++) {
    if (will.takenOverIn[lead] === 0 || will.takenOverIn[lead] !== world.week) continue;
    const failed = trustsAlone(world).find((unit) => unit.lead === lead);
    const partner = failed === undefined ? null : partnerFor(world, failed, trustsThatCanTakeOver(world));
    will.takenOverIn[lead] = 0;
    if (partner !== null) {
      const why = `${place.providers.name[lead]!} could not pay its debts; ${reasonFor(world, partner)}`;
      mergeTrusts(world, partner.unit.lead, lead, { imposed: true, why });
    } else if (structure.trustOfProvider[lead] !== lead) refuse(world, lead, 'another trust has it already');
    else if (failed === undefined) refuse(world, lead, 'it belongs to a body');
    else refuse(world, lead, 'no other general trust stands alone and is solvent any more');
  }
}

function refuse({ journal, week, place }: World, lead: number, reason: string): void {
  journal.push({
    week,
    kind: 'merger not carried out',
    organisation: place.providers.code[lead]!,
    description: `${place.providers.name[lead]!} was to be taken over; ${reason}`,
    why: 'it could not pay its debts',
  });
}

function reasonFor({ place }: World, { unit, shared, km }: Partner): string {
  const name = place.providers.name[unit.lead]!;
  return shared > 0
    ? `${Math.round(shared * 100)}% of its patients would go to ${name}, more than to any other solvent trust`
    : `its patients would go to no other solvent trust, and ${name} is the nearest, ${Math.round(km)} km away`;
}
