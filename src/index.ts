/** The public interface: places, scenarios, the model week by week or run by run, experiments of many runs. */
export * from './lab/experiment/index.ts';
export * from './lab/place/index.ts';
export {
  type LoadedScenario,
  loadScenario,
  type Problem,
  readScenarioFile,
  resolveScenario,
  type Scenario,
  SHIPPED_VOCABULARY,
} from './lab/scenario/index.ts';
export { CheckpointError, restoreWorld, saveWorld } from './model/checkpoint.ts';
export { createWorld } from './model/create-world.ts';
export { defaultParameterValues, PARAMETERS, type Parameter } from './model/evidence/parameters.ts';
export type { Institutions } from './model/institutions/institutions.ts';
export { SETTINGS, settingsOf, withSettings } from './model/institutions/settings.ts';
export { METRICS } from './model/metrics/catalogue.ts';
export { report } from './model/metrics/report/report.ts';
export type { Place } from './model/place.ts';
export type { Regime } from './model/regimes/regime.ts';
export { REGIMES } from './model/regimes/regimes.ts';
export type { RunResult } from './model/result.ts';
export {
  fromWeek,
  type RunInput,
  type ScheduledInstitutions,
  type Shock,
  type Trigger,
} from './model/run-input.ts';
export { type SimulateHooks, simulate, tick } from './model/simulate.ts';
export type { World } from './model/world.ts';
