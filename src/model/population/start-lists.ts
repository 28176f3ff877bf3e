import { h3, unit } from '../../kernel/draw.ts';
import { PURPOSE } from '../draws.ts';
import type { World } from '../world.ts';
import { cumulated, SHORTEST_DELAY } from './pathway-times.ts';
import type { PatientQueue } from './patient-queue.ts';
import {
  CLOCK_OFFSET,
  QUINTILE_SHIFT,
  RISK_SHIFT,
  SPECIALTY_SHIFT,
  STAGE,
  severityOf,
  URGENT_BIT,
} from './people.ts';

import { BUSY_CAP } from './person-bounds.ts';
import { pick, running } from './synthesis.ts';

/**
 * The lists on the first day: as they stand when referrals have come in at the base-year rate and every stage has taken
 * its base-year time. Each person is on a pathway with the probability that this steady state gives, at a stage and a
 * time waited drawn from it; people from elsewhere fill the rest of each hospital's lists.
 */
export function fillStartLists(world: World): void {
  const delays = startDelays(world);
  const starters = drawStarters(world, delays);
  enqueueInOrder(world, starters);
  fillBackground(world, delays);
}

/** Those on a list or in diagnostics, ascending by slot. Stage and time waited are in the person. */
interface Starters {
  slot: Int32Array;
  /** Weeks left in diagnostics. */
  remaining: Uint8Array;
  count: number;
}

/** Draw who waits, set their state, and return those on a list or in diagnostics. */
function drawStarters(world: World, delays: StartDelays): Starters {
  const { people, keys, hazards, settings, tables } = world;
  const starters: Starters = { slot: new Int32Array(1024), remaining: new Uint8Array(1024), count: 0 };
  const weights = new Float64Array(16);
  const { firstWeeks, admissionWeeks } = tables.pathway;
  const { diagnosticsWeeks } = tables.startPathway;
  const startWeeks = firstWeeks.map((weeks, s) => weeks + diagnosticsWeeks[s]! + admissionWeeks[s]!);
  const neverReferredYears = new Float64Array(8);
  for (let i = 0; i < people.initial; i++) {
    const row = (people.ageClass(i) * 5 + ((people.traits(i) >> QUINTILE_SHIFT) & 7)) * 8;
    const multiplier = people.conditions(i) * 8;
    const risk = hazards.riskBins[people.traits(i) >> RISK_SHIFT]!;
    const otherPerYear = hazards.otherSourcePerYear[row / 8]!;
    let needPerYear = 0;
    for (let s = 0; s < 8; s++) {
      weights[s] =
        hazards.needPerYear[row + s]! * hazards.needMultiplier[multiplier + s]! * risk * settings.needScale;
      needPerYear += weights[s]!;
    }
    let total = 0;
    for (let s = 0; s < 8; s++) {
      const here = weights[s]!;
      const share = needPerYear === 0 ? 1 / 8 : here / needPerYear;
      const referrals = (here * tables.referralsPerNeed + otherPerYear * share) * tables.referralsWithReturns;
      const never = here * tables.keptYearsPerNeed;
      neverReferredYears[s] = never;
      weights[s] = never + referrals * tables.unsolvedYears[s]!;
      weights[8 + s] = (referrals * startWeeks[s]!) / 52;
      total += weights[s]! + weights[8 + s]!;
    }
    const busy = Math.min(BUSY_CAP, total);
    if (total === 0) continue;
    const draw = unit(h3(i, keys.k0[PURPOSE.synthesisPathway]!, keys.k1[PURPOSE.synthesisPathway]!));
    if (draw >= busy) continue;
    let left = (draw / busy) * total;
    let n = 0;
    while (n < 15 && left >= weights[n]!) left -= weights[n++]!;
    if (n < 8) startKept(world, i, n, left < neverReferredYears[n]!);
    else startPathway(world, i, n - 8, left / weights[n]!, starters, delays);
  }
  return starters;
}

/** @param neverReferred kept by the GP, or back from a list unsolved */
function startKept(world: World, i: number, specialty: number, neverReferred: boolean): void {
  const { people, keys } = world;
  people.setPathway(i, STAGE.kept | (specialty << SPECIALTY_SHIFT));
  // Kept needs are the milder ones: the mirror of the severity of those referred.
  const byte = h3(i, keys.k0[PURPOSE.synthesisSeverity]!, keys.k1[PURPOSE.synthesisSeverity]!) >>> 24;
  const referred = world.tables.referredSeverity[byte]!;
  people.setSeverity(i, neverReferred ? 255 - referred : referred);
}

