import { QUARTER_WEEKS, QUARTERS } from '../../calendar.ts';
import type { World } from '../../world.ts';

/** Pence in a pound. */
const PENCE = 100;

/**
 * A provider's year as its board sees it at a review: emergencies admitted, deaths expected of them at reference
 * quality, the tariff value of what it does, and occupancy; the last quarter's, smoothed over a year.
 */
export function reviewHospitalYear(world: World): void {
  const { books, will, place } = world;
  for (let h = 0; h < place.providers.count; h++) {
    const residents = books.quarterResidents[h]!;
    const all = books.quarterEmergencies[h]!;
    // Deaths are known of residents; people from elsewhere are as ill.
    const deaths = residents === 0 ? 0 : (books.quarterDeaths[h]! / residents) * all;
    smooth(world, will.emergenciesAYear, h, all * QUARTERS);
    smooth(world, will.deathsAYear, h, deaths * QUARTERS);
    smooth(world, will.turnover, h, (books.quarterValue[h]! / PENCE) * QUARTERS);
    smooth(world, will.occupancy, h, books.quarterOccupancy[h]! / QUARTER_WEEKS);
  }
  books.quarterEmergencies.fill(0);
  books.quarterResidents.fill(0);
  books.quarterDeaths.fill(0);
  books.quarterValue.fill(0);
  books.quarterOccupancy.fill(0);
}

/** The first figure is believed, later ones in part. */
function smooth({ settings }: World, belief: Float64Array, h: number, seen: number): void {
  belief[h] = belief[h] === 0 ? seen : belief[h]! + settings.boardLearnsPerQuarter * (seen - belief[h]!);
}

/** Whether the place sees what a provider's levers for the whole house rest on: its emergencies and its activity. */
export function isSeenWhole(world: World, h: number): boolean {
  return world.will.turnover[h]! > 0 && world.tables.standingBedDaysPerWeek[h] === 0;
}
