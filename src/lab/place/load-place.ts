import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Place } from '../../model/place.ts';
import { nearestSpelling } from '../nearest-spelling.ts';
import { cutPlace } from './cut-place.ts';
import { makeGround } from './ground.ts';
import { type NamedPlace, readNamedPlaces } from './named-places.ts';
import { PlaceError } from './place-error.ts';
import { folderWithin, readPlaceFolder } from './read-folder.ts';

/** Which place: one of the named ones, some primary care trusts by code, or a folder of tables. */
export type PlaceSpec =
  | { readonly named: string }
  | { readonly commissioners: readonly string[] }
  | { readonly folder: string };

export interface LoadOptions {
  /** Folder with the compiled England tables; by default the one shipped. */
  readonly dataFolder?: string;
  /** Folder that a user's folder must lie in; by default the working directory. */
  readonly within?: string;
  /**
   * Providers whose own beds, income and consultants count as unknown, so that they can be predicted without being
   * an input (leave-one-out). Their attraction is then the mean of their kind.
   */
  readonly withheldProviders?: readonly string[];
}

/** The compiled England tables that come with the program. */
export const ENGLAND_FOLDER = fileURLToPath(new URL('../../../data/england', import.meta.url));

/**
 * Makes a place from the shipped facts of England or from a user's folder: reads, checks, fills what is blank, rakes,
 * registers people with practices and finds the hospitals in reach.
 *
 * @throws PlaceError with every problem found.
 */
export function loadPlace(spec: PlaceSpec, options: LoadOptions = {}): Place {
  const withheld = new Set(options.withheldProviders ?? []);
  if ('folder' in spec) {
    const folder = folderWithin(options.within ?? process.cwd(), spec.folder);
    const facts = readPlaceFolder(folder);
    const ground = makeGround(facts, false, withheld);
    return cutPlace(facts, ground, { ...identify(folder), origin: 'folder', commissioners: null, withheld });
  }
  const dataFolder = options.dataFolder ?? ENGLAND_FOLDER;
  const asked = 'named' in spec ? findNamed(dataFolder, spec.named) : unnamed(spec.commissioners);
  const facts = readPlaceFolder(dataFolder);
  checkCodes(asked.commissioners, facts.commissioners.text.code);
  const ground = makeGround(facts, true, withheld);
  return cutPlace(facts, ground, {
    id: asked.id,
    name: asked.name,
    origin: 'england',
    commissioners: asked.commissioners.length === 0 ? null : new Set(asked.commissioners),
    withheld,
  });
}

/** A folder's place is called after the folder, unless its name.txt says otherwise. */
function identify(folder: string): { id: string; name: string } {
  const id = basename(folder);
  try {
    const name = readFileSync(join(folder, 'name.txt'), 'utf8').trim().slice(0, 200);
    return { id, name: name || id };
  } catch {
    return { id, name: id };
  }
}

function findNamed(dataFolder: string, id: string): NamedPlace {
  const places = readNamedPlaces(dataFolder);
  const found = places.find((place) => place.id === id);
  if (found) return found;
  const ids = places.map((place) => place.id);
  const near = nearestSpelling(id, ids);
  throw new PlaceError([
    {
      file: '',
      line: 0,
      column: 'place',
      found: JSON.stringify(id),
      expected: `${near ? `"${near}"? Or ` : ''}one of ${ids.join(', ')}`,
    },
  ]);
}

function unnamed(codes: readonly string[]): NamedPlace {
  if (codes.length === 0) {
    const expected = 'at least one code of a primary care trust';
    throw new PlaceError([{ file: '', line: 0, column: 'place', found: 'an empty list', expected }]);
  }
  const sorted = [...new Set(codes)].sort();
  return { id: sorted.join('-').toLowerCase(), name: sorted.join(', '), commissioners: sorted, note: '' };
}

function checkCodes(asked: readonly string[], known: readonly string[]): void {
  const problems = asked
    .filter((code) => !known.includes(code))
    .map((code) => ({
      file: '',
      line: 0,
      column: 'place',
      found: JSON.stringify(code),
      expected: `the code of a primary care trust of 2010-13${hint(code, known)}`,
    }));
  if (problems.length > 0) throw new PlaceError(problems);
}

function hint(code: string, known: readonly string[]): string {
  const near = nearestSpelling(code, known);
  return near ? `, such as ${near}` : '';
}
