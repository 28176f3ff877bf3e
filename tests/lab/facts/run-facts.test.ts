import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { judgeFacts } from '../../../src/lab/facts/judge.ts';
import { PARAMETER_SETS } from '../../../src/lab/facts/parameter-sets.ts';
import { type Examination, runFacts } from '../../../src/lab/facts/run-facts.ts';
import { allFacts } from '../../../src/lab/facts/table.ts';
import { writeFacts } from '../../../src/lab/facts/write-facts.ts';
import { syntheticPlace } from '../../../src/lab/place/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'lhe-facts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const facts = allFacts().filter(({ id }) => ['B15', 'B25', 'B31'].includes(id));
const examination: Examination = {
  facts,
  replicates: 2,
  threads: 1,
  seed: 'test',
  set: PARAMETER_SETS[0]!,
  folder,
  places: () => ({
    place: syntheticPlace({ people: 8000, practices: 2, trusts: 1, rural: false, seed: 'facts' }),
    scale: 1,
  }),
};

describe('a small examination', () => {
  it('poses two facts, judges them beside the model in which nothing changes, and goes on where it stopped', async () => {
    const figures = await runFacts(examination);
    const judged = judgeFacts(facts, figures, 'shipped');
    const [b15, b31, b25] = ['B15', 'B31', 'B25'].map((id) => judged.find(({ fact }) => fact.id === id)!);
    expect(b31!.verdict).toBe('cannot be posed yet');
    for (const { measures } of [b15!, b25!]) {
      for (const { live, nothing } of measures) {
        expect(live.effect.replicates).toBe(2);
        expect(nothing.effect).toMatchObject({ value: 0, low: 0, high: 0 });
      }
    }
    // A tenth more operations shorten the wait, beyond luck among so many people; without them nothing differs.
    expect(b25!.measures[0]!.live.effect.value).toBeLessThan(0);
    expect(b25!.measures[0]!.nothing.verdict).toBe('outside');
    expect(b15!.measures[0]!.nothing.verdict).toBe('inside');

    const again = await runFacts({
      ...examination,
      places: () => {
        throw new Error('what has been run must not be run again');
      },
    });
    expect(again).toEqual(figures);

    const files = writeFacts(folder, [{ set: 'shipped', facts: judged }]);
    expect(files).toHaveLength(3);
    expect(readFileSync(files[0]!, 'utf8')).toContain('B31,validate,cannot be posed yet');
    expect(readFileSync(files[1]!, 'utf8')).toContain('B25,calibrate,wait');
    expect(readFileSync(files[2]!, 'utf8')).toMatch(/^<svg [\s\S]*B25[\s\S]*<\/svg>\n$/);
  });

  it('does not fill the tables of another examination', async () => {
    await expect(runFacts({ ...examination, seed: 'other' })).rejects.toThrow(
      /another version of the model|other options/,
    );
  });
});
