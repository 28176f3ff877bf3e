import { logistic } from '../../kernel/deterministic-math.ts';
import { h3, unit } from '../../kernel/draw.ts';
import { poisson } from '../../kernel/poisson.ts';
import { PURPOSE } from '../draws.ts';
import { GT, GT_COUNT, PT, PT_COUNT, RT, RT_COUNT } from '../metrics/tallies.ts';
import { AGE_YEARS, LIFE } from '../population/people.ts';
import { CATEGORY, PRICE, PRICES, WHEEL, type World } from '../world.ts';
import { occupyBed, renewStayFactors, stayAfterEmergency } from './beds.ts';
import { shockOnEmergencies } from './health.ts';
import { charge, chargeElsewhere } from './money.ts';

/**
 * Step 6a of the tick: emergencies take beds first. Each admission has a class, a hospital, a stay and a risk of death
 * that is part of the person's life table (the rest of the table acts outside hospital). A&E attendances that end at
 * home follow; waiting over four hours depends on how full the hospital was last week.
 */
export function emergencyCare(world: World): void {
  const { lists, books, place } = world;
  renewStayFactors(world);
  for (let h = 0; h < place.providers.count; h++) {
    books.withinFourHours[h] = withinFourHours(world, books.occupancy[h]!);
  }
  world.people.fetch(lists.emergencies, 0, lists.emergencyCount);
  for (let n = 0; n < lists.emergencyCount; n++) admitEmergency(world, lists.emergencies[n]!);
  minorAttendances(world);
  backgroundEmergencies(world);
}

/** One person is admitted as an emergency: bed, money, tallies, and the risk of dying of it. */
export function admitEmergency(world: World, i: number): void {
  const { people, keys, tally, books, settings, place, tables } = world;
  const h = emergencyProvider(world, i);
  const cell = world.person.cellOf(i) * RT_COUNT;
  const residents = tally.residents;
  const cls = people.ageClass(i);
  residents[cell + RT.emergency_admissions]! += 1;
  tally.emergenciesByClass[cls]! += 1;
  if (cls % AGE_YEARS >= 65) residents[cell + RT.emergency_65_plus]! += 1;

  residents[cell + classOfEmergency(world, i)]! += 1;

  tally.providers[h * PT_COUNT + PT.emergency_admissions]! += 1;
  tally.practices[people.practice(i) * GT_COUNT + GT.emergency_admissions]! += 1;
  if (unit(h3(i, keys.k0[PURPOSE.viaAe]!, keys.k1[PURPOSE.viaAe]!)) < settings.viaAeShare)
    countAe(world, i, h);

  const age = cls % AGE_YEARS;
  const days = stayAfterEmergency(
    world,
    h,
    age,
    h3(i, keys.k0[PURPOSE.emergencyStay]!, keys.k1[PURPOSE.emergencyStay]!),
  );
  const start = h3(i, keys.k0[PURPOSE.emergencyStayStart]!, keys.k1[PURPOSE.emergencyStayStart]!) % 7;
  occupyBed(world, h, start, days, 1);
  residents[cell + RT.bed_days]! += days;

  const c = tables.commissionerOfPractice[people.practice(i)]!;
  const short = days < 2;
  charge(
    world,
    c,
    h,
    CATEGORY.emergency,
    books.pricePence[h * PRICES + (short ? PRICE.emergencyShort : PRICE.emergencyLong)]!,
  );
  books.emergencyCount[c * place.providers.count + h]! += 1;

  if (unit(h3(i, keys.k0[PURPOSE.fatality]!, keys.k1[PURPOSE.fatality]!)) < fatality(world, i)) {
    world.person.depart(i, LIFE.died);
  }
}

/** Tally of the class: heart attack, stroke and hip fracture by age and sex; the rest is sensitive to care or not. */
function classOfEmergency(world: World, i: number): number {
  const { people, hazards, keys } = world;
  const row = people.ageClass(i) * 3;
  const draw = unit(h3(i, keys.k0[PURPOSE.emergencyClass]!, keys.k1[PURPOSE.emergencyClass]!));
  const stroke = hazards.emergencyClass[row]!;
  const hip = stroke + hazards.emergencyClass[row + 1]!;
  const rest = hip + hazards.emergencyClass[row + 2]!;
  if (draw < stroke) return RT.emergency_heart_attack;
  if (draw < hip) return RT.emergency_stroke;
  if (draw < rest) return RT.emergency_hip_fracture;
  const sensitive = rest + (1 - rest) * hazards.acscShare[people.conditions(i)]!;
  return draw < sensitive ? RT.emergency_ambulatory_sensitive : RT.emergency_other;
}

/**
 * Probability that an emergency admission ends in death: the share of the person's own death hazard that the life
 * table realises in hospital, divided by the person's own hazard of emergencies.
 */
function fatality(world: World, i: number): number {
  const { people, hazards, settings } = world;
  const row = people.ageClass(i) * 5 + ((people.traits(i) >> 1) & 7);
  const mask = people.conditions(i);
  const death = hazards.deathPerYear[row]! * hazards.deathMultiplier[mask]!;
  const emergency = hazards.emergencyPerYear[row]! * hazards.emergencyMultiplier[mask]!;
  return Math.min(0.95, (settings.hospitalDeathShare * death) / emergency);
}

/**
 * A&E attendances that end at home: Poisson counts by zone and hospital around what the zone's people are expected to
 * need, for the zone's quintile and commissioner.
 */
