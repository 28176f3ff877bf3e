import { h3, unit } from '../../kernel/draw.ts';
import { PURPOSE } from '../draws.ts';
import { englandPopulation } from '../evidence/england-population.ts';
import { residualLevel } from '../evidence/treatment-residual.ts';
import { LIST_BANDS, POPULATION_BANDS, POPULATION_YEARS } from '../place.ts';
import type { World } from '../world.ts';
import { type ArrivalPlan, bandOfAge, weekCount } from './arrival-plan.ts';
import { AGE_YEARS, ageClassOf, LIFE, QUINTILE_SHIFT, RISK_SHIFT } from './people.ts';

/**
 * Who the people are: age and sex by the practice's lists and the commissioner's population estimates, a small area by
 * where the practice's patients live, conditions by age, sex, deprivation and the practice's registers, latent risk as
 * it is among survivors of that age. Every choice is a draw on the slot, made once.
 */
export interface Synthesis {
  /** [commissioner][list band] cumulative over 202 classes. */
  readonly classOfListBand: Float64Array[][];
  /** [commissioner][population band] the same, for people who move in. */
  readonly classOfPopulationBand: Float64Array[][];
  /** [commissioner] practices, and cumulative registered people by list band. */
  readonly practices: number[][];
  readonly practiceCumulative: Float64Array[][];
}

const BANDS = POPULATION_BANDS.length;

/** List band of an age. */
function listBandOfAge(age: number): number {
  let band = 0;
  while (band + 1 < LIST_BANDS.length && age >= LIST_BANDS[band + 1]!) band++;
  return band;
}

export function prepareSynthesis({ place, input }: Pick<World, 'input' | 'place'>): Synthesis {
  const england = englandPopulation(input.parameters);
  const C = place.commissioners.count;
  const englandBand = new Float64Array(BANDS);
  for (let cls = 0; cls < england.length; cls++) englandBand[bandOfAge(cls % AGE_YEARS)]! += england[cls]!;
  const classOfListBand: Float64Array[][] = [];
  const classOfPopulationBand: Float64Array[][] = [];
  const practices: number[][] = [];
  const practiceCumulative: Float64Array[][] = [];
  for (let c = 0; c < C; c++) {
    const weight = new Float64Array(england.length);
    for (let cls = 0; cls < england.length; cls++) {
      const band = bandOfAge(cls % AGE_YEARS);
      const residents = place.commissioners.residents[c * POPULATION_YEARS.length * BANDS + band]!;
      weight[cls] = (england[cls]! * residents) / englandBand[band]!;
    }
    classOfListBand.push(
      LIST_BANDS.map((_, b) => cumulative(weight, (cls) => listBandOfAge(cls % AGE_YEARS) === b)),
    );
    classOfPopulationBand.push(
      POPULATION_BANDS.map((_, b) => cumulative(weight, (cls) => bandOfAge(cls % AGE_YEARS) === b)),
    );
    const own: number[] = [];
    for (let g = 0; g < place.practices.count; g++) if (place.practices.commissioner[g] === c) own.push(g);
    practices.push(own);
    practiceCumulative.push(
      LIST_BANDS.map((_, b) =>
        running(own.map((g) => place.practices.registered[g * LIST_BANDS.length + b]!)),
      ),
    );
  }
  return { classOfListBand, classOfPopulationBand, practices, practiceCumulative };
}

/** Number of initial people by practice and list band: rounded so that running totals stay right. */
export function initialCounts(place: World['place'], scale: number): Int32Array {
  const counts = new Int32Array(place.practices.count * LIST_BANDS.length);
  let exact = 0;
  let given = 0;
  for (let at = 0; at < counts.length; at++) {
    exact += place.practices.registered[at]! * scale;
    counts[at] = Math.max(0, Math.round(exact) - given);
    given += counts[at]!;
  }
  return counts;
}

/** Fill the slots of the people present at the start, practice by practice. */
export function fillInitialPeople(world: World, synthesis: Synthesis, counts: Int32Array): void {
  const { place, keys } = world;
  let i = 0;
  for (let g = 0; g < place.practices.count; g++) {
    const c = place.practices.commissioner[g]!;
    for (let b = 0; b < LIST_BANDS.length; b++) {
      const classes = synthesis.classOfListBand[c]![b]!;
      for (let n = counts[g * LIST_BANDS.length + b]!; n > 0; n--) {
        const cls = pick(
          classes,
          unit(h3(i, keys.k0[PURPOSE.synthesisAge]!, keys.k1[PURPOSE.synthesisAge]!)),
        );
        fillPerson(world, i, g, cls, 0);
        i++;
      }
    }
  }
}

