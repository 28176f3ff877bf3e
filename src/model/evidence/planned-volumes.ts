import { SPECIALTIES, type Specialty } from '../place.ts';
import { type ParameterValues, parameterValue } from './parameters.ts';

/** Planned admissions are mostly repeated endoscopies, infusions and chemotherapy. */
const PLANNED_PRICED_AS: Specialty = 'general_medicine';

/** National volumes of planned care of one specialty in the base year, per 1,000 residents. */
export interface PlannedVolume {
  readonly specialty: Specialty;
  /** First attendances: referrals of general practitioners that are seen, and other sources. */
  readonly firsts: number;
  readonly followUps: number;
  /** Admissions from the list: decisions to admit less removals. */
  readonly dayCases: number;
  readonly inpatients: number;
}

/** Planned care by specialty that the parameter rows imply. */
export function plannedVolumes(p: ParameterValues): readonly PlannedVolume[] {
  const value = (id: string) => parameterValue(p, id);
  const seen = value('gp_referrals_per_1000') * (1 - value('referral_never_attended_share'));
  const allFirsts = seen + value('other_source_firsts_per_1000');
  return SPECIALTIES.map((specialty) => {
    const firsts = allFirsts * value(`specialty_share_${specialty}`);
    const listed = firsts * value(`conversion_${specialty}`) * (1 - value('removal_before_decision_share'));
    const admissions = listed * (1 - value('removal_share_of_admissions'));
    const dayShare = value(`daycase_share_${specialty}`);
    return {
      specialty,
      firsts,
      followUps: firsts * value(`follow_up_ratio_${specialty}`),
      dayCases: admissions * dayShare,
      inpatients: admissions * (1 - dayShare),
    };
  });
}

/** What the year's counts cost at the prices of 2008-09 and the mean market forces factor, pounds a head. */
export function tariffPaidPerHead(p: ParameterValues): number {
  const value = (id: string) => parameterValue(p, id);
  const planned = value('planned_admissions_per_1000');
  const plannedDayCases = planned * value('planned_daycase_share');
  const price = (kind: string, specialty: Specialty) =>
    value(`price_${kind}_pounds`) * value(`price_ratio_${kind}_${specialty}`);
  let pounds =
    value('emergencies_per_1000') * value('price_emergency_pounds') +
    value('ae_per_1000') * value('price_ae_pounds') +
    plannedDayCases * price('day_case', PLANNED_PRICED_AS) +
    (planned - plannedDayCases) * price('elective', PLANNED_PRICED_AS);
  for (const { specialty, firsts, followUps, dayCases, inpatients } of plannedVolumes(p)) {
    pounds +=
      firsts * price('first_outpatient', specialty) +
      followUps * price('follow_up', specialty) +
      dayCases * price('day_case', specialty) +
      inpatients * price('elective', specialty);
  }
  return (pounds / 1000) * (1 + value('tariff_uplift_2008_09'));
}
