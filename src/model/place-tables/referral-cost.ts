import { SPECIALTIES } from '../place.ts';
import type { RunInput } from '../run-input.ts';
import type { Settings } from '../settings.ts';
import type { PlaceTables } from '../world.ts';

/**
 * What a referral costs whoever pays for it by case, by specialty: the first visit with its follow-ups, and an operation if
 * one follows, each over the mean cost of all referrals in the base year, at national prices.
 */
export function referralCost(
  input: RunInput,
  { price, followUpRatio, dayCaseShare, conversion }: Settings,
): Pick<PlaceTables, 'visitCost' | 'operationCost'> {
  const visit = price.first.map((first, s) => first + followUpRatio[s]! * price.followUp[s]!);
  const operation = price.dayCase.map(
    (dayCase, s) => dayCaseShare[s]! * dayCase + (1 - dayCaseShare[s]!) * price.inpatient[s]!,
  );
  let all = 0;
  let referrals = 0;
  SPECIALTIES.forEach((specialty, s) => {
    const share = input.parameters[`specialty_share_${specialty}`]!;
    all += share * (visit[s]! + conversion[s]! * operation[s]!);
    referrals += share;
  });
  const mean = all / referrals;
  return {
    visitCost: visit.map((pounds) => pounds / mean),
    operationCost: operation.map((pounds) => pounds / mean),
  };
}
