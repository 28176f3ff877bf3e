import { h3, unit } from '../../../kernel/draw.ts';
import { PURPOSE } from '../../draws.ts';
import { institutionsOfCommissioner, institutionsOfProvider } from '../../institutions/in-force.ts';
import type { World } from '../../world.ts';

/** What ministers may make loud, and the levers that each priority is about. */
export const PRIORITIES: readonly { readonly id: string; readonly levers: readonly string[] }[] = [
  {
    id: 'waiting for planned care',
    levers: ['outpatient_capacity', 'elective_capacity', 'waiting_list_purchases', 'community_capacity'],
  },
  { id: 'emergency care', levers: ['beds', 'emergency_threshold', 'access', 'joint_work_provider'] },
  { id: 'safety', levers: ['quality'] },
  {
    id: 'money',
    levers: ['efficiency', 'demand_management', 'prescribing', 'follow_up_ratio', 'conversion_threshold'],
  },
  { id: 'prevention', levers: ['public_health', 'proactive_care', 'long_term_care', 'prevention'] },
];

/** Levers of economy, to which turnaround draws attention. */
const ECONOMY: ReadonlySet<string> = new Set(PRIORITIES[3]!.levers);
/** The priority about waits: while it is loud, targets press harder. */
const WAITS = 0;

/** Share of political shocks that the institutions keep off: the mean over the place of an independent board. */
export function insulation(world: World): number {
  return world.settings.commissioning.national.insulationBoard * shareWith(world, 'nationalBoard');
}

/** Loudness of a priority that is left: a national executive board keeps part of it away from local boards. */
export function loudness(world: World): number {
  const { national } = world.settings.commissioning;
  return (
    national.loudness * (1 - national.insulationExecutive * shareWith(world, 'executiveManagementBoard'))
  );
}

function shareWith(world: World, setting: 'nationalBoard' | 'executiveManagementBoard'): number {
  const C = world.place.commissioners.count;
  let have = 0;
  for (let c = 0; c < C; c++) if (institutionsOfCommissioner(world, c).governance[setting]) have++;
  return have / C;
}

/**
 * Quarterly: a priority may become loud for a year, at random; an independent board lowers the rate, and with it some of
 * the force of targets: `1 - psi * insulation`. Source: model description, section 6.9.
 */
export function renewPolitics(world: World): void {
  const { will, keys, settings, week } = world;
  const { national } = settings.commissioning;
  const kept = insulation(world);
  if (will.loudPriority >= 0 && week >= will.loudUntil) will.loudPriority = -1;
  const draw = unit(h3(0, keys.k0[PURPOSE.politics]!, keys.k1[PURPOSE.politics]!));
  if (draw < (national.shocksPerYear / 4) * (1 - kept)) {
    const which = unit(h3(1, keys.k0[PURPOSE.politics]!, keys.k1[PURPOSE.politics]!));
    will.loudPriority = Math.min(PRIORITIES.length - 1, Math.floor(which * PRIORITIES.length));
    will.loudUntil = week + national.weeks;
    will.shocksYear += 1;
    world.journal.push({
      week,
      kind: 'political priority',
      organisation: '',
      description: `${PRIORITIES[will.loudPriority]!.id} is loud for ${national.weeks} weeks`,
      why: 'national politics, at random',
    });
  }
  const force = 1 - national.forceLost * kept;
  will.targetForce = will.loudPriority === WAITS ? force * (1 + loudness(world)) : force;
}

/** Which lever, by whom: what attention depends on. */
export interface Attended {
  readonly id: string;
  readonly unit: 'provider-specialty' | 'provider' | 'commissioner' | 'practice' | 'body';
}

/**
 * Attention of an organisation to a lever, over its even share: 1 where nothing distracts it. A loud priority draws
 * attention to its levers and away from all others, turnaround to those of economy, and a change of structure takes
 * some away from everything. Source: model description, sections 6.1, 6.8 and 6.9.
 *
 * @param levers every lever there is
 */
export function attentionOf(
  world: World,
  levers: readonly Attended[],
  index: number,
): (unit: number) => number {
  const lever = levers[index]!;
  const loud = PRIORITIES[world.will.loudPriority];
  const political = loud === undefined ? 1 : drawn(levers, lever, new Set(loud.levers), loudness(world));
  const { attention } = world.settings.commissioning.turnaround;
  const { will } = world;
  return (unit) => {
    const h = lever.unit === 'provider-specialty' ? unit >> 3 : unit;
    switch (lever.unit) {
      case 'provider-specialty':
      case 'provider': {
        const turn = drawn(levers, lever, ECONOMY, attention * will.turnaroundProvider[h]!);
        return political * turn * (1 - will.disruptionProvider[h]!);
      }
      case 'commissioner': {
        const turn = drawn(levers, lever, ECONOMY, attention * will.turnaroundCommissioner[unit]!);
        return political * turn * (1 - will.disruptionCommissioner[unit]!);
      }
      case 'practice':
        return political * (1 - disruptionOfPractice(world, unit));
      case 'body':
        return political * (1 - will.disruptionBody[unit]!);
    }
  };
}

/** A practice feels its body's disruption, or its commissioner's. */
function disruptionOfPractice({ structure, will, place }: World, g: number): number {
  const o = structure.bodyOfPractice[g]!;
  return o < 0 ? will.disruptionCommissioner[place.practices.commissioner[g]!]! : will.disruptionBody[o]!;
}

/** Attention drawn to some levers is taken from the others of the same kind of organisation. */
function drawn(
  levers: readonly Attended[],
  lever: Attended,
  some: ReadonlySet<string>,
  extra: number,
): number {
  if (extra === 0) return 1;
  let inside = 0;
  let outside = 0;
  for (const other of levers) {
    if (kindOf(other) !== kindOf(lever)) continue;
    if (some.has(other.id)) inside++;
    else outside++;
  }
  if (inside === 0 || outside === 0) return 1;
  return some.has(lever.id) ? 1 + extra : 1 - Math.min(1, (extra * inside) / outside);
}

function kindOf(lever: Attended): string {
  return lever.unit === 'provider-specialty' ? 'provider' : lever.unit;
}

/**
 * Share a week of those who have waited longer than guaranteed who go elsewhere: some know their right, more where a
 * charter tells them.
 */
export function guaranteeUptake(world: World, h: number): number {
  const { national } = world.settings.commissioning;
  return institutionsOfProvider(world, h).governance.charter ? national.uptakeCharter : national.uptake;
}
