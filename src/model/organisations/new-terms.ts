import { careAbovePlan } from '../behaviour/agreed-plan.ts';
import { emergenciesAtTheRate } from '../behaviour/emergency-rate.ts';
import { institutionsOfProvider, institutionsOfPurchaser } from '../institutions/in-force.ts';
import type { Institutions } from '../institutions/institutions.ts';
import { CATEGORIES, type World } from '../world.ts';
import { isInside } from './accounts.ts';
import { peopleOfPurchasers } from './purchasers.ts';
import { purchasersOf } from './structure.ts';

/**
 * No switch is a windfall. Where institutions or a body change who pays, or by what rule, what is paid by plan starts
 * from last year's activity, and what is reckoned over the year from now on: weeks that are over stay paid as they were.
 */

/** The terms on which care is paid, as they stand before a change. */
export interface Terms {
  readonly ofPurchaser: readonly Institutions[];
  readonly ofProvider: readonly Institutions[];
  /** [p * H + h] 1 = an internal budget of one body. */
  readonly inside: Uint8Array;
  /** [p] people whom a purchaser pays for. */
  readonly people: Float64Array;
}

export function termsOfPayment(world: World): Terms {
  const { place, structure } = world;
  const H = place.providers.count;
  const P = purchasersOf(place, structure);
  return {
    ofPurchaser: Array.from({ length: P }, (_, p) => institutionsOfPurchaser(world, p)),
    ofProvider: Array.from({ length: H }, (_, h) => institutionsOfProvider(world, h)),
    inside: Uint8Array.from({ length: P * H }, (_, ph) =>
      isInside(world, Math.floor(ph / H), ph % H) ? 1 : 0,
    ),
    people: peopleOfPurchasers(world),
  };
}

/** After a change: what goes on from before it is settled, pair by pair. In the first year there is nothing to go on. */
export function startOnNewTerms(world: World, before: Terms): void {
  if (world.week < 52) return;
  const anew = termsThatChanged(before, termsOfPayment(world));
  rebasePlans(world, anew);
  forgetWhatIsPast(world, anew);
}

interface Anew {
  /** Whether a pair is paid on other terms than before, or by somebody else. */
  readonly pair: (p: number, h: number) => boolean;
  /** Whether a provider is, by people from elsewhere too. */
  readonly provider: readonly boolean[];
}

/**
 * Terms are others where the rule changes, for the payer or for the provider, where they come to be of one body or are no
 * more, or where the payer had nobody to pay for.
 */
function termsThatChanged(before: Terms, now: Terms): Anew {
  const H = now.ofProvider.length;
  const payer = now.ofPurchaser.map(
    (is, p) => !sameMoney(before.ofPurchaser[p]!, is) || (before.people[p] === 0 && now.people[p]! > 0),
  );
  const provider = now.ofProvider.map((is, h) => !sameMoney(before.ofProvider[h]!, is));
  return {
    pair: (p, h) => payer[p]! || provider[h]! || before.inside[p * H + h] !== now.inside[p * H + h],
    provider,
  };
}

/**
 * On new terms the plan is last year's activity. The plans of others go on; people who come to a purchaser that goes on
 * bring last year's activity of their own (see `purchasers.ts`).
 */
function rebasePlans({ books, place, structure }: World, anew: Anew): void {
  const P = purchasersOf(place, structure);
  const H = place.providers.count;
  for (let category = 0; category < CATEGORIES; category++) {
    for (let h = 0; h < H; h++) {
      for (let p = 0; p < P; p++) {
        if (!anew.pair(p, h)) continue;
        const at = category * P * H + p * H + h;
        books.plan[at] = books.activityLastYear[at]!;
        books.blockYears[at] = 0;
      }
      if (!anew.provider[h]) continue;
      const at = category * H + h;
      books.elsewherePlan[at] = books.elsewhereLastYear[at]!;
      books.elsewhereBlockYears[at] = 0;
    }
  }
}

/**
 * What the weeks of this year came to beyond a baseline or a plan has been paid on the terms of those weeks: on new terms
 * nothing of it is taken, and nothing is given back where the year falls below it.
 */
function forgetWhatIsPast(world: World, anew: Anew): void {
  const { books, will, place, week } = world;
  const H = place.providers.count;
  const weeks = week % 52;
  for (let ph = 0; ph < books.emergencyExcess.length; ph++) {
    const p = Math.floor(ph / H);
    const { payment } = institutionsOfPurchaser(world, p);
    books.emergencyExcess[ph] = emergenciesAtTheRate(world, payment, ph, weeks);
    will.planExcess[ph] = careAbovePlan(world, ph, weeks);
    if (!anew.pair(p, ph % H)) continue;
    books.emergencyExcessBefore[ph] = books.emergencyExcess[ph]!;
    will.planExcessBefore[ph] = will.planExcess[ph]!;
  }
}

function sameMoney(a: Institutions, b: Institutions): boolean {
  if (a === b) return true;
  const parts = (i: Institutions): string => JSON.stringify([i.payment, i.budget.holder, i.provision.form]);
  return parts(a) === parts(b);
}