/** Number of arrivals in a week, scaled; the same rounding as `fillArrivals`. */
export function arrivalsInWeek(
  world: Pick<World, 'place' | 'input'>,
  plan: ArrivalPlan,
  week: number,
): number {
  let count = 0;
  eachArrival(world, plan, week, (number) => {
    count += number;
  });
  return count;
}

function eachArrival(
  world: Pick<World, 'place' | 'input'>,
  plan: ArrivalPlan,
  week: number,
  visit: (number: number, commissioner: number, band: number) => void,
): void {
  const year = Math.min(Math.floor(week / 52), plan.births.length - 1);
  const scale = world.input.scale;
  for (let c = 0; c < world.place.commissioners.count; c++) {
    visit(weekCount(plan.births[year]![c]! * scale, week % 52, fraction(c * 8 + 7 + year * 1e4)), c, -1);
    for (let band = 0; band < BANDS; band++) {
      const yearly = plan.inflow[year]![c * BANDS + band]! * scale;
      visit(weekCount(yearly, week % 52, fraction(c * 8 + band + year * 1e4)), c, band);
    }
  }
}

/** A fixed phase in [0, 1), so that small flows do not all round in the same week. */
function fraction(n: number): number {
  return (n * 0.6180339887498949) % 1;
}

/** Fill the slots of everybody who will arrive. */
export function fillArrivals(world: World, synthesis: Synthesis, plan: ArrivalPlan): void {
  const { people, keys } = world;
  let i = people.initial;
  for (let week = 0; week < world.input.weeks; week++) {
    eachArrival(world, plan, week, (number, c, band) => {
      for (let n = 0; n < number; n++) {
        const who = unit(h3(i, keys.k0[PURPOSE.arrivalWho]!, keys.k1[PURPOSE.arrivalWho]!));
        const cls =
          band < 0
            ? who < world.settings.maleBirthShare
              ? 0
              : AGE_YEARS
            : pick(synthesis.classOfPopulationBand[c]![band]!, who);
        const own = synthesis.practices[c]!;
        const where = unit(h3(i, keys.k0[PURPOSE.arrivalWhere]!, keys.k1[PURPOSE.arrivalWhere]!));
        const g = own[pick(synthesis.practiceCumulative[c]![listBandOfAge(cls % AGE_YEARS)]!, where)]!;
        fillPerson(world, i, g, cls, week);
        if (band < 0) {
          people.setBirthWeek(i, week);
          people.setAgeClass(i, ageClassOf(week, week, cls < AGE_YEARS ? 0 : 1));
        }
        people.setLife(i, LIFE.notArrived);
        i++;
      }
    });
  }
}

/** One person of a class (year of age and sex) in a practice, as in `week`. */
function fillPerson(world: World, i: number, practice: number, cls: number, week: number): void {
  const { people, place, hazards, keys } = world;
  const draw = (purpose: number): number => h3(i, keys.k0[purpose]!, keys.k1[purpose]!);
  const female = cls >= AGE_YEARS ? 1 : 0;
  const weekOfYear = Math.floor(unit(draw(PURPOSE.synthesisBirthday)) * 52);
  people.setBirthWeek(i, week - (cls % AGE_YEARS) * 52 - weekOfYear);
  people.setPractice(i, practice);
  const zone = zoneOf(world, practice, unit(draw(PURPOSE.synthesisZone)));
  people.setZone(i, zone);
  const quintile = place.zones.quintile[zone]!;
  // The class that a slot has kept since its last review, before or at `week`.
  const ageClass = ageClassOf(people.birthWeek(i), lastReview(people.initial, i, week), female);
  people.setAgeClass(i, ageClass);

  const riskDraw = unit(draw(PURPOSE.synthesisRisk));
  let bin = 0;
  while (bin < 15 && riskDraw >= hazards.riskCumulative[ageClass * 16 + bin]!) bin++;
  people.setTraits(i, female | (quintile << QUINTILE_SHIFT) | (bin << RISK_SHIFT));
  people.setConditions(i, drawConditions(world, i, ageClass * 5 + quintile, practice));
  people.setResidual(i, drawResidual(world, i, ageClass, quintile));
  people.setUsualProvider(i, usualProvider(world, zone, unit(draw(PURPOSE.synthesisProvider))));
  people.setProvider(i, people.usualProvider(i));
}

