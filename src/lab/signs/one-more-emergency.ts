import { emergencySaving } from '../../model/behaviour/commissioner/emergency-saving.ts';
import { commissionerPurse } from '../../model/behaviour/commissioner/purse.ts';
import { emergencyPrice } from '../../model/behaviour/hospital/joint-work.ts';
import { marginalCash, purseOf } from '../../model/behaviour/purse.ts';
import { restoreWorld, saveWorld } from '../../model/checkpoint.ts';
import { fillWeekKeys } from '../../model/draws.ts';
import { meetEmergency } from '../../model/phases/emergency-care.ts';
import { LIFE } from '../../model/population/people.ts';
import { tick } from '../../model/simulate.ts';
import { CATEGORY, type World } from '../../model/world.ts';

/** What one more emergency is worth to each side, pounds, mean of several patients. */
export interface EmergencyPayOff {
  /** In its ledger; members of a body share one. */
  readonly hospital_pounds: number;
  readonly commissioner_pounds: number;
  /** In the book of its own division, whoever owns the account. */
  readonly hospital_book_pounds: number;
  readonly commissioner_book_pounds: number;
  /** Money at the margin, own and joint, weighted by the purse that feels it: what its levers reckon with. */
  readonly hospital_felt_pounds: number;
  readonly commissioner_felt_pounds: number;
}

/** Patients of whom one at a time is admitted. */
const PATIENTS = 8;

/** People tried at most: of many the emergency goes to another hospital, some do not survive it. */
const MOST_TRIALS = 200;

/** Steps from one trial to the next, prime to their number. */
const STRIDE = 73;

/**
 * A twin of the world meets one more emergency and nothing else; both go on for a week, which settles the bill, and the
 * difference of their ledgers is the pay-off. A patient is someone whom the emergency takes to their own hospital
 * (`ownHospitals`), and who survives it. Members of a body share its ledger.
 */
export function oneMoreEmergency(world: World): EmergencyPayOff {
  const saved = saveWorld(world);
  const asIs = restoreWorld(world.input, saved);
  tick(asIs);
  const own = ownHospitals(world);
  const step = Math.max(1, Math.floor(world.people.initial / MOST_TRIALS));
  const found: EmergencyPayOff[] = [];
  // In any order that leaves no corner of the place out: people stand zone by zone.
  for (let n = 0; n < MOST_TRIALS && found.length < PATIENTS; n++) {
    const i = ((n * STRIDE) % MOST_TRIALS) * step;
    if (i >= world.people.initial) continue;
    const injected = inject(world, saved, i, own);
    if (injected !== undefined)
      found.push({ ...payOffOf(injected, asIs), ...feltBy(world, injected.c, injected.h) });
  }
  const mean = (of: (payOff: EmergencyPayOff) => number): number =>
    found.reduce((sum, payOff) => sum + of(payOff), 0) / found.length;
  return {
    hospital_pounds: mean((payOff) => payOff.hospital_pounds),
    commissioner_pounds: mean((payOff) => payOff.commissioner_pounds),
    hospital_book_pounds: mean((payOff) => payOff.hospital_book_pounds),
    commissioner_book_pounds: mean((payOff) => payOff.commissioner_book_pounds),
    hospital_felt_pounds: mean((payOff) => payOff.hospital_felt_pounds),
    commissioner_felt_pounds: mean((payOff) => payOff.commissioner_felt_pounds),
  };
}

/** What one more emergency at its price in a hospital is to the purses of the hospital and of a commissioner. */
export function feltBy(
  world: World,
  c: number,
  h: number,
): Pick<EmergencyPayOff, 'hospital_felt_pounds' | 'commissioner_felt_pounds'> {
  const price = emergencyPrice(world, h);
  const cost = world.settings.variableCostShare * price;
  const gained = marginalCash(world, h, purseOf(world, h), CATEGORY.emergency, price, cost);
  const saved = emergencySaving(world, c, commissionerPurse(world, c), price, cost);
  return {
    hospital_felt_pounds: gained.own + gained.joint,
    commissioner_felt_pounds: -(saved.own + saved.joint),
  };
}

/** The patient's commissioner and hospital, who pays, and the payer's body (-1: the commissioner, standing alone). */
interface Injected {
  readonly twin: World;
  readonly c: number;
  readonly h: number;
  readonly purchaser: number;
  readonly payer: number;
}

