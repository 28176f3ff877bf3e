export type { Fact, Measure, Role } from './fact.ts';
export {
  countsInWords,
  type JudgedFact,
  judgeFacts,
  noTestReason,
  reasonOf,
  WEAKER_TEST,
  weakerTestsInWords,
} from './judge.ts';
export { PARAMETER_SETS, type ParameterSet } from './parameter-sets.ts';
export { type Examination, type FactProgress, runFacts } from './run-facts.ts';
export { allFacts, parseFacts, roleOf } from './table.ts';
export type { JudgedSet } from './tables.ts';
export { bandInWords, effectInWords, publishedInWords } from './words.ts';
export { writeFacts } from './write-facts.ts';