/** Week, perhaps before the first, of the slot's last review; an arrival is reviewed on the day. */
function lastReview(initial: number, i: number, week: number): number {
  if (week > 0) return week;
  const block = Math.min(51, Math.floor((i * 52) / initial));
  return block - 52;
}

/** Hypertension and diabetes first: the others depend on them. */
function drawConditions(world: World, i: number, row: number, practice: number): number {
  const { hazards, tables, keys } = world;
  const k0 = keys.k0[PURPOSE.synthesisConditions]!;
  const k1 = keys.k1[PURPOSE.synthesisConditions]!;
  let mask = 0;
  for (const c of CONDITION_ORDER) {
    const cardiometabolic = (mask >> 3) & 3;
    const prevalence =
      hazards.prevalence[row * 12 + c]! *
      hazards.cardiometabolicRatio[c * 4 + cardiometabolic]! *
      tables.prevalenceRatio[practice * 12 + c]! *
      hazards.openingPrevalence[c]!;
    if (prevalence > 0 && unit(h3(i * 16 + c, k0, k1)) < prevalence) mask |= 1 << c;
  }
  return mask;
}
const CONDITION_ORDER = [3, 4, 0, 1, 2, 5, 6, 7, 8, 9, 10, 11];

/** What treatment has left so far: as if the person had always been referred as often as now for the age. */
function drawResidual(world: World, i: number, ageClass: number, quintile: number): number {
  const { people, hazards, keys } = world;
  const average = hazards.referralsPerYear[ageClass]!;
  if (average === 0 || ageClass % AGE_YEARS === 0) return 0;
  const row = (ageClass * 5 + quintile) * 8;
  const multiplier = people.conditions(i) * 8;
  let needs = 0;
  for (let s = 0; s < 8; s++)
    needs += hazards.needPerYear[row + s]! * hazards.needMultiplier[multiplier + s]!;
  const referrals =
    needs * hazards.riskBins[people.traits(i) >> RISK_SHIFT]! * world.settings.meanReferralProbability;
  // Referrals from other sources, about a third of all, are as frequent for everybody of the age.
  const gp = world.tables.gpShareOfReferrals;
  const ratio = gp * (referrals / average) + 1 - gp;
  const draw = h3(i, keys.k0[PURPOSE.synthesisResidual]!, keys.k1[PURPOSE.synthesisResidual]!);
  return residualLevel(hazards.residual, ageClass, ratio, (draw >>> 8) * 2 ** -24, (draw & 255) / 256);
}

function zoneOf(world: World, practice: number, draw: number): number {
  const { practiceZoneStart, practiceZone, practiceZoneCumulative } = world.tables;
  let low = practiceZoneStart[practice]!;
  let high = practiceZoneStart[practice + 1]! - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (draw < practiceZoneCumulative[middle]!) high = middle;
    else low = middle + 1;
  }
  return practiceZone[low]!;
}

function usualProvider(world: World, zone: number, draw: number): number {
  const { reach } = world.place;
  const { plannedShare } = world.tables;
  const to = reach.start[zone + 1]!;
  let left = draw;
  for (let e = reach.start[zone]!; e < to; e++) {
    left -= plannedShare[e]!;
    if (left < 0) return reach.provider[e]!;
  }
  return reach.provider[to - 1]!;
}

function cumulative(weight: Float64Array, keep: (cls: number) => boolean): Float64Array {
  const kept = Float64Array.from(weight, (w, cls) => (keep(cls) ? w : 0));
  return running(kept);
}

/** Running share, 0 to 1; all 1 when there is nothing. */
export function running(weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let n = 0; n < weights.length; n++) {
    sum += weights[n]!;
    sums[n] = sum;
  }
  for (let n = 0; n < sums.length; n++) sums[n] = sum === 0 ? 1 : sums[n]! / sum;
  return sums;
}

/** First entry whose running share exceeds the draw. */
export function pick(cumulativeShares: Float64Array, draw: number): number {
  let low = 0;
  let high = cumulativeShares.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (draw < cumulativeShares[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}
