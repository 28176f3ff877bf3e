import { costMeans, costOf, predictedOfRow, rowOf } from '../../model/behaviour/expected-cost.ts';
import { bodyOfPerson, institutionsOfPerson } from '../../model/organisations/membership.ts';
import { LIFE, RISK_SHIFT } from '../../model/population/people.ts';
import type { World } from '../../model/world.ts';

/**
 * What systems are paid for the people who joined them by themselves, over what these are expected to cost, as a share of
 * what is paid: the money by the formula in force less the cost by age, sex, deprivation, diagnoses and the latent risk
 * that nobody sees. NaN where nobody has joined one.
 */
export function selectionProfit(world: World): number {
  const { people, books, hazards, costs, will } = world;
  const means = costMeans(world);
  let paid = 0;
  let cost = 0;
  books.systemOf.forEach((own, i) => {
    if (own === 0 || people.life(i) !== LIFE.present || bodyOfPerson(world, i) < 0) return;
    const row = rowOf(people, i);
    const raw = costOf(hazards, costs, row, people.conditions(i));
    const seen = raw * will.meanRiskByClass[people.ageClass(i)]!;
    const { formula } = institutionsOfPerson(world, i).riskAdjustment;
    paid += predictedOfRow(formula, means, row, seen);
    cost += raw * hazards.riskBins[people.traits(i) >> RISK_SHIFT]!;
  });
  return paid === 0 ? Number.NaN : (paid - cost) / paid;
}
