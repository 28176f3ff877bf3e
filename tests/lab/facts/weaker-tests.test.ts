import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { judgeFacts, WEAKER_TEST, weakerTestsInWords } from '../../../src/lab/facts/judge.ts';
import { allFacts } from '../../../src/lab/facts/table.ts';
import { writeFacts } from '../../../src/lab/facts/write-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'lhe-weaker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('facts for which a law was changed after they had been missed', () => {
  const changed = allFacts().filter(({ lawChangedAfterMiss }) => lawChangedAfterMiss !== null);

  it('are those of fundholding and of mergers of trusts, and their mark says why', () => {
    expect(changed.map(({ id }) => id)).toEqual(['B13', 'B18']);
    const words = weakerTestsInWords(allFacts());
    for (const { id, lawChangedAfterMiss } of changed)
      expect(words).toContain(`${id}, ${lawChangedAfterMiss}`);
    expect(weakerTestsInWords(allFacts().filter(({ id }) => id === 'B10'))).toBe('');
  });

  it('are marked in both tables and in the plot, and others are not', () => {
    const facts = allFacts().filter(({ id }) => id === 'B15' || id === 'B18');
    const figures = new Map(
      facts.flatMap(({ id, measures }) =>
        measures.map((measure) => [
          `shipped live ${id} ${measure.id}`,
          [
            { value: 0.1, error: 0 },
            { value: 0.2, error: 0 },
          ],
        ]),
      ),
    );
    const [ofFacts, ofEffects, plot] = writeFacts(folder, [
      { set: 'shipped', facts: judgeFacts(facts, figures, 'shipped') },
    ]).map((file) => readFileSync(file, 'utf8'));
    for (const text of [ofFacts!, ofEffects!]) {
      const rows: { id: string; law_changed_after_miss: string }[] = parse(text, { columns: true });
      for (const { id, law_changed_after_miss } of rows)
        expect(law_changed_after_miss !== '', id).toBe(id === 'B18');
    }
    // Five figures of the merger, and the key.
    expect(plot!.split(WEAKER_TEST)).toHaveLength(1 + 5 + 1);
  });
});
