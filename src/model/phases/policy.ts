import { shareOutAllocations } from '../behaviour/dowry.ts';
import { cellAhead, cellCount, needsStructure, PARTS } from '../institutions/in-force.ts';
import { differences, institutionsByCell, sameInstitutions } from '../institutions/schedule.ts';
import { SETTINGS } from '../institutions/settings.ts';
import { isNobody, readersAmong, type Standing, standingIn } from '../institutions/standing.ts';
import { reviewMembership } from '../organisations/change-structure.ts';
import { startOnNewTerms, termsOfPayment } from '../organisations/new-terms.ts';
import { change } from '../organisations/organisations.ts';
import type { ScheduledInstitutions } from '../run-input.ts';
import { renewPrices } from '../tariff-prices.ts';
import type { World } from '../world.ts';
import { hasFired, tellFired, tellUnmet } from './triggers.ts';

/**
 * Step 1 of the tick: institutions that change this week, at their date or because what they wait for has happened, and
 * shocks that begin or end. A change to the same institutions changes nothing and leaves no line in the journal; a trigger
 * has a line of its own, whether it fired or never did.
 */
export function policy(world: World): void {
  const { institutions, shocks } = world.input;
  while (world.scheduled < institutions.length && isDue(world, institutions[world.scheduled]!)) {
    const entry = institutions[world.scheduled]!;
    if (entry.when !== null) tellFired(world, entry.when, entry.why);
    switchTo(world, entry);
    world.scheduled++;
  }
  if (world.week === world.input.weeks - 1) tellUnmet(world);
  for (const shock of shocks) {
    if (shock.week === world.week) journalShock(world, 'shock begins', shock);
    if (shock.week + shock.weeks === world.week) journalShock(world, 'shock ends', shock);
  }
}

function isDue(world: World, { week, when }: ScheduledInstitutions): boolean {
  return when === null ? week === world.week : hasFired(world, when);
}

/**
 * Cell by cell. Institutions that ask for no structure are in force at once; those that do stand behind until it has
 * formed (see `phases/structure.ts`), and the cell stays under those of before.
 */
function switchTo(world: World, entry: ScheduledInstitutions): void {
  const { place, structure } = world;
  const count = cellCount(place);
  const next = institutionsByCell(place, entry);
  const before = world.inForce;
  const inForce = before.slice();
  let changed = false;
  next.forEach((institutions, cell) => {
    const ahead = cellAhead(place, cell);
    const now = needsStructure(institutions) ? before[cell]! : institutions;
    if (sameInstitutions(before[ahead]!, institutions) && sameInstitutions(before[cell]!, now)) return;
    changed = true;
    inForce[ahead] = institutions;
    inForce[cell] = now;
    structure.askedSince[cell] = world.week;
  });
  if (!changed) return;
  const terms = termsOfPayment(world);
  world.inForce = inForce;
  journal(world, entry, before.slice(count));
  const { organisations } = change(world.organisations, (draft) => {
    assign(
      draft.institutions as Record<string, unknown>,
      entry.institutions as unknown as Record<string, unknown>,
    );
  });
  world.organisations = organisations;
  world.institutions = organisations.institutions;
  const moved = reviewMembership(world, entry.why);
  // Within a year the money goes where the people went.
  if (moved && world.week % 52 !== 0) shareOutAllocations(world);
  startOnNewTerms(world, terms);
  renewPrices(world);
}

/**
 * One line for each setting that changes: for the place, and where a part or an area differs from it. What nobody there
 * reads changes nothing and has no line.
 */
function journal(world: World, entry: ScheduledInstitutions, before: readonly World['institutions'][]): void {
  const { place } = world;
  const line = (organisation: string, where: string, { path, value, was }: Difference) =>
    world.journal.push({
      week: world.week,
      kind: 'institution changed',
      organisation,
      description: `${where}${path} becomes ${String(value)} (was ${String(was)})`,
      why: entry.why,
    });
  for (const each of differences(world.institutions, entry.institutions)) line('', '', each);
  for (let cell = 0; cell < before.length; cell++) {
    const to = world.inForce[cellAhead(place, cell)]!;
    if (sameInstitutions(to, entry.institutions) || sameInstitutions(to, before[cell]!)) continue;
    const c = Math.floor(cell / PARTS);
    const standing = standingIn(place, world.cells, cell);
    for (const each of differences(before[cell]!, to)) {
      const { readers } = SETTINGS.find(({ path }) => path === each.path)!;
      const where = whose(
        readersAmong(standing, readers, world.structure.bodies > 0),
        cell,
        place.commissioners.code[c]!,
      );
      if (where !== null) line(place.commissioners.code[c]!, where, each);
    }
  }
}

type Difference = ReturnType<typeof differences>[number];

/**
 * For whom a setting changes in a cell: the people of its practices, or by name who alone reads it, unless that is the
 * commissioner under whose code the line stands; null = nobody.
 */
function whose(standing: Standing, cell: number, commissioner: string): string | null {
  if (isNobody(standing)) return null;
  if (standing.practices > 0) return cell % PARTS === 1 ? 'rural parts: ' : 'urban parts: ';
  const names = [...standing.commissioners, ...standing.trusts].join(', ');
  return names === commissioner ? '' : `${names}: `;
}

/** Copy leaf by leaf, so that only what differs becomes a patch. */
function assign(into: Record<string, unknown>, from: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(from)) {
    if (typeof value === 'object' && value !== null) {
      assign(into[key] as Record<string, unknown>, value as Record<string, unknown>);
    } else if (into[key] !== value) into[key] = value;
  }
}
function journalShock(world: World, kind: string, shock: World['input']['shocks'][number]): void {
  const parts: string[] = [];
  if (shock.emergencies !== 1) parts.push(`emergencies x ${shock.emergencies}`);
  if (shock.beds !== 1) parts.push(`beds x ${shock.beds}`);
  if (shock.slots !== 1) parts.push(`planned-care slots x ${shock.slots}`);
  const { operations = 1 } = shock;
  if (operations !== 1) parts.push(`slots for operations x ${operations}`);
  if (shock.budgetGrowth !== null) parts.push(`allocations grow by ${shock.budgetGrowth * 100}% a year`);
  world.journal.push({
    week: world.week,
    kind,
    organisation: '',
    description: parts.join(', '),
    why: shock.why ?? 'scenario',
  });
}
