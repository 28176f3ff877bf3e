import type { Parameter } from '../../model/evidence/parameters.ts';
import { MENTIONS, SIZED_BY } from '../../model/evidence/sized-by.ts';
import type { Fact } from './fact.ts';

/** Words by which a source may name the study of a fact without its address. */
const NAMES: Readonly<Record<string, RegExp>> = {
  B02: /demand elasticity|elasticity of (?:hospital )?demand/i,
  B04: /competition|rivals/i,
  B05: /broken hips?.*competition|competition.*broken hips?/i,
  B06: /readmissions? after planned|hip and knee replacements? .*competition/i,
  B07: /internal market|(?:negotiated|bargained) prices?|prices? .*(?:negotiated|bargained)/i,
  B10: /blocks? to the tariff|introduction of the tariff/i,
  B13: /fundhold/i,
  B15: /practice-based commissioning|indicative budgets?|budgets? on paper/i,
  B18: /mergers? of trusts|trust mergers?|hospital mergers?/i,
  B21: /targets? and terror|26 weeks/i,
  B24: /scottish waits?|waits? in scotland|between (?:the four|uk) countries/i,
  B28: /marginal rate/i,
  B31: /case[- ]manage|integrated care pilots?|community matrons?/i,
  B37: /vertical integration|community (?:services )?(?:and|with) acute|mergers? of community/i,
  B38: /kaiser|prepaid/i,
  B43: /medicare advantage|risk adjustment leaves|favou?rable selection/i,
  B45: /elected boards?/i,
  B50: /trusts in deficit/i,
};

/**
 * Rows whose source names the study of a published effect, by address or in words, while the table of sizings says
 * neither that they were sized by it nor what else they take from it: `row: fact`.
 */
export function untoldSizings(rows: readonly Parameter[], facts: readonly Fact[]): readonly string[] {
  const told = new Set([
    ...SIZED_BY.flatMap((sizing) => sizing.rows.map((row) => `${row}: ${sizing.fact}`)),
    ...MENTIONS.map(({ row, fact }) => `${row}: ${fact}`),
  ]);
  return facts
    .flatMap((fact) => rows.filter(({ source }) => names(source, fact)).map(({ id }) => `${id}: ${fact.id}`))
    .filter((pair) => !told.has(pair));
}

function names(source: string, { id, sources }: Fact): boolean {
  return sources.some((one) => source.includes(one.split(' ')[0]!)) || (NAMES[id]?.test(source) ?? false);
}
