import { parameter } from '../../model/evidence/parameters.ts';
import type { PlaceFacts } from '../place/read-folder.ts';
import type { Table } from '../place/read-table.ts';
import type { Prediction } from './fit.ts';

/** Column of choice.csv with the share of planned demand: with and without the trust's own size. */
export type PlannedShare = 'planned_share' | 'planned_share_without_own_size';

/**
 * Admissions of trusts, predicted by who is sent where: planned and emergency demand in the proportion of England's
 * elective and emergency admissions, people from outside the country added, brought to the level of the other
 * trusts. No rule of a place reads admissions.
 */
export function predictAdmissions(
  facts: PlaceFacts,
  admissions: Table,
  planned: PlannedShare,
  remarksOf: (h: number) => readonly string[],
): readonly Prediction[] {
  const sent = sentTo(facts, planned);
  const index = new Map(facts.providers.text.code!.map((code, h) => [code, h]));
  const rows = admissions.text.provider_code!.map((code, row) => ({
    code,
    h: index.get(code),
    actual: admissions.number.finished_admission_episodes_2012_13![row]!,
  }));
  const known = rows.flatMap(({ code, h, actual }) => (h === undefined ? [] : [{ code, h, actual }]));
  const allActual = known.reduce((sum, { actual }) => sum + actual, 0);
  const allSent = known.reduce((sum, { h }) => sum + sent[h]!, 0);
  return known.map(({ code, h, actual }) => ({
    code,
    name: facts.providers.text.name![h]!,
    actual,
    predicted: (sent[h]! * (allActual - actual)) / (allSent - sent[h]!),
    remarks: remarksOf(h),
  }));
}

/** Share of all demand that is sent to each provider, people of other countries on top. */
function sentTo(facts: PlaceFacts, planned: PlannedShare): Float64Array {
  const electives =
    parameter('elective_list_admissions_per_1000').value + parameter('planned_admissions_per_1000').value;
  const emergencies = parameter('emergencies_per_1000').value;
  const index = new Map(facts.providers.text.code!.map((code, h) => [code, h]));
  const emergencyPeople = new Float64Array(facts.providers.count);
  let all = 0;
  facts.flows.text.provider_code!.forEach((code, row) => {
    const people = facts.flows.number.emergency_people![row]!;
    emergencyPeople[index.get(code)!]! += people;
    all += people;
  });
  const sent = new Float64Array(facts.providers.count);
  const { text, number } = facts.choice;
  text.provider_code!.forEach((code, row) => {
    const h = index.get(code)!;
    const plannedPart = number[planned]![row]! / (1 - number.outside_planned_share![row]!);
    const emergencyPart = emergencyPeople[h]! / all / (1 - number.outside_emergency_share![row]!);
    sent[h] = (electives * plannedPart + emergencies * emergencyPart) / (electives + emergencies);
  });
  return sent;
}
