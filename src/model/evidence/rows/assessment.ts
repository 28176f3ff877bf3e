import { assumption, before, calibrated, row, sourced, topic } from './row.ts';

const RATINGS =
  'https://www.healthpolicyinsight.com/guest-editorial-saturday-10-july-2010--evidence-suggests-short-term-effect-of-nhs-redisorganisation-are-mostly-negative/';
const AUTHORISATION =
  'of 211 groups 43 fully authorised (27 of 101 in the first two waves, 16 of 110 in the last two), 15 with directions, https://www.bmj.com/content/346/bmj.f1916; stage institutions, data/calibration/institutions.yaml';

/** How assessors rate commissioners and authorise groups of practices. */
export const ASSESSMENT = topic('assessment', [
  row(
    'rating_good_usual',
    'Commissioners rated good or excellent at usual skill and in balance',
    'share',
    sourced(0.34, 0.25, 0.5, `primary care trusts that merged in 2006, the year before, ${RATINGS}`),
  ),
  row(
    'rating_skill_weight',
    'Log odds of a good rating lost with all commissioning skill',
    'log odds',
    assumption(
      6,
      2,
      8,
      `sized by hand to B19: 34 to 12% in the year after an imposed merger, ${RATINGS}: 1.33 log odds for the mean disruption of that year, about a fifth of skill; deficits, which a merger makes, do the rest`,
    ),
  ),
  row(
    'rating_balance_weight',
    'Log odds of a good rating lost with a deficit far beyond the next row',
    'log odds',
    assumption(1, 0, 3, 'ratings had a part for the use of resources; no published size'),
  ),
  row(
    'rating_balance_scale',
    'Balance over a year’s money at which a rating turns',
    'share',
    assumption(0.01, 0.005, 0.03, 'break-even was a duty: a hundredth is a large deficit of a commissioner'),
  ),
  row(
    'authorisation_full_readiness',
    'Readiness at which a group has an even chance of full authorisation',
    'share',
    before(
      0.77,
      calibrated(
        0.925,
        0.65,
        1.1,
        `${AUTHORISATION}. Believed before the fit: 0.65 to 0.9, its middle; up to 1.1, since it is a threshold and not a readiness: four in five were not authorised in full, so that it lies above what most groups had, perhaps above what any had`,
      ),
    ),
  ),
  row(
    'authorisation_directed_readiness',
    'Readiness below which a group is more likely to get directions than conditions',
    'share',
    before(
      0.35,
      calibrated(
        0.101,
        0,
        0.5,
        `${AUTHORISATION}. Believed before the fit: 0.25 to 0.5, its middle; down to 0, since with much noise a few groups get directions whatever their readiness`,
      ),
    ),
  ),
  row(
    'authorisation_noise',
    'Scale of the noise with which an assessor sees readiness',
    'share',
    before(
      0.1,
      calibrated(
        0.203,
        0.03,
        0.4,
        `${AUTHORISATION}. Believed before the fit: 0.1, 0.03 to 0.2; up to 0.4, at which an assessor hardly sees how groups differ (readiness_spread), since that those assessed first were the readier is an assumption, and England’s waves differed little`,
      ),
    ),
  ),
]);