function minorAttendances(world: World): void {
  const { place, books, tables, keys, tally } = world;
  const { reach, zones } = place;
  for (let z = 0; z < zones.count; z++) {
    const expected = books.minorAeRate[z]! / 1e6;
    if (expected === 0) continue;
    const c = zones.commissioner[z]!;
    const cell = (c * 5 + zones.quintile[z]!) * RT_COUNT;
    let before = 0;
    for (let e = reach.start[z]!; e < reach.start[z + 1]!; e++) {
      const share = tables.emergencyCumulative[e]! - before;
      before = tables.emergencyCumulative[e]!;
      if (share < 1e-6) continue;
      const draw = unit(h3(e, keys.k0[PURPOSE.minorAe]!, keys.k1[PURPOSE.minorAe]!));
      const count = poisson(expected * share, draw);
      if (count === 0) continue;
      const h = reach.provider[e]!;
      const within = books.withinFourHours[h]! * count;
      tally.residents[cell + RT.ae_attendances]! += count;
      tally.residents[cell + RT.ae_within_4h]! += within;
      tally.providers[h * PT_COUNT + PT.ae_attendances]! += count;
      tally.providers[h * PT_COUNT + PT.ae_within_4h]! += within;
      charge(world, c, h, CATEGORY.accidentAndEmergency, count * books.pricePence[h * PRICES + PRICE.ae]!);
    }
  }
}

function countAe(world: World, i: number, h: number): void {
  const { tally, books, tables, people } = world;
  const cell = world.person.cellOf(i) * RT_COUNT;
  const within = books.withinFourHours[h]!;
  tally.residents[cell + RT.ae_attendances]! += 1;
  tally.residents[cell + RT.ae_within_4h]! += within;
  tally.providers[h * PT_COUNT + PT.ae_attendances]! += 1;
  tally.providers[h * PT_COUNT + PT.ae_within_4h]! += within;
  const c = tables.commissionerOfPractice[people.practice(i)]!;
  charge(world, c, h, CATEGORY.accidentAndEmergency, books.pricePence[h * PRICES + PRICE.ae]!);
}

/** Expected share seen within four hours at an occupancy: a logistic step, fitted to published losses. */
export function withinFourHours(world: World, occupancy: number): number {
  const { aeBreachBase, aeBreachSpan, aeBreachMidpoint, aeBreachSlope } = world.settings;
  return 1 - aeBreachBase - aeBreachSpan * logistic(aeBreachSlope * (occupancy - aeBreachMidpoint));
}

function emergencyProvider(world: World, i: number): number {
  const { people, place, tables, keys } = world;
  const zone = people.zone(i);
  const from = place.reach.start[zone]!;
  const to = place.reach.start[zone + 1]!;
  const draw = unit(h3(i, keys.k0[PURPOSE.emergencyProvider]!, keys.k1[PURPOSE.emergencyProvider]!));
  for (let e = from; e < to; e++) if (draw < tables.emergencyCumulative[e]!) return place.reach.provider[e]!;
  return place.reach.provider[to - 1]!;
}

/** People from elsewhere: base-year numbers, the same stays; their own purchasers pay. */
function backgroundEmergencies(world: World): void {
  const { place, tables, keys, tally, books, settings } = world;
  const season = tables.season[world.week % 52]! * shockOnEmergencies(world);
  for (let h = 0; h < place.providers.count; h++) {
    const rate = tables.backgroundEmergenciesPerWeek[h]! * season;
    const minor = tables.backgroundMinorAePerWeek[h]!;
    standingLoad(world, h);
    if (rate === 0 && minor === 0) continue;
    const k0 = keys.k0[PURPOSE.backgroundEmergency]!;
    const k1 = keys.k1[PURPOSE.backgroundEmergency]!;
    const group = tables.backgroundGroup[h]!;
    const groups = Math.floor(rate / group + unit(h3(h, k0, k1)));
    const count = groups * group;
    for (let n = 0; n < groups; n++) {
      const draw = h3(h * 65536 + n, keys.k0[PURPOSE.backgroundStay]!, keys.k1[PURPOSE.backgroundStay]!);
      const days = stayAfterEmergency(world, h, tables.typicalEmergencyAge, draw);
      occupyBed(world, h, draw % 7, days, group);
      const price = days < 2 ? PRICE.emergencyShort : PRICE.emergencyLong;
      chargeElsewhere(world, h, CATEGORY.emergency, group * books.pricePence[h * PRICES + price]!);
    }
    const attendances = Math.floor(minor + count * settings.viaAeShare + unit(h3(h + 65536, k0, k1)));
    tally.providers[h * PT_COUNT + PT.emergency_admissions]! += count;
    tally.providers[h * PT_COUNT + PT.ae_attendances]! += attendances;
    tally.providers[h * PT_COUNT + PT.ae_within_4h]! += attendances * books.withinFourHours[h]!;
    chargeElsewhere(
      world,
      h,
      CATEGORY.accidentAndEmergency,
      attendances * books.pricePence[h * PRICES + PRICE.ae]!,
    );
  }
}

/** Patients of a trust whose emergencies the place does not see at all: its published occupancy, week after week. */
function standingLoad(world: World, h: number): void {
  const days = world.tables.standingBedDaysPerWeek[h]!;
  if (days === 0) return;
  world.books.bedDays[h * WHEEL + (world.week % WHEEL)]! += days;
  world.tally.providers[h * PT_COUNT + PT.stay_days]! += days;
  world.tally.providers[h * PT_COUNT + PT.stays]! += days / world.settings.emergencyStayDays;
}
