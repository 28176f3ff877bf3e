import { crossChecks, placeFaults as unknownPlaces } from './cross-checks.ts';
import { dataFaults } from './faults.ts';
import type { FolderFaults } from './folder-place.ts';
import { namesTrusts } from './merger-checks.ts';
import { normalise, placeChoice } from './normalise.ts';
import { whyNotSettable } from './parameter-schema.ts';
import { parseYaml } from './parse-yaml.ts';
import { placeFaults } from './place-faults.ts';
import { placeSchema } from './place-schema.ts';
import { MAXIMUM_PROBLEMS, type Problem, problemOfFile } from './problem.ts';
import type { PlaceChoice, Scenario } from './scenario.ts';
import { scenarioSchema } from './schema.ts';
import type { Vocabulary } from './vocabulary.ts';

export type LoadedScenario = { readonly scenario: Scenario } | { readonly problems: readonly Problem[] };

/**
 * Reads and checks the text of a scenario file, YAML or JSON.
 *
 * @param file name for the messages. @param folderFaults what is wrong with the folder of tables that a place names;
 *   without it folders are not looked at. @param trustsOf codes of the trusts within reach of a place; undefined = not
 *   known, any code passes. @returns the scenario, or everything that is wrong with it (at most fifty
 *   problems), in the order of the text. Malformed text is reported alone: nothing can be said about its data.
 */
export function loadScenario(
  text: string,
  file: string,
  vocabulary: Vocabulary,
  folderFaults: (folder: string) => FolderFaults = () => NO_FAULTS,
  trustsOf: (place: PlaceChoice) => readonly string[] | undefined = () => undefined,
): LoadedScenario {
  const source = { file, text };
  if (text.trim() === '')
    return { problems: [problemOfFile(file, 'the file is empty', 'a scenario', 'nothing')] };
  const parsed = parseYaml(source);
  if ('problems' in parsed) return parsed;

  const schema = scenarioSchema(vocabulary);
  const written = folderOf(parsed.data);
  const folder = written === undefined ? NO_FAULTS : folderFaults(written);
  const hint = (path: readonly PropertyKey[], key: string) =>
    path[0] === 'parameters' ? whyNotSettable(key, vocabulary) : undefined;
  const place = namedTrustsPlace(parsed.data, vocabulary, folder);
  const trusts = place === undefined ? undefined : trustsOf(place);
  const faults = [
    ...dataFaults(schema, parsed.data, hint),
    ...crossChecks(parsed.data, vocabulary, folder, trusts),
  ];
  if (faults.length === 0 && folder.files.length > 0) return { problems: folder.files };
  if (faults.length === 0) return { scenario: normalise(schema.parse(parsed.data)) };
  const inOrder = placeFaults(source, parsed.document, faults);
  const own = inOrder.filter((problem, index) => !sameProblem(problem, inOrder[index - 1]));
  return { problems: [...own, ...folder.files].slice(0, MAXIMUM_PROBLEMS) };
}

const NO_FAULTS: FolderFaults = { request: [], files: [], commissioners: undefined };

/** The folder that the data name as their place, whatever else is wrong with them. */
function folderOf(data: unknown): string | undefined {
  const place = (data as { place?: unknown } | null)?.place;
  const folder = (place as { folder?: unknown } | null | undefined)?.folder;
  return typeof folder === 'string' && folder !== '' ? folder : undefined;
}

/** The place of data that name trusts by code, where nothing is wrong with the place itself. */
function namedTrustsPlace(
  data: unknown,
  vocabulary: Vocabulary,
  folder: FolderFaults,
): PlaceChoice | undefined {
  const { arms, place } = (data ?? {}) as { arms?: unknown; place?: unknown };
  if (!namesTrusts(arms) || folder.request.length + folder.files.length > 0) return undefined;
  const checked = placeSchema.safeParse(place);
  return checked.success && unknownPlaces(place, vocabulary).length === 0
    ? placeChoice(checked.data)
    : undefined;
}

/** A value can break two rules that are one to the reader, e.g. those of a whole number and of its range. */
function sameProblem(a: Problem, b: Problem | undefined): boolean {
  return b !== undefined && a.path === b.path && a.message === b.message && a.line === b.line;
}
