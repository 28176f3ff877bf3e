import { assumption, background, calibrated, row, topic } from './row.ts';
import { LAWS_PROTOTYPE } from './sources.ts';

/** A general practitioner's decision to refer a need, and what becomes of needs that are not referred. */
export const REFERRAL = topic('planned care', [
  row(
    'mean_referral_probability',
    'Mean probability that a need is referred when it is first brought forward',
    'share',
    assumption(0.6, 0.4, 0.8, 'defines the scale of need; unmet need is the rest'),
  ),
  row(
    'referral_noise',
    'Noise with which the general practitioner sees severity',
    'logistic scale on 0 to 1',
    assumption(0.22, 0.2, 0.3, LAWS_PROTOTYPE),
  ),
  row(
    'practice_style_sd',
    'Spread of practices’ thresholds of referral',
    'severity 0 to 1',
    assumption(
      0.175,
      0.1,
      0.2,
      'sized by hand to B49, by a simulation outside the model: practices in the top and bottom tenth differ 2.5-fold, age mix and chance included, https://www.bmj.com/content/307/6917/1467',
    ),
  ),
  row(
    'a_wait',
    'Rise of the referral threshold per log week of wait',
    'severity 0 to 1',
    assumption(0.075, 0.03, 0.12, `${LAWS_PROTOTYPE}; demand elasticity of about -0.1`),
  ),
  row(
    'a_budget',
    'Rise of the referral threshold when the whole cost falls on the practice’s purse',
    'severity 0 to 1',
    assumption(0.1, 0.06, 0.14, `${LAWS_PROTOTYPE}; fundholding cut chargeable admissions by 3.5 to 5.1%`),
  ),
  row(
    'a_dm',
    'Rise of the referral threshold under the most intensive demand management',
    'severity 0 to 1',
    assumption(0.06, 0.03, 0.1, LAWS_PROTOTYPE),
  ),
  row(
    'salience_indicative',
    'Share of a cost that is felt under an indicative practice budget',
    'share',
    assumption(0.05, 0, 0.15, 'indicative budgets changed nothing that could be measured'),
  ),
  row(
    'salience_hard',
    'Share of a cost that is felt under a hard practice budget',
    'share',
    assumption(0.6, 0.4, 0.8, 'fundholding changed admissions by a few per cent'),
  ),
  row(
    'represent_per_year',
    'Rate at which a need that was not referred is brought forward again',
    'per year',
    assumption(0.25, 0.1, 0.6, 'a need persists for months to years; no published rate'),
  ),
  row(
    'resolve_per_year',
    'Rate at which a need that was not referred resolves',
    'per year',
    assumption(0.75, 0.3, 1.5, 'a need persists for months to years; no published rate'),
  ),
  row(
    'urgent_share',
    'Share of referrals that are urgent',
    'share',
    background(0.25, 0.15, 0.35, 'two-week waits are about a tenth, other urgent referrals somewhat more'),
  ),
  row(
    'urgent_severity_threshold',
    'Severity above which a referral is urgent',
    'severity 0 to 1',
    calibrated(
      0.837,
      0.75,
      0.9,
      'a quarter of referrals are urgent, given that referral rises with severity',
    ),
  ),
]);
