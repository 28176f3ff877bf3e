import type { BodyEvent } from './body-events.ts';
import { ExplainError } from './csv-records.ts';
import type { LeverRow } from './lever-rows.ts';

/**
 * An organisation that these results know but that has nothing to show: a body that decides through its members, or one
 * of another arm.
 */
export function refuseAbsent(
  rows: readonly LeverRow[],
  inArm: readonly LeverRow[],
  asked: string,
  bodies: readonly BodyEvent[],
): void {
  const wanted = asked.toLowerCase();
  const decides = (row: LeverRow): boolean =>
    [row.code, row.name].some((name) => name.toLowerCase() === wanted);
  if (inArm.some(decides)) return;
  const codes = new Set(bodies.filter((event) => isCalled(event, wanted)).map(({ code }) => code));
  const events = bodies.filter(({ code }) => codes.has(code));
  const here = new Set(inArm.map((row) => row.arm));
  const elsewhere = [...rows.filter(decides), ...events]
    .map((one) => one.arm)
    .filter((name) => !here.has(name));
  const own = events.filter(({ arm }) => here.has(arm));
  if (own.length > 0) throw new ExplainError(throughMembers(own, inArm));
  if (elsewhere.length === 0) return;
  const arms = [...new Set(elsewhere)];
  throw new ExplainError(
    `${asked} is in ${arms.length === 1 ? 'arm' : 'arms'} ${arms.map((name) => `"${name}"`).join(', ')}, ` +
      `not in ${[...here].map((name) => `"${name}"`).join(', ')}`,
  );
}

/** Whether a body goes by a name: its code, that of one of its books, or its name, with which descriptions begin. */
function isCalled({ code, description }: BodyEvent, wanted: string): boolean {
  const own = code.toLowerCase();
  const told = description.toLowerCase();
  return (
    wanted.replace(/-(buying|providing)$/, '') === own ||
    (wanted !== '' && (told.startsWith(`${wanted} (`) || told.startsWith(`${wanted}: `)))
  );
}

/** What became of a body that has no lever of its own, and whom to ask instead. */
function throughMembers(events: readonly BodyEvent[], rows: readonly LeverRow[]): string {
  const { code } = events[0]!;
  const told = events.map(
    ({ arm, week, kind, description }) => `  ${arm}, week ${week}: ${kind}: ${description}`,
  );
  const named = (row: LeverRow): boolean =>
    events.some((event) => event.arm === row.arm && isMember(event, row));
  const members = [...new Set(rows.filter(named).map((row) => row.code))];
  const ask =
    members.length === 0
      ? ' Practices have levers, under codes of their own.'
      : ` Ask for one of them: ${someOf(members)}.`;
  return `${code} has no lever of its own: it decides through its members.${ask}\n${told.join('\n')}`;
}

/** Whether an organisation is named as a member; the list of members ends at the first semicolon. */
function isMember({ kind, description }: BodyEvent, { name }: LeverRow): boolean {
  return (
    (kind === 'body founded' || kind === 'body grows') &&
    `, ${description.split(';')[0]!.replace(/^.*?\): /, '')}, `.includes(`, ${name}, `)
  );
}

/** At most eight names. */
export function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(', ');
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}
