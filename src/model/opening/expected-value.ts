import { PRICE, PRICES, type World } from '../world.ts';
import { elsewhereRatio } from './demand-from-elsewhere.ts';
import { type Demand, PLANNED_SPECIALTY } from './expected-demand.ts';
import { attendedShare, survival } from './pathway-shares.ts';

/** Tariff value of a year's expected activity at a provider, pence, people from elsewhere included. */
export function expectedValue(world: World, demand: Demand, h: number): number {
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

/** The same of a commissioner's residents alone. */
export function expectedValueOf(world: World, demand: Demand, c: number, h: number): number {
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
