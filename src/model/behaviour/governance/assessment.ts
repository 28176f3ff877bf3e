import { detLog, detTanh, logistic } from '../../../kernel/deterministic-math.ts';
import { h3, unit } from '../../../kernel/draw.ts';
import { QUARTERS } from '../../calendar.ts';
import { PURPOSE } from '../../draws.ts';
import { nameOfBody } from '../../organisations/body-names.ts';
import { perCent } from '../../per-cent.ts';
import type { World } from '../../world.ts';
import { effectiveSkill } from '../commissioner/skill.ts';

/** A quarter of the year on which a commissioner will be rated. */
export function noteSkill(world: World): void {
  const { will, place } = world;
  for (let c = 0; c < place.commissioners.count; c++)
    will.skillYear[c]! += effectiveSkill(world, c) / QUARTERS;
}

/**
 * Chance that an assessor rates a commissioner good or excellent:
 * `logit p = logit(usual) + skill (sk / sk0 - 1) + balance tanh(m / scale)`, sk the skill that was at work over the year. What is not
 * skill or balance is the assessor's noise, logistic; so a mean of chances is what many assessors would find.
 * @param skill effective skill over the year; margin: balance over a year's money
 */
export function chanceOfGoodRating(world: World, skill: number, margin: number): number {
  const { usual, skill: weight, balance, balanceScale } = world.settings.assessment;
  const start = detLog(usual / (1 - usual));
  const relative = skill / world.settings.commissioning.skillStart - 1;
  return logistic(start + weight * relative + balance * detTanh(margin / balanceScale));
}

/** The yearly rating of every commissioner: the chance is kept for the results, what an assessor said goes into the journal. */
export function rateCommissioners(world: World): void {
  const { will, books, place, keys } = world;
  for (let c = 0; c < place.commissioners.count; c++) {
    const skill = will.skillYear[c]!;
    const chance = chanceOfGoodRating(world, skill, books.margin[c]!);
    will.skillYear[c] = 0;
    will.goodRating[c] = chance;
    const draw = unit(h3(c, keys.k0[PURPOSE.assessment]!, keys.k1[PURPOSE.assessment]!));
    world.journal.push({
      week: world.week,
      kind: 'rating',
      organisation: place.commissioners.code[c]!,
      description: draw < chance ? 'rated good or excellent' : 'rated fair or weak',
      why:
        `commissioning skill ${perCent(skill / world.settings.commissioning.skillStart)} of the usual, ` +
        `balance ${perCent(books.margin[c]!)} of a year's money: a chance of ${perCent(chance)} of good or excellent; ` +
        `the assessor drew ${perCent(draw)}, below the chance is good`,
    });
  }
}

/**
 * Authorisation of a group that takes over a budget, by an assessor who sees its readiness through logistic noise: in full,
 * under directions, or with conditions in between. It judges and changes nothing.
 */
export function authorise(world: World, o: number): void {
  const { will, settings, keys } = world;
  const { fullReadiness, directedReadiness, noise } = settings.assessment;
  const readiness = will.readiness[o]!;
  will.fullAuthorisation[o] = logistic((readiness - fullReadiness) / noise);
  const seen =
    readiness +
    noise * logisticNoise(unit(h3(o, keys.k0[PURPOSE.authorisation]!, keys.k1[PURPOSE.authorisation]!)));
  const grade =
    seen >= fullReadiness ? 'in full' : seen >= directedReadiness ? 'with conditions' : 'under directions';
  world.journal.push({
    week: world.week,
    kind: 'authorisation',
    organisation: nameOfBody(world, o).code,
    description: `authorised ${grade}`,
    why:
      `the assessor saw a readiness of ${perCent(seen)} where it was ${perCent(readiness)}; ` +
      `in full from ${perCent(fullReadiness)} on, under directions below ${perCent(directedReadiness)}`,
  });
}

/** Standard logistic noise at a draw from 0 to 1. */
function logisticNoise(draw: number): number {
  const inside = Math.max(1e-9, Math.min(1 - 1e-9, draw));
  return detLog(inside / (1 - inside));
}
