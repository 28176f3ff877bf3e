import { h3, unit } from '../../kernel/draw.ts';
import { QUARTERS } from '../calendar.ts';
import { PURPOSE } from '../draws.ts';
import { cellAhead, cellBefore, institutionsAhead, needsStructure } from '../institutions/in-force.ts';
import type { Institutions } from '../institutions/institutions.ts';
import type { Wanted } from '../organisations/wanted.ts';
import { perCent } from '../per-cent.ts';
import type { World } from '../world.ts';
import { ENTERS } from './governance/turnaround.ts';

/** People who might form a body together. */
export interface Candidate {
  readonly body: number;
  readonly practices: readonly number[];
  readonly wanted: Wanted;
  /** Weeks since the institutions that ask for the structure came, and whether this is their first look. */
  readonly weeks: number;
  readonly first: boolean;
}

/** Where a candidate stands among those who wait under the same rollout since the same week, itself included. */
export interface Line {
  readonly length: number;
  /** Those before it: readier, or as ready and the body of a lower number, so that no two stand in one place. */
  readonly ahead: number;
}

export function lineOf({ will }: World, candidate: Candidate, candidates: readonly Candidate[]): Line {
  const own = will.readiness[candidate.body]!;
  let length = 0;
  let ahead = 0;
  for (const other of candidates) {
    if (other.weeks !== candidate.weeks || !isSameRollout(candidate, other)) continue;
    length++;
    const readiness = will.readiness[other.body]!;
    if (readiness > own || (readiness === own && other.body < candidate.body)) ahead++;
  }
  return { length, ahead };
}

/** By value: institutions of two areas, or of a run that was resumed, are the same without being one object. */
function isSameRollout(a: Candidate, b: Candidate): boolean {
  const one = a.wanted.institutions.rollout;
  const two = b.wanted.institutions.rollout;
  if (one === two) return true;
  return (Object.keys(one) as (keyof typeof one)[]).every((setting) => one[setting] === two[setting]);
}

/** How a commissioner and its main trust get on: the relation of managers and the culture behind it. Source: L15. */
export function relationOfArea(world: World, c: number): number {
  const { structure, will, place } = world;
  const h = structure.mainProvider[c]!;
  if (h < 0) return world.settings.relationStart;
  const ch = c * place.providers.count + h;
  return (will.managerial[ch]! + will.cultureManagerial[ch]!) / 2;
}

/**
 * Why a candidate forms its body now; null = it does not. Source: model description, sections 7.2 to 7.4.
 * @param line where it stands among those of the same rollout and date
 * @param advantage how much better those fare, seen from here, who formed one long enough ago, in [0, 1]
 */
export function reasonToForm(
  world: World,
  candidate: Candidate,
  line: Line,
  advantage: number,
): string | null {
  const { rollout } = candidate.wanted.institutions;
  if (candidate.weeks < rollout.notBeforeWeeks) return null;
  if (tooFew(world, candidate)) return null;
  const { settings, will, tables } = world;
  const c = tables.commissionerOfPractice[candidate.practices[0]!]!;
  const local = rollout.by === 'readiness' || rollout.by === 'organic';
  if (local && rollout.allByWeeks > 0 && candidate.weeks >= Math.ceil(rollout.allByWeeks))
    return 'the last date for all';
  const decided = local || rollout.by === 'stubborn' || rollout.by === 'willing';
  if (decided && rollout.solvent && will.turnaroundCommissioner[c]! >= ENTERS) return null;
  const readiness = will.readiness[candidate.body]!;
  const relation = relationOfArea(world, c);
  const agreed = rollout.mandated || draw(world, candidate.body) < settings.formation.vote;
  const starts = candidate.first && line.ahead < Math.round(rollout.firstShare * line.length);
  const by = rollout.mandated ? 'required' : 'local vote';
  switch (rollout.by) {
    case 'in-force':
      return 'in force';
    case 'decree':
      return 'by decree';
    case 'stubborn': {
      const quarters = will.stubbornQuarters[c]!;
      if (quarters < settings.formation.stubbornQuarters || !agreed) return null;
      return `stubborn: relation of commissioner and trust ${shown(relation)}, below ${rollout.threshold} for ${quarters} quarters; ${by}`;
    }
    case 'willing':
      if (relation < rollout.threshold || !agreed) return null;
      return `willing: relation of commissioner and trust ${shown(relation)}, at least ${rollout.threshold}; ${by}`;
    case 'readiness':
      if (starts) return `among the readiest ${rollout.firstShare * 100}%`;
      if (readiness < rollout.threshold || !agreed) return null;
      return `ready: ${shown(readiness)}, at least ${rollout.threshold}; ${by}`;
    case 'waves': {
      const left = wavesLeft(rollout, candidate.weeks);
      if (left === null || line.ahead >= Math.round(line.length / left)) return null;
      return left === 1 ? 'the last wave' : `ready: ${shown(readiness)}, first of those who were left`;
    }
    case 'organic': {
      if (starts) return `among the readiest ${rollout.firstShare * 100}%`;
      const { tryPerQuarter, imitation, relationLeast } = settings.formation;
      if (!rollout.mandated && (readiness < rollout.threshold || relation < relationLeast)) return null;
      if (draw(world, candidate.body) >= tryPerQuarter + imitation * advantage) return null;
      return advantage > 0
        ? `ready (${shown(readiness)}); published waits for the people of those who did are ${perCent(advantage)} shorter`
        : `ready (${shown(readiness)}): a local initiative`;
    }
  }
}

