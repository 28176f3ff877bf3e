import { institutionsOfPractice } from '../../institutions/in-force.ts';
import { nameOfBody } from '../../organisations/body-names.ts';
import { type Purse, pursesOf } from '../../organisations/purses.ts';
import { purchasersOf } from '../../organisations/structure.ts';
import { SPECIALTIES, type Specialty } from '../../place.ts';
import { upperQuantile } from '../../place-tables/pathway-tables.ts';
import { severityOf } from '../../population/people.ts';
import { CATEGORY, type World } from '../../world.ts';
import { shareAbove } from '../hospital/care-factors.ts';
import { freeOf } from '../set-aside.ts';

/**
 * Specialties without treatments on the lists of low priority, which are of operations: varicose veins, hernias, tonsils,
 * grommets, cataracts, hysterectomies, joints, minor skin lesions, wisdom teeth.
 */
const UNLISTED: readonly Specialty[] = ['cardiology', 'general_medicine'];

/**
 * Severity from which a package has an operation: of those whom consultants list at the clinical norm the least severe
 * `package_outside_share` are left out, less what is added locally. 0 = nothing is left out.
 * @param extras part of what is outside the core that is added, 0 to 1
 */
export function packageLimit({ tables, settings }: World, s: number, extras: number): number {
  const outside = settings.commissioning.packageOutsideShare * (1 - extras);
  if (outside === 0 || UNLISTED.includes(SPECIALTIES[s]!)) return 0;
  return upperQuantile(tables.referredCumulative, tables.conversionShare[s]! * (1 - outside));
}

/** Monthly: what the package of who pays for a practice's people leaves out, and what that comes to in an area. */
export function renewPackages(world: World): void {
  const { place, structure, books, will, tables } = world;
  const lists = new Float64Array(place.commissioners.count);
  will.packageOfArea.fill(0);
  for (let g = 0; g < place.practices.count; g++) {
    const c = tables.commissionerOfPractice[g]!;
    const list = books.registered[g]!;
    lists[c]! += list;
    const bought = institutionsOfPractice(world, g).entitlement.package;
    const extras = bought === 'core-and-local' ? will.localExtras[structure.purchaserOfPractice[g]!]! : 0;
    for (let s = 0; s < SPECIALTIES.length; s++) {
      const limit = bought === 'comprehensive' ? 0 : packageLimit(world, s, extras);
      books.packageFrom[g * SPECIALTIES.length + s] = limit;
      will.packageOfArea[c * SPECIALTIES.length + s]! += limit * list;
    }
  }
  will.packageOfArea.forEach((sum, cs) => {
    if (sum > 0) will.packageOfArea[cs] = sum / lists[Math.floor(cs / SPECIALTIES.length)]!;
  });
}

/** Whether an operation that somebody needs now is outside the package of who pays for the practice's people. */
export function isOutsidePackage({ books, people }: World, i: number, s: number): boolean {
  return severityOf(people.severity(i)) < books.packageFrom[people.practice(i) * SPECIALTIES.length + s]!;
}

/**
 * Part of a trust's patients at its threshold of admission whose operation is paid for: where the package of an area
 * begins above the threshold, listing one more there brings nothing. People from elsewhere have the base year's package.
 */
export function paidAtThreshold({ books, will, place }: World, hs: number): number {
  const h = Math.floor(hs / SPECIALTIES.length);
  const s = hs % SPECIALTIES.length;
  let unpaid = 0;
  for (let c = 0; c < place.commissioners.count; c++) {
    if (will.packageOfArea[c * SPECIALTIES.length + s]! > books.conversionThreshold[hs]!)
      unpaid += will.trade[c * place.providers.count + h]!;
  }
  return Math.max(0, 1 - unpaid);
}

/**
 * Part of those listed at a trust whose operation is paid for: all but those of an area who are below where its package
 * begins, though at least at the threshold. People from elsewhere have the base year's package.
 */
