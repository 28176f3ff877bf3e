import type { Argv } from 'yargs';
import { ProblemsFound } from '../problems-found.ts';

export const command = 'validate <scenarios..>';
export const describe =
  'Check scenario files: every mistake with its line, what was found and what was expected';

export const builder = (yargs: Argv) =>
  yargs
    // The program takes the last of repeated options; here every word counts.
    .parserConfiguration({ 'duplicate-arguments-array': true })
    .positional('scenarios', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'YAML or JSON files',
    })
    .example('$0 validate scenarios/herefordshire.yaml', 'Check one')
    .example('$0 validate scenarios/*.yaml', 'Check all');

export async function handler(argv: { scenarios: string[] }): Promise<void> {
  const { availableMemory, estimateSize, readScenarioFile, tooLargeFor } = await import(
    '../../lab/scenario/index.ts'
  );
  const { tryPlace, sizeOfPlace, vocabularyWithPlaces } = await import('../../lab/scenario/open-place.ts');
  const { needsPlaceForWarnings, scenarioWarnings } = await import('../../lab/scenario/warnings.ts');
  const { printWarnings } = await import('../print-warnings.ts');
  const { problemOfFile } = await import('../../lab/scenario/problem.ts');
  const vocabulary = vocabularyWithPlaces();
  const problems = [];
  for (const path of argv.scenarios) {
    const read = await readScenarioFile(path, vocabulary);
    if ('problems' in read) {
      problems.push(...read.problems);
      continue;
    }
    const { arms, weeks, replicates, place, scale, uncertainty } = read.scenario;
    const draws = uncertainty?.draws ?? 1;
    const placeSize = sizeOfPlace(place);
    const runs = arms.length * replicates * draws;
    // One run at a time is the least that a machine must hold.
    const tooLarge =
      placeSize &&
      tooLargeFor(availableMemory(), estimateSize({ ...placeSize, scale, weeks, runs, threads: 1 }));
    if (tooLarge !== undefined) {
      problems.push(problemOfFile(path, tooLarge, 'a run that fits into memory'));
      continue;
    }
    // Names, codes and numbers were checked; tables of a folder, and who stands in a part, by making the place.
    const needed = place.kind === 'folder' || needsPlaceForWarnings(read.scenario);
    const opened = needed ? tryPlace(place, path) : undefined;
    if (opened !== undefined && 'problems' in opened) {
      problems.push(...opened.problems);
      continue;
    }
    printWarnings(
      scenarioWarnings(read.scenario, { file: path, text: read.text }, vocabulary, opened?.place),
    );
    const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`;
    const size = [
      count(arms.length, 'arm'),
      ...(uncertainty === undefined ? [] : [count(draws, 'draw')]),
      count(replicates, 'replicate'),
      count(weeks, 'week'),
    ].join(', ');
    process.stdout.write(`${path}: valid (${size})\n`);
  }
  if (problems.length > 0) throw new ProblemsFound(problems);
}
