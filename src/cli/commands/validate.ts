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
  const { readScenarioFile, SHIPPED_VOCABULARY } = await import('../../lab/scenario/index.ts');
  const { namedPlaces, openPlace } = await import('../../lab/scenario/open-place.ts');
  const vocabulary = { ...SHIPPED_VOCABULARY, places: namedPlaces() };
  const problems = [];
  for (const path of argv.scenarios) {
    const read = await readScenarioFile(path, vocabulary);
    if ('problems' in read) {
      problems.push(...read.problems);
      continue;
    }
    const { arms, weeks, replicates, place } = read.scenario;
    // The names of shipped places were checked; codes, folders and made-up places are checked by opening them.
    if (place.kind !== 'named') openPlace(place, path);
    const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`;
    const size = [count(arms.length, 'arm'), count(replicates, 'replicate'), count(weeks, 'week')].join(', ');
    process.stdout.write(`${path}: valid (${size})\n`);
  }
  if (problems.length > 0) throw new ProblemsFound(problems);
}
