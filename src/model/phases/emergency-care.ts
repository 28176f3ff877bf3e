import { logistic } from '../../kernel/deterministic-math.ts';
import { h3, unit } from '../../kernel/draw.ts';
import { poisson } from '../../kernel/poisson.ts';
import { PURPOSE } from '../draws.ts';
import { GT, GT_COUNT, PT, PT_COUNT, RT, RT_COUNT } from '../metrics/tallies.ts';
import { purchaserOfPerson } from '../organisations/membership.ts';
import { AGE_YEARS, LIFE } from '../population/people.ts';
import { CATEGORY, PRICE, PRICES, WHEEL, type World } from '../world.ts';
import { meetBatches } from './batches.ts';
import { occupyBed, renewStayFactors, stayAfterEmergency } from './beds.ts';
import { shockOnEmergencies } from './health.ts';
import { charge, chargeArea, chargeElsewhere, countAreaEmergencies } from './money.ts';
import { noteSensitive } from './programme-funds.ts';

/**
 * Step 6a of the tick: emergencies take beds first. Each admission has a class, a hospital, a stay and a risk of death
 * that is part of the person's life table (the rest of the table acts outside hospital). What the hospital does changes
 * how many are admitted, come back and die. A&E attendances that end at
 * home follow; waiting over four hours depends on how full the hospital was last week.
 */
export function emergencyCare(world: World): void {
  const { lists, books, place } = world;
  renewStayFactors(world);
  for (let h = 0; h < place.providers.count; h++) {
    books.withinFourHours[h] = withinFourHours(world, books.occupancy[h]!);
  }
  const { slots, count } = lists.emergencies;
  const { care } = world.person;
  if (care !== null) meetBatches(world, care, slots, count);
  else for (let n = 0; n < count; n++) meetEmergency(world, slots[n]!);
  minorAttendances(world);
  backgroundEmergencies(world);
}

/**
 * What becomes of an emergency of a resident: a stay, a second one after it, none at all, or a visit that ends at home.
 * The risk of death that the life table puts into the emergency stays with the person wherever it is treated; good care
 * lowers it in hospital.
 */
export function meetEmergency(world: World, i: number): void {
  const { keys, books } = world;
  const h = emergencyProvider(world, i);
  const stays = staysOf(world, i, h);
  const kind = classOfEmergency(world, i);
  const risk = fatality(world, i, kind);
  if (stays > 0) {
    admitEmergency(world, i, h, i, kind);
    // A readmission falls into the week of the stay that it follows: time since discharge is not tracked.
    if (stays > 1) admitEmergency(world, i, h, i ^ AGAIN, classOfEmergency(world, i, i ^ AGAIN));
    books.quarterResidents[h]! += 1;
    books.quarterDeaths[h]! += risk;
  }
  const death = stays > 0 ? Math.min(MOST_FATAL, risk * books.fatalityFactor[h]!) : risk;
  if (unit(h3(i, keys.k0[PURPOSE.fatality]!, keys.k1[PURPOSE.fatality]!)) < death) {
    world.person.depart(i, LIFE.died);
  }
}

/** Marks the draws of a second stay of the same person in a week. */
const AGAIN = 0x40000000;
/** Largest probability of death in an emergency. */
const MOST_FATAL = 0.95;

/**
 * Stays that an emergency leads to: one, unless the hospital's readmissions and joint work make it none or two, or its
 * threshold sends a borderline short stay home as an attendance.
 */
function staysOf(world: World, i: number, h: number): number {
  const { books, keys, settings } = world;
  const factor = books.emergencyFactor[h]!;
  if (factor !== 1) {
    const luck = unit(h3(i, keys.k0[PURPOSE.readmission]!, keys.k1[PURPOSE.readmission]!));
    if (luck < 1 - factor) return 0;
    if (luck < factor - 1) return 2;
  }
  const sentHome = settings.hospital.borderlineShare * (1 - books.readinessToAdmit[h]!);
  if (sentHome <= 0 || !cameViaAe(world, i) || stayDays(world, i, h, i) >= 2) return 1;
  const luck = unit(h3(i, keys.k0[PURPOSE.readinessToAdmit]!, keys.k1[PURPOSE.readinessToAdmit]!));
  if (luck >= sentHome) return 1;
  countAe(world, i, h);
  return 0;
}

function cameViaAe({ keys, settings }: World, key: number): boolean {
  return unit(h3(key, keys.k0[PURPOSE.viaAe]!, keys.k1[PURPOSE.viaAe]!)) < settings.viaAeShare;
}

function stayDays(world: World, i: number, h: number, key: number): number {
  const { keys, people } = world;
  const draw = h3(key, keys.k0[PURPOSE.emergencyStay]!, keys.k1[PURPOSE.emergencyStay]!);
  return stayAfterEmergency(world, h, people.ageClass(i) % AGE_YEARS, draw);
}

