import { longStayMean } from './phases/beds.ts';
import { FOLLOW_UP_PACE } from './phases/outpatient-clinics.ts';
import { FINANCIAL_YEARS } from './place.ts';
import { meanDelay } from './place-tables.ts';
import { AGE_YEARS, LIFE, QUINTILE_SHIFT, RISK_SHIFT } from './population/people.ts';
import { PRICE, PRICES, WHEEL, type World } from './world.ts';

/**
 * The books on the first day, from what the people of the place are expected to need and where the choice model sends
 * them: capacity, the demand of people from elsewhere, stays, prices, budgets and costs of the base year (2007-08).
 */
export function openBooks(world: World): void {
  world.books.priceLevel = 1;
  world.books.costLevel = 1;
  const demand = expectedDemand(world);
  setPlannedDemand(world, demand);
  setCapacity(world);
  setEmergencyDemand(world, demand);
  setStays(world, demand);
  setMoney(world, demand);
}

/** Expected yearly demand of the residents, by provider. */
interface Demand {
  /** [c * H + h] first-outpatient referrals a year, all specialties; [hs] by specialty. */
  readonly referralsByCh: Float64Array;
  readonly referralsByHs: Float64Array;
  readonly plannedByCh: Float64Array;
  readonly emergenciesByCh: Float64Array;
  readonly minorAeByCh: Float64Array;
  /** [h] bed-days of emergencies at a stay index of 1. */
  readonly emergencyBedDays: Float64Array;
}

function expectedDemand(world: World): Demand {
  const { people, place, hazards, settings, tables } = world;
  const Z = place.zones.count;
  const H = place.providers.count;
  const C = place.commissioners.count;
  const referrals = new Float64Array(Z * 8);
  const planned = new Float64Array(Z);
  const emergencies = new Float64Array(Z);
  const minorAe = new Float64Array(Z);
  const bedDays = new Float64Array(Z);
  const stay = meanStayByAge(world);
  for (let i = 0; i < people.initial; i++) {
    if (people.life(i) !== LIFE.present) continue;
    const zone = people.zone(i);
    const cls = people.ageClass(i);
    const traits = people.traits(i);
    const row = cls * 5 + ((traits >> QUINTILE_SHIFT) & 7);
    const mask = people.conditions(i);
    const risk = hazards.riskBins[traits >> RISK_SHIFT]!;
    const factor = risk * settings.needScale * tables.referralsPerNeed;
    const other = hazards.otherSourcePerYear[row]!;
    let need = 0;
    for (let s = 0; s < 8; s++)
      need += hazards.needPerYear[row * 8 + s]! * hazards.needMultiplier[mask * 8 + s]!;
    if (need > 0) {
      const perNeed = (factor + other / need) * tables.referralsWithReturns;
      for (let s = 0; s < 8; s++) {
        referrals[zone * 8 + s]! +=
          hazards.needPerYear[row * 8 + s]! * hazards.needMultiplier[mask * 8 + s]! * perNeed;
      }
    }
    planned[zone]! += hazards.plannedAdmissionsPerYear[cls]!;
    const emergency = hazards.emergencyPerYear[row]! * hazards.emergencyMultiplier[mask]! * risk;
    emergencies[zone]! += emergency;
    bedDays[zone]! += emergency * stay[cls % AGE_YEARS]!;
    minorAe[zone]! += hazards.minorAePerYear[row]!;
  }
  const demand: Demand = {
    referralsByCh: new Float64Array(C * H),
    referralsByHs: new Float64Array(H * 8),
    plannedByCh: new Float64Array(C * H),
    emergenciesByCh: new Float64Array(C * H),
    minorAeByCh: new Float64Array(C * H),
    emergencyBedDays: new Float64Array(H),
  };
  for (let z = 0; z < Z; z++) {
    const c = place.zones.commissioner[z]!;
    let before = 0;
    for (let e = place.reach.start[z]!; e < place.reach.start[z + 1]!; e++) {
      const h = place.reach.provider[e]!;
      const share = tables.plannedShare[e]!;
      for (let s = 0; s < 8; s++) {
        demand.referralsByHs[h * 8 + s]! += referrals[z * 8 + s]! * share;
        demand.referralsByCh[c * H + h]! += referrals[z * 8 + s]! * share;
      }
      demand.plannedByCh[c * H + h]! += planned[z]! * share;
      const urgent = tables.emergencyCumulative[e]! - before;
      before = tables.emergencyCumulative[e]!;
      demand.emergenciesByCh[c * H + h]! += emergencies[z]! * urgent;
      demand.minorAeByCh[c * H + h]! += minorAe[z]! * urgent;
      demand.emergencyBedDays[h]! += bedDays[z]! * urgent;
    }
  }
  return demand;
}

