import { detTanh } from '../../../kernel/deterministic-math.ts';
import { institutionsOfCommissioner, institutionsOfProvider } from '../../institutions/in-force.ts';
import { perCent } from '../../per-cent.ts';
import type { World } from '../../world.ts';

/** In turnaround from this depth on: what the journal tells, and what a rollout may ask. Told until below the other. */
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
  const { place, will, books } = world;
  renew(world, {
    turns: will.turnaroundCommissioner,
    told: will.turnaroundToldCommissioner,
    codes: place.commissioners.code,
    effect: 'referrals and other services are held back',
    margin: (c) => books.margin[c]!,
    acts: (c) => institutionsOfCommissioner(world, c).planning.organisationsAct,
  });
  renew(world, {
    turns: will.turnaroundProvider,
    told: will.turnaroundToldProvider,
    codes: place.providers.code,
    effect: 'attention goes to economy',
    margin: (h) => will.providerMargin[h]!,
    acts: (h) => institutionsOfProvider(world, h).planning.organisationsAct,
  });
}

interface Kind {
  readonly turns: Float64Array;
  readonly told: Uint8Array;
  readonly codes: readonly string[];
  /** Journal: what turnaround does to organisations of the kind. */
  readonly effect: string;
  readonly margin: (unit: number) => number;
  readonly acts: (unit: number) => boolean;
}

function renew(world: World, { turns, told, codes, effect, margin, acts }: Kind): void {
  const law = world.settings.commissioning.turnaround;
  turns.forEach((before, unit) => {
    if (!acts(unit)) return;
    const now = nextTurnaround(before, margin(unit), law);
    turns[unit] = now;
    const why = `balance of ${perCent(margin(unit))} of income; only a deficit of more than ${perCent(law.margin)}`;
    const tell = (kind: string, description: string, rest: string): void => {
      const organisation = codes[unit]!;
      world.journal.push({ week: world.week, kind, organisation, description, why: `${why} ${rest}` });
    };
    if (told[unit] === 0 && now >= ENTERS) {
      told[unit] = 1;
      tell(
        'turnaround begins',
        `depth ${hundredths(now)} of 1, told from ${ENTERS} on; ${effect}`,
        'deepens it',
      );
    } else if (told[unit] === 1 && now < LEAVES) {
      told[unit] = 0;
      tell('turnaround ends', `depth ${hundredths(now)} of 1, below ${LEAVES}`, 'would hold it');
    }
  });
}

/** Cut and not rounded, so that what is below a line reads so. */
function hundredths(depth: number): string {
  return (Math.floor(depth * 100) / 100).toFixed(2);
}
