import { straightLineKm } from '../place/geography.ts';
import { type Ground, residents2007 } from '../place/ground.ts';
import { ENGLAND_TRUST_BEDS, ENGLAND_TRUST_INCOME_POUNDS } from '../place/national-averages.ts';
import type { PlaceFacts } from '../place/read-folder.ts';

/** Rivals within this distance share a catchment. */
const NEAR_KM = 10;
/** Income per bed so far above or below England's says that beds are not the measure of what a trust does. */
const MUCH = 1.35;
/** Deprivation scores of 2007 in the highest and the lowest tenth of primary care trusts. */
const DEPRIVED = 38;
const AFFLUENT = 12;
const SMALL_PEOPLE = 130_000;

/** What sets a trust apart, in words: computed, not judged. */
export function trustRemarks(facts: PlaceFacts, ground: Ground): (h: number) => readonly string[] {
  const { providers, sites } = ground;
  const perBed = ENGLAND_TRUST_INCOME_POUNDS / ENGLAND_TRUST_BEDS;
  const outside = new Map(
    (facts.choice.text.provider_code ?? []).map((code, row) => [
      code,
      facts.choice.number.outside_planned_share![row]!,
    ]),
  );
  return (h) => {
    const remarks: string[] = [];
    if (providers.specialist[h] === 1) remarks.push('specialist');
    if (providers.emergency[h] === 0) remarks.push('takes no emergencies');
    const own = Array.from(sites.provider).filter((provider) => provider === h).length;
    if (own > 1) remarks.push(`${own} sites`);
    const near = Array.from(providers.code.keys()).filter(
      (other) =>
        other !== h &&
        providers.specialist[other] === 0 &&
        straightLineKm(
          providers.latitude[h]!,
          providers.longitude[h]!,
          providers.latitude[other]!,
          providers.longitude[other]!,
        ) <= NEAR_KM,
    ).length;
    if (near > 0) remarks.push(`${near} general ${near === 1 ? 'trust' : 'trusts'} within ${NEAR_KM} km`);
    const ratio = providers.incomePounds[h]! / providers.beds[h]! / perBed;
    if (ratio > MUCH || ratio < 1 / MUCH) remarks.push(`income a bed ${ratio.toFixed(2)} of England's`);
    if (facts.providers.text.region![h] === 'London') remarks.push('London');
    const abroad = outside.get(providers.code[h]!) ?? 0;
    if (abroad > 0) remarks.push(`${Math.round(100 * abroad)}% from Wales`);
    return remarks;
  };
}

/** What sets a commissioner apart, in words. */
export function commissionerRemarks(facts: PlaceFacts, ground: Ground): (c: number) => readonly string[] {
  return (c) => {
    const remarks: string[] = [];
    if (facts.commissioners.text.region![c] === 'London') remarks.push('London');
    const score = facts.commissioners.number.deprivation_score![c]!;
    if (score >= DEPRIVED) remarks.push(`very deprived (${score.toFixed(0)})`);
    if (score <= AFFLUENT) remarks.push(`very affluent (${score.toFixed(0)})`);
    const people = residents2007(ground.commissioners, c);
    if (people < SMALL_PEOPLE) remarks.push(`${Math.round(people / 1000)},000 residents`);
    return remarks;
  };
}
