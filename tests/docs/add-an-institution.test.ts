import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadScenario, SHIPPED_VOCABULARY } from '../../src/lab/scenario/index.ts';
import { namedPlaces } from '../../src/lab/scenario/open-place.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const PAGE = read('docs/add-an-institution.md');

/** A line of a block that stands for what is left out. */
const LEFT_OUT = '// ...';

describe('the worked example of an institution', () => {
  it('shows code of every step: setting, numbers, law, test, regime', () => {
    const folders = blocks(PAGE).map(({ file }) => file.split('/').slice(0, 3).join('/'));
    expect([...new Set(folders)]).toEqual([
      'src/model/institutions',
      'src/model/evidence',
      'src/model/settings.ts',
      'src/model/behaviour',
      'tests/model/behaviour',
      'src/model/regimes',
    ]);
  });

  it.each(blocks(PAGE))('shows $file as it is: $first', ({ file, code }) => {
    let rest = trimmed(read(file));
    for (const passage of code.split(LEFT_OUT)) {
      const at = rest.indexOf(trimmed(passage));
      expect(at, `${file} has no such lines any more:\n${passage}`).toBeGreaterThanOrEqual(0);
      rest = rest.slice(at);
    }
  });

  it('asks a question that can be run', () => {
    const yaml = /```yaml\n([\s\S]*?)```/.exec(PAGE)![1]!;
    const vocabulary = { ...SHIPPED_VOCABULARY, places: namedPlaces() };
    expect(loadScenario(yaml, 'certain-penalties.yaml', vocabulary)).not.toHaveProperty('problems');
  });

  it('names files and commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const [, script] of PAGE.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty([script!]);
    for (const [, file] of PAGE.matchAll(/\b((?:src|tests)\/[\w./-]+\.ts)\b/g))
      expect(read(file!)).not.toBe('');
  });
});

/** The TypeScript blocks of a page, each with the last file that the text before it names. */
function blocks(page: string): { file: string; code: string; first: string }[] {
  return [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => {
    const named = [...page.slice(0, match.index).matchAll(/`((?:src|tests)\/[\w./-]+\.ts)`/g)];
    const code = match[1]!;
    return { file: named.at(-1)![1]!, code, first: code.trim().split('\n')[0]! };
  });
}

/** Lines without their indentation, which a page need not keep. */
function trimmed(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
