import { SETTINGS } from '../../model/institutions/settings.ts';
import type { DataFault } from './faults.ts';
import { isMapping, keyFault } from './written-data.ts';

/** Settings that hold once for the whole place, given to a part of it or to a primary care trust. */
export function nationalSettingFaults(
  entry: Readonly<Record<string, unknown>>,
  path: readonly PropertyKey[],
): readonly DataFault[] {
  return ['parts', 'organisations'].flatMap((whom) => {
    const settingsOf = entry[whom];
    if (!isMapping(settingsOf)) return [];
    return Object.entries(settingsOf).flatMap(([name, settings]) =>
      isMapping(settings)
        ? Object.keys(settings)
            .filter((key) => NATIONAL.includes(key))
            .map((key) => keyFault([...path, whom, name], key, EXPECTED, SUGGESTION))
        : [],
    );
  });
}

const NATIONAL = SETTINGS.filter(({ readers }) => readers.includes('nation')).map(({ path }) => path);
const EXPECTED = 'a setting that can differ within a place';
const SUGGESTION = 'It holds for the nation: write it under set.';
