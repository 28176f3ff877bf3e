import type { Place } from '../place.ts';
import type { World } from '../world.ts';
import type { Institutions } from './institutions.ts';
import { ruralPeople } from './rural-people.ts';

/** Parts of a commissioner's area that can have institutions of their own: urban, then rural. */
export const PARTS = 2;

/**
 * Where each organisation's institutions stand in `world.inForce`: [c * 2 + (rural ? 1 : 0)], and as many again behind
 * them for those for whom the structure that the institutions ask for has formed. Who waits for it stays under the
 * institutions of before.
 */
export interface Cells {
  readonly ofPractice: Int32Array;
  readonly ofProvider: Int32Array;
  /** The part in which most of a commissioner's people live. */
  readonly ofCommissioner: Int32Array;
  /** Of a body: where it is at home. */
  readonly ofBody: Int32Array;
}

/** Number of cells of a place, those behind apart. */
export function cellCount(place: Place): number {
  return place.commissioners.count * PARTS;
}

/** The cell behind the one given: institutions that may wait for a structure; itself if it is behind. */
export function cellAhead(place: Place, cell: number): number {
  const count = cellCount(place);
  return cell < count ? cell + count : cell;
}

/** The cell in front of the one given. */
export function cellBefore(place: Place, cell: number): number {
  const count = cellCount(place);
  return cell < count ? cell : cell - count;
}

/** Institutions that hold for a practice, or will once their structure has formed. */
export function institutionsAhead({ inForce, cells, place }: World, g: number): Institutions {
  return inForce[cellAhead(place, cells.ofPractice[g]!)]!;
}

/** Whether institutions ask for a structure that must form: a body, or groups of practices with budgets. */
export function needsStructure({ provision, budget }: Institutions): boolean {
  return provision.form !== 'separate' || budget.holder !== 'commissioner';
}

/** Institutions in force for a body: those of its home. */
export function institutionsOfBody({ inForce, cells }: World, o: number): Institutions {
  return inForce[cells.ofBody[o]!]!;
}

/** Institutions in force for whoever pays: a commissioner, or a body at C + o. */
export function institutionsOfPurchaser(world: World, p: number): Institutions {
  const C = world.place.commissioners.count;
  return p < C ? institutionsOfCommissioner(world, p) : institutionsOfBody(world, p - C);
}

/** Institutions in force for a practice: those of its commissioner's area and part. */
export function institutionsOfPractice({ inForce, cells }: World, g: number): Institutions {
  return inForce[cells.ofPractice[g]!]!;
}

/** Institutions in force for a commissioner: those of the part in which most of its people live. */
export function institutionsOfCommissioner({ inForce, cells }: World, c: number): Institutions {
  return inForce[cells.ofCommissioner[c]!]!;
}

/** Institutions in force for a provider: those of the area it stands in. */
export function institutionsOfProvider({ inForce, cells }: World, h: number): Institutions {
  return inForce[cells.ofProvider[h]!]!;
}

/**
 * Cells of a place. A practice is rural where most people who register with it live in rural zones; a provider belongs
 * to the commissioner and part of the zone nearest to its main site.
 * @param bodies number of bodies there may be
 */
export function cellsOf(place: Place, bodies: number): Cells {
  const { zones, practices, providers, commissioners } = place;
  const { ruralOfPractice, peopleOfPractice, ruralOfCommissioner, peopleOfCommissioner } = ruralPeople(place);
  const part = (ruralPeople: number, all: number): number => (ruralPeople * 2 > all ? 1 : 0);
  return {
    ofPractice: Int32Array.from(
      { length: practices.count },
      (_, g) => practices.commissioner[g]! * PARTS + part(ruralOfPractice[g]!, peopleOfPractice[g]!),
    ),
    ofCommissioner: Int32Array.from(
      { length: commissioners.count },
      (_, c) => c * PARTS + part(ruralOfCommissioner[c]!, peopleOfCommissioner[c]!),
    ),
    ofProvider: Int32Array.from({ length: providers.count }, (_, h) => {
      let nearest = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let z = 0; z < zones.count; z++) {
        const north = zones.latitude[z]! - providers.latitude[h]!;
        const east = zones.longitude[z]! - providers.longitude[h]!;
        // Degrees of longitude are about 0.6 of those of latitude here; only the order counts.
        const far = north * north + 0.36 * east * east;
        if (far < least) {
          least = far;
          nearest = z;
        }
      }
      return zones.commissioner[nearest]! * PARTS + zones.rural[nearest]!;
    }),
    ofBody: new Int32Array(bodies),
  };
}
