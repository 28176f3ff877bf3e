import { nearestSpelling } from '../lab/nearest-spelling.ts';

/** What the parser complains about, with the nearest spelling of a command or an option. */
export function usageMessage(
  message: string,
  commands: readonly string[],
  options: readonly string[],
): string {
  const unknown = /^Unknown arguments?: (.*)$/.exec(message)?.[1]?.split(', ');
  if (unknown === undefined) return `${message}\nlhe --help says what there is.`;
  return unknown
    .map((word) => {
      const command = nearestSpelling(word, commands);
      const option = nearestSpelling(word, options);
      const hint =
        option !== undefined
          ? ` Did you mean --${option}?`
          : command !== undefined
            ? ` Did you mean ${command}?`
            : '';
      return `"${word}" is not known here.${hint}`;
    })
    .concat('lhe --help says what there is.')
    .join('\n');
}