/** Mean stay in days after an emergency, by age, at a stay index of 1: the mean of the law in `beds.ts`. */
function meanStayByAge(world: World): Float64Array {
  const { shortStayShare, shortStayDays } = world.settings;
  const meanLong = longStayMean(world.settings);
  return Float64Array.from(
    { length: AGE_YEARS },
    (_, age) =>
      shortStayShare * shortStayDays +
      (1 - shortStayShare) * (2 + (meanLong - 2) * world.tables.stayByAge[age]!),
  );
}

/** Ratio of other people's demand to the residents' at a provider. */
function elsewhereRatio(shareFromPlace: number): number {
  return shareFromPlace <= SMALLEST_SHARE ? 0 : (1 - shareFromPlace) / shareFromPlace;
}
/** A provider that gets less than this share of its demand from the place is not filled up with people from elsewhere. */
const SMALLEST_SHARE = 0.0005;

function setPlannedDemand(world: World, demand: Demand): void {
  const { place, tables, books } = world;
  const H = place.providers.count;
  const C = place.commissioners.count;
  for (let h = 0; h < H; h++) {
    const ratio = elsewhereRatio(place.providers.plannedShareFromPlace[h]!);
    let planned = 0;
    let referrals = 0;
    for (let s = 0; s < 8; s++) {
      tables.referralsPerWeek[h * 8 + s] = demand.referralsByHs[h * 8 + s]! / 52;
      tables.backgroundReferralsPerWeek[h * 8 + s] = (demand.referralsByHs[h * 8 + s]! / 52) * ratio;
      referrals += demand.referralsByHs[h * 8 + s]!;
    }
    for (let c = 0; c < C; c++) planned += demand.plannedByCh[c * H + h]!;
    tables.backgroundPlannedPerWeek[h] = (planned / 52) * ratio;
    tables.backgroundGroup[h] = Math.max(1, Math.min(LARGEST_GROUP, Math.floor(ratio / 2)));
    const all = referrals * (1 + ratio);
    for (let c = 0; c < C; c++) {
      books.purchaserShare[h * (C + 1) + c] = all === 0 ? 0 : demand.referralsByCh[c * H + h]! / all;
    }
    books.purchaserShare[h * (C + 1) + C] = ratio / (1 + ratio);
  }
}

/** People from elsewhere go in groups where they are many times the place's own; larger groups would be felt. */
const LARGEST_GROUP = 48;

/** Chance that a referral survives list removals to each stage, base year; tabled with the place. */
function survival(world: World, s: number) {
  const { survivalToClinic, survivalThroughDiagnostics, survivalToAdmission } = world.tables;
  return {
    toClinic: survivalToClinic[s]!,
    throughDiagnostics: survivalThroughDiagnostics[s]!,
    toAdmission: survivalToAdmission[s]!,
  };
}

function attendedShare(world: World): number {
  return 1 - world.settings.neverAttendedShare * world.tables.gpShareOfReferrals;
}

function setCapacity(world: World): void {
  const { place, tables, books, settings } = world;
  for (let hs = 0; hs < place.providers.count * 8; hs++) {
    const s = hs & 7;
    const { toClinic, throughDiagnostics, toAdmission } = survival(world, s);
    const referrals = tables.referralsPerWeek[hs]! + tables.backgroundReferralsPerWeek[hs]!;
    const firsts = referrals * toClinic * attendedShare(world);
    const visits = 1 + settings.followUpRatio[s]! * settings.followUpSlotWeight;
    books.outpatientSlots[hs] = firsts * visits * (1 + settings.outpatientHeadroom[s]!);
    const listed = firsts * tables.conversionShare[s]! * throughDiagnostics;
    books.electiveSlots[hs] = listed * toAdmission * (1 + settings.electiveHeadroom[s]!);
    books.followUpsDue[hs] = (firsts * settings.followUpRatio[s]!) / FOLLOW_UP_PACE;
    const relative = settings.relativeWait[s]!;
    // What boards would publish of the opening lists: list over capacity, the same for a specialty everywhere.
    const cameToClinic = toClinic * attendedShare(world);
    books.referenceWait[hs] =
      (settings.startFirstOutpatientWeeks * relative) /
        (cameToClinic * (1 + settings.outpatientHeadroom[s]!)) +
      (settings.startAdmissionWeeks * relative) /
        (cameToClinic * throughDiagnostics * toAdmission * (1 + settings.electiveHeadroom[s]!));
    books.publishedWait[hs] = books.referenceWait[hs]!;
    for (let n = 0; n < WAIT_SNAPSHOTS; n++)
      books.waitSnapshots[hs * WAIT_SNAPSHOTS + n] = books.referenceWait[hs]!;
  }
}

/** Monthly snapshots of waits that are kept: enough for a publication lag of up to half a year. */
export const WAIT_SNAPSHOTS = 8;