/** @param position where the draw fell within the pathway's time, in [0, 1): which stage */
function startPathway(
  world: World,
  i: number,
  specialty: number,
  position: number,
  starters: Starters,
  delays: StartDelays,
): void {
  const { people, keys, settings, tables } = world;
  const draw = (purpose: number): number => unit(h3(i, keys.k0[purpose]!, keys.k1[purpose]!));
  const relative = settings.relativeWait[specialty]!;
  const first = settings.startFirstOutpatientWeeks * relative;
  const inFirst = tables.startPathway.firstWeeks[specialty]!;
  const inDiagnostics = tables.startPathway.diagnosticsWeeks[specialty]!;
  const weeks = position * (inFirst + inDiagnostics + tables.pathway.admissionWeeks[specialty]!);
  const time = draw(PURPOSE.synthesisElapsed);
  const severityDraw = draw(PURPOSE.synthesisSeverity);
  let stage: number;
  let waited: number;
  let remaining = 0;
  let severity: number;
  if (weeks < inFirst) {
    stage = STAGE.firstOutpatient;
    waited = time * first;
    severity = severityDraw;
  } else if (weeks < inFirst + inDiagnostics) {
    stage = STAGE.diagnostics;
    const delay = delayOf(world, delays.found, specialty, draw(PURPOSE.synthesisStage));
    const gone = timeOfFound(tables.startPathway.stayed[specialty]!, delay, time);
    waited = first + gone;
    remaining = Math.floor(delay - gone);
    const converts = draw(PURPOSE.synthesisSpecialty) < tables.conversionAfterDiagnostics[specialty]!;
    const share = tables.conversionShare[specialty]!;
    severity = converts ? 1 - share * (1 - severityDraw) : (1 - share) * severityDraw;
  } else {
    stage = STAGE.admission;
    const delay = delayOf(world, delays.listed, specialty, draw(PURPOSE.synthesisStage));
    waited = first + delay + time * settings.startAdmissionWeeks * relative;
    severity = 1 - tables.conversionShare[specialty]! * (1 - severityDraw);
  }
  people.setSeverity(i, tables.referredSeverity[Math.floor(severity * 256)]!);
  // Urgent patients hardly stand on the lists: only fresh referrals are marked so.
  const urgent = waited < 1 && severityOf(people.severity(i)) >= tables.urgentThreshold;
  people.setPathway(i, stage | (specialty << SPECIALTY_SHIFT) | (urgent ? URGENT_BIT : 0));
  people.setClock(i, Math.max(1, CLOCK_OFFSET - 1 - Math.floor(waited)));
  add(starters, i, remaining);
}

function add(starters: Starters, slot: number, remaining: number): void {
  if (starters.count === starters.slot.length) {
    const slots = new Int32Array(starters.count * 2);
    slots.set(starters.slot);
    starters.slot = slots;
    const left = new Uint8Array(starters.count * 2);
    left.set(starters.remaining);
    starters.remaining = left;
  }
  starters.slot[starters.count] = slot;
  starters.remaining[starters.count] = remaining;
  starters.count++;
}

/** Delays in diagnostics of people found there and of people found on the admission list, by specialty. */
interface StartDelays {
  /** [s][n] running shares over the 256 quantiles of the delay. */
  readonly found: readonly Float64Array[];
  readonly listed: readonly Float64Array[];
}

/**
 * People found in diagnostics are met in proportion to how long they are there before they are through or leave;
 * those who reached the admission list did not leave before: fewer of them had the long delays.
 */
function startDelays({ tables }: World): StartDelays {
  const { startDelayQuantile: delayQuantile, startPathway: pathway } = tables;
  const quantiles = pathway.stayed.map((_, s) =>
    delayQuantile.slice(s * 256, s * 256 + 256).map((weeks) => Math.max(SHORTEST_DELAY, weeks)),
  );
  return {
    found: quantiles.map((delays, s) => running(delays.map((d) => cumulated(pathway.stayed[s]!, d)))),
    listed: quantiles.map((delays, s) => running(delays.map((d) => pathway.stayed[s]![Math.round(d)]!))),
  };
}

function delayOf(world: World, shares: readonly Float64Array[], specialty: number, draw: number): number {
  const weeks = world.tables.startDelayQuantile[specialty * 256 + pick(shares[specialty]!, draw)]!;
  return Math.max(SHORTEST_DELAY, weeks);
}