/** Whether those who would found a body together have fewer people than one must; who joins one that exists is not asked. */
function tooFew(world: World, { body, practices, wanted }: Candidate): boolean {
  const { books, structure, input } = world;
  if (structure.founded[body]! >= 0) return false;
  let people = 0;
  for (const g of practices) people += books.registered[g]!;
  return people / input.scale < wanted.institutions.rollout.minimumPeople;
}

/**
 * Waves that are left, this week's included; null = none is due this week. Each takes the same part of all: of those
 * who are left, one over the number of waves that are.
 */
export function wavesLeft(
  { notBeforeWeeks, waveWeeks, firstShare }: Institutions['rollout'],
  weeks: number,
): number | null {
  const waves = firstShare > 0 ? Math.ceil(1 / firstShare) : 1;
  const since = weeks - Math.ceil(notBeforeWeeks);
  const every = Math.ceil(waveWeeks);
  if (since < 0) return null;
  // Who is asked after the last date waits for no other.
  if (every === 0 || since >= (waves - 1) * every) return 1;
  return since % every === 0 ? waves - since / every : null;
}

function shown(value: number): string {
  return (Math.round(value * 100) / 100).toString();
}

function draw(world: World, o: number): number {
  return unit(h3(o, world.keys.k0[PURPOSE.formation]!, world.keys.k1[PURPOSE.formation]!));
}

/** Readiness on the first day differs between those who might form a body, by luck of history. */
export function startingReadiness(world: World): void {
  const { will, settings, keys } = world;
  const { start, spread } = settings.readiness;
  will.readiness.forEach((_, o, levels) => {
    const luck = unit(h3(o, keys.k0[PURPOSE.startingReadiness]!, keys.k1[PURPOSE.startingReadiness]!));
    levels[o] = Math.max(0, Math.min(1, start + spread * (2 * luck - 1)));
  });
}

/**
 * A quarter of getting ready: `r <- r + (1 - r) (engagement + development money + practice)`, practice only for those
 * who do it. Source: model description, section 7.4.
 */
export function growReadiness(world: World, o: number, developmentPounds: number, practising: boolean): void {
  const { will, settings } = world;
  const { engagement, perPound, practice } = settings.readiness;
  const growth = engagement + (perPound * developmentPounds) / 4 + (practising ? practice : 0);
  will.readiness[o]! += (1 - will.readiness[o]!) * Math.min(1, growth);
}

/** Count the quarters in a row in which a commissioner and its main trust did not get on. */
export function countStubbornQuarters(world: World): void {
  const { will, place, inForce, cells } = world;
  for (let c = 0; c < place.commissioners.count; c++) {
    const { by, threshold } = inForce[cellAhead(place, cells.ofCommissioner[c]!)]!.rollout;
    const stubborn = by === 'stubborn' && relationOfArea(world, c) < threshold;
    will.stubbornQuarters[c] = stubborn ? will.stubbornQuarters[c]! + 1 : 0;
  }
}

/**
 * Skill of a commissioner whose future is unclear leaves it, faster where its functions are run down; what is left when
 * it has handed over goes too, but for the half that a social enterprise keeps for hire. Who is to hand over nothing, or
 * works on inside a body, hires and learns again, the less, the more it is disrupted.
 */
