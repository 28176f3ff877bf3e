import { WHEEL, type World } from '../world.ts';
import { elsewhereRatio, SMALLEST_SHARE } from './demand-from-elsewhere.ts';
import { type Demand, PLANNED_SPECIALTY } from './expected-demand.ts';
import { journalOpening } from './journal.ts';

/**
 * Base-year occupancy is the published one: an index multiplies the variable part of every stay of a provider (what is
 * beyond the first two days of an emergency and the first day of an operation). Where the index would leave its
 * plausible range it is held there and the journal says so; where the place sees none of a trust's emergencies, the
 * missing occupancy is a standing load.
 */
export function openStays(world: World, demand: Demand): void {
  const { place, tables, books, settings, input } = world;
  const H = place.providers.count;
  const C = place.commissioners.count;
  const { shortStayShare, shortStayDays } = settings;
  for (let h = 0; h < H; h++) {
    books.beds[h] = place.providers.beds[h]! * input.scale;
    books.occupancy[h] = place.providers.occupancy[h]!;
    const ratio = elsewhereRatio(place.providers.emergencyShareFromPlace[h]!);
    let days = demand.emergencyBedDays[h]! * (1 + ratio);
    let emergencies = 0;
    let planned = tables.backgroundPlannedPerWeek[h]! * 52;
    for (let c = 0; c < C; c++) {
      emergencies += demand.emergenciesByCh[c * H + h]! * (1 + ratio);
      planned += demand.plannedByCh[c * H + h]!;
    }
    let fixed = emergencies * (shortStayShare * shortStayDays + (1 - shortStayShare) * 2);
    const inpatientStays = (admissions: number, s: number): void => {
      fixed += admissions;
      days += admissions * Math.max(1, settings.electiveStayDays * settings.electiveStayRatio[s]!);
    };
    for (let s = 0; s < 8; s++) {
      inpatientStays(books.electiveSlots[h * 8 + s]! * 52 * (1 - settings.dayCaseShare[s]!), s);
    }
    inpatientStays(planned * (1 - settings.plannedDayCaseShare), PLANNED_SPECIALTY);
    const occupied = books.beds[h]! * place.providers.occupancy[h]! * 364;
    fillBedWheel(world, h, occupied / 52);
    if (place.providers.emergency[h] === 1 && place.providers.emergencyShareFromPlace[h]! <= SMALLEST_SHARE) {
      tables.standingBedDaysPerWeek[h] = Math.max(0, Math.round((occupied - days) / 52));
      continue;
    }
    const index = days > fixed ? (occupied - fixed) / (days - fixed) : 1;
    tables.stayIndex[h] = Math.max(settings.stayIndexLow, Math.min(settings.stayIndexHigh, index));
    if (tables.stayIndex[h] !== index) {
      journalOpening(
        world,
        place.providers.code[h]!,
        `stays held at ${tables.stayIndex[h]!.toFixed(2)} of the national mean: its published beds would need ${index.toFixed(2)}`,
      );
    }
  }
}

/** Patients already in bed on the first day: occupancy runs down over the first weeks as new stays come in. */
function fillBedWheel(world: World, h: number, weekly: number): void {
  const ratio = world.settings.openingBedDaysRatio;
  let share = ratio;
  for (let week = 0; week < 8; week++) {
    world.books.bedDays[h * WHEEL + week]! += Math.round(weekly * share);
    share *= ratio;
  }
}
