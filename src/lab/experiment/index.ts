export { runInProcess } from './in-process.ts';
export * from './plan.ts';
export { type ExperimentOptions, runExperiment } from './run-experiment.ts';
export { type KeptThreads, keepThreads, runOnThreads, threadsAvailable } from './thread-pool.ts';
