import { dirname, relative, resolve, sep } from 'node:path';
import type { Place } from '../../model/place.ts';
import { ENGLAND_FOLDER, loadPlace } from '../place/load-place.ts';
import { readNamedPlaces } from '../place/named-places.ts';
import { syntheticPlace } from '../place/synthetic.ts';
import type { PlaceChoice } from './scenario.ts';

/** The shipped places by id. */
export function namedPlaces(): readonly { readonly id: string; readonly name: string }[] {
  return readNamedPlaces(ENGLAND_FOLDER);
}

/**
 * The place that a scenario asks for. A folder is relative to the scenario's file, and must lie beside or below that
 * file or inside the working directory.
 *
 * @throws PlaceError if its data cannot be used.
 */
export function openPlace(choice: PlaceChoice, scenarioFile: string): Place {
  switch (choice.kind) {
    case 'synthetic':
      return syntheticPlace(choice.synthetic);
    case 'named':
      return loadPlace({ named: choice.id });
    case 'commissioners':
      return loadPlace({ commissioners: choice.codes });
    case 'folder': {
      const home = resolve(dirname(scenarioFile));
      const folder = resolve(home, choice.folder);
      const within = `${folder}${sep}`.startsWith(`${home}${sep}`) ? home : process.cwd();
      return loadPlace({ folder: relative(within, folder) || '.' }, { within });
    }
  }
}