/**
 * @param key of the draws: the person, or another number for a second stay in the same week
 * @param kind class of the emergency
 */
function admitEmergency(world: World, i: number, h: number, key: number, kind: number): void {
  const { people, keys, tally, books, place, settings } = world;
  const cell = world.person.cellOf(i) * RT_COUNT;
  const residents = tally.residents;
  const cls = people.ageClass(i);
  residents[cell + RT.emergency_admissions]! += 1;
  tally.emergenciesByClass[cls]! += 1;
  if (cls % AGE_YEARS >= 65) residents[cell + RT.emergency_65_plus]! += 1;

  residents[cell + kind]! += 1;
  if (kind <= RT.emergency_hip_fracture) {
    residents[cell + RT.fatality_heart_attack + kind - RT.emergency_heart_attack]! +=
      books.fatalityFactor[h]!;
  }
  const again = settings.hospital.readmissionShare * books.readmissionFactor[h]!;
  residents[cell + RT.readmissions]! += again;

  tally.providers[h * PT_COUNT + PT.emergency_admissions]! += 1;
  tally.providers[h * PT_COUNT + PT.readmissions]! += again;
  books.quarterEmergencies[h]! += 1;
  tally.practices[people.practice(i) * GT_COUNT + GT.emergency_admissions]! += 1;
  if (cameViaAe(world, key)) countAe(world, i, h);

  const days = stayDays(world, i, h, key);
  const start = h3(key, keys.k0[PURPOSE.emergencyStayStart]!, keys.k1[PURPOSE.emergencyStayStart]!) % 7;
  occupyBed(world, h, start, days, 1);
  residents[cell + RT.bed_days]! += days;

  const price = books.pricePence[h * PRICES + (days < 2 ? PRICE.emergencyShort : PRICE.emergencyLong)]!;
  charge(world, i, h, CATEGORY.emergency, price);
  if (kind === RT.emergency_ambulatory_sensitive) noteSensitive(world, people.practice(i), h, price);
  books.emergencyCount[purchaserOfPerson(world, i) * place.providers.count + h]! += 1;
}

/**
 * Tally of the class: heart attack, stroke and hip fracture by age and sex; the rest is sensitive to care or not.
 * @param key of the draw: the person, or another number for a second stay in the same week
 */
export function classOfEmergency(world: World, i: number, key = i): number {
  const { people, hazards, keys } = world;
  const row = people.ageClass(i) * 3;
  const draw = unit(h3(key, keys.k0[PURPOSE.emergencyClass]!, keys.k1[PURPOSE.emergencyClass]!));
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
function fatality(world: World, i: number, kind: number): number {
  const { people, hazards, settings, tables } = world;
  const g = people.practice(i);
  const row = people.ageClass(i) * 5 + ((people.traits(i) >> 1) & 7);
  const mask = people.conditions(i);
  const death = hazards.deathPerYear[row]! * hazards.deathMultiplier[mask]!;
  const emergency =
    hazards.emergencyPerYear[row]! * hazards.emergencyMultiplier[mask]! * tables.practiceEmergencies[g]!;
  // Those whom better care outside keeps away are not those who would have died, as far as is known.
  const left = kind === RT.emergency_ambulatory_sensitive ? world.will.sensitiveFatality[g]! : 1;
  return Math.min(MOST_FATAL, (left * settings.hospitalDeathShare * death) / emergency);
}

/**
 * A&E attendances that end at home: Poisson counts by zone and hospital around what the zone's people are expected to
 * need, for the zone's quintile and commissioner.
 */
function minorAttendances(world: World): void {
  const { place, books, tables, keys, tally } = world;
  const { reach, zones } = place;
  for (let z = 0; z < zones.count; z++) {
    const expected = (books.minorAeRate[z]! / 1e6) * world.will.minorAeFactor[z]!;
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
      chargeArea(
        world,
        c,
        h,
        CATEGORY.accidentAndEmergency,
        count * books.pricePence[h * PRICES + PRICE.ae]!,
      );
      const stays = admittedForShort(world, h, count, e);
      if (stays === 0) continue;
      tally.residents[cell + RT.emergency_admissions]! += stays;
      tally.residents[cell + RT.emergency_other]! += stays;
      tally.residents[cell + RT.bed_days]! += layInForShort(world, h, stays, e);
      countAreaEmergencies(world, c, h, stays);
      chargeArea(
        world,
        c,
        h,
        CATEGORY.emergency,
        stays * books.pricePence[h * PRICES + PRICE.emergencyShort]!,
      );
    }
  }
}

/**
 * Attendances that a hospital readier than in the base year admits for a short stay: counts, not persons, as the
 * attendances are. @param key of the draws
 */
