import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvText } from '../results/csv.ts';
import { forestPlot } from './forest-plot.ts';
import { EFFECTS_HEADER, effectRows, FACTS_HEADER, factRows, type JudgedSet } from './tables.ts';

/** Write facts.csv, facts-effects.csv and a forest plot for each set of parameters; the paths written. */
export function writeFacts(folder: string, sets: readonly JudgedSet[]): readonly string[] {
  const files: [string, string][] = [
    ['facts.csv', [...csvText(FACTS_HEADER, factRows(sets))].join('')],
    ['facts-effects.csv', [...csvText(EFFECTS_HEADER, effectRows(sets))].join('')],
    ...sets.map(({ set, facts }): [string, string] => [
      set === 'shipped' ? 'facts.svg' : `facts-${set}.svg`,
      forestPlot(facts, `Published effects and the model’s${set === 'shipped' ? '' : `, ${set} parameters`}`),
    ]),
  ];
  return files.map(([name, body]) => {
    const file = join(folder, name);
    writeFileSync(file, body);
    return file;
  });
}
