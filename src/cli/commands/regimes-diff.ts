import type { Argv } from 'yargs';
import { unknownEntry } from '../catalogue.ts';

export const command = 'diff <a> <b>';
export const describe = 'The settings in which two regimes differ';

export const builder = (yargs: Argv) =>
  yargs
    // Of `lhe regimes [id]`, which this is a part of.
    .hide('id')
    .positional('a', { type: 'string', demandOption: true, describe: 'Id of a regime' })
    .positional('b', { type: 'string', demandOption: true, describe: 'Id of another' })
    .example(
      '$0 regimes diff purchaser-provider-split heft',
      'What a health economy foundation trust changes',
    )
    .example('$0 regimes diff dual-track big-bang', 'Two speeds against one date');

export async function handler(argv: { a: string; b: string }): Promise<void> {
  const { REGIMES } = await import('../../model/regimes/regimes.ts');
  const { differencesText } = await import('../regime-text.ts');
  const { terminalWidth } = await import('../terminal-width.ts');
  const [a, b] = [argv.a, argv.b].map((asked) => {
    const found = REGIMES.find(({ id }) => id === asked.toLowerCase());
    if (found === undefined) throw unknownEntry({ kind: 'regime', entries: REGIMES, asked });
    return found;
  });
  process.stdout.write(differencesText(a!, b!, terminalWidth()));
}
