import { institutionsOfPractice } from '../../institutions/in-force.ts';
import { PRICE, PRICES } from '../../world.ts';
import { practiceAltruism } from '../altruism.ts';
import { growthOfPractice } from '../commissioner/view.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { listOf } from './proactive-care.ts';
import { accountability, emergencySalience, purseHolderShadowPrice } from './salience.ts';

/**
 * Hours of access: the part of pay for quality that rewards it, patients' benefit, and attendances at accident and
 * emergency that a felt purse is spared; less what the hours cost. Source: model description, section 6.7.
 */
export const access: Lever = {
  id: 'access',
  label: 'Hours of access',
  meaning: 'hours in which a practice can be reached over those of the base year',
  unit: 'practice',
  pace: 'effort',
  review: 'quarter',
  hand: 'clinician',
  basePounds: (world, g) => world.settings.commissioning.accessPerHead * growthOfPractice(world, g),
  size: listOf,
  acts: (world, g) => listOf(world, g) > 0,
  payOff(world, g, into) {
    const { settings, books, place, structure } = world;
    const s = settings.commissioning;
    const { payForQuality } = institutionsOfPractice(world, g).programme;
    const felt = emergencySalience(world, g);
    const main = Math.max(0, structure.mainProvider[place.practices.commissioner[g]!]!);
    const attendances = s.minorAePerHead * s.aeAccessElasticity;
    const price = books.pricePence[main * PRICES + PRICE.ae]! / 100;
    const base = s.accessPerHead * growthOfPractice(world, g);
    into.altruism = (practiceAltruism(world, g) * s.accessQalys) / base;
    into.ownCash =
      (felt === 0 ? 0 : (felt * purseHolderShadowPrice(world, g) * attendances * price) / base) -
      levelOf(world, 'access', g);
    // The pay grows as the base does.
    into.targets =
      (s.qofPerHead * s.qofAccessShare * payForQuality * accountability(world, g)) / s.accessPerHead;
  },
};
