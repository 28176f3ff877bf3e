import type { Parameter, ParameterValues } from '../../model/evidence/parameters.ts';
import type { Regime } from '../../model/regimes/regime.ts';
import type { RunInput, ScheduledInstitutions, Shock } from '../../model/run-input.ts';
import { changed, type Layers, layersResolved } from './layers.ts';
import type { Arm, Scenario, ScenarioShock } from './scenario.ts';
import type { Vocabulary } from './vocabulary.ts';

/** An arm as the model takes it: everything of a run's input but the place and the replicate. */
export interface ResolvedArm {
  readonly name: string;
  readonly input: Omit<RunInput, 'place' | 'replicate'>;
}

/**
 * Turns names into values: each arm's institutions in the order in which they come into force, all parameters, shocks.
 *
 * A switch `to` a regime starts from that regime's institutions, without the arm's earlier settings; one that only
 * sets changes what the entry before it brought. Switches, mergers and shocks after the end of the run are left out. The closed
 * cohort of all arms is the people of the earliest week in which any arm may switch or merges (week 0 if none does).
 */
export function resolveScenario(scenario: Scenario, vocabulary: Vocabulary): readonly ResolvedArm[] {
  const parameters = parameterValues(scenario, vocabulary.parameters);
  const schedules = scenario.arms.map((arm) => schedule(arm, scenario.weeks, vocabulary.regimes));
  const mergers = scenario.arms.map((arm) => arm.mergers.filter(({ week }) => week < scenario.weeks));
  const switchWeeks = [
    ...schedules.flatMap((entries) => entries.slice(1).map(earliestWeek)),
    ...mergers.flat().map(({ week }) => week),
  ];
  const cohortWeek = switchWeeks.length === 0 ? 0 : Math.min(...switchWeeks);
  return scenario.arms.map((arm, index) => ({
    name: arm.name,
    input: {
      parameters,
      institutions: schedules[index]!,
      shocks: (arm.shocks ?? scenario.shocks).filter((shock) => shock.week < scenario.weeks).map(modelShock),
      ...(mergers[index]!.length === 0 ? {} : { mergers: mergers[index]! }),
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
  let layers = changed(startOf(arm.regime, regimes), arm);
  const entries: ScheduledInstitutions[] = [
    { week: 0, when: null, ...layersResolved(layers), why: `the run starts under ${arm.regime}` },
  ];
  for (const change of arm.switch) {
    // Those after it come later still.
    if (earliestWeek(change) >= weeks) break;
    layers = changed(change.to === undefined ? layers : startOf(change.to, regimes), change);
    const { week, when } = change;
    entries.push({ week, when, ...layersResolved(layers), why: whyOf(change) });
  }
  return entries;
}

/** The regime that is switched to is named whatever the reason given. */
function whyOf({ to, why }: Arm['switch'][number]): string {
  if (to === undefined) return why === '' ? 'settings change' : why;
  return why === '' ? `switch to ${to}` : `switch to ${to}: ${why}`;
}

function earliestWeek({ week, when }: Pick<ScheduledInstitutions, 'week' | 'when'>): number {
  return week ?? when?.notBefore ?? 0;
}

function startOf(id: string, regimes: readonly Regime[]): Layers {
  const regime = regimes.find((candidate) => candidate.id === id);
  if (regime === undefined) throw new Error(`no regime is called "${id}"`);
  const start: Layers = { base: regime.institutions, writes: [] };
  return changed(start, { set: {}, parts: regime.parts, organisations: {} });
}

function modelShock(shock: ScenarioShock): Shock {
  const { for: weeks, why, ...effects } = shock;
  return { ...effects, weeks, ...(why === '' ? {} : { why }) };
}
