import { h3, unit } from '../../kernel/draw.ts';
import { PURPOSE } from '../draws.ts';
import { meanDelay } from '../place-tables.ts';
import type { World } from '../world.ts';
import type { PatientQueue } from './patient-queue.ts';
import { CLOCK_OFFSET, QUINTILE_SHIFT, RISK_SHIFT, SPECIALTY_SHIFT, STAGE, URGENT_BIT } from './people.ts';
import { severityOf } from './person-book.ts';
import { BUSY_CAP } from './person-law.ts';

/**
 * The lists on the first day: as they stand when referrals have come in at the base-year rate and every stage has taken
 * its base-year time. Each person is on a pathway with the probability that this steady state gives, at a stage and a
 * time waited drawn from it; people from elsewhere fill the rest of each hospital's lists.
 */
export function fillStartLists(world: World): void {
  const starters = drawStarters(world);
  enqueueInOrder(world, starters);
  fillBackground(world);
}

/** Those on a list or in diagnostics, ascending by slot. Stage and time waited are in the person. */
interface Starters {
  slot: Int32Array;
  /** Weeks left in diagnostics. */
  remaining: Uint8Array;
  count: number;
}

/** Draw who waits, set their state, and return those on a list or in diagnostics. */
function drawStarters(world: World): Starters {
  const { people, keys, hazards, settings, tables } = world;
  const starters: Starters = { slot: new Int32Array(1024), remaining: new Uint8Array(1024), count: 0 };
  const weights = new Float64Array(16);
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
      weights[s] = here * tables.keptYearsPerNeed;
      weights[8 + s] =
        ((here * tables.referralsPerNeed + otherPerYear * share) * tables.pathwayWeeks[s]!) / 52;
      total += weights[s]! + weights[8 + s]!;
    }
    const busy = Math.min(BUSY_CAP, total);
    if (total === 0) continue;
    const draw = unit(h3(i, keys.k0[PURPOSE.synthesisPathway]!, keys.k1[PURPOSE.synthesisPathway]!));
    if (draw >= busy) continue;
    let left = (draw / busy) * total;
    let n = 0;
    while (n < 15 && left >= weights[n]!) left -= weights[n++]!;
    if (n < 8) startKept(world, i, n);
    else startPathway(world, i, n - 8, left / weights[n]!, starters);
  }
  return starters;
}

function startKept(world: World, i: number, specialty: number): void {
  const { people, keys } = world;
  people.setPathway(i, STAGE.kept | (specialty << SPECIALTY_SHIFT));
  // Kept needs are the milder ones: the mirror of the severity of those referred.
  const byte = h3(i, keys.k0[PURPOSE.synthesisSeverity]!, keys.k1[PURPOSE.synthesisSeverity]!) >>> 24;
  people.setSeverity(i, 255 - world.tables.referredSeverity[byte]!);
}

/** @param position where the draw fell within the pathway's time, in [0, 1): which stage */
function startPathway(
  world: World,
  i: number,
  specialty: number,
  position: number,
  starters: Starters,
): void {
  const { people, keys, settings, tables } = world;
  const draw = (purpose: number): number => unit(h3(i, keys.k0[purpose]!, keys.k1[purpose]!));
  const relative = settings.relativeWait[specialty]!;
  const first = settings.startFirstOutpatientWeeks * relative;
  const middle =
    (1 - (1 - tables.conversionShare[specialty]!) * tables.stopAtFirst[specialty]!) *
    meanDelay(tables.delayQuantile, specialty);
  const weeks = position * tables.pathwayWeeks[specialty]!;
  const time = draw(PURPOSE.synthesisElapsed);
  const severityDraw = draw(PURPOSE.synthesisSeverity);
  let stage: number;
  let waited: number;
  let remaining = 0;
  let severity: number;
  if (weeks < first) {
    stage = STAGE.firstOutpatient;
    waited = time * first;
    severity = severityDraw;
  } else if (weeks < first + middle) {
    stage = STAGE.diagnostics;
    const delay = lengthBiasedDelay(world, specialty, draw(PURPOSE.synthesisStage));
    waited = first + time * delay;
    remaining = Math.floor((1 - time) * delay);
    const converts = draw(PURPOSE.synthesisSpecialty) < tables.conversionAfterDiagnostics[specialty]!;
    const share = tables.conversionShare[specialty]!;
    severity = converts ? 1 - share * (1 - severityDraw) : (1 - share) * severityDraw;
  } else {
    stage = STAGE.admission;
    const delay = tables.delayQuantile[specialty * 256 + Math.floor(draw(PURPOSE.synthesisStage) * 256)]!;
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

/** People found waiting are met in proportion to how long they wait. */
function lengthBiasedDelay(world: World, specialty: number, draw: number): number {
  const { delayQuantile } = world.tables;
  let total = 0;
  for (let n = 0; n < 256; n++) total += delayQuantile[specialty * 256 + n]!;
  let left = draw * total;
  for (let n = 0; n < 256; n++) {
    left -= delayQuantile[specialty * 256 + n]!;
    if (left < 0) return delayQuantile[specialty * 256 + n]!;
  }
  return delayQuantile[specialty * 256 + 255]!;
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
function fillBackground(world: World): void {
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
    const share = tables.conversionShare[s]!;
    const middle = (1 - (1 - share) * tables.stopAtFirst[s]!) * meanDelay(tables.delayQuantile, s);
    const patients = tables.backgroundGroup[hs >> 3]!;
    const count = (stock: number, salt: number): number =>
      Math.floor(stock / patients + unit(h3(hs * 4 + salt, k0, k1)));
    const open = (waited: number): number => Math.max(1, CLOCK_OFFSET - 1 - Math.floor(waited));
    const draw = (n: number, salt: number): number => unit(h3((hs * 4 + salt) * 65536 + n, k0, k1));

    const firsts = count(rate * first, 0);
    const clocks: number[] = [];
    for (let n = 0; n < firsts; n++) clocks.push(open(((n + 0.5) / firsts) * first));
    mergeInto(world.books.firstQueue[hs * 2]!, clocks, patients);

    const inMiddle = count(rate * middle, 1);
    for (let n = 0; n < inMiddle; n++) {
      const delay = lengthBiasedDelay(world, s, draw(n, 1));
      const time = draw(n, 2);
      world.books.diagnostics.add(Math.floor((1 - time) * delay), -patients, open(first + time * delay), hs);
      world.books.inDiagnostics[hs]! += patients;
    }

    const waiting = count(rate * share * admission, 3);
    const admissionClocks: number[] = [];
    for (let n = 0; n < waiting; n++) {
      const delay = tables.delayQuantile[s * 256 + Math.floor(draw(n, 3) * 256)]!;
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
