import { detExp } from '../../kernel/deterministic-math.ts';
import { type LeverLaw, scaleAtRest } from '../../model/behaviour/will/adapt.ts';
import type { Lever } from '../../model/behaviour/will/lever.ts';
import { leverLaws } from '../../model/behaviour/will/lever-laws.ts';
import { LEVERS } from '../../model/behaviour/will/levers.ts';
import { ANCHORS, LEVER_MONEY } from '../../model/evidence/anchors.ts';
import {
  defaultParameterValues,
  PARAMETERS,
  type Parameter,
  parameterValue,
} from '../../model/evidence/parameters.ts';

/** What is known of one lever and of the law that moves it, at the default parameters. */
export interface LeverFacts {
  readonly id: string;
  readonly lever: Lever;
  readonly law: LeverLaw;
  /** Marginal pay-off over which the step turns. */
  readonly scale: number;
  /** Bounds of the level over its reference. */
  readonly lowest: number;
  readonly highest: number;
  /** Pay-off at rest on each calibration, share of the money base; undefined where it was not calibrated. */
  readonly restUnderSplit: number | undefined;
  readonly restUnderBoards: number | undefined;
  /** Pounds of one unit of the money base, national mean of the base years; undefined where it was not measured. */
  readonly basePounds: number | undefined;
  /** Change of ln x in the long run for a pay-off higher by one money base: `1 / (2 k)` at the reference. */
  readonly answer: number;
  /** Change of ln x in the long run if prices were a tenth higher and costs the same. */
  readonly answerToPrices: number | undefined;
  /** Whether the pay-off at rest is larger than the stiffness on either calibration: badly specified. */
  readonly suspicious: boolean;
  /** The parameters of the law, with their standing. */
  readonly parameters: readonly Parameter[];
}

/** Every lever, in the order of the catalogue. */
export function leverFacts(): readonly LeverFacts[] {
  const values = defaultParameterValues();
  const laws = leverLaws(values);
  const least = parameterValue(values, 'lever_scale');
  return LEVERS.map((lever, n) => {
    const law = laws[n]!;
    // Nobody may have had the lever in the base years.
    const measured = LEVER_MONEY[lever.id];
    const money = measured !== undefined && measured.basePounds > 0 ? measured : undefined;
    const answer = 1 / (2 * law.stiffness);
    const rests = [ANCHORS.split[lever.id], ANCHORS.boards[lever.id]] as const;
    return {
      id: lever.id,
      lever,
      law,
      scale: scaleAtRest(least, law, lever.review),
      lowest: detExp(law.low),
      highest: detExp(law.high),
      restUnderSplit: rests[0],
      restUnderBoards: rests[1],
      basePounds: money?.basePounds,
      answer,
      answerToPrices: money === undefined ? undefined : money.dearer * answer,
      suspicious: rests.some((d0) => d0 !== undefined && Math.abs(d0) > law.stiffness),
      parameters: parametersOf(lever),
    };
  });
}

/** Rows of a lever's law: one of its own before that of all levers. */
function parametersOf(lever: Lever): readonly Parameter[] {
  const own = (stem: string): string[] => [`${stem}_${lever.id}`, stem];
  return [
    own('lever_stiffness'),
    [`lever_step_${lever.id}`, `lever_step_${lever.pace}`],
    ['lever_scale'],
    own('lever_lowest'),
    own('lever_highest'),
    own('lever_observed_growth'),
  ].flatMap((ids) => {
    const id = ids.find((candidate) => PARAMETERS.some((row) => row.id === candidate));
    return PARAMETERS.filter((row) => row.id === id);
  });
}
