import { describe, expect, it } from 'vitest';
import { lhe } from './run-cli.ts';

describe('lhe facts', () => {
  it.each([
    [['--id', 'B99'], /--id B99: no such fact; there are B02, B03, /],
    [['--set', 'calibratd'], /--set calibratd: there is shipped, uncalibrated\. Did you mean uncalibrated\?/],
    [['--replicates', '1'], /--replicates must be a whole number from 2 to 1000, not "1"/],
  ])('%j ends with 2 and says what is there', async (options, message) => {
    const { code, stderr } = await lhe(['facts', ...options]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
