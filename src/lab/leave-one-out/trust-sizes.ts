import { fillProviders } from '../place/fill-providers.ts';
import type { Ground } from '../place/ground.ts';
import { Imputations } from '../place/imputations.ts';
import type { PlaceFacts } from '../place/read-folder.ts';
import { SIZE_COLUMNS } from './attraction.ts';
import { withBlanks } from './blank.ts';
import type { Prediction } from './fit.ts';

/** A published size of trusts and what of their own is kept from the rule that predicts it. */
export interface SizeQuestion {
  readonly id: string;
  readonly label: string;
  readonly size: 'beds' | 'incomePounds';
  /** Columns of providers.csv that say the trust's size. */
  readonly published: readonly string[];
  readonly withheld: readonly string[];
}

const BEDS = ['beds', 'beds_2010_11'];
const INCOME = ['income_pounds', 'income_2010_11_pounds'];

/** The two rules of `fill-providers.ts` for each size: one size from the other, and both from the choice model. */
export const SIZE_QUESTIONS: readonly SizeQuestion[] = [
  { id: 'beds_from_income', label: 'Beds, income known', size: 'beds', published: BEDS, withheld: BEDS },
  {
    id: 'income_from_beds',
    label: 'Income, beds known',
    size: 'incomePounds',
    published: INCOME,
    withheld: INCOME,
  },
  {
    id: 'beds_from_choice',
    label: 'Beds, nothing known',
    size: 'beds',
    published: BEDS,
    withheld: SIZE_COLUMNS,
  },
  {
    id: 'income_from_choice',
    label: 'Income, nothing known',
    size: 'incomePounds',
    published: INCOME,
    withheld: SIZE_COLUMNS,
  },
];

/** Every trust whose size is published, predicted by the fill rules with its own values withheld. */
export function predictSizes(
  facts: PlaceFacts,
  ground: Pick<Ground, 'sites' | 'providers'>,
  wholeCountry: boolean,
  question: SizeQuestion,
  remarksOf: (h: number) => readonly string[],
): readonly Prediction[] {
  const { providers } = facts;
  const predictions: Prediction[] = [];
  for (let h = 0; h < providers.count; h++) {
    if (question.published.every((column) => Number.isNaN(providers.number[column]![h]!))) continue;
    const without = { ...facts, providers: withBlanks(providers, h, question.withheld) };
    const filled = fillProviders(without, ground.sites, wholeCountry, new Set(), new Imputations());
    predictions.push({
      code: filled.code[h]!,
      name: filled.name[h]!,
      actual: ground.providers[question.size][h]!,
      predicted: filled[question.size][h]!,
      remarks: remarksOf(h),
    });
  }
  return predictions;
}
