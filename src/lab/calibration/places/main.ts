import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ENGLAND_FOLDER } from '../../place/load-place.ts';
import { readPlaceFolder } from '../../place/read-folder.ts';
import { placeArtefactOf } from './place-artefact.ts';

const USAGE = `calibrate:places: fit the rules that fill blank allocations to the primary care trusts whose money is known

  --out FILE   where to write the result (data/calibration/places.json)`;

/** `npm run calibrate:places`. */
function main(): number {
  try {
    const { values } = parseArgs({
      options: {
        out: {
          type: 'string',
          default: fileURLToPath(new URL('../../../../data/calibration/places.json', import.meta.url)),
        },
      },
    });
    const artefact = placeArtefactOf(readPlaceFolder(ENGLAND_FOLDER));
    writeFileSync(values.out, `${JSON.stringify(artefact, null, 2)}\n`);
    console.table(artefact.fit.rows);
    console.log(
      `${artefact.fitted} trusts, residual SD ${(100 * artefact.residualSd).toFixed(1)}%; written to ${values.out}`,
    );
    return 0;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return 2;
  }
}

process.exitCode = main();