function payOffOf(
  { twin, c, h, purchaser, payer }: Injected,
  asIs: World,
): Omit<EmergencyPayOff, 'hospital_felt_pounds' | 'commissioner_felt_pounds'> {
  tick(twin);
  const { structure, ledger } = asIs;
  const pounds = (accounts: readonly number[]): number => {
    let pence = 0;
    for (const account of accounts) pence += twin.ledger.balance[account]! - ledger.balance[account]!;
    return pence / 100;
  };
  const provider = structure.bodyOfProvider[h]!;
  return {
    hospital_pounds: pounds(accountsBehind(asIs, provider, ledger.accounts.provider + h)),
    commissioner_pounds: pounds(accountsBehind(asIs, payer, ledger.accounts.commissioner + c)),
    hospital_book_pounds: (twin.books.retained[h]! - asIs.books.retained[h]!) / 100,
    commissioner_book_pounds: (twin.books.held[purchaser]! - asIs.books.held[purchaser]!) / 100,
  };
}

function inject(world: World, saved: Uint8Array, i: number, own: readonly number[]): Injected | undefined {
  const H = world.place.providers.count;
  const C = world.place.commissioners.count;
  const { people } = world;
  if (people.life(i) !== LIFE.present) return undefined;
  const twin = restoreWorld(world.input, saved);
  fillWeekKeys(twin.keys, twin.seed, twin.week, twin.input.replicate);
  const before = Float64Array.from(twin.books.emergencyCount);
  meetEmergency(twin, i);
  const at = twin.books.emergencyCount.findIndex((count, n) => count > before[n]!);
  if (at < 0 || twin.people.life(i) !== LIFE.present) return undefined;
  const c = world.tables.commissionerOfPractice[people.practice(i)]!;
  const h = at % H;
  if (h !== own[c]) return undefined;
  // Whoever pays stands in the books by commissioner, or after them by body.
  const purchaser = Math.floor(at / H);
  return {
    twin,
    c,
    h,
    purchaser,
    payer: purchaser < C ? world.structure.bodyOfCommissioner[c]! : purchaser - C,
  };
}

/**
 * The hospital of each commissioner's people in an emergency: the one that most of them are taken to, of those that share
 * a body with the commissioner if any does. A trust of which the commissioner is merely the largest customer may admit no emergencies at all.
 */
export function ownHospitals({ place, tables, structure }: World): number[] {
  const { zones, reach, providers, commissioners } = place;
  const H = providers.count;
  const people = new Float64Array(commissioners.count * H);
  for (let z = 0; z < zones.count; z++) {
    let before = 0;
    for (let e = reach.start[z]!; e < reach.start[z + 1]!; e++) {
      const share = tables.emergencyCumulative[e]! - before;
      before = tables.emergencyCumulative[e]!;
      people[zones.commissioner[z]! * H + reach.provider[e]!]! += share * zones.residents[z]!;
    }
  }
  return Array.from({ length: commissioners.count }, (_, c) => {
    const body = structure.bodyOfCommissioner[c]!;
    const among = (h: number): boolean => people[c * H + h]! > 0;
    const within = (h: number): boolean => among(h) && body >= 0 && structure.bodyOfProvider[h] === body;
    const all = Array.from({ length: H }, (_, h) => h);
    const candidates = all.some(within) ? all.filter(within) : all.filter(among);
    return candidates.reduce(
      (most, h) => (most < 0 || people[c * H + h]! > people[c * H + most]! ? h : most),
      -1,
    );
  });
}

/** Accounts whose money is one organisation's: its own, or those of all members of its body and the body's. */
function accountsBehind(world: World, body: number, own: number): readonly number[] {
  if (body < 0) return [own];
  const { structure, ledger, place } = world;
  const { accounts } = ledger;
  const members: number[] = [];
  for (let c = 0; c < place.commissioners.count; c++) {
    if (structure.bodyOfCommissioner[c] === body) members.push(accounts.commissioner + c);
  }
  for (let h = 0; h < place.providers.count; h++) {
    if (structure.bodyOfProvider[h] === body) members.push(accounts.provider + h);
  }
  return [...members, accounts.body + body];
}