/** How long somebody found within a delay has been there: the early weeks are fuller than the late ones. */
function timeOfFound(stayed: Float64Array, delay: number, draw: number): number {
  let left = draw * cumulated(stayed, delay);
  let week = 0;
  while (week + 1 < delay && left >= stayed[week]!) left -= stayed[week++]!;
  return Math.min(delay, week + left / stayed[week]!);
}

/** Longest waits first, ties by slot: a counting sort by clock. */
function enqueueInOrder(world: World, starters: Starters): void {
  const { people, books } = world;
  const next = new Int32Array(CLOCK_OFFSET + 2);
  const { slot, count } = starters;
  for (let n = 0; n < count; n++) next[people.clock(slot[n]!) + 1]! += 1;
  for (let clock = 1; clock < next.length; clock++) next[clock]! += next[clock - 1]!;
  const order = new Int32Array(count);
  for (let n = 0; n < count; n++) order[next[people.clock(slot[n]!)]!++] = n;
  for (const n of order) {
    const i = slot[n]!;
    const pathway = people.pathway(i);
    const place = people.provider(i) * 8 + ((pathway >> SPECIALTY_SHIFT) & 7);
    const queue = place * 2 + ((pathway & URGENT_BIT) === 0 ? 0 : 1);
    switch (pathway & 7) {
      case STAGE.firstOutpatient:
        books.firstQueue[queue]!.push(i, people.clock(i));
        break;
      case STAGE.diagnostics:
        books.inDiagnostics[place]! += 1;
        books.diagnostics.add(starters.remaining[n]!, i, people.clock(i), place);
        break;
      default:
        books.admissionQueue[queue]!.push(i, people.clock(i));
        break;
    }
  }
}

/** Lists of people from elsewhere, in the same proportions to their flows; merged with the residents' by clock. */
function fillBackground(world: World, delays: StartDelays): void {
  const { place, tables, settings, keys } = world;
  const k0 = keys.k0[PURPOSE.synthesisBackground]!;
  const k1 = keys.k1[PURPOSE.synthesisBackground]!;
  for (let hs = 0; hs < place.providers.count * 8; hs++) {
    const rate = tables.backgroundReferralsPerWeek[hs]!;
    if (rate === 0) continue;
    const s = hs & 7;
    const relative = settings.relativeWait[s]!;
    const first = settings.startFirstOutpatientWeeks * relative;
    const admission = settings.startAdmissionWeeks * relative;
    const patients = tables.backgroundGroup[hs >> 3]!;
    const count = (stock: number, salt: number): number =>
      Math.floor(stock / patients + unit(h3(hs * 4 + salt, k0, k1)));
    const open = (waited: number): number => Math.max(1, CLOCK_OFFSET - 1 - Math.floor(waited));
    const draw = (n: number, salt: number): number => unit(h3((hs * 4 + salt) * 65536 + n, k0, k1));

    const firsts = count(rate * tables.startPathway.firstWeeks[s]!, 0);
    const clocks: number[] = [];
    for (let n = 0; n < firsts; n++) clocks.push(open(((n + 0.5) / firsts) * first));
    mergeInto(world.books.firstQueue[hs * 2]!, clocks, patients);

    const inMiddle = count(rate * tables.startPathway.diagnosticsWeeks[s]!, 1);
    for (let n = 0; n < inMiddle; n++) {
      const delay = delayOf(world, delays.found, s, draw(n, 1));
      const gone = timeOfFound(tables.startPathway.stayed[s]!, delay, draw(n, 2));
      world.books.diagnostics.add(Math.floor(delay - gone), -patients, open(first + gone), hs);
      world.books.inDiagnostics[hs]! += patients;
    }

    const waiting = count(rate * tables.pathway.admissionWeeks[s]!, 3);
    const admissionClocks: number[] = [];
    for (let n = 0; n < waiting; n++) {
      const delay = delayOf(world, delays.listed, s, draw(n, 3));
      admissionClocks.push(open(first + delay + ((n + 0.5) / waiting) * admission));
    }
    mergeInto(world.books.admissionQueue[hs * 2]!, admissionClocks, patients);
  }
}

/** Add groups of people from elsewhere to a queue, in the order of clocks. */
function mergeInto(queue: PatientQueue, clocks: readonly number[], patients: number): void {
  const entries: [number, number][] = clocks.map((clock) => [-patients, clock]);
  while (queue.length > 0) {
    entries.push([queue.peekSlot(), queue.peekClock()]);
    queue.drop(true);
  }
  entries.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  for (const [slot, clock] of entries) queue.push(slot, clock);
}
