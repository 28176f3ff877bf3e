/** A published figure and what the rules predict for it without having seen it. */
export interface Prediction {
  readonly code: string;
  readonly name: string;
  readonly actual: number;
  readonly predicted: number;
  /** What of the organisation may explain the difference. */
  readonly remarks: readonly string[];
}

export interface Fit {
  readonly count: number;
  /** 1 less the squared differences over those from the mean: 0 = no better than the mean, below it worse. */
  readonly rSquared: number;
  /** The same of the logarithms: large organisations do not decide it alone. */
  readonly rSquaredOfLogs: number;
  /** Mean of the absolute difference as a percentage of the published figure. */
  readonly mapePct: number;
  /** Half of the organisations are nearer than this, per cent. */
  readonly medianPct: number;
}

/** How well predictions fit; every figure is above zero. */
export function fitOf(predictions: readonly Prediction[]): Fit {
  const errors = predictions.map((p) => Math.abs(p.predicted / p.actual - 1) * 100).sort((a, b) => a - b);
  const middle = (errors.length - 1) / 2;
  return {
    count: predictions.length,
    rSquared: rSquared(predictions, (value) => value),
    rSquaredOfLogs: rSquared(predictions, Math.log),
    mapePct: mean(errors),
    medianPct: mean([errors[Math.floor(middle)]!, errors[Math.ceil(middle)]!]),
  };
}

/** The predictions furthest off in either direction, by the ratio of predicted and published. */
export function worst(predictions: readonly Prediction[], count: number): readonly Prediction[] {
  return [...predictions].sort((a, b) => logGap(b) - logGap(a) || (a.code < b.code ? -1 : 1)).slice(0, count);
}

function logGap({ actual, predicted }: Prediction): number {
  return Math.abs(Math.log(predicted / actual));
}

function rSquared(predictions: readonly Prediction[], scale: (value: number) => number): number {
  const actual = predictions.map((p) => scale(p.actual));
  const centre = mean(actual);
  let off = 0;
  let spread = 0;
  predictions.forEach((p, n) => {
    off += (scale(p.predicted) - actual[n]!) ** 2;
    spread += (actual[n]! - centre) ** 2;
  });
  return 1 - off / spread;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