function setEmergencyDemand(world: World, demand: Demand): void {
  const { place, tables } = world;
  const H = place.providers.count;
  for (let h = 0; h < H; h++) {
    const ratio = elsewhereRatio(place.providers.emergencyShareFromPlace[h]!);
    let emergencies = 0;
    let minor = 0;
    for (let c = 0; c < place.commissioners.count; c++) {
      emergencies += demand.emergenciesByCh[c * H + h]!;
      minor += demand.minorAeByCh[c * H + h]!;
    }
    tables.backgroundEmergenciesPerWeek[h] = (emergencies / 52) * ratio;
    tables.backgroundMinorAePerWeek[h] = (minor / 52) * ratio;
  }
}

/**
 * Base-year occupancy is the published one: an index multiplies the variable part of every stay of a provider (what is
 * beyond the first two days of an emergency and the first day of an operation). Where the index would leave its
 * plausible range it is held there and the journal says so; where the place sees none of a trust's emergencies, the
 * missing occupancy is a standing load.
 */
function setStays(world: World, demand: Demand): void {
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

/** Planned admissions are mostly repeat investigations: stays and prices are those of general medicine. */
export const PLANNED_SPECIALTY = 5;

function journalOpening(world: World, organisation: string, description: string): void {
  world.journal.push({ week: 0, kind: 'opening books', organisation, description, why: 'base year' });
}

/** Patients already in bed on the first day: occupancy runs down over the first weeks as new stays come in. */
function fillBedWheel(world: World, h: number, weekly: number): void {
  let share = 0.55;
  for (let week = 0; week < 8; week++) {
    world.books.bedDays[h * WHEEL + week]! += Math.round(weekly * share);
    share *= 0.55;
  }
}

function setMoney(world: World, demand: Demand): void {
  const { place, books, settings, tables, input } = world;
  const H = place.providers.count;
  const C = place.commissioners.count;
  renewPrices(world);
  for (let h = 0; h < H; h++) {
    const income = Math.round(place.providers.incomePounds[h]! * 100 * input.scale);
    const value = expectedValue(world, demand, h);
    // Money tables are kept at the price level of the tariff's year.
    const block = Math.max(0, income - value) / books.priceLevel;
    for (let c = 0; c < C; c++) {
      books.blockIncome[c * H + h] = Math.round(block * books.purchaserShare[h * (C + 1) + c]!);
    }
    books.blockIncomeElsewhere[h] = Math.round(block * books.purchaserShare[h * (C + 1) + C]!);
    const cost = (block * books.priceLevel + value) * (1 - settings.openingMargin);
    books.fixedCost[h] = Math.max(0, Math.round(cost - settings.variableCostShare * value));
  }
  for (let i = 0; i < world.people.initial; i++) {
    books.openingRegistered[tables.commissionerOfPractice[world.people.practice(i)]!]! += 1;
  }
  for (let c = 0; c < C; c++) openCommissioner(world, demand, c);
}

/**
 * What a commissioner buys beside priced activity: community services, primary care, prescribing, its part of the
 * trusts' unexplained income, and the rest (mental health and much else). Where the trusts' unexplained income would
 * leave too little for the rest, it is in truth national money (teaching, specialised care): that part is paid from
 * elsewhere, and the journal says so.
 */
function openCommissioner(world: World, demand: Demand, c: number): void {
  const { place, books, settings, input } = world;
  const H = place.providers.count;
  const allocation = place.commissioners.allocationPounds[c * FINANCIAL_YEARS.length]! * 100 * input.scale;
  const registered = books.openingRegistered[c]!;
  books.firstAllocation[c] = allocation;
  books.communityBlock[c] = Math.round(registered * settings.communityPerHead * 100);
  let spend =
    books.communityBlock[c]! + registered * (settings.primaryCarePerHead + settings.prescribingPerHead) * 100;
  let blocks = 0;
  for (let h = 0; h < H; h++) {
    blocks += books.blockIncome[c * H + h]! * books.priceLevel;
    spend += expectedValueOf(world, demand, c, h);
  }
  const room = Math.max(0, allocation * (1 - settings.otherServicesLeastShare) - spend);
  if (blocks > room) {
    const kept = blocks === 0 ? 0 : room / blocks;
    for (let h = 0; h < H; h++) {
      const before = books.blockIncome[c * H + h]!;
      books.blockIncome[c * H + h] = Math.round(before * kept);
      books.blockIncomeElsewhere[h]! += before - books.blockIncome[c * H + h]!;
    }
    const pounds = Math.round((blocks - room) / 100 / input.scale);
    journalOpening(
      world,
      place.commissioners.code[c]!,
      `${pounds} pounds a year of trusts' income that activity does not explain are paid from elsewhere`,
    );
    blocks = room;
  }
  books.otherServices[c] = Math.max(0, Math.round(allocation - spend - blocks));
}

/** Tariff value of a year's expected activity at a provider, pence, people from elsewhere included. */
function expectedValue(world: World, demand: Demand, h: number): number {
  const { place } = world;
  let value = 0;
  for (let c = 0; c < place.commissioners.count; c++) value += expectedValueOf(world, demand, c, h);
  const planned = elsewhereRatio(place.providers.plannedShareFromPlace[h]!);
  const emergency = elsewhereRatio(place.providers.emergencyShareFromPlace[h]!);
  let elsewhere = 0;
  for (let c = 0; c < place.commissioners.count; c++) {
    elsewhere +=
      plannedValueOf(world, demand, c, h) * planned + emergencyValueOf(world, demand, c, h) * emergency;
  }
  return value + elsewhere;
}

function expectedValueOf(world: World, demand: Demand, c: number, h: number): number {
  return plannedValueOf(world, demand, c, h) + emergencyValueOf(world, demand, c, h);
}

function plannedValueOf(world: World, demand: Demand, c: number, h: number): number {
  const { place, books, settings, tables } = world;
  const H = place.providers.count;
  let all = 0;
  let value = 0;
  for (let s = 0; s < 8; s++) {
    const referrals = demand.referralsByHs[h * 8 + s]!;
    const { toClinic, throughDiagnostics, toAdmission } = survival(world, s);
    const firsts = referrals * toClinic * attendedShare(world);
    const admissions = firsts * tables.conversionShare[s]! * throughDiagnostics * toAdmission;
    const price = (kind: number): number => books.pricePence[h * PRICES + kind + s]!;
    const dayCases = settings.dayCaseShare[s]!;
    value +=
      firsts * (price(PRICE.first) + settings.followUpRatio[s]! * price(PRICE.followUp)) +
      admissions * (dayCases * price(PRICE.dayCase) + (1 - dayCases) * price(PRICE.inpatient));
    all += referrals;
  }
  const share = all === 0 ? 0 : demand.referralsByCh[c * H + h]! / all;
  const dayCases = settings.plannedDayCaseShare;
  const plannedPrice =
    dayCases * books.pricePence[h * PRICES + PRICE.dayCase + PLANNED_SPECIALTY]! +
    (1 - dayCases) * books.pricePence[h * PRICES + PRICE.inpatient + PLANNED_SPECIALTY]!;
  return value * share + demand.plannedByCh[c * H + h]! * plannedPrice;
}

function emergencyValueOf(world: World, demand: Demand, c: number, h: number): number {
  const { place, books, settings } = world;
  const H = place.providers.count;
  const emergencies = demand.emergenciesByCh[c * H + h]!;
  const short = settings.shortStayShare;
  const price =
    short * books.pricePence[h * PRICES + PRICE.emergencyShort]! +
    (1 - short) * books.pricePence[h * PRICES + PRICE.emergencyLong]!;
  const attendances = demand.minorAeByCh[c * H + h]! + emergencies * settings.viaAeShare;
  return emergencies * price + attendances * books.pricePence[h * PRICES + PRICE.ae]!;
}

/** Tariff prices of this year by provider, pence: national price, price level, market forces factor. */
export function renewPrices(world: World): void {
  const { place, books, settings, institutions } = world;
  const { price } = settings;
  for (let h = 0; h < place.providers.count; h++) {
    const factor = institutions.payment.marketForcesFactor ? place.providers.marketForcesFactor[h]! : 1;
    const pence = (pounds: number): number => Math.round(pounds * 100 * books.priceLevel * factor);
    const row = h * PRICES;
    for (let s = 0; s < 8; s++) {
      books.pricePence[row + PRICE.first + s] = pence(price.first[s]!);
      books.pricePence[row + PRICE.followUp + s] = pence(price.followUp[s]!);
      books.pricePence[row + PRICE.dayCase + s] = pence(price.dayCase[s]!);
      books.pricePence[row + PRICE.inpatient + s] = pence(price.inpatient[s]!);
    }
    books.pricePence[row + PRICE.emergencyShort] = pence(price.emergencyShort);
    books.pricePence[row + PRICE.emergencyLong] = pence(price.emergencyLong);
    books.pricePence[row + PRICE.ae] = pence(price.ae);
  }
}

/** Mean weeks in diagnostics of those who go through it, base year, over specialties by referrals. */
export function meanDiagnosticsWeeks(world: World): number {
  let weeks = 0;
  let all = 0;
  for (let hs = 0; hs < world.place.providers.count * 8; hs++) {
    weeks += world.tables.referralsPerWeek[hs]! * meanDelay(world.tables.delayQuantile, hs & 7);
    all += world.tables.referralsPerWeek[hs]!;
  }
  return all === 0 ? 0 : weeks / all;
}
