import type { Parameter, ParameterValues } from '../../model/evidence/parameters.ts';
import type { Institutions } from '../../model/institutions/institutions.ts';
import { withSettings } from '../../model/institutions/settings.ts';
import type { Regime } from '../../model/regimes/regime.ts';
import type { RunInput, ScheduledInstitutions, Shock } from '../../model/run-input.ts';
import type { Arm, Scenario, ScenarioShock } from './scenario.ts';
import type { Vocabulary } from './vocabulary.ts';

/** An arm as the model takes it: everything of a run's input but the place and the replicate. */
export interface ResolvedArm {
  readonly name: string;
  readonly input: Omit<RunInput, 'place' | 'replicate'>;
}

/**
 * Turns names into values: each arm's institutions by week, all parameters, shocks.
 *
 * A switch `to` a regime starts from that regime's institutions, without the arm's earlier settings; one that only
 * sets changes what is in force. Switches and shocks after the end of the run are left out. The closed cohort of all
 * arms is the people of the week of the first switch of any arm (week 0 if nothing switches).
 */
export function resolveScenario(scenario: Scenario, vocabulary: Vocabulary): readonly ResolvedArm[] {
  const parameters = parameterValues(scenario, vocabulary.parameters);
  const schedules = scenario.arms.map((arm) => schedule(arm, scenario.weeks, vocabulary.regimes));
  const switchWeeks = schedules.flatMap((entries) => entries.slice(1).map((entry) => entry.week));
  const cohortWeek = switchWeeks.length === 0 ? 0 : Math.min(...switchWeeks);
  return scenario.arms.map((arm, index) => ({
    name: arm.name,
    input: {
      parameters,
      institutions: schedules[index]!,
      shocks: (arm.shocks ?? scenario.shocks).filter((shock) => shock.week < scenario.weeks).map(modelShock),
      seed: scenario.seed,
      weeks: scenario.weeks,
      scale: scenario.scale,
      cohortWeek,
    },
  }));
}

function parameterValues(scenario: Scenario, rows: readonly Parameter[]): ParameterValues {
  return Object.fromEntries(rows.map((row) => [row.id, scenario.parameters[row.id]?.value ?? row.value]));
}

function schedule(arm: Arm, weeks: number, regimes: readonly Regime[]): readonly ScheduledInstitutions[] {
  let institutions = withSettings(institutionsOf(arm.regime, regimes), arm.set);
  const entries: ScheduledInstitutions[] = [
    { week: 0, institutions, why: `the run starts under ${arm.regime}` },
  ];
  for (const change of arm.switch) {
    if (change.week >= weeks) break;
    const from = change.to === undefined ? institutions : institutionsOf(change.to, regimes);
    institutions = withSettings(from, change.set);
    const what = change.to === undefined ? 'settings change' : `switch to ${change.to}`;
    entries.push({ week: change.week, institutions, why: change.why === '' ? what : change.why });
  }
  return entries;
}

function institutionsOf(regime: string, regimes: readonly Regime[]): Institutions {
  const found = regimes.find((candidate) => candidate.id === regime);
  if (found === undefined) throw new Error(`no regime is called "${regime}"`);
  return found.institutions;
}

function modelShock(shock: ScenarioShock): Shock {
  const { for: weeks, why, ...effects } = shock;
  return { ...effects, weeks, ...(why === '' ? {} : { why }) };
}
