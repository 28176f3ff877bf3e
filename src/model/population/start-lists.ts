import { h3, unit } from '../../kernel/draw.ts';
import { PURPOSE } from '../draws.ts';
import type { World } from '../world.ts';
import { cumulated, SHORTEST_DELAY } from './pathway-times.ts';
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
import { enqueueInOrder, type Starters, type StartGroups } from './start-queues.ts';
import { pick, running } from './synthesis.ts';

/**
 * The lists on the first day: as they stand when referrals have come in at the base-year rate and every stage has taken
 * its base-year time. Each person is on a pathway with the probability that this steady state gives, at a stage and a
 * time waited drawn from it; people from elsewhere fill the rest of each hospital's lists.
 */
export function fillStartLists(world: World): void {
  const delays = startDelays(world);
  const starters = drawStarters(world, delays);
  const groups = fillBackground(world, delays);
  enqueueInOrder(world, starters, groups);
}

/** Draw who waits, set their state, and return those on a list or in diagnostics. */
function drawStarters(world: World, delays: StartDelays): Starters {
  const { people, keys, hazards, settings, tables } = world;
  const starters: Starters = {
    slot: new Int32Array(1024),
    remaining: new Uint8Array(1024),
    joined: new Uint16Array(1024),
    count: 0,
  };
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
  let onThisList: number;
  let remaining = 0;
  let severity: number;
  if (weeks < inFirst) {
    stage = STAGE.firstOutpatient;
    waited = time * first;
    onThisList = waited;
    severity = severityDraw;
  } else if (weeks < inFirst + inDiagnostics) {
    stage = STAGE.diagnostics;
    const delay = delayOf(world, delays.found, specialty, draw(PURPOSE.synthesisStage));
    const gone = timeOfFound(tables.startPathway.stayed[specialty]!, delay, time);
    waited = first + gone;
    onThisList = waited;
    remaining = Math.floor(delay - gone);
    const converts = draw(PURPOSE.synthesisSpecialty) < tables.conversionAfterDiagnostics[specialty]!;
    const share = tables.conversionShare[specialty]!;
    severity = converts ? 1 - share * (1 - severityDraw) : (1 - share) * severityDraw;
  } else {
    stage = STAGE.admission;
    const delay = delayOf(world, delays.listed, specialty, draw(PURPOSE.synthesisStage));
    onThisList = time * settings.startAdmissionWeeks * relative;
    waited = first + delay + onThisList;
    severity = 1 - tables.conversionShare[specialty]! * (1 - severityDraw);
  }
  people.setSeverity(i, tables.referredSeverity[Math.floor(severity * 256)]!);
  // Urgent patients hardly stand on the lists: only fresh referrals are marked so.
  const urgent = waited < 1 && severityOf(people.severity(i)) >= tables.urgentThreshold;
  people.setPathway(i, stage | (specialty << SPECIALTY_SHIFT) | (urgent ? URGENT_BIT : 0));
  people.setClock(i, weekAgo(waited));
  add(starters, i, remaining, weekAgo(onThisList));
}

/** The week so long before the first one + CLOCK_OFFSET. */
function weekAgo(weeks: number): number {
  return Math.max(1, CLOCK_OFFSET - 1 - Math.floor(weeks));
}

function add(starters: Starters, slot: number, remaining: number, joined: number): void {
  if (starters.count === starters.slot.length) {
    const slots = new Int32Array(starters.count * 2);
    slots.set(starters.slot);
    starters.slot = slots;
    const left = new Uint8Array(starters.count * 2);
    left.set(starters.remaining);
    starters.remaining = left;
    const since = new Uint16Array(starters.count * 2);
    since.set(starters.joined);
    starters.joined = since;
  }
  starters.slot[starters.count] = slot;
  starters.remaining[starters.count] = remaining;
  starters.joined[starters.count] = joined;
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

/**
 * People from elsewhere, in the same proportions to their flows: those in diagnostics are put there.
 * @returns those on lists
 */
function fillBackground(world: World, delays: StartDelays): StartGroups {
  const { place, tables, settings, keys } = world;
  const k0 = keys.k0[PURPOSE.synthesisBackground]!;
  const k1 = keys.k1[PURPOSE.synthesisBackground]!;
  const places = place.providers.count * 8;
  const groups: StartGroups = {
    first: Array.from({ length: places }, () => []),
    admission: Array.from({ length: places }, () => []),
  };
  for (let hs = 0; hs < places; hs++) {
    const rate = tables.backgroundReferralsPerWeek[hs]!;
    if (rate === 0) continue;
    const s = hs & 7;
    const relative = settings.relativeWait[s]!;
    const first = settings.startFirstOutpatientWeeks * relative;
    const admission = settings.startAdmissionWeeks * relative;
    const patients = tables.backgroundGroup[hs >> 3]!;
    const count = (stock: number, salt: number): number =>
      Math.floor(stock / patients + unit(h3(hs * 4 + salt, k0, k1)));
    const draw = (n: number, salt: number): number => unit(h3((hs * 4 + salt) * 65536 + n, k0, k1));

    const firsts = count(rate * tables.startPathway.firstWeeks[s]!, 0);
    for (let n = 0; n < firsts; n++) {
      const clock = weekAgo(((n + 0.5) / firsts) * first);
      groups.first[hs]!.push({ slot: -patients, clock, joined: clock });
    }

    const inMiddle = count(rate * tables.startPathway.diagnosticsWeeks[s]!, 1);
    for (let n = 0; n < inMiddle; n++) {
      const delay = delayOf(world, delays.found, s, draw(n, 1));
      const gone = timeOfFound(tables.startPathway.stayed[s]!, delay, draw(n, 2));
      world.books.diagnostics.add(Math.floor(delay - gone), -patients, weekAgo(first + gone), hs);
      world.books.inDiagnostics[hs]! += patients;
    }

    const waiting = count(rate * tables.pathway.admissionWeeks[s]!, 3);
    for (let n = 0; n < waiting; n++) {
      const delay = delayOf(world, delays.listed, s, draw(n, 3));
      const onThisList = ((n + 0.5) / waiting) * admission;
      const clock = weekAgo(first + delay + onThisList);
      groups.admission[hs]!.push({ slot: -patients, clock, joined: weekAgo(onThisList) });
    }
  }
  return groups;
}
