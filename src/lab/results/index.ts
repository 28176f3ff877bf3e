export type { ResultsContent, ScenarioRecord } from './content.ts';
export { checkResultsFolder } from './folder.ts';
export { ResultsError, type ResultsProblem } from './results-error.ts';
export { DEFAULT_HEADLINE, type Summary, type SummaryCell, type SummaryRow, summarise } from './summary.ts';
export type { WrittenFile } from './write-file.ts';
export { writeResults } from './write-results.ts';