export function reviewSkill(world: World): void {
  const { will, place, structure, settings } = world;
  const { kept, runDown, socialEnterprise } = settings.attrition;
  for (let c = 0; c < place.commissioners.count; c++) {
    const rollout = handover(world, c);
    const over = structure.formed[c] === 1;
    // A commissioner that a body took in whole works on inside it.
    if (rollout === null || (over && structure.bodyOfCommissioner[c]! >= 0)) {
      rebuildSkill(world, c);
      continue;
    }
    const floor = rollout.socialEnterprise ? socialEnterprise * settings.commissioning.skillStart : 0;
    const rate = (over || rollout.functions === 'run-down' ? runDown : kept) * unsettled(world, c);
    will.skill[c] = Math.max(Math.min(floor, will.skill[c]!), will.skill[c]! * (1 - rate));
  }
}

/** A quarter of hiring and learning: towards the skill of the first day. */
function rebuildSkill({ will, settings }: World, c: number): void {
  const lacking = settings.commissioning.skillStart - will.skill[c]!;
  if (lacking <= 0) return;
  const settled = 1 - will.disruptionCommissioner[c]!;
  will.skill[c]! += Math.min(1, settled / (QUARTERS * settings.attrition.rebuiltYears)) * lacking;
}

/** The rollout under which a commissioner is to hand over, that of the first of its practices concerned; null = none. */
function handover(world: World, c: number): Institutions['rollout'] | null {
  const { tables, place } = world;
  for (let g = 0; g < place.practices.count; g++) {
    if (tables.commissionerOfPractice[g] !== c) continue;
    const ahead = institutionsAhead(world, g);
    if (needsStructure(ahead) && ahead.budget.holder !== 'commissioner') return ahead.rollout;
  }
  return null;
}

/**
 * How unsettled the staff of a commissioner are, 0 to 1: wholly while the announcement of what is to come is news, and
 * once any part of the area has gone over. An announcement that nothing followed within its time unsettles nobody any
 * more; what is left is the disruption that there really is.
 */
export function unsettled(world: World, c: number): number {
  const { structure, tables, place, cells, week, settings, will } = world;
  let announced = false;
  for (let g = 0; g < place.practices.count; g++) {
    if (tables.commissionerOfPractice[g] !== c) continue;
    if (structure.formedOfPractice[g] === 1) return 1;
    const ahead = institutionsAhead(world, g);
    if (!needsStructure(ahead)) continue;
    // A body that failed is announced anew: it is to be tried again.
    const failed = structure.failedIn[structure.meantFor[g]!] ?? -1;
    const since = Math.max(structure.askedSince[cellBefore(place, cells.ofPractice[g]!)]!, failed);
    if (week - since <= ahead.rollout.notBeforeWeeks + settings.attrition.announcementWeeks) announced = true;
  }
  return announced ? 1 : will.disruptionCommissioner[c]!;
}

/**
 * How much better those fare who formed a body: shorter published waits for their people than for those who have not,
 * as a share; only bodies that have stood for the delay count.
 */
export function observedAdvantage(world: World): number {
  const { structure, tables, books, week, settings, place } = world;
  let formedWait = 0;
  let formed = 0;
  let otherWait = 0;
  let others = 0;
  for (let g = 0; g < place.practices.count; g++) {
    let wait = 0;
    for (let e = tables.practiceReachStart[g]!; e < tables.practiceReachStart[g + 1]!; e++) {
      const h = tables.practiceReachProvider[e]!;
      for (let s = 0; s < 8; s++)
        wait += (tables.practiceReachWeight[e]! * books.publishedWait[h * 8 + s]!) / 8;
    }
    const o = structure.bodyOfPractice[g]!;
    if (structure.formedOfPractice[g] === 0) {
      otherWait += wait * books.registered[g]!;
      others += books.registered[g]!;
    } else if (o >= 0 && week - structure.founded[o]! >= settings.formation.delayWeeks) {
      formedWait += wait * books.registered[g]!;
      formed += books.registered[g]!;
    }
  }
  if (formed === 0 || others === 0 || otherWait === 0) return 0;
  return Math.max(0, Math.min(1, 1 - formedWait / formed / (otherWait / others)));
}
