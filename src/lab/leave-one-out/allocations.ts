import { FINANCIAL_YEARS } from '../../model/place.ts';
import { fitAllocations } from '../calibration/places/allocations.ts';
import { type AllocationRule, allocationRule } from '../place/allocation-rule.ts';
import { fillCommissioners } from '../place/fill-commissioners.ts';
import { fillPractices } from '../place/fill-practices.ts';
import { fillZones } from '../place/fill-zones.ts';
import { type Ground, residents2007 } from '../place/ground.ts';
import { Imputations } from '../place/imputations.ts';
import { MONEY_YEARS } from '../place/national-averages.ts';
import type { PlaceFacts } from '../place/read-folder.ts';
import { withBlanks } from './blank.ts';
import type { Prediction } from './fit.ts';

export type FinancialYear = (typeof FINANCIAL_YEARS)[number];

const COLUMNS = FINANCIAL_YEARS.map((year) => `allocation_${year.replace('-', '_')}_pounds`);

/** What the rule for blank allocations is, of facts in which some are withheld. */
export type RuleOf = (facts: PlaceFacts) => AllocationRule;

/** The rule fitted again to the allocations that are left: its exponents, and England's sums that no source gives. */
export const REFITTED: RuleOf = (facts) => allocationRule(fitAllocations(facts).rows);

/**
 * Allocations per head (pounds, residents of mid-2007) of the commissioners of which they are known, each predicted with
 * all its own years withheld, from the figures that are filled and from the rule that fills them; by year.
 *
 * @param asked commissioners of which it is wanted; all without it
 */
export function predictAllocations(
  facts: PlaceFacts,
  ground: Pick<Ground, 'commissioners'>,
  wholeCountry: boolean,
  remarksOf: (c: number) => readonly string[],
  ruleOf: RuleOf = REFITTED,
  asked?: ReadonlySet<string>,
): ReadonlyMap<FinancialYear, readonly Prediction[]> {
  const zones = fillZones(facts, new Imputations());
  const practices = fillPractices(facts, zones, new Imputations());
  const predictions = new Map<FinancialYear, Prediction[]>(FINANCIAL_YEARS.map((year) => [year, []]));
  const { commissioners } = facts;
  for (let c = 0; c < commissioners.count; c++) {
    const known = COLUMNS.map((column) => commissioners.number[column]![c]!);
    if (known.every((pounds) => Number.isNaN(pounds))) continue;
    if (asked !== undefined && !asked.has(commissioners.text.code![c]!)) continue;
    const without = { ...facts, commissioners: withBlanks(commissioners, c, COLUMNS) };
    const rule = ruleOf(without);
    const filled = fillCommissioners(without, zones, practices, wholeCountry, new Imputations(), rule);
    const people = residents2007(ground.commissioners, c);
    FINANCIAL_YEARS.forEach((year, y) => {
      if (Number.isNaN(known[y]!)) return;
      predictions.get(year)!.push({
        code: filled.code[c]!,
        name: filled.name[c]!,
        actual: known[y]! / people,
        predicted: filled.allocationPounds[c * MONEY_YEARS + y]! / people,
        remarks: remarksOf(c),
      });
    });
  }
  return predictions;
}
