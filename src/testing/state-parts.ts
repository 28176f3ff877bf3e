import { fingerprint } from '../model/state-bytes.ts';
import type { World } from '../model/world.ts';
import { decisionsOf, entriesOf } from './snapshot.ts';

/** A fingerprint of everything that changes in a run, part by part, so that a difference says where it is. */
export function stateParts(world: World): ReadonlyMap<string, string> {
  const { people, ledger, tally, records, organisations, journal, institutions, will, structure } = world;
  const { firstQueue, admissionQueue, diagnostics, ...books } = world.books;
  const state: Record<string, unknown> = {
    'people.records': people.bytes,
    'people.threshold': people.scanner.rareThreshold,
    'books.firstQueue': firstQueue.map(entriesOf),
    'books.admissionQueue': admissionQueue.map(entriesOf),
    'books.diagnostics': decisionsOf(world),
    ledger: ledger.balance,
    records,
    organisations,
    institutions,
    journal,
  };
  for (const [key, value] of Object.entries(books)) state[`books.${key}`] = value;
  for (const [key, value] of Object.entries(tally)) state[`tally.${key}`] = value;
  for (const [key, value] of Object.entries(structure)) state[`structure.${key}`] = value;
  for (const [key, value] of Object.entries(will)) state[`will.${key}`] = value;
  for (const key of ['cells', 'inForce'] as const) state[key] = world[key];
  return new Map(Object.entries(state).map(([part, value]) => [part, fingerprint(value)]));
}

/** Parts in which two worlds differ. */
export function differingParts(a: World, b: World): string[] {
  const there = stateParts(b);
  return [...stateParts(a)].filter(([part, value]) => there.get(part) !== value).map(([part]) => part);
}
