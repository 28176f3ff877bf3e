import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import * as z from 'zod';
import { type Fact, ROLES, type Role } from './fact.ts';

/** The project's own table of published effects. */
export const FACTS_FILE = fileURLToPath(new URL('../../../data/evidence/facts.yaml', import.meta.url));

/** The table of facts is wrong: says which fact, what was found, what was expected. */
export class FactsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FactsError';
  }
}

const figure = z.number().optional();
const end = z.number().nullable();

const measureSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens'),
    words: z.string().min(1),
    unit: z.string().min(1),
    published: z.strictObject({ value: figure, low: figure, high: figure }).optional(),
    expected: z.enum(['up', 'down', 'none']),
    neutral: z.number().optional(),
    band: z.tuple([end, end]),
    end_inside: z.literal(true).optional(),
    rule: z.enum(['inside', 'includes zero']).optional(),
    half_width_at_most: z.number().positive().optional(),
    cannot: z.string().min(1).optional(),
  })
  .refine(({ band: [from, to] }) => from === null || to === null || from < to, {
    error: 'a band whose first end is below its second',
    path: ['band'],
  })
  .refine(({ band: [from, to], end_inside }) => !end_inside || (from === null) !== (to === null), {
    error: 'for bands with one end alone, as both ends of others are inside',
    path: ['end_inside'],
  });

const factSchema = z
  .strictObject({
    id: z.string().regex(/^[A-Z]\d+$/, 'a letter and a number'),
    role: z.enum(ROLES),
    evidence: z.string().min(1),
    contrast: z.string().min(1),
    metric: z.string().min(1),
    published: z.string().min(1),
    setting: z.string().min(1),
    pair: z.string().min(1),
    band: z.string().min(1),
    sources: z.array(z.string().min(1)).min(1),
    contested_with: z.string().optional(),
    context: z.string().min(1).optional(),
    law_changed_after_miss: z.string().min(1).optional(),
    posed: z.string().min(1).optional(),
    cannot: z.string().min(1).optional(),
    measures: z.array(measureSchema).min(1),
  })
  .refine(({ posed, cannot }) => (posed === undefined) !== (cannot === undefined), {
    error: 'either how it is posed or why it cannot be',
  });

/**
 * Facts of a table.
 * @throws FactsError when the text is no table of facts
 */
export function parseFacts(text: string, where = 'facts'): readonly Fact[] {
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault !== undefined) throw new FactsError(`${where}: ${fault.message}`);
  const parsed = z.array(factSchema).safeParse(document.toJS());
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const [row, ...path] = first!.path;
    const raw = (document.toJS() as readonly { readonly id?: unknown }[] | null)?.[Number(row)];
    throw new FactsError(
      `${where}: ${raw?.id ?? `row ${String(row)}`}, ${path.join('.')}: ${first!.message}`,
    );
  }
  const facts = parsed.data.map(factOf);
  checkIds(facts, where);
  return facts;
}

function factOf(row: z.infer<typeof factSchema>): Fact {
  const { contested_with, law_changed_after_miss, measures, ...rest } = row;
  const { context = null, posed = '', cannot = null, ...words } = rest;
  return {
    ...words,
    contestedWith: contested_with ?? null,
    lawChangedAfterMiss: law_changed_after_miss ?? null,
    context,
    posed,
    cannot,
    measures: measures.map((measure) => ({
      id: measure.id,
      words: measure.words,
      unit: measure.unit,
      published: {
        value: measure.published?.value ?? Number.NaN,
        low: measure.published?.low ?? Number.NaN,
        high: measure.published?.high ?? Number.NaN,
      },
      expected: measure.expected,
      neutral: measure.neutral ?? 0,
      band: measure.band,
      endInside: measure.end_inside ?? false,
      rule: measure.rule ?? 'inside',
      halfWidthAtMost: measure.half_width_at_most ?? null,
      cannot: measure.cannot ?? null,
    })),
  };
}

function checkIds(facts: readonly Fact[], where: string): void {
  const known = new Set<string>();
  for (const { id, measures } of facts) {
    if (known.has(id)) throw new FactsError(`${where}: ${id} stands twice`);
    known.add(id);
    const names = measures.map((measure) => measure.id);
    if (new Set(names).size < names.length) throw new FactsError(`${where}: ${id}: a measure stands twice`);
  }
  for (const { id, contestedWith } of facts) {
    if (contestedWith !== null && !known.has(contestedWith))
      throw new FactsError(`${where}: ${id}, contested_with: no fact ${contestedWith}`);
  }
}

let shipped: readonly Fact[] | undefined;

/** Every published fact, in the order of the table. */
export function allFacts(): readonly Fact[] {
  shipped ??= parseFacts(readFileSync(FACTS_FILE, 'utf8'), FACTS_FILE);
  return shipped;
}

/**
 * Whether parameters may be fitted to a fact. Calibration asks here and refuses a fact to be validated.
 * @throws FactsError when there is no such fact
 */
export function roleOf(id: string): Role {
  const found = allFacts().find((fact) => fact.id === id);
  if (found === undefined)
    throw new FactsError(
      `no fact ${id}: there are ${allFacts()
        .map((fact) => fact.id)
        .join(', ')}`,
    );
  return found.role;
}
