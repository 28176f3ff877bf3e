/** Characters in a line of text for people: those of the terminal, at most 110. */
export function terminalWidth(): number {
  return Math.min(110, process.stdout.columns ?? 110);
}