function admittedForShort(world: World, h: number, attendances: number, key: number): number {
  const { books, settings, keys } = world;
  const share = settings.hospital.borderlineAttendances * (books.readinessToAdmit[h]! - 1);
  if (share <= 0) return 0;
  const draw = unit(h3(key, keys.k0[PURPOSE.readinessToAdmit]!, keys.k1[PURPOSE.readinessToAdmit]!));
  return Math.floor(attendances * share + draw);
}

/** Short stays of people who are only counted; returns their bed-days. */
function layInForShort(world: World, h: number, stays: number, key: number): number {
  const { settings, keys, tally, books } = world;
  const draw = h3(key, keys.k0[PURPOSE.emergencyStayStart]!, keys.k1[PURPOSE.emergencyStayStart]!);
  const days = Math.min(stays, Math.floor(stays * settings.shortStayDays + unit(draw)));
  occupyBed(world, h, draw % 7, 1, days);
  occupyBed(world, h, draw % 7, 0, stays - days);
  tally.providers[h * PT_COUNT + PT.emergency_admissions]! += stays;
  books.quarterEmergencies[h]! += stays;
  return days;
}

function countAe(world: World, i: number, h: number): void {
  const { tally, books } = world;
  const cell = world.person.cellOf(i) * RT_COUNT;
  const within = books.withinFourHours[h]!;
  tally.residents[cell + RT.ae_attendances]! += 1;
  tally.residents[cell + RT.ae_within_4h]! += within;
  tally.providers[h * PT_COUNT + PT.ae_attendances]! += 1;
  tally.providers[h * PT_COUNT + PT.ae_within_4h]! += within;
  charge(world, i, h, CATEGORY.accidentAndEmergency, books.pricePence[h * PRICES + PRICE.ae]!);
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
  const season = tables.season[world.week % 52]! * shockOnEmergencies(world.input.shocks, world.week);
  for (let h = 0; h < place.providers.count; h++) {
    const rate = tables.backgroundEmergenciesPerWeek[h]! * season * books.emergencyFactor[h]!;
    const minor = tables.backgroundMinorAePerWeek[h]!;
    standingLoad(world, h);
    if (rate === 0 && minor === 0) continue;
    const k0 = keys.k0[PURPOSE.backgroundEmergency]!;
    const k1 = keys.k1[PURPOSE.backgroundEmergency]!;
    const group = tables.backgroundGroup[h]!;
    const groups = Math.floor(rate / group + unit(h3(h, k0, k1)));
    let sentHome = 0;
    for (let n = 0; n < groups; n++) {
      const draw = h3(h * 65536 + n, keys.k0[PURPOSE.backgroundStay]!, keys.k1[PURPOSE.backgroundStay]!);
      const days = stayAfterEmergency(world, h, tables.typicalEmergencyAge, draw);
      if (days < 2 && isSentHome(world, h, draw)) {
        sentHome += group;
        continue;
      }
      occupyBed(world, h, draw % 7, days, group);
      const price = days < 2 ? PRICE.emergencyShort : PRICE.emergencyLong;
      chargeElsewhere(world, h, CATEGORY.emergency, group * books.pricePence[h * PRICES + price]!);
    }
    const count = groups * group - sentHome;
    const attendances = Math.floor(
      minor + sentHome + count * settings.viaAeShare + unit(h3(h + 65536, k0, k1)),
    );
    const stays = admittedForShort(world, h, minor, h + ELSEWHERE);
    if (stays > 0) {
      layInForShort(world, h, stays, h + ELSEWHERE);
      chargeElsewhere(
        world,
        h,
        CATEGORY.emergency,
        stays * books.pricePence[h * PRICES + PRICE.emergencyShort]!,
      );
    }
    books.quarterEmergencies[h]! += count;
    tally.providers[h * PT_COUNT + PT.readmissions]! +=
      count * settings.hospital.readmissionShare * books.readmissionFactor[h]!;
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

/** Marks the draws of people from elsewhere. */
const ELSEWHERE = 0x20000000;

function isSentHome(world: World, h: number, draw: number): boolean {
  const { settings, books, keys } = world;
  const share = settings.hospital.borderlineShare * settings.viaAeShare * (1 - books.readinessToAdmit[h]!);
  if (share <= 0) return false;
  return unit(h3(draw, keys.k0[PURPOSE.readinessToAdmit]!, keys.k1[PURPOSE.readinessToAdmit]!)) < share;
}

/** Patients of a trust whose emergencies the place does not see at all: its published occupancy, week after week. */
function standingLoad(world: World, h: number): void {
  const days = world.tables.standingBedDaysPerWeek[h]!;
  if (days === 0) return;
  world.books.bedDays[h * WHEEL + (world.week % WHEEL)]! += days;
  world.tally.providers[h * PT_COUNT + PT.stay_days]! += days;
  world.tally.providers[h * PT_COUNT + PT.stays]! += days / world.settings.emergencyStayDays;
}
