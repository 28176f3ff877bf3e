/**
 * For property tests of one's own: random small scenarios, the laws that hold after every week of every run, and laws
 * that compare two runs. The arbitraries need fast-check; everything else stands alone.
 */
export {
  arbitraryParameters,
  arbitraryPlace,
  arbitraryScenario,
  arbitrarySettings,
  arbitraryShock,
  arbitrarySwitches,
} from './arbitraries.ts';
export { checkSameArrivals } from './arrivals.ts';
export { type Build, MODEL } from './build.ts';
export { checkScenario } from './check-scenario.ts';
export { type Invariant, InvariantError, type InvariantId, type WatchedWeek } from './invariant.ts';
export { CAPACITY, INVARIANTS, MEMBERSHIP, MONEY, NUMBERS, PEOPLE, QUEUES, TIME } from './invariants.ts';
export { type CheckedRunOptions, runChecked } from './run-checked.ts';
export { checkSavedLife } from './saved-life.ts';
export { inputOf, type SmallPlace, type SmallScenario, type SmallSwitch, toYaml } from './small-scenario.ts';
export { type Snapshot, snapshot } from './snapshot.ts';
export { differingParts, stateParts } from './state-parts.ts';
export {
  checkCausality,
  checkDeterminism,
  checkIdentity,
  checkLongerRun,
  checkNames,
  checkResume,
} from './twin-runs.ts';
export { type PersonEvent, type WatchedWorld, watch } from './watch.ts';
