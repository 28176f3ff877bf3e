import { detTanh } from '../../../kernel/deterministic-math.ts';
import type { World } from '../../world.ts';

/** In turnaround from this depth on, out of it below the other: what the journal tells. */
const ENTERS = 0.5;
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

/** Quarterly, for every commissioner and provider; the journal says who enters and who leaves. */
export function renewTurnaround(world: World): void {
  const { place, will, books, settings } = world;
  const law = settings.commissioning.turnaround;
  renew(world, will.turnaroundCommissioner, place.commissioners.code, (c) => books.margin[c]!, law);
  renew(world, will.turnaroundProvider, place.providers.code, (h) => will.providerMargin[h]!, law);
}

function renew(
  world: World,
  turns: Float64Array,
  codes: readonly string[],
  margin: (unit: number) => number,
  law: World['settings']['commissioning']['turnaround'],
): void {
  turns.forEach((before, unit) => {
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
