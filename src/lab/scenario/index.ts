export { type LoadedScenario, loadScenario } from './load.ts';
export type { Problem } from './problem.ts';
export { type ReadScenario, readScenarioFile } from './read-file.ts';
export { type ResolvedArm, resolveScenario } from './resolve.ts';
export * from './scenario.ts';
export { SHIPPED_VOCABULARY } from './shipped-vocabulary.ts';
export { availableMemory, estimateSize, type PlaceSize, tooLargeFor } from './size.ts';
export type { Vocabulary } from './vocabulary.ts';
