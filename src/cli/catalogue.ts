import { nearestSpelling } from '../lab/nearest-spelling.ts';
import { styled } from './style.ts';
import { type Column, textTable } from './table.ts';
import { UsageError } from './usage-error.ts';

/** A list of things with ids, and how to show all, some or one of them. */
export interface Catalogue<Entry extends { readonly id: string }> {
  /** What an entry is called, e.g. `metric`. */
  readonly kind: string;
  readonly entries: readonly Entry[];
  /** Id of one entry, or a part of what is searched in several; undefined = all. */
  readonly asked: string | undefined;
  /** Text of an entry that is searched for what was asked; default: its id. */
  readonly searched?: (entry: Entry) => string;
  readonly groupOf: (entry: Entry) => string;
  readonly columns: readonly (Column & { readonly cell: (entry: Entry) => string })[];
  /** Everything about an entry: labelled lines, or text that is laid out already. */
  readonly details: (entry: Entry) => string | readonly (readonly [label: string, text: string])[];
}

/** Prints all entries by group, those in which what was asked is found, or everything about the one asked for. */
export async function printCatalogue<Entry extends { readonly id: string }>(
  list: Catalogue<Entry>,
): Promise<void> {
  const asked = list.asked?.toLowerCase();
  const exact = list.entries.find((entry) => entry.id.toLowerCase() === asked);
  const textOf = list.searched ?? ((entry: Entry) => entry.id);
  const chosen =
    exact !== undefined
      ? [exact]
      : list.entries.filter((entry) =>
          textOf(entry)
            .toLowerCase()
            .includes(asked ?? ''),
        );
  if (chosen.length === 0) throw unknownEntry(list);
  if (chosen.length > 1) process.stdout.write(groupedText(list, chosen));
  else {
    const details = list.details(chosen[0]!);
    process.stdout.write(typeof details === 'string' ? details : detailText(details));
  }
}

/** That nothing is called what was asked for, with the nearest id. */
export function unknownEntry(
  list: Pick<Catalogue<{ readonly id: string }>, 'asked' | 'entries' | 'kind'>,
): UsageError {
  const nearest = nearestSpelling(
    list.asked ?? '',
    list.entries.map((entry) => entry.id),
  );
  const hint = nearest === undefined ? `lhe ${list.kind}s lists them.` : `Did you mean ${nearest}?`;
  return new UsageError(`no ${list.kind} is called "${list.asked}". ${hint}`);
}

function detailText(details: readonly (readonly [string, string])[]): string {
  const width = Math.max(...details.map(([label]) => label.length));
  return details.map(([label, text]) => `${styled('bold', label.padEnd(width))}  ${text}\n`).join('');
}

function groupedText<Entry extends { readonly id: string }>(
  list: Catalogue<Entry>,
  chosen: readonly Entry[],
): string {
  const groups = [...new Set(chosen.map(list.groupOf))];
  return groups
    .map((group) => {
      const rows = chosen
        .filter((entry) => list.groupOf(entry) === group)
        .map((entry) => list.columns.map((column) => column.cell(entry)));
      return `${styled('bold', group)}\n${textTable(list.columns, rows)}\n`;
    })
    .join('\n');
}
