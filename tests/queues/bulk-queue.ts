/**
 * The discrete-time bulk-service queue: every week a Poisson number A of patients (mean `arrivals`) joins, then the
 * first `slots` of those who stand in the line are seen. The list after the clinic follows Lindley's recursion
 *
 *     Q' = max(0, Q + A - slots).
 *
 * Mean in closed form. Let q(z) and a(z) = exp(arrivals (z - 1)) be the generating functions of Q and A, and X = Q + A,
 * x(z) = q(z) a(z), the line before the clinic. From Q' = (X - slots)+ :
 *
 *     x(z) = a(z) sum_{j < slots} P(X = j) (z^slots - z^j) / (z^slots - a(z)).
 *
 * x(z) is finite in the unit disc, so the numerator, a polynomial of degree `slots`, vanishes at the `slots` roots of
 * z^slots = a(z) in that disc: z_0 = 1 and z_1 ... z_{slots - 1}. So it is proportional to (z - 1) product (z - z_k), and
 * the derivative of x(z) at z = 1 gives, as a Poisson variance equals its mean,
 *
 *     E Q = arrivals / (2 (slots - arrivals)) - (arrivals + slots - 1) / 2 + sum_{k >= 1} 1 / (1 - z_k).
 *
 * Sources: N.T.J. Bailey, On queueing processes with bulk service, J. R. Statist. Soc. B 16 (1954) 80-87; A.J.E.M.
 * Janssen and J.S.H. van Leeuwaarden, Analytic computation schemes for the discrete-time bulk service queue, Queueing
 * Systems 50 (2005) 141-163. With one slot it is the Pollaczek-Khinchine mean of M/D/1.
 */
export function meanList(arrivals: number, slots: number): number {
  let sum = 0;
  for (let k = 1; k < slots; k++) {
    const [re, im] = root(arrivals, slots, (2 * Math.PI * k) / slots);
    sum += (1 - re) / ((1 - re) ** 2 + im ** 2);
  }
  return arrivals / (2 * (slots - arrivals)) - (arrivals + slots - 1) / 2 + sum;
}

/** The root with z = exp(i angle) exp(arrivals (z - 1) / slots): a contraction in the disc, by iteration. */
function root(arrivals: number, slots: number, angle: number): [number, number] {
  let re = 0;
  let im = 0;
  for (let n = 0; n < 500; n++) {
    const size = Math.exp((arrivals * (re - 1)) / slots);
    const turn = angle + (arrivals * im) / slots;
    re = size * Math.cos(turn);
    im = size * Math.sin(turn);
  }
  return [re, im];
}

/** What is compared: mean list after the clinic, chance that it is empty, share who wait a week or more, or two. */
export type QueueFigures = readonly [list: number, empty: number, waitOne: number, waitTwo: number];
export const FIGURES = [
  'mean list',
  'list empty',
  'wait of a week or more',
  'wait of two weeks or more',
] as const;

/**
 * The figures from the stationary distribution of the recursion, by iteration. Of a batch of A who find Q waiting the
 * j-th is seen floor((Q + j - 1) / slots) weeks later, so min(A, (Q + A - k slots)+) of them wait k weeks or more.
 */
export function queueFigures(arrivals: number, slots: number): QueueFigures {
  const batch = poisson(arrivals);
  let list = new Float64Array(LONGEST);
  list[0] = 1;
  for (let round = 0, moved = 1; moved > 1e-13; round++) {
    if (round > 20_000) throw new Error('the distribution of the list does not settle');
    const next = new Float64Array(LONGEST);
    for (let q = 0; q < LONGEST; q++) {
      if (list[q]! < 1e-18) continue;
      for (let a = 0; a < batch.length; a++) {
        next[Math.min(LONGEST - 1, Math.max(0, q + a - slots))]! += list[q]! * batch[a]!;
      }
    }
    moved = next.reduce((sum, p, q) => sum + Math.abs(p - list[q]!), 0);
    list = next;
  }
  let mean = 0;
  const waits = [0, 0];
  list.forEach((p, q) => {
    mean += p * q;
    batch.forEach((pa, a) => {
      for (const k of [1, 2])
        waits[k - 1]! += (p * pa * Math.min(a, Math.max(0, q + a - k * slots))) / arrivals;
    });
  });
  return [mean, list[0]!, waits[0]!, waits[1]!];
}
/** Lists above this length have no weight at the loads of the tests. */
const LONGEST = 300;

function poisson(mean: number): number[] {
  const p: number[] = [Math.exp(-mean)];
  while (p.length < mean + 12 * Math.sqrt(mean) + 12) p.push((p[p.length - 1]! * mean) / p.length);
  return p;
}

/**
 * The same queue written anew as events in continuous time: patients arrive one by one after exponential gaps, and at
 * the end of each week a clinic calls the first `slots` of the line. Shares no code and no random numbers with the model.
 * @param random uniform on [0, 1)
 * @returns the figures over `weeks` weeks, after a warm-up of a hundred
 */
export function simulateQueue(
  arrivals: number,
  slots: number,
  weeks: number,
  random: () => number,
): QueueFigures {
  const warmUp = 100;
  const line: number[] = [];
  let nextArrival = -Math.log(1 - random()) / arrivals;
  let listWeeks = 0;
  let emptyWeeks = 0;
  const seen = [0, 0, 0];
  for (let clinic = 1; clinic <= warmUp + weeks; clinic++) {
    while (nextArrival < clinic) {
      line.push(nextArrival);
      nextArrival -= Math.log(1 - random()) / arrivals;
    }
    for (const arrival of line.splice(0, slots)) {
      // Whole weeks between the week of arrival and the week of the clinic.
      const wait = clinic - 1 - Math.floor(arrival);
      if (clinic > warmUp) seen[Math.min(2, wait)]! += 1;
    }
    if (clinic > warmUp) {
      listWeeks += line.length;
      emptyWeeks += line.length === 0 ? 1 : 0;
    }
  }
  const all = seen[0]! + seen[1]! + seen[2]!;
  return [listWeeks / weeks, emptyWeeks / weeks, (seen[1]! + seen[2]!) / all, seen[2]! / all];
}