export function paidOfListed(world: World, hs: number): number {
  const { books, will, place } = world;
  const h = Math.floor(hs / SPECIALTIES.length);
  const s = hs % SPECIALTIES.length;
  const threshold = books.conversionThreshold[hs]!;
  let unpaid = 0;
  for (let c = 0; c < place.commissioners.count; c++) {
    const limit = will.packageOfArea[c * SPECIALTIES.length + s]!;
    if (limit <= threshold) continue;
    const here = will.trade[c * place.providers.count + h]!;
    unpaid += here * (1 - Math.min(1, shareAbove(world, limit) / shareAbove(world, threshold)));
  }
  return Math.max(0, 1 - unpaid);
}

/**
 * At the year's plan: who pays for a core and local extras goes a part of the way to as much of what is outside the core
 * as the purse has kept and does not owe, at last year's bill for admissions. The part is what a board takes in at one
 * review (`board_memory_years`), as this is reviewed once a year: what is kept is the surprise of a few years, and a plan
 * takes up the bill of the year before. Who gave all at once would be short by it, give nothing, and have it again a year
 * later. Who is in deficit adds nothing and takes back a part each year. A vertical body has one purse with its
 * hospitals, and so have commissioners that have merged. Assumption.
 */
export function decideLocalExtras(world: World): void {
  const { place, structure, will, settings } = world;
  const adds = new Set<number>();
  for (let g = 0; g < place.practices.count; g++) {
    if (institutionsOfPractice(world, g).entitlement.package === 'core-and-local')
      adds.add(structure.purchaserOfPractice[g]!);
  }
  if (adds.size === 0 && will.localExtras.every((extras) => extras === 0)) return;
  const decided = will.localExtras.slice().fill(0);
  for (const purse of pursesOf(world)) {
    const asked = purse.purchasers.filter((p) => adds.has(p));
    if (asked.length === 0) continue;
    const extras = affordableExtras(world, purse);
    for (const p of asked) {
      const before = will.localExtras[p]!;
      decided[p] = before + settings.boardLearnsPerQuarter * (extras - before);
    }
  }
  decided.forEach((now, p) => {
    const why = adds.has(p) ? 'what was kept at the year’s plan' : 'the package has no local extras';
    if (percent(now) !== percent(will.localExtras[p]!)) tell(world, p, will.localExtras[p]!, now, why);
  });
  will.localExtras.set(decided);
}

/** Kept over the cost of everything outside the core for a year, within 0 and 1. */
function affordableExtras(world: World, { purchasers, providers }: Purse): number {
  const { books, settings, will } = world;
  const share = settings.commissioning.packageOutsideShare;
  let kept = 0;
  let cost = 0;
  for (const p of purchasers) {
    kept += freeOf(world, p) - books.debt[p]!;
    // Last year's bill is without what was outside then.
    cost += (share * admissionsLastYear(world, p)) / (1 - share * (1 - will.localExtras[p]!));
  }
  for (const h of providers) kept += books.retained[h]! - books.debtOfProvider[h]!;
  return cost <= 0 ? 0 : Math.max(0, Math.min(1, kept / cost));
}

function tell(world: World, p: number, before: number, now: number, why: string): void {
  const { code, count } = world.place.commissioners;
  world.journal.push({
    week: world.week,
    kind: 'local extras',
    organisation: p < count ? code[p]! : nameOfBody(world, p - count).code,
    description: `${percent(now)}% of what is outside the core package is paid for (before: ${percent(before)}%)`,
    why,
  });
}

/** Admissions that a purchaser paid for last year, pence at this year's prices. */
function admissionsLastYear({ books, place, structure }: World, p: number): number {
  const H = place.providers.count;
  const from = (CATEGORY.elective * purchasersOf(place, structure) + p) * H;
  let pence = 0;
  for (let h = 0; h < H; h++) pence += books.activityLastYear[from + h]!;
  return pence;
}

function percent(share: number): number {
  return Math.round(share * 100);
}
