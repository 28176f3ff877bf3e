import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { PARAMETERS } from '../../model/evidence/parameters.ts';
import { EFFECT_IDS, factFigure } from '../calibration/fact-figures.ts';
import { allFacts } from '../facts/index.ts';
import { QUESTIONS } from '../facts/questions/questions.ts';
import { OptionError } from '../study/options.ts';

const rowSchema = z.strictObject({
  row: z.string().describe('Row of the evidence that is free, within its range.'),
  figure: z.string().describe('Figure of a fact, as `fact measure`; its target is the middle of its band.'),
  tolerance: z.number().positive().describe('How near is near enough, in the unit of the figure.'),
  rises: z.boolean().describe('Whether the figure rises with the row.'),
  digits: z.int().min(0).max(6).describe('Decimals to which the row is rounded.'),
  source: z.string().describe('What the band rests on.'),
});

const specSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  seed: z.string(),
  replicates: z.int().min(1).max(100),
  rounds: z.int().min(1).max(50),
  rows: z.array(rowSchema).min(1),
});

/** Rows that are fitted to figures of facts, one to one. */
export type FitSpec = Readonly<Omit<z.infer<typeof specSchema>, 'rows'>> & {
  readonly rows: readonly FitRow[];
};
export interface FitRow extends Readonly<z.infer<typeof rowSchema>> {
  /** Middle of the band of the figure in the table of facts. */
  readonly target: number;
}

/** @throws OptionError when the file cannot be read, is not as asked, or fits to what must emerge */
export function readFitSpec(file: string): FitSpec & { readonly sha256: string } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new OptionError(`${file}: cannot be read`);
  }
  return { ...checkFitSpec(parse(text), file), sha256: createHash('sha256').update(text).digest('hex') };
}

/** The same of what the file holds. */
export function checkFitSpec(data: unknown, file: string): FitSpec {
  const read = specSchema.safeParse(data);
  if (!read.success) throw new OptionError(`${file}: ${z.prettifyError(read.error)}`);
  const seen = new Set<string>();
  const rows = read.data.rows.map((asked): FitRow => {
    const { row, figure } = asked;
    const [id] = figure.split(' ');
    const fact = allFacts().find((known) => known.id === id);
    if (!PARAMETERS.some(({ id }) => id === row))
      throw new OptionError(`${file}: row ${row}: there is no such row`);
    if (seen.has(row)) throw new OptionError(`${file}: row ${row}: fitted twice`);
    seen.add(row);
    if (fact === undefined) throw new OptionError(`${file}: figure ${figure}: there is no fact ${id}`);
    if (fact.role !== 'calibrate')
      throw new OptionError(`${file}: figure ${figure}: ${id} is there to validate; nothing is fitted to it`);
    if (!QUESTIONS.some(({ facts }) => facts.includes(fact.id)))
      throw new OptionError(`${file}: figure ${figure}: ${id} cannot be posed`);
    const target = EFFECT_IDS.includes(figure) ? factFigure(figure)?.target : undefined;
    if (target === undefined)
      throw new OptionError(
        `${file}: figure ${figure}: ${id} has no such figure with a closed band about another middle than nought`,
      );
    return { ...asked, target };
  });
  return { ...read.data, rows };
}
