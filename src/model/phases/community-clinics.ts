import { h3, unit } from '../../kernel/draw.ts';
import { isOutsidePackage } from '../behaviour/commissioner/package.ts';
import { COMMUNITY_LIST } from '../behaviour/will/commissioning-state.ts';
import { PURPOSE } from '../draws.ts';
import { GT, GT_COUNT, RT } from '../metrics/tallies.ts';
import { LIFE, SPECIALTY_SHIFT, STAGE, STAGE_MASK, severityOf } from '../population/people.ts';

import type { World } from '../world.ts';
import { noteCommunityVisit } from './programme-funds.ts';

/**
 * A routine referral goes to a community clinic where the commissioner has places, the case suits one, and its list is
 * short; otherwise to hospital. While waiting there the need is one that general practice keeps.
 * @returns whether the person has joined the clinic's list
 */
export function sendToCommunity(
  world: World,
  i: number,
  specialty: number,
  severity: number,
  isKept: boolean,
): boolean {
  const { will, keys, settings, tables, people } = world;
  const c = tables.commissionerOfPractice[people.practice(i)]!;
  const places = will.communityPlaces[c]!;
  if (places <= 0) return false;
  const room = Math.min(COMMUNITY_LIST, places * settings.commissioning.communityLongestWeeks);
  const length = will.communityLength[c]!;
  if (length >= room) return false;
  const draw = unit(h3(i, keys.k0[PURPOSE.community]!, keys.k1[PURPOSE.community]!));
  if (draw >= settings.commissioning.communitySuitable[specialty]!) return false;
  if (!isKept) world.person.keepNeed(i, specialty, severity);
  will.communityList[c * COMMUNITY_LIST + ((will.communityHead[c]! + length) % COMMUNITY_LIST)] = i;
  will.communityLength[c] = length + 1;
  return true;
}

/**
 * Step 4b of the tick: community clinics see as many from the head of their lists as they have places. Who needs an
 * operation that is paid for is sent on to hospital. The others' need is met as often as a hospital visit would on average give the need
 * back; the rest stays with general practice.
 * @param sendOn refers to hospital: slot, specialty, severity
 */
export function communityClinics(
  world: World,
  sendOn: (i: number, specialty: number, severity: number) => void,
): void {
  const { will, place } = world;
  for (let c = 0; c < place.commissioners.count; c++) {
    will.communityVisits[c] = 0;
    if (will.communityPlaces[c]! <= 0 && will.communityLength[c] === 0) continue;
    const capacity = will.communityPlaces[c]! + will.communityCarry[c]!;
    let left = Math.floor(capacity);
    will.communityCarry[c] = capacity - left;
    // A clinic that has closed lets those on its list go back to their practices.
    if (will.communityPlaces[c]! <= 0) will.communityLength[c] = 0;
    while (left > 0 && will.communityLength[c]! > 0) {
      const i = will.communityList[c * COMMUNITY_LIST + will.communityHead[c]!]!;
      will.communityHead[c] = (will.communityHead[c]! + 1) % COMMUNITY_LIST;
      will.communityLength[c]! -= 1;
      if (!see(world, i, c, sendOn)) continue;
      left--;
      will.communityVisits[c]! += 1;
    }
  }
}

/** See one person; false for somebody who no longer needs it. */
function see(
  world: World,
  i: number,
  c: number,
  sendOn: (i: number, specialty: number, severity: number) => void,
): boolean {
  const { people, person, tables, settings, keys, tally } = world;
  if (people.life(i) !== LIFE.present || (people.pathway(i) & STAGE_MASK) !== STAGE.kept) return false;
  const specialty = (people.pathway(i) >> SPECIALTY_SHIFT) & 7;
  const severity = people.severity(i);
  person.tally(i, RT.community_visits);
  tally.practices[people.practice(i) * GT_COUNT + GT.community_visits]! += 1;
  noteCommunityVisit(world, i, c, specialty);
  if (severityOf(severity) >= tables.conversionThreshold[specialty]!) {
    // Who would be sent on for an operation that is not paid for stays with general practice.
    if (isOutsidePackage(world, i, specialty)) person.tally(i, RT.operations_refused);
    else sendOn(i, specialty, severity);
    return true;
  }
  const gain = settings.treatmentGain[specialty]! * settings.gainWithoutAdmission;
  const draw = unit(h3(-1 - i, keys.k0[PURPOSE.community]!, keys.k1[PURPOSE.community]!));
  if (draw < gain) person.resolveNeed(i);
  return true;
}
