import type { Part } from '../../model/institutions/by-part.ts';
import { type Cells, cellsOf } from '../../model/institutions/in-force.ts';
import type { Reader } from '../../model/institutions/readers.ts';
import { SETTINGS, type SettingValues } from '../../model/institutions/settings.ts';
import {
  cellsNamed,
  isNobody,
  readersAmong,
  type Standing,
  standingIn,
} from '../../model/institutions/standing.ts';
import type { Place } from '../../model/place.ts';
import { entriesOf } from './arm-entries.ts';
import type { DataFault } from './faults.ts';
import type { Arm } from './scenario.ts';
import { warning } from './warning.ts';

/**
 * Settings of a part of the place, or of a primary care trust, that nobody there reads, that only some of those read who
 * should, or that hold for the whole place as whoever reads them stands there.
 *
 * @param bodies whether any may form in the arm
 */
export function partWarnings(arm: Arm, index: number, place: Place, bodies: boolean): readonly DataFault[] {
  const cells = cellsOf(place, 0);
  const all = standing(place, cells, null, null);
  return entriesOf(arm, index).flatMap(({ changes, path }) => [
    ...Object.entries(changes.parts).flatMap(([part, set]) =>
      inOne(set, [...path, 'parts', part], `the ${part} part`, standing(place, cells, part as Part, null)),
    ),
    ...Object.entries(changes.organisations).flatMap(([code, set]) =>
      inOne(set, [...path, 'organisations', code], `the area of ${code}`, standing(place, cells, null, code)),
    ),
  ]);

  function inOne(
    set: SettingValues,
    path: readonly PropertyKey[],
    where: string,
    here: Standing,
  ): readonly DataFault[] {
    return Object.keys(set).flatMap((key) => {
      const { readers } = SETTINGS.find((setting) => setting.path === key)!;
      const message = whatIsRead(readers, where, here, all, bodies);
      return message === null ? [] : [warning([...path, key], message)];
    });
  }
}

/** What is to be said of who reads a setting somewhere; null = whoever should. */
function whatIsRead(
  readers: readonly Reader[],
  where: string,
  here: Standing,
  all: Standing,
  bodies: boolean,
): string | null {
  const reading = readersAmong(here, readers, bodies);
  const everywhere = readersAmong(all, readers, bodies);
  const missing = [
    ...(reading.practices === 0 && everywhere.practices > 0
      ? ['no practice has most of its people there']
      : []),
    ...(reading.commissioners.length === 0 && everywhere.commissioners.length > 0
      ? ['no primary care trust has most of its people there']
      : []),
    ...(reading.trusts.length === 0 && everywhere.trusts.length > 0
      ? ['no trust has its main site there']
      : []),
  ].join(', ');
  const goesBy = `it goes by ${readersText(bodies ? readers : withoutBodies(readers))}`;
  if (isNobody(everywhere))
    return readers.length === 0
      ? 'has no effect: it has one value'
      : `has no effect: ${goesBy}, and none forms in this arm`;
  if (isNobody(reading)) return `has no effect in ${where}: ${goesBy}, and ${missing}`;
  const names = [...reading.commissioners, ...reading.trusts];
  if (missing !== '') {
    const who = reading.practices > 0 ? ['its practices', ...names] : names;
    return `holds in ${where} for ${listed(who)} alone: ${goesBy}, and ${missing}`;
  }
  const whole = [...everywhere.commissioners, ...everywhere.trusts].length === names.length;
  if (reading.practices === 0 && whole && here.practices < all.practices)
    return `holds for the whole place, not for ${where} alone: ${goesBy}, and all of them (${listed(names)}) are there`;
  return null;
}

function standing(place: Place, cells: Cells, part: Part | null, commissioner: string | null): Standing {
  const parts = cellsNamed(place, part, commissioner).map((cell) => standingIn(place, cells, cell));
  return {
    practices: parts.reduce((sum, { practices }) => sum + practices, 0),
    commissioners: parts.flatMap(({ commissioners }) => commissioners),
    trusts: parts.flatMap(({ trusts }) => trusts),
  };
}

/** Where none may form nobody waits for them, unless nobody else reads it. */
function withoutBodies(readers: readonly Reader[]): readonly Reader[] {
  const others = readers.filter((reader) => reader !== 'body');
  return others.length === 0 ? readers : others;
}

/** Readers in words: `practices, primary care trusts and trusts`. */
export function readersText(readers: readonly Reader[]): string {
  return listed(readers.map((reader) => WORDS[reader]));
}

const WORDS: Readonly<Record<Reader, string>> = {
  practice: 'practices',
  commissioner: 'primary care trusts',
  trust: 'trusts',
  body: 'bodies',
  nation: 'the whole place',
};

/** At most six names: `a, b and c`. */
function listed(names: readonly string[]): string {
  const shown = names.length > 6 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
