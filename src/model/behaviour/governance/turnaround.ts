import { detTanh } from '../../../kernel/deterministic-math.ts';
import { institutionsOfCommissioner, institutionsOfProvider } from '../../institutions/in-force.ts';
import type { World } from '../../world.ts';

/** In turnaround from this depth on, out of it below the other: what the journal tells, and what a rollout may ask. */
export const ENTERS = 0.5;
const LEAVES = 0.25;

/**
 * A quarter of turnaround: `turn + step tanh((-m - margin) / scale)`, in [0, 1]: it builds up under persistent deficit
 * and fades in surplus, smoothly, so that places on either side of a line do not diverge. Source: organisational laws, L9.
 */
export function nextTurnaround(
  turn: number,
  margin: number,
  law: World['settings']['commissioning']['turnaround'],
): number {
  const next = turn + law.step * detTanh((-margin - law.margin) / law.scale);
  return Math.max(0, Math.min(1, next));
}

/** Quarterly, for every commissioner and provider that acts; the journal says who enters and who leaves. */
export function renewTurnaround(world: World): void {
  const { place, will, books, settings } = world;
  const law = settings.commissioning.turnaround;
  renew(world, law, {
    turns: will.turnaroundCommissioner,
    codes: place.commissioners.code,
    margin: (c) => books.margin[c]!,
    acts: (c) => institutionsOfCommissioner(world, c).planning.organisationsAct,
  });
  renew(world, law, {
    turns: will.turnaroundProvider,
    codes: place.providers.code,
    margin: (h) => will.providerMargin[h]!,
    acts: (h) => institutionsOfProvider(world, h).planning.organisationsAct,
  });
}

interface Kind {
  readonly turns: Float64Array;
  readonly codes: readonly string[];
  readonly margin: (unit: number) => number;
  readonly acts: (unit: number) => boolean;
}

function renew(
  world: World,
  law: World['settings']['commissioning']['turnaround'],
  { turns, codes, margin, acts }: Kind,
): void {
  turns.forEach((before, unit) => {
    if (!acts(unit)) return;
    const now = nextTurnaround(before, margin(unit), law);
    turns[unit] = now;
    const percent = Math.round(margin(unit) * 1000) / 10;
    if (before < ENTERS && now >= ENTERS) {
      tell(
        world,
        'turnaround begins',
        codes[unit]!,
        `balance of ${percent}% of income; spending is held back`,
      );
    }
    if (before >= LEAVES && now < LEAVES) {
      tell(world, 'turnaround ends', codes[unit]!, `balance of ${percent}% of income`);
    }
  });
}

function tell(world: World, kind: string, organisation: string, description: string): void {
  world.journal.push({
    week: world.week,
    kind,
    organisation,
    description,
    why: kind === 'turnaround begins' ? 'persistent deficit' : 'the deficit has gone',
  });
}
