import { detExp, detLog, logistic } from '../../kernel/deterministic-math.ts';
import { deprivationPosition, QUINTILES } from './classes.ts';
import { type ParameterValues, parameterValue } from './parameters.ts';

const HALVINGS = 60;
const GRID = 400;

/**
 * Probability that a need of severity z is referred: logistic((z - threshold) / noise + shift). This is its mean
 * over severities, uniform on 0 to 1 (the integral, in closed form).
 */
export function meanReferralProbability(threshold: number, noise: number, shift: number): number {
  const top = (1 - threshold) / noise + shift;
  const bottom = -threshold / noise + shift;
  return noise * (softplus(top) - softplus(bottom));
}

/** Threshold of referral at which the mean probability is `mean_referral_probability`, without style, wait or budget. */
export function referralThreshold(p: ParameterValues): number {
  const noise = parameterValue(p, 'referral_noise');
  const target = parameterValue(p, 'mean_referral_probability');
  let low = -2;
  let high = 3;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (meanReferralProbability(middle, noise, 0) > target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Shift of the log odds of referral by quintile, least deprived first; mean 0. */
export function seekingShifts(p: ParameterValues): Float64Array {
  const gradient = parameterValue(p, 'seeking_gradient_logit');
  return Float64Array.from({ length: QUINTILES }, (_, q) => -gradient * deprivationPosition(q));
}

/**
 * Mean number of referrals of one need over its life, counting that a need which is kept is brought forward again
 * with probability represent / (represent + resolve), with the same severity and a new judgement.
 * More than `mean_referral_probability`: divide need by it where the stock of kept needs is in its steady state.
 */
export function referralsPerNeed(p: ParameterValues): number {
  const noise = parameterValue(p, 'referral_noise');
  const threshold = referralThreshold(p);
  const again = parameterValue(p, 'represent_per_year');
  const returning = again / (again + parameterValue(p, 'resolve_per_year'));
  let sum = 0;
  for (let i = 0; i < GRID; i++) {
    const refer = logistic(((i + 0.5) / GRID - threshold) / noise);
    sum += refer / (1 - returning * (1 - refer));
  }
  return sum / GRID;
}

/** Mean severity of needs that are referred, and of those that are kept, at the base threshold. */
export function meanSeverities(p: ParameterValues): { referred: number; kept: number } {
  const noise = parameterValue(p, 'referral_noise');
  const threshold = referralThreshold(p);
  let referred = 0;
  let kept = 0;
  let share = 0;
  for (let i = 0; i < GRID; i++) {
    const severity = (i + 0.5) / GRID;
    const refer = logistic((severity - threshold) / noise);
    share += refer / GRID;
    referred += (severity * refer) / GRID;
    kept += (severity * (1 - refer)) / GRID;
  }
  return { referred: referred / share, kept: kept / (1 - share) };
}

/** Share of referrals, at the base threshold, whose severity is above the one given. */
export function urgentShareOfReferrals(p: ParameterValues, severity: number): number {
  const noise = parameterValue(p, 'referral_noise');
  const threshold = referralThreshold(p);
  // The integral of the probability of referral from the severity to 1.
  const above = noise * (softplus((1 - threshold) / noise) - softplus((severity - threshold) / noise));
  return above / meanReferralProbability(threshold, noise, 0);
}

/** ln(1 + e^x) without overflow. */
function softplus(x: number): number {
  return x > 30 ? x : detLog(1 + detExp(x));
}
