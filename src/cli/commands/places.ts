import type { Argv } from 'yargs';

export const command = 'places';
export const describe = 'List the named places';

export const builder = (yargs: Argv) => yargs.example('$0 places', 'All named places');

export async function handler(): Promise<void> {
  const { namedPlaces } = await import('../../lab/scenario/open-place.ts');
  for (const place of namedPlaces()) process.stdout.write(`${place.id}\n`);
}
