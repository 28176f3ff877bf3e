import type { Place } from '../../model/place.ts';
import { commissionerCodes, countPeople } from '../place/count-people.ts';
import { ENGLAND_FOLDER, loadPlace } from '../place/load-place.ts';
import { readNamedPlaces } from '../place/named-places.ts';
import { describeProblem, PlaceError } from '../place/place-error.ts';
import { syntheticPlace } from '../place/synthetic.ts';
import { numberedCodes, syntheticCommissioners } from '../place/synthetic-limits.ts';
import { folderRequest } from './folder-place.ts';
import { type Problem, problemOfFile } from './problem.ts';
import type { PlaceChoice } from './scenario.ts';
import { SHIPPED_VOCABULARY } from './shipped-vocabulary.ts';
import type { PlaceSize } from './size.ts';
import type { Vocabulary, VocabularyPlace } from './vocabulary.ts';

/** The shipped places by id. */
export function namedPlaces(): readonly VocabularyPlace[] {
  return readNamedPlaces(ENGLAND_FOLDER);
}

/** The names of this package and of the places that come with it. */
export function vocabularyWithPlaces(): Vocabulary {
  return { ...SHIPPED_VOCABULARY, places: namedPlaces(), commissioners: commissionerCodes() };
}

/** The place that a scenario asks for, or why it cannot be made although it passed all checks. */
export function tryPlace(
  choice: PlaceChoice,
  scenarioFile: string,
): { readonly place: Place } | { readonly problems: readonly Problem[] } {
  try {
    return { place: openPlace(choice, scenarioFile) };
  } catch (error) {
    if (!(error instanceof PlaceError)) throw error;
    const problems = error.problems.map((problem) =>
      problemOfFile(scenarioFile, describeProblem(problem), problem.expected, problem.found),
    );
    return { problems };
  }
}

/** Codes of the trusts within reach of a place; undefined when it cannot be made. */
export function trustCodes(choice: PlaceChoice, scenarioFile: string): readonly string[] | undefined {
  if (choice.kind === 'synthetic') return numberedCodes('T', choice.synthetic.trusts);
  const opened = tryPlace(choice, scenarioFile);
  return 'place' in opened ? opened.place.providers.code : undefined;
}

/** People and organisations of a place, roughly, before it is made; undefined for a folder, which must be read. */
export function sizeOfPlace(choice: PlaceChoice): PlaceSize | undefined {
  switch (choice.kind) {
    case 'synthetic': {
      const { people, practices, trusts } = choice.synthetic;
      return { people, organisations: practices + trusts + syntheticCommissioners(people) };
    }
    case 'named': {
      const place = readNamedPlaces(ENGLAND_FOLDER).find((named) => named.id === choice.id);
      return place === undefined ? undefined : sizeOfPeople(countPeople(place.commissioners));
    }
    case 'commissioners':
      return sizeOfPeople(countPeople(choice.codes));
    case 'folder':
      return undefined;
  }
}

/** A practice for 6,000 people, and the trusts and PCTs, which are few. */
function sizeOfPeople(people: number): PlaceSize {
  return { people, organisations: Math.ceil(people / 6000) + 20 };
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
      const { within, folder } = folderRequest(choice.folder, scenarioFile);
      return loadPlace({ folder }, { within });
    }
  }
}
