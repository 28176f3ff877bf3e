import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultParameterValues } from '../../../model/evidence/parameters.ts';
import { type TableArtefact, tableArtefactOf } from './table-artefact.ts';
import { loadTableSpec } from './table-spec.ts';

const USAGE = `calibrate:tables: solve rows of the evidence for what was published, by expected values, without simulation

  --spec FILE  which rows, for which figures (data/calibration/tables.yaml)
  --out FILE   where to write the result (data/calibration/tables.json)

Ends with 2 when an option or the file is wrong, or a figure cannot be reached within the plausible ranges.`;

/** `npm run calibrate:tables`. */
function main(): number {
  try {
    const { values } = parseArgs({
      options: {
        spec: { type: 'string', default: shipped('tables.yaml') },
        out: { type: 'string', default: shipped('tables.json') },
      },
    });
    const text = readFileSync(values.spec, 'utf8');
    const loaded = loadTableSpec(text, values.spec);
    if ('problems' in loaded) {
      for (const { line, column, message } of loaded.problems)
        console.error(`${values.spec}:${line}:${column}: ${message}`);
      return 2;
    }
    const artefact = tableArtefactOf(loaded.spec, text, defaultParameterValues(), 'npm run calibrate:tables');
    writeFileSync(values.out, `${JSON.stringify(artefact, null, 2)}\n`);
    print(artefact);
    console.log(`written to ${values.out}; npm run calibrate:rows sets the rows to what it says`);
    return 0;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return 2;
  }
}

function print({ steps, fit }: TableArtefact): void {
  const inForce = defaultParameterValues();
  console.table(
    steps.map(({ name, figure, published, before, model, moved }) => ({
      name,
      figure,
      published,
      before,
      model,
      moved,
    })),
  );
  console.table(
    Object.entries(fit.rows).map(([row, value]) => ({ row, solved: value, 'in force': inForce[row] })),
  );
}

function shipped(file: string): string {
  return fileURLToPath(new URL(`../../../../data/calibration/${file}`, import.meta.url));
}

process.exitCode = main();
