import { type ParameterValues, parameterValue } from '../../../model/evidence/parameters.ts';
import { urgentShareOfReferrals } from '../../../model/evidence/referral.ts';
import { nationalSelfCheck } from '../../../model/evidence/self-check.ts';
import { SPECIALTIES } from '../../../model/place.ts';
import { pathwayRates } from '../../../model/place-tables/pathway-tables.ts';
import { pathwayTimes } from '../../../model/population/pathway-times.ts';
import { readSettings } from '../../../model/settings.ts';
import { ENGLAND_TOTAL_2007 } from '../../place/national-averages.ts';

/** What the tables give for England as an expected value, without luck, beside what was published. */
export interface ExpectedFigure {
  readonly model: number;
  readonly published: number;
}

type Expect = (p: ParameterValues) => ExpectedFigure;

/** Figures that the self-check of the tables has not: they need the pathway of a referral, or no table at all. */
const BESIDES: Readonly<Record<string, Expect>> = {
  urgent_share: (p) => ({
    model: urgentShareOfReferrals(p, parameterValue(p, 'urgent_severity_threshold')),
    published: parameterValue(p, 'urgent_share'),
  }),
  removal_share_of_admissions: (p) => ({
    model: removedFromListForAdmission(p),
    published: parameterValue(p, 'removal_share_of_admissions'),
  }),
  inpatient_list_total: (p) => ({
    model: openingListForAdmission(p),
    published: parameterValue(p, 'inpatient_list_total'),
  }),
};

/** Names of every figure that a step can be solved for. */
export function expectedFigureIds(p: ParameterValues): readonly string[] {
  return [...nationalSelfCheck(p).map(({ id }) => id), ...Object.keys(BESIDES)];
}

/** @throws RangeError when there is no such figure */
export function expectedFigure(id: string, p: ParameterValues): ExpectedFigure {
  const figure = BESIDES[id]?.(p) ?? nationalSelfCheck(p).find((line) => line.id === id);
  if (figure === undefined) throw new RangeError(`the tables give no figure '${id}'`);
  return { model: figure.model, published: figure.published };
}

/** Of those who join the list for admission at the opening waits, the share that leaves it without an operation. */
function removedFromListForAdmission(p: ParameterValues): number {
  const settings = readSettings(p);
  const rates = pathwayRates(p, settings);
  const { toClinic, throughDiagnostics, toAdmission } = pathwayTimes(settings, rates);
  let joined = 0;
  let removed = 0;
  SPECIALTIES.forEach((specialty, s) => {
    const here =
      parameterValue(p, `specialty_share_${specialty}`) *
      toClinic[s]! *
      rates.conversionShare[s]! *
      throughDiagnostics[s]!;
    joined += here;
    removed += here * (1 - toAdmission[s]!);
  });
  return removed / joined;
}

/** People of England on the list for admission on the first day, as the opening state fills it. */
function openingListForAdmission(p: ParameterValues): number {
  const settings = readSettings(p);
  const { admissionWeeks } = pathwayTimes(settings, pathwayRates(p, settings));
  const per1000 =
    parameterValue(p, 'gp_referrals_per_1000') + parameterValue(p, 'other_source_firsts_per_1000');
  const referralsPerWeek = ((per1000 / 1000) * ENGLAND_TOTAL_2007) / 52;
  return SPECIALTIES.reduce(
    (sum, specialty, s) =>
      sum + referralsPerWeek * parameterValue(p, `specialty_share_${specialty}`) * admissionWeeks[s]!,
    0,
  );
}
