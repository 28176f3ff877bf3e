import type { Institutions } from '../institutions/institutions.ts';
import { change } from '../organisations/organisations.ts';
import { renewPrices } from '../tariff-prices.ts';
import type { World } from '../world.ts';

/**
 * Step 1 of the tick: institutions that change this week, and shocks that begin or end. A change to the same
 * institutions changes nothing and leaves no line in the journal.
 */
export function policy(world: World): void {
  for (const scheduled of world.input.institutions) {
    if (scheduled.week === world.week) switchTo(world, scheduled.institutions, scheduled.why);
  }
  for (const shock of world.input.shocks) {
    if (shock.week === world.week) journalShock(world, 'shock begins', shock);
    if (shock.week + shock.weeks === world.week) journalShock(world, 'shock ends', shock);
  }
}

function switchTo(world: World, institutions: Institutions, why: string): void {
  const { organisations, patches } = change(world.organisations, (draft) => {
    assign(draft.institutions as Record<string, unknown>, institutions as unknown as Record<string, unknown>);
  });
  if (patches.length === 0) return;
  for (const patch of patches) {
    const path = patch.path.slice(1).join('.');
    world.journal.push({
      week: world.week,
      kind: 'institution changed',
      organisation: '',
      description: `${path} becomes ${String(patch.value)} (was ${String(valueAt(world.organisations.institutions, patch.path.slice(1)))})`,
      why,
    });
  }
  world.organisations = organisations;
  world.institutions = organisations.institutions;
  world.inForce = world.inForce.map(() => organisations.institutions);
  renewPrices(world);
}

/** Copy leaf by leaf, so that only what differs becomes a patch. */
function assign(into: Record<string, unknown>, from: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(from)) {
    if (typeof value === 'object' && value !== null) {
      assign(into[key] as Record<string, unknown>, value as Record<string, unknown>);
    } else if (into[key] !== value) into[key] = value;
  }
}

function valueAt(tree: unknown, path: readonly (string | number)[]): unknown {
  let value = tree;
  for (const key of path) value = (value as Record<string | number, unknown>)[key];
  return value;
}

function journalShock(world: World, kind: string, shock: World['input']['shocks'][number]): void {
  const parts: string[] = [];
  if (shock.emergencies !== 1) parts.push(`emergencies x ${shock.emergencies}`);
  if (shock.beds !== 1) parts.push(`beds x ${shock.beds}`);
  if (shock.slots !== 1) parts.push(`planned-care slots x ${shock.slots}`);
  if (shock.budgetGrowth !== null) parts.push(`allocations grow by ${shock.budgetGrowth * 100}% a year`);
  world.journal.push({
    week: world.week,
    kind,
    organisation: '',
    description: parts.join(', '),
    why: shock.why ?? 'scenario',
  });
}
