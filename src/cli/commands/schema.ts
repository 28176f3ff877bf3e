import type { Argv } from 'yargs';

export const command = 'schema';
export const describe =
  'Print the JSON Schema of scenario files, for editors and for programs that write scenarios';

export const builder = (yargs: Argv) =>
  yargs
    .option('out', {
      type: 'string',
      requiresArg: true,
      describe: 'File to write instead of standard output',
    })
    .example('$0 schema --out scenario.schema.json', 'Save it');

export async function handler(argv: { out?: string | undefined }): Promise<void> {
  const { SHIPPED_VOCABULARY } = await import('../../lab/scenario/index.ts');
  const { scenarioJsonSchema } = await import('../../lab/scenario/publish-schema.ts');
  const { namedPlaces } = await import('../../lab/scenario/open-place.ts');
  const text = scenarioJsonSchema({ ...SHIPPED_VOCABULARY, places: namedPlaces() });
  if (argv.out === undefined) process.stdout.write(text);
  else (await import('../../lab/results/whole-file.ts')).writeWholeFile(argv.out, text);
}
