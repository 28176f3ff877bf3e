import { plannedCare } from '../behaviour/agreed-plan.ts';
import { institutionsOfBody } from '../institutions/in-force.ts';
import { accountsOf } from '../organisations/sides.ts';
import { FORM, purchaserOfBody } from '../organisations/structure.ts';
import type { World } from '../world.ts';

/**
 * A body that owns its hospitals covers what they lack: else it would plan for their deficits and leave them to sink all the
 * same. It pays them a sum through the year, whatever they do. Where a ring-fence keeps the accounts of the two sides
 * apart, it covers nothing.
 */

/** Who pays the cover of each hospital: the purchaser of the vertical body that owns it, -1 where none does. */
export function payerOfCover({ structure, place }: World, h: number): number {
  const o = structure.bodyOfProvider[h]!;
  if (o < 0 || structure.form[o] !== FORM.vertical) return -1;
  return purchaserOfBody(structure, place.commissioners.count, o);
}

/** [h] what each hospital's own body plans to pay it for planned care, pence. */
export function plannedWithin(world: World): Float64Array {
  return Float64Array.from({ length: world.place.providers.count }, (_, h) => {
    const p = payerOfCover(world, h);
    return p < 0 ? 0 : plannedCare(world, world.books.plan, p * world.place.providers.count + h);
  });
}

/**
 * Yearly: the cover of a body's hospitals together is what would have let them break even last year, less what their
 * budgets have grown by at the table; it goes to those who lacked it. A surplus lowers it, and no body covers where
 * organisations do not act: budgets then move with prices alone.
 *
 * @param before what was planned within bodies before this year's round, as `plannedWithin` gives it
 */
export function renewDeficitCover(world: World, before: Float64Array): void {
  const { books, structure, place } = world;
  const H = place.providers.count;
  const now = plannedWithin(world);
  const lacks = Float64Array.from(
    { length: H },
    (_, h) => books.deficitCover[h]! - books.surplusLastYear[h]!,
  );
  books.deficitCover.fill(0);
  for (let o = 0; o < structure.bodies; o++) {
    if (structure.founded[o]! < 0 || !institutionsOfBody(world, o).planning.organisationsAct) continue;
    if (accountsOf(world, o) === 'ring-fence') continue;
    const owned = Array.from({ length: H }, (_, h) => h).filter(
      (h) => structure.bodyOfProvider[h] === o && payerOfCover(world, h) >= 0,
    );
    let net = 0;
    let gross = 0;
    for (const h of owned) {
      net += lacks[h]! - (now[h]! - before[h]!);
      gross += Math.max(0, lacks[h]!);
    }
    if (net <= 0 || gross === 0) continue;
    for (const h of owned) books.deficitCover[h] = Math.round((net * Math.max(0, lacks[h]!)) / gross);
  }
}
