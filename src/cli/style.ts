import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** Text in a style, where the stream shows colours and NO_COLOR is not set. */
export function styled(format: Format, text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return styleText(format, text, { stream });
}
