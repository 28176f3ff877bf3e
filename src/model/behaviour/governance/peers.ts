import { MONTHS } from '../../calendar.ts';
import { institutionsOfPractice } from '../../institutions/in-force.ts';
import type { World } from '../../world.ts';
import { accountability } from '../practice/salience.ts';
import { levelOf } from '../will/level.ts';

/**
 * How intensively a practice's referrals are reviewed by peers, 0 and more: the programme, and clinical governance
 * beyond the base year's; its own effort and who holds it to account carry it.
 */
export function peerIntensity(world: World, g: number): number {
  const { programme, governance } = institutionsOfPractice(world, g);
  const reference = world.settings.commissioning.governanceReference;
  const more = Math.max(0, governance.clinicalGovernance - reference) / (1 - reference);
  const review = Math.min(1, programme.peerReview + more);
  return review === 0 ? 0 : review * levelOf(world, 'peer_review', g) * accountability(world, g);
}

/**
 * Monthly: practices that refer more than the middle of their peers are pulled towards the best quarter; what was pulled
 * is forgotten when nobody reviews any more. A lagged state of its own, no part of what is compared but for itself.
 * Source: decision 20; audit and feedback works mostly on those furthest from good practice (model description, 6.6).
 */
export function pullPeers(world: World): void {
  const { place, will, tables, settings } = world;
  const { peerPullPerYear, peerMemoryYears } = settings.commissioning;
  for (let c = 0; c < place.commissioners.count; c++) {
    const members: number[] = [];
    for (let g = 0; g < place.practices.count; g++)
      if (place.practices.commissioner[g] === c) members.push(g);
    if (members.every((g) => will.peerPull[g] === 0 && peerIntensity(world, g) === 0)) continue;
    const own = (g: number): number => tables.style[g]! + will.peerPull[g]!;
    const sorted = members.map(own).sort((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)]!;
    const best = sorted[Math.floor((sorted.length * 7) / 8)]!;
    const pulls = members.map((g) => {
      const towards = own(g) < middle ? best - own(g) : 0;
      const fading = will.peerPull[g]! / peerMemoryYears;
      return (peerIntensity(world, g) * peerPullPerYear * towards - fading) / MONTHS;
    });
    members.forEach((g, n) => {
      will.peerPull[g] = will.peerPull[g]! + pulls[n]!;
    });
  }
}
